// Draws a page from the data that app/screen.py composes: frame, filters, tiles, cards, charts, tables. Computes no number.

const ui = window.unionIndicators ?? (window.unionIndicators = {});
const POLL = 4000;
const SHOWN_NOTES = 4;
const WORDY = new Set(["table", "timeline"]); // kinds whose table is always open: their rows are sentences
const SEARCHABLE = 12; // rows from which a table of sentences gets a search field
const QR = 104; // the side of the QR on a picture, in px
const PAPER = 832; // the width of a chart on a sheet of A4, in CSS pixels at the size at which app.css prints
let component = null;
let page = null;
let offline = 0;
const drawn = new Map(); // exhibit id -> { plot, hash, theme, width, mode }
const cards = new Map(); // exhibit id -> { node, hash, lang }
const open = new Set(); // ids of the tables and menus that stand open
const mapMode = new Map(); // exhibit id -> "map" | "tiles"

export function render(given) {
  component = given;
  const root = given.parentElement.querySelector(".ui");
  page = JSON.parse(new TextDecoder().decode(given.data));
  if (page.page !== "stories") ui.story = undefined;
  if (page.page !== "promises") ui.sought = undefined;
  document.documentElement.lang = page.lang;
  document.title = page.page === "front" ? page.brand : `${page.title} — ${page.brand}`;
  document.getElementById("ui-wait")?.remove();
  tellNewRelease();
  if (answered()) keepAddress();
  keepingPlace(root, () => root.replaceChildren(...frame()));
  tellPinned();
  pointWays(root);
  draw();
  goToAnchor();
  watch();
  return () => {};
}

// --- small tools ---------------------------------------------------------------------------------------------------

const anchor = (id) => id.replace("/", "-");
const theme = () => document.documentElement.dataset.theme;
const filled = (text, slots) => Object.entries(slots).reduce((said, [name, value]) => said.replace(`{${name}}`, () => value), text);
const word = (key, slots = {}) => filled(page.words[key], slots);

// What the viewer touched, or else reads, stays where it is on the screen, however the cards above it change.
function keepingPlace(root, change) {
  const active = document.activeElement?.closest?.("[data-focus]")?.dataset.focus;
  const held = window.scrollY > 40 ? document.getElementById(ui.held) ?? [...root.querySelectorAll(".card, .tile")].find((one) => one.getBoundingClientRect().bottom > 80) : null;
  const top = held?.getBoundingClientRect().top;
  change();
  if (active) root.querySelector(`[data-focus="${CSS.escape(active)}"]`)?.focus({ preventScroll: true });
  const again = held && document.getElementById(held.id);
  if (again) window.scrollBy(0, again.getBoundingClientRect().top - top);
  ui.held = undefined;
}

// --- the address is the only place of the view -----------------------------------------------------------------------

// Written as Python writes it: Streamlit compares the two letter by letter and takes any difference for another view to go back to.
function query(changes = {}) {
  return encoded({ ...page.view, ...beside(), ...changes });
}

const encoded = (parameters) => new URLSearchParams(Object.entries(parameters).filter(([, value]) => value)).toString().replaceAll("%7E", "~").replaceAll("*", "%2A");

// In a link that people see, exhibits stand as they are named: `safety/deaths~KZ-47`, not `safety%2Fdeaths~KZ-47`.
const written = (parameters) => encoded(parameters).replaceAll("%2F", "/").replaceAll("%2C", ",");

// What the explorer looks for and which exhibits a story holds is no part of the view: it stands beside it in the address.
function beside() {
  return page.page === "figures" ? looked() : page.page === "promises" ? sought() : page.page === "stories" ? { show: story().list.join(",") } : {};
}

// The parameters of the address, also where it was left by a step to another page (`ask`).
const asked = () => new URLSearchParams(history.state?.left || location.search);

function looked() {
  return (ui.looked ??= { q: asked().get("q") ?? "", kind: asked().get("kind") ?? "" });
}

function keepAddress() {
  if (page.release && (history.state?.left || location.search !== `?${query()}`)) rewrite();
}

function rewrite(state = {}, search = query()) {
  history.replaceState({ ...history.state, left: undefined, ...state }, "", `${location.pathname}?${search}${location.hash}`);
}

// What is on the screen already is not asked for again: the same answer would not reach the page, which would wait for it.
function choose(changes) {
  if (location.search === `?${query(changes)}`) return;
  history.pushState(history.state, "", `${location.pathname}?${query(changes)}`);
  ask({});
}

function ask(act) {
  document.querySelector(".ui .main")?.setAttribute("aria-busy", "true");
  // Streamlit goes to another page with the view alone; with more in the address it would leave one more step for Back to stumble on.
  if (act.page && location.search !== `?${encoded(page.view)}`) rewrite({ left: location.search }, encoded(page.view));
  ui.pending = { query: location.search, tries: 0, ...act };
  component.setTriggerValue("act", { ...act, query: location.search, at: String(Date.now()) });
}

// A question asked while the connection was gone is lost with it: it is put again when the page comes back.
function answered() {
  const { pending } = ui;
  if (!pending) return true;
  const wanted = new URLSearchParams(pending.query);
  const same = ["lang", "region", "sector", "period"].every((name) => (wanted.get(name) ?? "") === (page.view[name] ?? ""));
  if (same || pending.page || pending.tries > 2 || page.messages.length) {
    ui.pending = null;
    return true;
  }
  pending.tries += 1;
  setTimeout(() => component.setTriggerValue("act", { query: pending.query, at: String(Date.now()) }), 200);
  return false;
}

