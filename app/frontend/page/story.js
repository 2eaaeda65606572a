// One's own story: what is pinned, its list on the page of stories, the link that is the story. Keeps nothing on the server.

const KEPT = "union-indicators-story";

// What the viewer has put together, as codes; a private window forgets it with the page.
function pinned() {
  if (!ui.pinned) {
    try { ui.pinned = listed(localStorage.getItem(KEPT)); } catch { ui.pinned = []; }
  }
  return ui.pinned;
}

const listed = (text) => (text ?? "").split(",").filter(Boolean);

function pin(list) {
  ui.pinned = list;
  try { localStorage.setItem(KEPT, list.join(",")); } catch { /* private windows keep nothing */ }
  tellPinned();
}

function togglePin(code) {
  const list = pinned();
  const there = list.includes(code);
  if (!there && list.length >= page.limit) return say(word("story_full", { count: page.limit }));
  pin(there ? list.filter((item) => item !== code) : [...list, code]);
  say(word(there ? "pin_removed" : "pin_added", { count: pinned().length }));
}

function say(text) {
  document.getElementById("said").textContent = text;
}

function tellPinned() {
  const list = pinned();
  for (const mark of document.querySelectorAll(".ui .count")) {
    mark.textContent = list.length;
    mark.hidden = !list.length;
  }
  for (const button of document.querySelectorAll(".ui [data-pin]")) button.setAttribute("aria-pressed", String(list.includes(button.dataset.pin)));
}

function pinButton(one, title) {
  return h("button", { type: "button", class: "quiet pin", "data-pin": one.pin, "data-focus": `pin-${one.id}`, "aria-pressed": String(pinned().includes(one.pin)), "aria-label": `${word("pin")}: ${title}`,
    onclick: () => togglePin(one.pin) }, word("pin"));
}

// Another window of the same browser has changed the list.
addEventListener("storage", (event) => {
  if (event.key !== KEPT || !component) return;
  ui.pinned = undefined;
  tellPinned();
  if (page.page === "stories" && story().own) {
    ui.story = undefined;
    loadStory();
  }
});

// The list on the page of stories: the link's if it names one, else one's own. Going back to one's own list finds it as it is now.
function story() {
  if (!ui.story) {
    const list = listed(asked().get("show"));
    const own = !list.length || Boolean(history.state?.own) || list.join() === pinned().join();
    ui.story = { list: own ? pinned() : list, own, slides: null, messages: [], said: "", undo: null };
  }
  return ui.story;
}

// --- the page of stories ---------------------------------------------------------------------------------------------

function stories(one) {
  const own = h("section", { id: "own", "aria-labelledby": "s-own" });
  ui.own = { one, node: own };
  // What was said of the last change is said in one language only.
  if (story().lang !== page.lang) Object.assign(story(), { lang: page.lang, said: "", undo: null });
  const house = one.house.length ? h("section", { id: "house", "aria-labelledby": "s-house" }, h("h2", { id: "s-house" }, one.words.house_stories), h("div", { class: "house" }, one.house.map(houseStory))) : null;
  drawStory();
  loadStory();
  return h("div", { class: "stories" }, own, house);
}

function houseStory(item) {
  const slides = () => {
    const list = h("ol", { class: "slides" });
    storyTold({ story: item.id }).then(
      (told) => list.append(...told.slides.map((slide, index) => h("li", {}, slideText(slide, index)))),
      () => list.replaceWith(h("p", { class: "hint" }, word("offline"))));
    return list;
  };
  return h("article", { class: "story", "aria-labelledby": `story-${item.id}` },
    h("h3", { id: `story-${item.id}` }, item.title),
    storyWays({ story: item.id }, item.title),
    details({ id: `story:${item.id}` }, "slides", item.count, slides));
}

function storyWays(what, title, ...further) {
  const [id] = Object.values(what);
  const name = what.show ? "own" : id;
  const address = `./present?${written(what)}`;
  return h("div", { class: "ways" },
    way(address, { class: "file", "data-focus": `present-${name}` }, word("present")),
    way(address, { "data-focus": `second-${name}`, target: "union-indicators-stage" }, ui.own.one.words.story_second),
    h("div", { class: "downloads", role: "group", "aria-label": `${word("download")}: ${title}` }, ordered(["PPTX", "PDF", "XLSX", "HTML"], what, title)), ...further);
}

