// Draws the page of promises: how many stand where, what is promised in numbers, and every promise, filtered where it stands.

// One sign for each state, told apart by its shape before its colour.
const SIGNS = {
  achieved: '<circle cx="8" cy="8" r="7" fill="currentColor"/><path class="on" d="m4.6 8.3 2.4 2.4 4.5-5"/>',
  on_track: '<circle cx="8" cy="8" r="6.2"/><path d="M4.6 8h6M8.2 5.4 10.8 8l-2.6 2.6"/>',
  behind: '<circle cx="8" cy="8" r="6.2"/><path d="M8 4.4v4.4M8 11v.8"/>',
  in_progress: '<circle cx="8" cy="8" r="6.2"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/>',
  planned: '<circle cx="8" cy="8" r="6.2"/>',
  cannot_say: '<circle cx="8" cy="8" r="6.2"/><path d="M6 6.4a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.2M8 11.3v.6"/>',
  no_figure: '<circle cx="8" cy="8" r="6.2" stroke-dasharray="2.4 2.47"/>',
  not_measurable: '<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h7"/>',
};
const NOTHING = { q: "", area: "", document: "", by: "", state: "", exhibit: "" }; // what the list is filtered by if it is not
const ENDINGS = 6; // from this length on a word is sought without its last letters, as the search over all figures does

function sign(state) {
  const node = h("span", { class: `state-sign ${state}`, "aria-hidden": "true" });
  node.innerHTML = `<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${SIGNS[state]}</svg>`;
  return node;
}

// What the list is filtered by stands in the address beside the view; a link from an exhibit brings its own (`wanted`).
function sought() {
  if (!ui.sought) {
    ui.sought = Object.fromEntries(Object.keys(NOTHING).map((name) => [name, ui.wanted?.[name] ?? asked().get(name) ?? ""]));
    ui.wanted = undefined;
    ui.promiseOpen = undefined;
  }
  return ui.sought;
}

function promisesBlock(one) {
  const state = sought();
  const known = { exhibit: Object.keys(one.figures), ...Object.fromEntries(one.filters.map(({ name, options }) => [name, options.map(([code]) => code)])) };
  const strange = Object.keys(known).filter((name) => state[name] && !known[name].includes(state[name]));
  for (const name of strange) state[name] = "";
  if (strange.length) rewrite();
  const labels = Object.fromEntries(one.filters.map(({ name, options }) => [name, Object.fromEntries(options)]));
  const list = promiseList(one, labels, state);
  return h("div", { class: "promises" }, standing(one, state, list), aims(one), list.node);
}

const stateWord = (code, label) => h("span", { class: "state" }, sign(code), h("span", {}, label));

// --- how many stand where ----------------------------------------------------------------------------------------------

function standing(one, state, list) {
  const { groups, title, hint } = one.standing;
  const show = (filter) => list.choose({ ...NOTHING, ...filter });
  const number = (count, filter, said) => (count
    ? h("button", { type: "button", class: "pick", "data-focus": `count-${Object.values(filter).join("-")}`, "aria-label": `${said}: ${count}`, onclick: () => show(filter) }, count)
    : h("span", { class: "nothing" }, "0"));
  const frame = h("div", { class: "scroll fit stacked", tabindex: "0", role: "group", "aria-label": `${word("table")}: ${title}` });
  const draw = () => {
    const group = groups.find(({ code }) => code === (ui.promiseGroup ?? groups[0].code));
    const row = ({ code, label, counts, count }) => h("tr", {}, h("th", { scope: "row" }, label),
      h("td", { class: "number", "data-label": one.words.promises_total }, number(count, code ? { [group.code]: code } : {}, label)),
      one.states.map((item) => h("td", { class: "number", "data-label": counts[item.code] ? item.label : null },
        number(counts[item.code] ?? 0, { ...(code ? { [group.code]: code } : {}), state: item.code }, `${label}, ${item.label}`))));
    frame.replaceChildren(
      h("table", { class: "big standing" }, h("caption", { class: "sr" }, `${title}. ${group.label}`),
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, group.head), h("th", { scope: "col", class: "number" }, one.words.promises_total),
          one.states.map((item) => h("th", { scope: "col", class: "number", title: item.meaning }, sign(item.code), " ", item.label)))),
        h("tbody", {}, group.rows.map(row), row({ code: "", label: one.words.promises_total, counts: one.counts, count: one.count }))));
  };
  draw();
  return h("section", { id: "standing", "aria-labelledby": "s-standing" },
    h("h2", { id: "s-standing" }, title),
    h("ul", { class: "states" }, h("li", {}, h("button", { type: "button", class: "pick", "data-focus": "state-", onclick: () => show({}) }, h("b", {}, one.count), h("span", {}, one.words.promises_total))),
      one.states.map(({ code, label, meaning }) => h("li", { title: meaning }, one.counts[code]
        ? h("button", { type: "button", class: "pick", "data-focus": `state-${code}`, onclick: () => show({ state: code }) }, sign(code), h("b", {}, one.counts[code]), h("span", {}, label))
        : h("span", { class: "pick nothing" }, sign(code), h("b", {}, "0"), h("span", {}, label))))),
    h("p", { class: "hint" }, hint),
    h("p", { class: "ways" }, pageLink(one.method, { "data-focus": "to-method" }, `${one.method.text} →`)),
    h("div", { class: "switch", role: "group", "aria-label": title }, groups.map(({ code, label }) =>
      h("button", { type: "button", "data-focus": `standing-${code}`, "aria-pressed": String(code === (ui.promiseGroup ?? groups[0].code)), onclick: (event) => {
        ui.promiseGroup = code;
        for (const button of event.currentTarget.parentElement.children) button.setAttribute("aria-pressed", String(button === event.currentTarget));
        draw();
      } }, label))),
    frame);
}