function pick(filter, code, id) {
  ui.held = anchor(id);
  choose({ [filter]: page.view[filter] === code ? "" : code });
}

function pageLink(item, attributes, ...children) {
  return h("a", {
    href: item.href, ...attributes,
    onclick: (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      event.preventDefault();
      const [, hash] = item.href.split("#");
      ui.target = hash ?? "";
      if (item.page === page.page) return hash ? (history.replaceState(null, "", `#${hash}`), goToAnchor()) : null;
      ask({ page: item.page });
      window.scrollTo(0, 0);
    },
  }, ...children);
}

function goToAnchor() {
  const target = ui.target ?? (ui.arrived ? "" : location.hash.slice(1));
  ui.arrived = true;
  ui.target = undefined;
  const node = target && document.getElementById(target);
  if (!node) return;
  node.scrollIntoView({ block: "start" });
  node.setAttribute("tabindex", "-1");
  node.focus({ preventScroll: true });
}

// Streamlit itself follows Back and Forward between pages; between two views of one page it is told here.
window.addEventListener("popstate", () => {
  ui.looked = ui.story = ui.sought = undefined;
  const path = location.pathname.split("/").pop();
  if (component && path === (page.page === "front" ? "" : page.page)) ask({});
});

// --- frame -----------------------------------------------------------------------------------------------------------

function frame() {
  return [
    h("a", { class: "skip", href: "#main", onclick: (event) => { event.preventDefault(); document.getElementById("main").focus(); } }, word("skip")),
    header(),
    h("div", { id: "main", class: "main", tabindex: "-1", "aria-busy": String(Boolean(ui.pending)) },
      h("div", { class: "head" }, h("h1", {}, page.title), page.lead && h("p", { class: "lead" }, page.lead)),
      page.filters.length ? filters() : null,
      ways(),
      h("div", { class: "messages", role: "status" }, page.messages.map((message) => h("p", { class: `message ${message.kind}` }, message.text))),
      page.blocks.map(block)),
    footer(),
    h("div", { id: "said", class: "sr", role: "status", "aria-live": "polite" }),
    h("div", { class: "corner" },
      h("div", { id: "offline", class: "offline", role: "alert", hidden: offline < 2 }, word("offline")),
      (ui.strip ??= h("div", { class: "strip", role: "status" }))),
  ];
}

function ways() {
  if (!page.profiles.length && !page.printable && !page.deck) return null;
  return h("div", { class: "ways" },
    page.profiles.map((item) => pageLink(item, { "data-focus": `all-${item.page}` }, `${item.label} →`)),
    page.deck ? [way(`./present?page=${page.deck}`, { "data-focus": "present-page" }, word("present_page")),
      h("div", { class: "downloads", role: "group", "aria-label": word("page_files") }, h("span", { class: "label" }, word("page_files")), ordered(["PPTX", "PDF", "XLSX", "HTML"], { page: page.deck }, page.title))] : null,
    page.printable ? h("button", { type: "button", class: "quiet", "data-focus": "print", onclick: () => window.print() }, word("print")) : null);
}

function header() {
  return h("header", { class: "top" },
    pageLink(page.nav[0], { class: "brand", "data-focus": "brand" }, page.brand),
    menu("areas", page.nav.filter((item) => item.menu === "areas")),
    menu("lookups", page.nav.filter((item) => item.menu === "lookups")),
    h("div", { class: "tools" },
      h("div", { class: "langs", role: "group", "aria-label": word("language") }, page.langs.map((item) =>
        h("button", { type: "button", lang: item.code, title: item.name, "aria-label": item.name, "aria-pressed": String(item.current), "data-focus": `lang-${item.code}`,
          onclick: () => choose({ lang: item.code }) }, item.label))),
      h("button", { type: "button", class: "theme", "data-focus": "theme", "aria-label": themeWord(), title: themeWord(), onclick: switchTheme }, themeSign())));
}

function menu(name, items) {
  return h("nav", { class: name, "aria-label": word(name) }, items.map((item) =>
    pageLink(item, { "aria-current": item.current ? "page" : null, "data-focus": `nav-${item.page}` }, item.label, item.page === "stories" ? h("span", { class: "count", hidden: true }) : null)));
}

const themeWord = () => word(theme() === "dark" ? "theme_light" : "theme_dark");

function themeSign() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20"); svg.setAttribute("aria-hidden", "true"); svg.setAttribute("width", "20"); svg.setAttribute("height", "20");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("fill", "currentColor");
  path.setAttribute("d", "M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 2v12a6 6 0 0 1 0-12Z");
  svg.append(path);
  return svg;
}

function switchTheme() {
  document.documentElement.dataset.theme = theme() === "dark" ? "light" : "dark";
  try { localStorage.setItem("union-indicators-theme", theme()); } catch { /* private windows keep nothing */ }
  const button = document.querySelector(".theme");
  button.setAttribute("aria-label", themeWord());
  button.title = themeWord();
  draw();
}

