// The speaker's own window: notes, the next slide, the clock. It steers the first window and shows what that one shows; it has no show of its own.

const notesWindow = location.hash === "#notes";
const started = Date.now();
let second = null;

function openSecond() {
  const address = alone ? location.href.split("#")[0] : `${location.pathname}${location.search}`;
  second = window.open(`${address}#notes`, "union-indicators-notes", "width=1200,height=760");
  if (!second) tellMessage(word("stage_blocked"));
}

function tellSecond() {
  if (second && !second.closed) second.postMessage({ union: "at", at, lang, query: location.search }, "*");
}

addEventListener("message", async ({ data, source, origin }) => {
  if (origin !== location.origin) return;
  // The first window may have been loaded anew since it opened the second: that one says every second that it is there.
  if (data?.union === "ready" || (data?.union === "here" && source !== second)) { second = source; tellSecond(); }
  if (data?.union === "key" && source === second && KEYS[data.key] && (data.key !== "Escape" || covered())) obey(KEYS[data.key], data);
  if (data?.union === "at" && source === window.opener) await follow(data);
});

// The first window's place, language and filters.
async function follow(first) {
  const changed = first.query !== location.search;
  if (changed && !alone) history.replaceState(null, "", `${location.pathname}${first.query}#notes`);
  if (!decks.has(first.lang) || changed) await load(first.lang);
  useLanguage(decks.has(first.lang) ? first.lang : lang);
  at = Math.min(first.at, slides().length - 1);
  speakersPage();
}

function speakersPage() {
  const [now, next] = [slides()[at], slides()[at + 1]];
  document.body.className = "notes";
  document.title = `${word("stage_notes")} · ${now.title}`;
  const head = (text) => h("p", { class: "head" }, text);
  root.replaceChildren(h("div", { class: "now" }, head(`${at + 1} / ${slides().length}`), miniature(now)),
    h("div", { class: "next" }, head(next ? word("stage_coming") : word("stage_end")), next ? miniature(next) : null), spokenWords(now),
    h("p", { class: "clock" }, h("span", { id: "clock" }), h("span", { id: "running" })));
  [...root.querySelectorAll(".slide")].forEach((node, index) => {
    node.style.transform = `scale(${node.parentElement.clientWidth / WIDTH})`;
    arrange(node, [now, next][index]);
  });
  tick();
}

function miniature(slide) {
  const node = slideNode(slide);
  node.classList.add("current");
  return h("div", { class: "mini" }, node);
}

function spokenWords({ said, notes, definition }) {
  const note = (text) => h("p", { class: "note" }, text);
  return h("div", { class: "words", tabindex: "0", role: "group", "aria-label": word("stage_notes") },
    h("p", { class: said ? "speech" : "speech none" }, said || word("stage_no_notes")), (notes ?? []).map(({ text }) => note(text)), definition ? note(definition) : null);
}

function tick() {
  window.opener?.postMessage({ union: "here" }, "*");
  if (!piece("clock")) return;
  piece("clock").textContent = clock(new Date());
  const seconds = Math.floor((Date.now() - started) / 1000);
  piece("running").textContent = `${word("stage_running")} ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function beginSecond() {
  setInterval(tick, 1000);
  speakersPage();
  window.opener?.postMessage({ union: "ready" }, "*");
}