// --- promised in numbers -------------------------------------------------------------------------------------------------

function aims(one) {
  return h("section", { id: "aims", "aria-labelledby": "s-aims" }, h("h2", { id: "s-aims" }, one.words.promises_in_numbers),
    h("ul", { class: "aims" }, one.aims.map((aim) => h("li", { id: aim.id, "aria-labelledby": `t-${aim.id}` },
      h("div", { class: "what" },
        h("h3", { id: `t-${aim.id}` }, aim.text, aim.further ? h("span", { class: "further" }, ` · ${aim.further}`) : null),
        h("p", { class: "who" }, aim.by), h("p", { class: "where" }, aim.where), figureLinks(one, aim.exhibits, aim.id)),
      h("div", { class: "way" },
        h("dl", { class: "steps" }, aim.steps.map(([label, value]) => h("div", {}, h("dt", {}, label), h("dd", {}, value)))),
        aim.bar ? aimBar(aim) : null),
      h("div", { class: "verdict" },
        h("p", {}, h("span", { class: "state" }, sign(aim.sign), h("b", {}, aim.status))),
        h("p", {}, aim.said),
        aim.second ? h("p", {}, filled(one.words.aim_second, { status: aim.second })) : null,
        aim.firm ? h("p", {}, aim.firm) : null)))));
}

function aimBar({ bar, steps, text }) {
  const part = (name, style) => {
    const node = h("i", { class: name });
    Object.assign(node.style, style);
    return node;
  };
  return h("div", { class: "aim-bar", role: "img", "aria-label": `${text}: ${steps.map((step) => step.join(": ")).join("; ")}` },
    part("now", { width: `${bar.now}%` }), bar.base === undefined ? null : part("base", { left: `${bar.base}%` }), part("goal", { left: `${bar.goal}%` }));
}

function figureLinks(one, ids, from) {
  if (!ids.length) return h("p", { class: "nothing" }, one.words.promises_no_figure);
  return h("ul", { class: "figures" }, ids.map((id) => h("li", {}, pageLink(one.figures[id], { "data-focus": `figure-${from}-${id}` }, one.figures[id].text))));
}

// --- every promise -------------------------------------------------------------------------------------------------------