function filters() {
  const picked = page.filters.filter((filter) => filter.value);
  return h("div", { class: "filters", role: "group", "aria-label": word("filters") },
    page.filters.map((filter) => h("div", { class: `filter ${filter.value ? "on" : ""}` },
      h("label", { for: `filter-${filter.name}` }, filter.label),
      h("select", { id: `filter-${filter.name}`, "data-focus": `filter-${filter.name}`, onchange: (event) => choose({ [filter.name]: event.target.value }) },
        filter.options.map(([code, label]) => h("option", { value: code, selected: code === filter.value }, label))),
      filter.value ? h("button", { type: "button", class: "clear", "data-focus": `filter-${filter.name}`, "aria-label": `${word("clear_all")}: ${filter.label}`,
        onclick: () => choose({ [filter.name]: "" }) }, "✕") : null)),
    picked.length > 1 ? h("button", { type: "button", class: "clear-all", "data-focus": "filter-period", onclick: () => choose({ region: "", sector: "", period: "" }) }, word("clear_all")) : null);
}

function footer() {
  return h("footer", {}, h("span", {}, page.brand), page.release ? h("span", { class: "release" }, page.release.text) : null,
    pageLink(page.nav.at(-1), { "data-focus": "foot-sources" }, word("sources_page")));
}

// --- blocks ----------------------------------------------------------------------------------------------------------

function block(one) {
  return { tiles, section, contents, lists, area, table: bigTable, choices, explorer, stories, promises: promisesBlock, prose }[one.type](one);
}

function tiles(one) {
  const heading = h("h2", { class: "sr" }, word("headline"));
  return h("div", { class: page.page === "front" ? "tiles dozen" : "tiles" }, heading, one.tiles.map((tile) => tileNode(tile, page.page === "front")));
}

function tileNode(tile, linked) {
  const sign = { up: "▲", down: "▼", same: "=" }[tile.direction] ?? "";
  const doubts = tile.notes.filter((note) => note.kind === "contradiction");
  return h("article", { class: "tile", id: anchor(tile.id) },
    tile.kicker ? h("p", { class: "kicker" }, tile.kicker) : null,
    h("h3", { title: tile.definition }, linked ? pageLink(tile, { "data-focus": `tile-${tile.id}` }, tile.label) : tile.label),
    h("p", { class: `value ${tile.value === "—" ? "none" : ""}` }, tile.value),
    tile.delta ? h("p", { class: `delta ${tile.judgement}` }, h("span", { "aria-hidden": "true" }, sign), ` ${tile.delta}`,
      tile.judgement_word ? h("span", { class: "judged" }, ` · ${tile.judgement_word}`) : tile.direction_word ? h("span", { class: "sr" }, ` ${tile.direction_word}`) : null) : null,
    tile.before ? h("p", { class: "before" }, tile.before) : null,
    tile.target || tile.country || tile.remark ? h("p", { class: "beside" }, [tile.target, tile.country, tile.remark].filter(Boolean).join(" · ")) : null,
    linked || !doubts.length ? null : doubts.map(noteNode),
    h("div", { class: "tile-foot" }, sourceLine(tile, tile.source),
      linked && doubts.length ? h("div", { class: "doubt" }, details(tile, "doubt", word("doubt"), () => doubts.map(noteNode))) : null,
      h("div", { class: "tile-actions" },
        details(tile, "definition", word("definition"), () => [h("p", {}, tile.definition), ...tile.notes.filter((note) => note.kind !== "contradiction").map((note) => h("p", { class: "note" }, note.text))]),
        details(tile, "further", word("further"), () => [
          h("p", {}, way(`./present?exhibit=${tile.id}`, { "data-focus": `present-${tile.id}` }, word("present"))),
          h("p", { class: "downloads" }, ordered(["PPTX", "PDF", "XLSX", "HTML"], { exhibit: tile.id }, tile.label)),
          ...embedField(tile, tile.label)]),
        pinButton(tile, tile.label))));
}

function section(one) {
  return h("section", { "aria-labelledby": `s-${one.id}`, id: one.id }, h("h2", { id: `s-${one.id}` }, one.title), h("div", { class: "grid" }, one.exhibits.map(card)));
}

function area(one) {
  return h("section", { "aria-labelledby": `s-${one.id}`, id: one.id, class: "front-area" },
    h("div", { class: "area-head" }, h("h2", { id: `s-${one.id}` }, one.title), pageLink(one.link, { class: "more", "data-focus": `more-${one.id}` }, `${one.link.label} →`)),
    one.tiles.length ? tiles(one) : null,
    one.exhibits.length ? h("div", { class: "grid" }, one.exhibits.map(card)) : null);
}

function contents(one) {
  return h("nav", { class: "contents", "aria-label": word("contents") }, one.items.map((item) =>
    h("a", { href: `#${item.id}`, "data-focus": `to-${item.id}`, onclick: (event) => { event.preventDefault(); ui.target = item.id; goToAnchor(); } }, item.label)));
}

function lists(one) {
  return h("div", { class: "lists" }, one.lists.map((list) => h("section", { class: "list" }, h("h2", {}, list.title),
    h("ul", {}, list.items.map((item, index) => h("li", {}, pageLink(item, { "data-focus": `list-${list.title}-${index}` }, item.text),
      item.mark ? h("span", { class: `delta ${item.judgement}` }, ` ${{ up: "▲", down: "▼" }[item.direction] ?? ""} ${item.mark}${item.word ? ` · ${item.word}` : ""}`) : null))),
    list.more ? pageLink(list.more, { class: "more", "data-focus": `list-more-${list.title}` }, `${list.more.label} →`) : null)));
}