async function storyTold(what) {
  const answer = await fetch(`${ui.own.one.answer}?${written({ ...page.view, ...what })}`, { cache: "no-store" });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

function slideText(slide, index) {
  return h("div", { class: "slide-text" },
    h("p", { class: "slide-title" }, slide.missing ? slide.title : pageLink(slide, { "data-focus": `slide-${index}` }, slide.title)),
    slide.missing ? null : h("p", { class: "slide-what" }, [slide.area, slide.what].join(" · ")));
}

async function loadStory() {
  const state = story();
  const { node } = ui.own;
  const show = state.list.join(",");
  keepStory();
  try {
    const told = show ? await storyTold({ show }) : { slides: [], messages: [] };
    if (node !== ui.own.node || state !== ui.story) return;
    if (show !== state.list.join(",")) return loadStory();
    Object.assign(state, told);
  } catch {
    if (node !== ui.own.node || state !== ui.story) return;
    state.messages = [{ kind: "error", text: word("offline") }];
    setTimeout(() => node.isConnected && loadStory(), POLL);
  }
  drawStory();
}

// The address is the link that is the story; that the list is one's own stands beside it, where no link carries it.
function keepStory() {
  rewrite({ own: story().own });
}

// Who edits a list that came with a link edits the link: what the viewer has of their own stays until they say otherwise.
function editStory(slides, said, { focus, own = story().own, undo = true } = {}) {
  const state = story();
  const before = { slides: state.slides, list: state.list, own: state.own, said: "", undo: null };
  const mine = pinned();
  const back = () => {
    Object.assign(state, before);
    pin(mine);
    drawStory("story-heading");
    loadStory();
  };
  Object.assign(state, { slides, list: slides.map((slide) => slide.link), own, said, undo: undo ? back : null, messages: state.messages.filter((message) => message.kind === "overridden" && slides.length) });
  if (own) pin(state.list);
  keepStory();
  drawStory(focus);
}

function moveSlide(index, step) {
  const { words } = ui.own.one;
  const { slides } = story();
  const to = index + step;
  if (to < 0 || to >= slides.length) return;
  const moved = slides.toSpliced(index, 1).toSpliced(to, 0, slides[index]);
  editStory(moved, "", { focus: `slide-${to}-${step < 0 ? "up" : "down"}`, undo: false });
  say(filled(words.story_moved, { what: slides[index].title, place: to + 1, count: slides.length }));
}

function drawStory(focus) {
  const { node } = ui.own;
  const held = focus ?? (node.contains(document.activeElement) ? document.activeElement.dataset.focus : "");
  node.replaceChildren(...storyParts());
  if (held) node.querySelector(`[data-focus="${CSS.escape(held)}"]`)?.focus({ preventScroll: !focus });
}

function storyParts() {
  const { words } = ui.own.one;
  const { slides, own, said, undo, messages } = story();
  const button = (name, label, act) => h("button", { type: "button", class: "quiet", "data-focus": `story-${name}`, onclick: act }, label);
  const message = (kind, ...parts) => h("p", { class: `message ${kind}` }, ...parts);
  const address = () => new URL(`${location.pathname}?${written({ show: story().list.join(","), ...page.view })}`, location.href).href;
  return [
    h("h2", { id: "s-own", tabindex: "-1", "data-focus": "story-heading" }, own ? words.own_story : words.link_story),
    h("div", { class: "messages", role: "status" },
      own ? null : message("notice", words.story_from_link, slides?.length ? button("keep", words.story_keep, () => editStory(slides, words.story_kept, { focus: "story-undo", own: true })) : null,
        pinned().length ? button("mine", filled(words.story_mine, { count: pinned().length }), showMine) : null),
      messages.map((item) => message(item.kind, item.text, item.kind === "overridden" ? button("own-views", words.story_own_views, () => choose({ region: "", sector: "", period: "" })) : null)),
      said ? message("notice", said, undo ? button("undo", words.story_undo, undo) : null) : null),
    slides && !slides.length ? h("p", { class: "hint" }, words.story_empty) : null,
    slides?.length ? storyWays({ show: story().list.join(",") }, own ? words.own_story : words.link_story,
      h("button", { type: "button", class: "quiet", "data-focus": "story-link", onclick: (event) => copied(address(), event.target, words.story_link) }, words.story_link),
      button("clear", words.story_clear, () => editStory([], words.story_cleared, { focus: "story-undo" }))) : null,
    slides?.length ? h("ol", { class: "slides own", "aria-label": filled(words.slides_count, { count: slides.length }) }, slides.map(slideRow)) : null,
  ].filter(Boolean);
}

function slideRow(slide, index, slides) {
  const { words } = ui.own.one;
  const button = (name, sign, label, off, act) => h("button", { type: "button", class: "sign", "data-focus": `slide-${index}-${name}`, "aria-label": `${label}: ${slide.title}`, title: label, "aria-disabled": off ? "true" : null, onclick: act }, sign);
  return h("li", { class: slide.missing ? "gone" : null }, slideText(slide, index), h("div", { class: "signs" },
    button("up", "↑", words.story_up, index === 0, () => moveSlide(index, -1)),
    button("down", "↓", words.story_down, index === slides.length - 1, () => moveSlide(index, 1)),
    button("remove", "✕", words.story_remove, false, () => editStory(slides.toSpliced(index, 1), filled(words.story_removed, { what: slide.title }), { focus: "story-undo" }))));
}

function showMine() {
  history.pushState({ ...history.state, own: true }, "", `${location.pathname}?${encoded(page.view)}`);
  ui.story = undefined;
  loadStory();
}