// The rows are drawn once; a filter hides them. Unfiltered, the list stands as its areas, each opened where it stands; what is filtered stands open.
function promiseList(one, labels, state) {
  const { words } = one;
  const rows = one.rows.map((row) => ({ row, node: promiseRow(one, row, labels), words: plain([row.text, row.said, row.where, row.reason, labels.area[row.area], labels.by[row.by], labels.state[row.state],
    ...row.places.map(([code, place]) => `${one.documents[code]} ${place}`), ...row.exhibits.map((id) => one.figures[id].text)].join(" ")) }));
  const groups = Object.keys(labels.area).map((area) => {
    const mine = rows.filter(({ row }) => row.area === area);
    const count = h("span", { class: "further" });
    const button = h("button", { type: "button", class: "group-head", "data-focus": `group-${area}`, onclick: () => unfold(button.getAttribute("aria-expanded") !== "true") }, labels.area[area], " ", count);
    const node = h("tbody", {}, h("tr", { class: "group" }, h("th", { colspan: "5", scope: "rowgroup" }, h("h3", {}, button))), mine.map((item) => item.node));
    const unfold = (unfolded) => {
      opened()[unfolded ? "add" : "delete"](area);
      button.setAttribute("aria-expanded", String(unfolded));
      node.classList.toggle("shut", !unfolded);
    };
    // Who comes to one promise by a link must find it, whatever was sought before.
    node.addEventListener("reveal", ({ target }) => {
      if (target.hidden || node.hidden) change(NOTHING);
      unfold(true);
    });
    return { area, mine, count, node, unfold };
  });
  const filtered = () => Object.values(state).some(Boolean);
  const opened = () => (ui.promiseOpen ??= new Set(filtered() ? Object.keys(labels.area) : []));
  const said = h("p", { class: "found", role: "status" });
  const fits = ({ row, words }, tokens) => (!state.area || row.area === state.area) && (!state.document || row.document.includes(state.document))
    && (!state.by || row.by === state.by) && (!state.state || row.state === state.state) && (!state.exhibit || row.exhibits.includes(state.exhibit)) && tokens.every((token) => words.includes(token));
  const apply = () => {
    const tokens = plain(state.q).split(/\s+/).filter(Boolean).map(stem);
    let count = 0;
    for (const { area, mine, node, count: mark, unfold } of groups) {
      let shown = 0;
      unfold(opened().has(area));
      for (const item of mine) {
        item.node.hidden = !fits(item, tokens);
        if (!item.node.hidden) shown += 1;
      }
      node.hidden = !shown;
      mark.textContent = shown;
      count += shown;
    }
    said.replaceChildren(filled(words.promises_shown, { count, all: rows.length }) + (count ? "" : `. ${words.promises_empty}`), state.exhibit ? ` · ${one.figures[state.exhibit].text}` : "",
      h("span", { class: "picked" }, [...selects.map(({ name }) => labels[name][state[name]]), state.q].filter(Boolean).map((text) => ` · ${text}`))); // on paper, where no filter is seen
    clear.hidden = !filtered();
    for (const { name, box, select } of selects) {
      select.value = state[name];
      box.classList.toggle("on", Boolean(state[name]));
    }
    if (search.value !== state.q) search.value = state.q;
  };
  const change = (changes) => {
    Object.assign(state, changes);
    ui.promiseOpen = undefined;
    apply();
    rewrite();
  };
  const search = h("input", { type: "search", id: "promises-q", value: state.q, "aria-label": word("search"), placeholder: word("search"), "data-focus": "promises-q", oninput: (event) => change({ q: event.target.value }) });
  const selects = one.filters.map(({ name, label, options }) => {
    const select = h("select", { id: `promises-${name}`, "data-focus": `promises-${name}`, onchange: (event) => change({ [name]: event.target.value }) },
      h("option", { value: "" }, words.figures_both), options.map(([code, text]) => h("option", { value: code }, text)));
    return { name, select, box: h("div", { class: "filter" }, h("label", { for: `promises-${name}` }, label), select) };
  });
  const clear = h("button", { type: "button", class: "clear-all", "data-focus": "promises-q", onclick: () => { change(NOTHING); search.focus(); } }, word("clear_all"));
  const heading = h("h2", { id: "s-commitments", tabindex: "-1" }, words.promises_all);
  apply();
  const node = h("section", { id: "commitments", "aria-labelledby": "s-commitments" }, heading,
    h("div", { class: "asking" }, search, selects.map(({ box }) => box), clear, h("a", { class: "file", download: "", href: `${one.file}?${encoded(page.view)}` }, "CSV")),
    said,
    h("div", { class: "scroll fit stacked", tabindex: "0", role: "group", "aria-label": `${word("table")}: ${words.promises_all}` },
      h("table", { class: "big promise-list" }, h("thead", {}, h("tr", {}, one.heads.map((head) => h("th", { scope: "col" }, head)))), groups.map((group) => group.node))));
  return { node, choose: (changes) => {
    change(changes);
    node.scrollIntoView({ block: "start" });
    heading.focus({ preventScroll: true });
  } };
}

const stem = (token) => (token.length < ENDINGS || /[^\p{L}]/u.test(token) ? token : token.slice(0, token.length === ENDINGS ? -1 : -2));

function promiseRow(one, row, labels) {
  return h("tr", { id: `promise-${row.id}` },
    h("th", { scope: "row" }, row.text,
      details({ id: row.id }, "places", filled(one.words.promises_places, { count: row.places.length }), () => h("ul", {}, row.places.map(([code, place, kind]) =>
        h("li", {}, `${one.documents[code]}, ${place} `, h("span", { class: "further" }, `· ${one.kinds[kind]}`)))))),
    h("td", {}, labels.by[row.by]),
    h("td", {}, stateWord(row.state, labels.state[row.state]), row.reason ? h("p", { class: "why" }, row.reason) : null),
    h("td", {}, row.said ? [row.said, h("p", { class: "why" }, row.where)] : null),
    h("td", {}, figureLinks(one, row.exhibits, row.id),
      row.aims.length ? h("p", {}, h("a", { href: `#${row.aims[0]}`, "data-focus": `aim-of-${row.id}`, onclick: (event) => { event.preventDefault(); ui.target = row.aims[0]; goToAnchor(); } }, one.words.promises_in_number)) : null));
}

// --- how they are judged ---------------------------------------------------------------------------------------------------

function prose(one) {
  return h("div", { class: "prose" }, one.parts.map(({ id, title, paragraphs }) =>
    h("section", { id, "aria-labelledby": `s-${id}` }, h("h2", { id: `s-${id}` }, title), paragraphs.map((text) => h("p", {}, text)))));
}