function bigTable(one) {
  const body = h("tbody", {}, one.rows.map((row) => bigRow(row, one)));
  const search = one.search ? searchField(one.title, () => body.rows) : null;
  return h("section", { "aria-labelledby": `s-${one.id}`, id: one.id }, h("h2", { id: `s-${one.id}` }, one.title), one.lead ? h("p", { class: "lead" }, one.lead) : null, search,
    one.rows.length ? bigFrame(one, body) : null,
    one.missing ? details(one, "missing", one.missing.label, () => h("ul", { class: "missing" }, one.missing.items.map((item) => h("li", {}, pageLink(item, {}, item.text))))) : null);
}

function bigFrame(one, body) {
  return h("div", { class: `scroll ${one.fit ? "fit" : ""}`, tabindex: "0", role: "group", "aria-label": `${word("table")}: ${one.title ?? page.title}` },
    h("table", { class: "big" }, h("thead", {}, h("tr", {}, one.columns.map((column, index) => h("th", { scope: "col", class: one.numeric?.[index] ? "number" : null }, column)))), body));
}

function bigRow(row, { columns, numeric, fit }) {
  return h("tr", {}, row.map((cell, index) => h(index ? "td" : "th", { scope: index ? null : "row", class: numeric?.[index] ? "number" : null, "data-label": fit && cell ? columns[index] : null }, cellNode(cell))));
}

function choices(one) {
  return h("ul", { class: "choices" }, one.items.map(([code, label]) => h("li", {},
    h("a", { href: `?${query({ [one.filter]: code })}`, "data-focus": `choice-${code}`, onclick: (event) => { event.preventDefault(); choose({ [one.filter]: code }); window.scrollTo(0, 0); } }, label))));
}

// What the explorer looks for stands in the address beside the view; each answer is a hundred rows.
function explorer(one) {
  const state = looked();
  const body = h("tbody");
  const said = h("p", { class: "found", role: "status" });
  const more = h("button", { type: "button", class: "file", hidden: true, "data-focus": "explorer-more", onclick: () => load(body.rows.length) }, word("show_more"));
  const file = h("a", { class: "file", download: "" }, "CSV");
  let latest = 0;
  const load = async (start) => {
    const mine = ++latest;
    const wanted = new URLSearchParams({ ...page.view, ...Object.fromEntries(Object.entries(state).filter(([, value]) => value)) });
    file.href = `${one.file}?${wanted}`;
    rewrite();
    wanted.set("start", start);
    try {
      const answer = await (await fetch(`${one.answer}?${wanted}`)).json();
      if (mine !== latest) return;
      if (!start) body.replaceChildren();
      body.append(...answer.rows.map((row) => bigRow(row, one)));
      said.textContent = answer.said;
      more.hidden = body.rows.length >= answer.count;
    } catch { said.textContent = word("offline"); }
  };
  let typing;
  const search = h("input", { type: "search", id: "explorer-q", value: state.q, "aria-label": word("search"), placeholder: word("search"), "data-focus": "explorer-q", "aria-describedby": "explorer-hint",
    oninput: (event) => { state.q = event.target.value; clearTimeout(typing); typing = setTimeout(() => load(0), 120); } });
  const kind = h("select", { id: "explorer-kind", "data-focus": "explorer-kind", onchange: (event) => { state.kind = event.target.value; load(0); } },
    one.kinds.map(([code, label]) => h("option", { value: code, selected: code === state.kind }, label)));
  load(0);
  return h("section", { "aria-label": page.title, class: "explorer" },
    h("div", { class: "asking" }, search, h("div", { class: "filter" }, h("label", { for: "explorer-kind" }, word("kind")), kind), file),
    h("p", { class: "hint", id: "explorer-hint" }, one.hint), said, bigFrame(one, body), more);
}

function searchField(title, rows) {
  return h("input", { type: "search", "aria-label": `${word("search")}: ${title}`, placeholder: word("search"), oninput: (event) => {
    const wanted = plain(event.target.value);
    for (const row of rows()) row.hidden = !plain(row.textContent).includes(wanted);
  } });
}

const plain = (text) => text.toLowerCase().replace(/ё/g, "е").replace(/ә/g, "а").replace(/ғ/g, "г").replace(/[қ]/g, "к").replace(/ң/g, "н").replace(/ө/g, "о").replace(/[ұү]/g, "у").replace(/һ/g, "х").replace(/і/g, "и");

function cellNode(cell) {
  if (cell && typeof cell === "object") {
    if (cell.href) return cell.further ? h("span", {}, pageLink(cell, {}, cell.text), h("span", { class: "further" }, ` · ${cell.further}`)) : pageLink(cell, {}, cell.text);
    if (cell.further !== undefined) return h("span", {}, cell.text, cell.further ? h("span", { class: "further" }, ` · ${cell.further}`) : null);
    return h("span", { class: `status ${cell.status}` }, cell.text);
  }
  return /^https?:/.test(cell) ? h("span", { class: "address" }, cell) : cell;
}

// --- cards -----------------------------------------------------------------------------------------------------------

function card(one) {
  const stamp = `${one.hash}|${one.unfollowed}|${one.highlight}|${one.release}|${one.size}|${one.code}|${page.lang}`;
  const kept = cards.get(one.id);
  if (kept?.stamp === stamp) return kept.node;
  const node = h("article", { class: `card ${one.size} ${one.kind}`, id: anchor(one.id), "aria-labelledby": `t-${anchor(one.id)}` },
    h("h3", { id: `t-${anchor(one.id)}` }, one.title),
    h("p", { class: "subtitle" }, [one.subtitle, one.highlight].filter(Boolean).join(" · ")),
    one.unfollowed || one.remark ? h("p", { class: "remark" }, [one.remark, one.unfollowed].filter(Boolean).join(" ")) : null,
    one.kind === "map" && one.figure ? modeSwitch(one) : null,
    one.figure ? keyList(one) : null,
    one.figure ? plotBox(one) : null,
    WORDY.has(one.kind) ? wordTable(one) : null,
    one.notes.slice(0, SHOWN_NOTES).map(noteNode),
    one.notes.length > SHOWN_NOTES ? details(one, "notes", word("more_notes", { count: one.notes.length - SHOWN_NOTES }), () => one.notes.slice(SHOWN_NOTES).map(noteNode)) : null,
    one.failed ? null : foot(one));
  cards.set(one.id, { node, stamp });
  return node;
}

function wordTable(one) {
  const body = h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": one.title }, table(one));
  if (one.table.rows.length < SEARCHABLE) return body;
  return h("div", { class: "words" }, searchField(one.title, () => body.querySelectorAll("tbody tr")), body);
}

const noteNode = (note) => h("p", { class: `note ${note.kind}` }, note.text);

function plotBox(one) {
  const kept = drawn.get(one.id);
  const plot = kept?.plot ?? h("div", { class: "plot" });
  plot.setAttribute("role", "img");
  plot.setAttribute("aria-label", one.alt);
  plot.style.height = `${one.figure.layout.height}px`;
  drawn.set(one.id, { ...kept, plot, one });
  return plot;
}

function modeSwitch(one) {
  const mode = mapMode.get(one.id) ?? "map";
  return h("div", { class: "switch", role: "group" }, ["map", "tiles"].map((name) =>
    h("button", { type: "button", "aria-pressed": String(name === mode), "data-focus": `${one.id}-${name}`, onclick: (event) => {
      mapMode.set(one.id, name);
      for (const button of event.target.parentElement.children) button.setAttribute("aria-pressed", String(button === event.target));
      draw();
    } }, word(name === "map" ? "map_shapes" : "map_tiles"))));
}

function foot(one) {
  return h("div", { class: "foot" },
    sourceLine(one, [one.source, one.release].filter(Boolean).join(" · ")),
    h("div", { class: "actions" },
      WORDY.has(one.kind) ? null : details(one, "table", word("table"), () => h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `${word("open_table")}: ${one.title}` }, table(one))),
      details(one, "definition", word("definition"), () => h("p", {}, one.definition)),
      details(one, "download", word("download"), () => h("p", { class: "downloads" },
        Object.entries(one.files).map(([label, path]) => h("a", { href: path, download: "", class: "file", onclick: (event) => { event.target.href = `${path}?${query()}`; } }, label)),
        one.figure ? ["PNG", "SVG"].map((label) => h("button", { type: "button", class: "file", onclick: () => picture(one, label.toLowerCase()) }, label)) : null,
        ordered(["PPTX", "PDF", "HTML"], { exhibit: one.id }, one.title))),
      h("button", { type: "button", class: "quiet", "data-focus": `link-${one.id}`, onclick: (event) => copyLink(one, event.target) }, word("link")),
      details(one, "embed", word("embed"), () => embedField(one, one.title)),
      way(`./present?exhibit=${one.id}`, { class: "quiet", "data-focus": `present-${one.id}` }, word("present")),
      pinButton(one, one.title)));
}

// The code at the end of a source line leads to everything about the number: definition, formula, source, release.
function sourceLine(one, text) {
  const said = word("receipt_link", { code: one.code });
  return h("p", { class: "source" }, `${text} · `, h("a", { class: "code", href: `./r/${one.code}?lang=${page.lang}`, title: said, "aria-label": said }, one.code));
}

// A link out of the page keeps the view of the moment, also on a card that stayed as it was when the view changed.
const way = (address, attributes, text) => h("a", { ...attributes, "data-way": address, href: `${address}&${written(page.view)}` }, text);

function pointWays(root) {
  for (const link of root.querySelectorAll("[data-way]")) link.href = `${link.dataset.way}&${written(page.view)}`;
  for (const field of root.querySelectorAll("[data-embed]")) field.value = field.snippet();
}

function embedField(one, title) {
  const field = h("textarea", { class: "embed", readonly: true, rows: "4", "data-embed": "", "aria-label": `${word("embed_code")}: ${title}`, onfocus: () => field.select() });
  field.snippet = () => {
    const frame = h("iframe", { src: new URL(`${one.embed.address}?${written(page.view)}`, location.href).href, width: "100%", height: one.embed.height, style: "border:0", loading: "lazy", title: title.replaceAll("\u00a0", " ") });
    return frame.outerHTML;
  };
  field.value = field.snippet();
  return [field, h("button", { type: "button", class: "file", "data-focus": `embed-copy-${one.id}`, onclick: (event) => copied(field.value, event.target, word("copy")) }, word("copy"))];
}

function details(one, name, label, content) {
  const id = `${one.id}:${name}`;
  const node = h("details", { open: open.has(id), ontoggle: (event) => {
    if (event.target.open) { open.add(id); fill(); } else open.delete(id);
  } }, h("summary", { "data-focus": id }, label));
  const fill = () => node.children.length === 1 && node.append(h("div", { class: "opened" }, content()));
  if (open.has(id)) fill();
  return node;
}

function table(one) {
  const { columns, numeric, rows, picks } = one.table;
  const filter = one.pick;
  const choices = new Map(page.filters.find((item) => item.name === filter)?.options ?? []);
  return h("table", {}, h("caption", { class: "sr" }, one.title),
    h("thead", {}, h("tr", {}, columns.map((column, index) => h("th", { scope: "col", class: numeric[index] ? "number" : null }, column)))),
    h("tbody", {}, rows.map((row, place) => h("tr", { class: filter && picks[place] === page.view[filter] && page.view[filter] ? "picked" : null }, row.map((cell, index) => {
      const code = picks?.[place];
      const pickable = filter && choices.has(code) && code && index === pickColumn(row, numeric);
      return h(index ? "td" : "th", { scope: index ? null : "row", class: numeric[index] ? "number" : null },
        pickable ? h("button", { type: "button", class: "pick", "data-focus": `${one.id}-${code}`, title: word("pick", { what: choices.get(code) }), onclick: () => pick(filter, code, one.id) }, cell) : cell);
    })))));
}

// The name of a region or sector stands in the last column of words before the numbers begin.
function pickColumn(row, numeric) {
  return Math.max(0, Math.min(row.length, numeric.indexOf(true)) - 1);
}

function copyLink(one, button) {
  copied(new URL(`${location.pathname}?${query()}#${anchor(one.id)}`, location.href).href, button, word("link"));
  history.replaceState(history.state, "", `#${anchor(one.id)}`);
}

async function copied(text, button, label) {
  try { await navigator.clipboard.writeText(text); } catch {
    const field = h("textarea", { class: "sr" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    button.focus({ preventScroll: true });
  }
  button.textContent = word("link_copied");
  setTimeout(() => { button.textContent = label; }, 2000);
}

// --- one's own story -------------------------------------------------------------------------------------------------

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

// --- files that take a while -----------------------------------------------------------------------------------------

const FILE_POLL = 300;
const FILE_SAID = 6000; // how long a finished file stays on the strip, in ms

function ordered(kinds, what, title) {
  const [id] = Object.values(what);
  return kinds.map((kind) => h("button", { type: "button", class: "file", "data-focus": `file-${kind}-${what.show ? "own" : id}`, "aria-label": `${kind}: ${title}`,
    onclick: (event) => order(kind, what, title, event.currentTarget) }, kind));
}

async function order(kind, what, title, from) {
  const job = jobRow(`${title} · ${kind}`, from);
  ui.strip.append(job.node);
  tellJob(job, { state: "waiting" });
  try {
    const answer = await fetch(`./api/files?${written({ ...page.view, kind: kind.toLowerCase(), ...what })}`, { method: "POST" });
    const told = await answer.json();
    job.id = told.id;
    if (job.ended) stopJob(job);
    else if (answer.ok) followJob(job);
    else tellJob(job, { state: "failed", said: told.said });
  } catch { if (!job.ended) tellJob(job, { state: "failed", said: word("file_failed") }); }
}

async function followJob(job) {
  while (!job.ended) {
    await new Promise((go) => setTimeout(go, FILE_POLL));
    if (job.ended) return;
    try {
      const answer = await fetch(`./api/files/${job.id}?lang=${page.lang}`, { cache: "no-store", signal: AbortSignal.timeout(5000) });
      const told = await answer.json();
      if (!job.ended) tellJob(job, told);
    } catch { if (!job.ended) tellJob(job, { state: "lost" }); }
  }
}

function jobRow(title, from) {
  const job = { title, from, ended: false, bar: h("progress", { "aria-label": title }), said: h("span", { class: "said" }) };
  job.button = h("button", { type: "button", class: "quiet", onclick: () => endJob(job) });
  job.node = h("div", { class: "job" }, h("p", {}, title), job.bar, job.said, job.button);
  return job;
}

function tellJob(job, { state, done = 0, all = 0, file = "", said = "" }) {
  const { bar, button, node } = job;
  const going = state === "waiting" || state === "working" || state === "lost";
  const words = state === "working" ? word("file_done", { done, all }) : { waiting: word("file_waiting"), lost: word("file_offline"), ready: word("file_ready"), failed: said || word("file_failed") }[state];
  if (state === "cancelled") return endJob(job);
  if (state === "working") Object.assign(bar, { max: all, value: done });
  bar.setAttribute("aria-valuetext", words);
  bar.hidden = !going;
  // Each step is on the bar for who asks; only what changes matters is read aloud.
  if (state === "working") job.said.setAttribute("aria-hidden", "true"); else job.said.removeAttribute("aria-hidden");
  if (job.said.textContent !== words) job.said.textContent = words;
  node.className = `job ${state}`;
  button.textContent = word(going ? "cancel" : "dismiss");
  button.setAttribute("aria-label", `${button.textContent}: ${job.title}`);
  if (going) return;
  job.ended = job.finished = true;
  if (state === "ready") {
    h("a", { href: file, download: "" }).click();
    setTimeout(() => endJob(job), FILE_SAID);
  }
}

// The row goes at once; who stood on its button stands again where the file was ordered.
function endJob(job) {
  const stood = job.node.contains(document.activeElement);
  job.node.remove();
  job.ended = true;
  if (!job.finished) stopJob(job);
  if (stood) (job.from.isConnected ? job.from : document.querySelector(`[data-focus="${CSS.escape(job.from.dataset.focus)}"]`))?.focus({ preventScroll: true });
}

function stopJob(job) {
  if (job.id) fetch(`./api/files/${job.id}`, { method: "DELETE" }).catch(() => { /* the server forgets it by itself */ });
}

// --- charts ----------------------------------------------------------------------------------------------------------

function needsGeo() {
  return [...drawn.values()].some((item) => item.one.figure.layout.meta?.map && item.plot.isConnected);
}

async function loaded() {
  await ui.ready;
  if (needsGeo()) await geometryLoaded(ui.geo);
}

// Charts are drawn when they come near the screen: first those in sight, then, one by one, those a screen away.
let round = 0;
async function draw() {
  const mine = ++round;
  await loaded();
  if (mine !== round) return;
  const near = [];
  for (const [id, item] of drawn) {
    if (!item.plot.isConnected || !stale(item)) continue;
    const { top, bottom } = item.plot.getBoundingClientRect();
    if (bottom > -60 && top < innerHeight + 60) near.unshift([id, true]);
    else if (ui.eager || (bottom > -innerHeight && top < 2 * innerHeight)) near.push([id, false]);
  }
  for (const [id, inSight] of near.sort((one, other) => other[1] - one[1])) {
    if (!inSight) await new Promise((go) => setTimeout(go));
    if (mine !== round) return;
    drawOne(id);
  }
}

let scrolling;
addEventListener("resize", () => component && draw());
addEventListener("scroll", () => { clearTimeout(scrolling); scrolling = setTimeout(() => component && draw(), 40); }, { passive: true, capture: true });

function stale(item) {
  return item.hash !== item.one.hash || item.theme !== theme() || item.width !== widthOf(item.plot) || item.mode !== (mapMode.get(item.one.id) ?? "map");
}

const widthOf = (plot) => (ui.paper && plot.clientWidth ? PAPER : plot.clientWidth);

function drawOne(id) {
  const item = drawn.get(id);
  const mode = mapMode.get(id) ?? "map";
  const width = widthOf(item.plot);
  if (!width) return;
  const figure = figureFor(item.one, width, mode, ui.paper ? { grow: false } : {});
  if (!figure) return;
  item.plot.style.height = `${figure.layout.height}px`;
  item.plot.previousElementSibling?.classList.toggle("shown", figure.abbreviated);
  Plotly.react(item.plot, figure.data, figure.layout, { displayModeBar: false, responsive: false, doubleClick: false, showTips: false });
  Object.assign(item, { hash: item.one.hash, theme: theme(), width, mode });
  if (!item.wired) wire(item);
}

function wire(item) {
  item.wired = true;
  item.plot.on("plotly_click", (event) => {
    const code = event.points[0]?.customdata;
    if (item.one.pick && typeof code === "string" && !item.one.figure.layout.meta?.map) pickIfKnown(item.one.pick, code, item.one.id);
  });
  item.plot.addEventListener("click", (event) => {
    if (!item.one.figure.layout.meta?.map) return;
    const place = regionAt(item, event);
    if (place) pickIfKnown("region", place, item.one.id);
  });
}

function pickIfKnown(filter, code, id) {
  const options = page.filters.find((one) => one.name === filter)?.options ?? [];
  if (options.some(([known]) => known && known === code)) pick(filter, code, id);
}

// Plotly tells of clicks on points, not inside shapes: which region lies under the pointer is looked up here.
function regionAt(item, event) {
  const { xaxis, yaxis } = item.plot._fullLayout;
  const box = item.plot.querySelector(".svg-container").getBoundingClientRect();
  const x = xaxis.p2l(event.clientX - box.left - xaxis._offset);
  const y = yaxis.p2l(event.clientY - box.top - yaxis._offset);
  const mode = mapMode.get(item.one.id) ?? "map";
  const shapes = geometry(mode);
  if (mode === "map") {
    for (const place of ["KZ-71", "KZ-75", "KZ-79"]) {
      const at = shapes[place].label;
      if (Math.hypot(at.x - x, at.y - y) < (11 * 1012) / xaxis._length) return place;
    }
  }
  return Object.keys(shapes).find((place) => inside(shapes[place].shape, x, y));
}

function inside({ x, y }, px, py) {
  let odd = false;
  for (let i = 0, j = -1; i < x.length; j = i++) {
    if (x[i] === null || j < 0 || x[j] === null) continue;
    if (y[i] > py !== y[j] > py && px < ((x[j] - x[i]) * (py - y[i])) / (y[j] - y[i]) + x[i]) odd = !odd;
  }
  return odd;
}

// --- paper -----------------------------------------------------------------------------------------------------------

// Paper is light whatever the screen is, and every chart is drawn at its width; title, release and page number stand in the margins of each page.
addEventListener("beforeprint", () => {
  if (!component || ui.paper) return;
  const quoted = (text) => `"${text.replace(/["\\\n]/g, " ")}"`;
  const picked = page.filters.filter((filter) => filter.value).map((filter) => filter.options.find(([code]) => code === filter.value)?.[1]);
  const margins = h("style", {}, `@page { @top-left { content: ${quoted([`${page.brand} — ${page.title}`, ...picked.filter((label) => label !== page.title)].join(" · "))}; } @top-right { content: ${quoted(page.release?.text ?? "")}; } }`);
  ui.paper = { theme: theme(), margins };
  document.documentElement.dataset.theme = "light";
  document.head.append(margins);
  for (const [id, item] of drawn) if (item.plot.isConnected && stale(item)) drawOne(id);
});

addEventListener("afterprint", () => {
  if (!ui.paper) return;
  document.documentElement.dataset.theme = ui.paper.theme;
  ui.paper.margins.remove();
  ui.paper = undefined;
  draw();
});

// --- pictures --------------------------------------------------------------------------------------------------------

// The receipt's address as a QR; none if the server cannot be reached: the code itself is on the picture in any case.
async function receiptMark(one) {
  try {
    const answer = await fetch(`./r/${one.code}.qr.json?lang=${page.lang}`, { signal: AbortSignal.timeout(3000) });
    return await answer.json();
  } catch { return null; }
}

// Under the chart: notes and source from the left, the code in the right corner under its QR, black on white in either theme, as cameras want it.
function pictureFoot(one, lines, qr, width, height, below) {
  const safe = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const write = (text, x, y, more) => `<text x="${x}" y="${y}" font-family="Source Sans, Noto Sans, sans-serif" fill="${palette()("muted")}" ${more}>${safe(text)}</text>`;
  const corner = width - 40 - QR;
  return lines.map((line, index) => write(line, 40, height - below + 26 + 22 * index, 'font-size="14"')).join("")
    + write(one.code, corner + QR / 2, height - 26, 'font-size="15" font-weight="600" text-anchor="middle"')
    + (qr ? `<svg x="${corner}" y="${height - 44 - QR}" width="${QR}" height="${QR}" viewBox="0 0 ${qr.size} ${qr.size}" shape-rendering="crispEdges"><path fill="#FFF" d="M0 0h${qr.size}v${qr.size}H0z"/><path fill="#000" d="${qr.path}"/></svg>` : "");
}

async function asPng(svg, width, height) {
  const image = new Image(width, height);
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = h("canvas", { width: 2 * width, height: 2 * height });
  canvas.getContext("2d").drawImage(image, 0, 0, 2 * width, 2 * height);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

async function picture(one, format) {
  const width = 1280;
  const figure = figureFor(one, width - 80, mapMode.get(one.id) ?? "map");
  const title = wrapped(one.title, 74);
  const notes = [...one.notes.filter((note) => note.kind === "contradiction").map((note) => note.text), [one.source, one.release, page.brand].join(" · ")].flatMap((text) => wrapped(text, 140).split("<br>"));
  const above = 96 + 38 * title.split("<br>").length;
  const below = Math.max(40 + 22 * notes.length, QR + 60);
  const { layout } = figure;
  const color = palette();
  layout.width = width;
  layout.height = layout.height + above + below;
  layout.paper_bgcolor = color("paper");
  layout.plot_bgcolor = color("paper");
  layout.margin = { ...layout.margin, t: (layout.margin.t ?? 0) + above, b: (layout.margin.b ?? 0) + below, l: layout.margin.l + 40, r: layout.margin.r + 40 };
  layout.title = { text: `<b>${title}</b>`, font: { size: 28, color: color("text") }, x: 40 / width, xanchor: "left", y: 1 - 48 / layout.height, yanchor: "top", yref: "container",
    subtitle: { text: one.subtitle, font: { size: 17, color: color("muted") } } };
  const [qr, address] = await Promise.all([receiptMark(one), Plotly.toImage({ data: figure.data, layout, config: {} }, { format: "svg", width, height: layout.height })]);
  const svg = decodeURIComponent(address.slice(address.indexOf(",") + 1)).replace(/<\/svg>\s*$/, `${pictureFoot(one, notes, qr, width, layout.height, below)}</svg>`);
  const file = format === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await asPng(svg, width, layout.height);
  const link = URL.createObjectURL(file);
  h("a", { href: link, download: `${anchor(one.id)}_${Object.values(page.view).join("_")}.${format}` }).click();
  setTimeout(() => URL.revokeObjectURL(link), 60000);
}

let resizing;
new ResizeObserver(() => { clearTimeout(resizing); resizing = setTimeout(() => component && draw(), 80); }).observe(document.documentElement);

// --- live ------------------------------------------------------------------------------------------------------------

let watching;
function watch() {
  watching ??= setInterval(async () => {
    try {
      const answer = await fetch("./api/release", { cache: "no-store", signal: AbortSignal.timeout(3000) });
      const { number } = await answer.json();
      offline = 0;
      if (number !== null && number !== (page.release?.number ?? null) && number !== ui.asked) {
        ui.asked = number;
        ask({});
      }
    } catch { offline += 1; }
    const mark = document.getElementById("offline");
    if (mark) mark.hidden = offline < 2;
  }, POLL);
}

function tellNewRelease() {
  const number = page.release?.number;
  if (number && ui.shown && number > ui.shown) setTimeout(() => { const said = document.getElementById("said"); if (said) said.textContent = word("new_release", { number }); }, 50);
  if (number) ui.shown = number;
}
