// Shows a story slide by slide: from the server (/present) or out of one file. Prepares the next slide ahead; computes no number.

const WIDTH = 1920;
const HEIGHT = 1080;
const TITLES = [58, 52, 46, 40]; // title sizes, the first that leaves the chart its room
const NUMBERS = [280, 240, 210, 170, 130]; // sizes of a headline number, the first that stays on one line
const LEAST_LABEL = 24;
const STEP = 0.05; // from one size tried to the next
const LARGEST = 2.35; // labels of 13 and 14 become 30 and 33
const COLUMN = 400; // what a column of a long list needs, in the pixels of a card
const NAMED_COLUMNS = 6; // of a matrix in two parts: with more, its rows have codes for names
const TIGHT = { ranking: 0.76, pairs: 0.72, composition: 0.6, flow: 0.6, gap: 0.84, target: 0.6, matrix: 0.84, timeline: 0.7, network: 0.66 }; // of a card's height
const LINE = 1.25; // of a label's size, from line to line
const LABEL_ROW = 1.36; // from one line's name to the next
const FAMILY = '"Source Sans", sans-serif';
const TARGET_ROW = 58; // what a target's mark and its value above it need, in the pixels of a card
const POLL = 5000;
const STAY = 30; // seconds, where a slide turns by itself and the link does not say how often
const LEAST_STAY = 2;
const BAR_STAYS = 3000;
const ui = window.unionIndicators;
const here = document.documentElement.dataset;
const decks = new Map(Object.entries(JSON.parse(document.getElementById("decks").textContent))); // language -> deck
const alone = here.alone === "yes"; // one file, no server
const notesWindow = location.hash === "#notes";
const layers = new Map(); // "language|number|theme" -> slide node, drawn
let lang = document.documentElement.lang;
let at = 0;
let tabled = false;
const every = Math.max(LEAST_STAY, Number(new URLSearchParams(location.search).get("every")) || STAY);
let playing = Number(new URLSearchParams(location.search).get("every")) > 0;
let second = null;
let lost = null;
let round = 0;

const deck = () => decks.get(lang);
const slides = () => deck().slides;
const word = (key, slots = {}) => Object.entries(slots).reduce((text, [name, value]) => text.replace(`{${name}}`, value), deck().words[key]);
const theme = () => here.theme;
const root = document.getElementById("stage");

// --- one slide -------------------------------------------------------------------------------------------------------

function slideNode(slide) {
  const node = h("section", { class: `slide ${slide.kind}`, "aria-label": `${word("stage_slide")} ${slide.number}` });
  const table = tabled && slide.table?.rows.length;
  node.append(
    h("header", {}, h("h1", {}, kept(slide.title)), slide.subtitle ? h("p", { class: "subtitle" }, kept([slide.subtitle, slide.highlight].filter(Boolean).join(" · "))) : null,
      slide.unfollowed || slide.remark ? h("p", { class: "remark" }, kept([slide.remark, slide.unfollowed].filter(Boolean).join(" "))) : null),
    ...(slide.missing ? [h("div", { class: "body" })] : table ? [tableNode(slide)] : slide.tile ? [tileNode(slide.tile)] : slide.figure ? [keyList(slide) ?? "", h("div", { class: "body plot", role: "img", "aria-label": slide.alt })] : [tableNode(slide)]),
    ...doubts(slide, table),
    h("footer", {}, h("div", { class: "said" }, h("p", { class: "source" }, [slide.source, slide.release].filter(Boolean).join(" · ")), slide.code ? h("p", { class: "code" }, `${word("receipt")}: `, h("a", { href: slide.address, target: "_blank", rel: "noopener", tabindex: "-1" }, slide.code)) : null),
      h("p", { class: "count" }, `${slide.number} / ${slides().length}`), slide.qr ? qrNode(slide.qr, slide.address) : null));
  return node;
}

// What belongs together stays on one line: "4,5 → 2,6 млрд ₸", "— 26", "82,0 (2022)", "26%-ға"; none begins with an arrow, a dash or a ₸.
const kept = (text) => text.replace(/ (?=[→—–₸])/g, "\u00a0").replace(/([→—–]) (?=[\d−+])/g, "$1\u00a0").replace(/(\d) (?=\p{L})/gu, "$1\u00a0").replace(/(\d%?) (?=\(\d)/g, "$1\u00a0").replace(/%-/g, "%\u2011");

function tileNode(tile) {
  const sign = { up: "▲", down: "▼", same: "=" }[tile.direction] ?? "";
  return h("div", { class: "body number" }, h("p", { class: "value" }, tile.value),
    tile.delta ? h("p", { class: `delta ${tile.judgement}` }, h("span", { "aria-hidden": "true" }, sign), ` ${tile.delta}`, tile.judgement_word ? ` · ${tile.judgement_word}` : "") : null,
    tile.before ? h("p", { class: "before" }, tile.before) : null, [tile.target, tile.country, tile.remark].filter(Boolean).map((text) => h("p", { class: "beside" }, text)));
}

function tableNode({ table, title }) {
  return h("div", { class: "body table", tabindex: "-1", role: "group", "aria-label": `${word("table")}: ${title}` },
    h("table", {}, h("thead", {}, h("tr", {}, table.columns.map((column, index) => h("th", { scope: "col", class: table.numeric[index] ? "figure" : null }, column)))),
      h("tbody", {}, table.rows.map((row) => h("tr", {}, row.map((cell, index) => h(index ? "td" : "th", { scope: index ? null : "row", class: table.numeric[index] ? "figure" : null }, cell)))))));
}

const SIGNS = { contradiction: "≠\u00a0", partial: "○\u00a0" }; // the second is the hollow mark of a line

// What the document says against itself stands on the slide; what finds no room there stands in the table's view and in the receipt.
function doubts(slide, all) {
  if (slide.missing) return [];
  const found = slide.notes.filter((note) => all || note.kind === "contradiction");
  const hollow = !all && slide.kind === "trend" ? slide.notes.filter((note) => note.kind === "partial").slice(0, 1) : [];
  return [...hollow, ...found.slice(0, all ? found.length : 1)].map((note) => h("p", { class: `doubt ${note.kind}`, "data-more": all || note.kind !== "contradiction" ? 0 : found.length - 1 }, kept(`${SIGNS[note.kind] ?? ""}${note.text}`)));
}

function qrNode([size, path], address) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", address);
  const dark = document.createElementNS("http://www.w3.org/2000/svg", "path");
  dark.setAttribute("d", path);
  svg.append(dark);
  return h("div", { class: "qr" }, svg);
}

// The title is as large as the rest allows; the chart gets what is left, its labels never smaller than can be read from the last row.
function arrange(node, slide) {
  const title = node.querySelector("h1");
  for (const size of TITLES) {
    title.style.fontSize = `${size}px`;
    if (title.offsetHeight <= size * 1.16 * (size > 46 ? 2.2 : 3.2)) break;
  }
  const number = node.querySelector(".number .value");
  if (number) for (const size of NUMBERS) { number.style.fontSize = `${size}px`; if (number.scrollWidth <= number.clientWidth) break; }
  const doubt = node.querySelector(".doubt.contradiction");
  if (doubt && !tabled) {
    const more = Number(doubt.dataset.more);
    if (doubt.offsetHeight > 110) doubt.textContent = `≠ ${word("doubt")} (T)`;
    else if (more) doubt.append(` ${word("stage_further", { count: more })}`);
  }
  const table = node.querySelector(".body.table table");
  if (table) for (const size of [40, 36, 32, 30, 28, 26, 24]) { table.style.fontSize = `${size}px`; if (table.offsetHeight <= table.parentElement.clientHeight) break; }
  if (table && table.offsetHeight > table.parentElement.clientHeight) table.parentElement.classList.add("more");
  const plot = node.querySelector(".plot");
  if (plot) drawInto(plot, slide);
}

function drawInto(plot, slide) {
  const { figures } = fitted(slide, plot.clientWidth, plot.clientHeight);
  const key = plot.previousElementSibling;
  if (key?.classList.contains("key")) key.classList.toggle("shown", figures.some((figure) => figure.abbreviated));
  plot.replaceChildren(...figures.map((figure) => {
    const part = h("div", {});
    part.style.width = `${figure.layout.width}px`;
    part.style.height = `${figure.layout.height}px`;
    return part;
  }));
  figures.forEach((figure, index) => Plotly.newPlot(plot.children[index], figure.data, figure.layout, { displayModeBar: false, responsive: false, doubleClick: false, showTips: false }));
}

// The largest scale at which a card's figure fits; long lists stand in two or three columns before their labels would become too small.
function fitted(slide, width, height) {
  const steps = Math.max(1, Math.floor((LARGEST - LEAST_LABEL / smallest(slide.figure)) / STEP + 1e-9) + 1);
  const most = splittable(slide.figure) ? 3 : matrixRows(slide.figure) > 11 ? 2 : 1;
  let found;
  for (let columns = 1; columns <= most && !found?.fits; columns++) {
    const parts = split(slide.figure, columns);
    // The larger the scale, the less fits: the first step that does is found by halving.
    let [low, high] = [0, steps - 1];
    found = null;
    while (low < high) {
      const middle = (low + high) >> 1;
      const tried = drawnAt(slide, parts, width / columns, height, LARGEST - middle * STEP);
      if (tried.fits) { high = middle; found = tried; } else low = middle + 1;
    }
    if (!found || Math.abs(found.scale - (LARGEST - low * STEP)) > 1e-9) found = drawnAt(slide, parts, width / columns, height, LARGEST - low * STEP);
  }
  const { drawn, parts, room, scale } = found;
  const natural = Math.max(...drawn.map((figure) => figure.layout.height));
  const high = Math.min(height / scale, ["trend", "change", "map"].includes(slide.kind) ? Infinity : natural * 1.5);
  return { figures: drawn.map((figure, index) => scaled(settled(figure, room, parts.length > 1 ? high * parts[index].share : high), scale)) };
}

function drawnAt(slide, parts, width, height, scale) {
  const room = width / scale;
  const narrow = parts.length > 1 && slide.figure.layout.meta?.narrow_columns?.length > NAMED_COLUMNS ? Infinity : COLUMN;
  const drawn = parts.map((figure) => figureFor({ ...slide, figure }, room, "map", { grow: false, narrow }));
  const broken = (figure) => parts.length > 1 && figure.layout.yaxis.ticktext?.some((text) => text.includes("<br>"));
  const needed = Math.max(...drawn.map((figure) => (figure.layout.meta?.map ? 1 : figure.layout.height * (broken(figure) ? 1 : TIGHT[slide.kind] ?? 0.8))));
  return { drawn, parts, room, scale, fits: needed <= height / scale };
}

// A card's figure in a frame of another height: what stood in rows above each other must not stand on each other in lower rows.
function settled({ data, layout }, width, height) {
  const result = { data: data.map(apart), layout: { ...layout, width, height } };
  result.layout.annotations = besideLines(result.layout);
  const { ticktext, tickfont } = layout.yaxis ?? {};
  if (!ticktext) return result;
  const row = (height - layout.margin.t - layout.margin.b) / ticktext.length;
  const lines = Math.max(...ticktext.map((text) => text.split("<br>").length));
  if (width >= NARROW && lines * tickfont.size * LINE > row) result.layout.yaxis = { ...layout.yaxis, ticktext: ticktext.map((text) => text.replaceAll("<br>", " ")) };
  if (row < TARGET_ROW) besideTargets(result, row);
  return result;
}

// Names at the ends of lines: as near to their points as this height allows without one covering another.
function besideLines({ annotations, xaxis, yaxis, margin, width, height }) {
  const lines = (annotations ?? []).filter((note) => typeof note.y === "number" && note.yref !== "paper" && note.xshift);
  if (!lines.length || !yaxis.range || !xaxis.range) return annotations;
  const across = (width - margin.l - margin.r) / (xaxis.range[1] - xaxis.range[0]);
  const up = (height - margin.t - margin.b) / (yaxis.range[1] - yaxis.range[0]);
  const boxes = lines.map((note) => {
    const long = textWidth(note.text.replace(/<[^>]+>/g, ""), `700 ${note.font.size}px ${FAMILY}`);
    const left = (note.x - xaxis.range[0]) * across + note.xshift - (note.xanchor === "right" ? long : 0);
    const own = (note.y - yaxis.range[0]) * up;
    return { note, left, right: left + long, own, at: own };
  }).sort((one, other) => one.at - other.at);
  for (let round = 0; round < 60; round++) {
    for (const box of boxes) box.at = Math.max(box.at, box.note.font.size * 0.6); // below the axis stand the years
    for (const [index, lower] of boxes.entries()) for (const upper of boxes.slice(index + 1)) {
      const short = upper.left < lower.right && lower.left < upper.right ? lower.note.font.size * LABEL_ROW - (upper.at - lower.at) : 0;
      if (short > 0.01) { lower.at -= short / 2; upper.at += short / 2; }
    }
  }
  const shifts = new Map(boxes.map(({ note, own, at }) => [note, at - own]));
  return annotations.map((note) => (shifts.has(note) ? { ...note, yshift: shifts.get(note) } : note));
}

// In low rows a target's value stands to the right of its mark, where no bar is; over it there is the row above.
function besideTargets({ data, layout }, row) {
  const [bars] = data;
  const mark = data.findIndex(({ marker }) => marker?.symbol === "line-ns-open");
  if (mark < 0 || !layout.annotations?.length) return;
  data[mark] = { ...data[mark], marker: { ...data[mark].marker, size: row * 0.6 } };
  layout.annotations = layout.annotations.map((note) => (bars.x[bars.y.indexOf(note.y)] < note.x ? { ...note, yshift: 0, xanchor: "left", xshift: 5 } : note));
}

const splittable = ({ layout, data }) => layout.yaxis?.type === "category" && layout.yaxis.tickvals?.length > 11 && data.every((trace) => Array.isArray(trace.y));

const matrixRows = ({ layout }) => (layout.meta?.matrix ? layout.yaxis.tickvals.length : 0);

// A matrix in two parts: its rows go on beside each other, with the codes that people know for names.
function splitMatrix(figure, columns) {
  const { layout, data } = figure;
  const rows = matrixRows(figure);
  const most = Math.ceil(rows / columns);
  return Array.from({ length: columns }, (_, column) => {
    const from = column * most;
    const count = Math.min(most, rows - from);
    const mine = (y) => y > from - 0.5 && y < from + count - 0.5;
    const traces = data.map((trace) => picked(trace, trace.y.map(mine))).map((trace) => ({ ...trace, y: trace.y.map((y) => y - from), ...(trace.name === "only:narrow" ? { textfont: { ...trace.textfont, size: layout.yaxis.tickfont.size } } : {}) }));
    const shapes = layout.shapes.filter(({ y0 }) => mine(y0)).map((shape) => ({ ...shape, y0: shape.y0 - from, y1: shape.y1 - from }));
    const yaxis = { ...layout.yaxis, tickvals: layout.yaxis.tickvals.slice(0, count), ticktext: layout.yaxis.ticktext.slice(from, from + count), range: [most - 0.5, -0.5] };
    const meta = { ...layout.meta, narrow_rows: layout.meta.narrow_rows.slice(from, from + count) };
    return { data: traces, layout: { ...layout, shapes, yaxis, meta, height: ((layout.height - 64) * most) / rows + 64 }, share: 1 };
  });
}

function split(figure, columns) {
  if (columns === 1) return [{ ...figure, share: 1 }];
  if (matrixRows(figure)) return splitMatrix(figure, columns);
  const { tickvals, ticktext } = figure.layout.yaxis;
  const most = Math.ceil(tickvals.length / columns);
  return Array.from({ length: columns }, (_, column) => {
    const from = column * most;
    const wanted = new Set(tickvals.slice(from, from + most));
    const data = figure.data.map((trace) => picked(trace, trace.y.map((code) => wanted.has(code)))).filter((trace) => trace.y.length);
    const yaxis = { ...figure.layout.yaxis, tickvals: [...wanted], ticktext: ticktext.slice(from, from + most) };
    const annotations = figure.layout.annotations?.filter((note) => wanted.has(note.y));
    // What is written beyond the longest bar needs its width in every column.
    const xaxis = { ...figure.layout.xaxis, range: [figure.layout.xaxis.range[0], figure.layout.xaxis.range[1] * (1 + 0.09 * columns)] };
    return { data, layout: { ...figure.layout, xaxis, yaxis, ...(annotations ? { annotations } : {}), height: ((figure.layout.height - 24) * most) / tickvals.length + 24 }, share: wanted.size / most };
  });
}

function picked(value, keep) {
  if (Array.isArray(value)) return value.length === keep.length ? value.filter((_, index) => keep[index]) : value;
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, picked(item, keep)]));
  return value;
}

// At this size a value would touch its bar or the mark beside it.
const beside = ({ type, mode, textposition }) => (type === "bar" && textposition === "outside") || (mode === "text" && textposition === "middle right");
const apart = (trace) => (beside(trace) ? { ...trace, text: trace.text.map((text) => `\u00a0${text}`) } : trace);

function smallest(figure) {
  let least = Infinity;
  const look = (value) => {
    if (Array.isArray(value)) value.forEach(look);
    else if (value && typeof value === "object") for (const [name, item] of Object.entries(value)) {
      if (/font$/.test(name) && typeof item?.size === "number") least = Math.min(least, item.size);
      else look(item);
    }
  };
  look(figure.data.filter((trace) => trace.name !== "only:tiles" && trace.name !== "only:narrow"));
  const { hoverlabel, ...layout } = figure.layout;
  look(layout);
  return least;
}

// Everything that Plotly measures in pixels grows alike: type, lines, marks, margins.
const PIXELS = new Set(["size", "width", "height", "xshift", "yshift", "l", "r", "t", "b", "pad", "zerolinewidth"]);
function scaled(value, by, name = "") {
  if (typeof value === "number") return PIXELS.has(name) ? value * by : value;
  if (Array.isArray(value)) return value.map((item) => scaled(item, by, name));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, scaled(item, by, key)]));
  return value;
}

// --- the show --------------------------------------------------------------------------------------------------------

const stamp = (index) => [lang, slides()[index].link, slides()[index].hash ?? "", slides().length, index, theme(), tabled].join("|");

function layer(index) {
  const name = stamp(index);
  if (!layers.has(name)) {
    const node = slideNode(slides()[index]);
    node.inert = true;
    node.style.order = index; // on paper they stand in the story's order
    node.classList.toggle("first", index === 0);
    root.append(node);
    arrange(node, slides()[index]);
    layers.set(name, node);
  }
  return layers.get(name);
}

function show(index) {
  if (!slides().length) return empty();
  at = Math.max(0, Math.min(index, slides().length - 1));
  const node = layer(at);
  for (const other of layers.values()) { other.classList.toggle("current", other === node); other.inert = other !== node; }
  document.title = `${at + 1} / ${slides().length} · ${slides()[at].title}`;
  document.getElementById("said").textContent = `${at + 1} / ${slides().length}. ${slides()[at].title}. ${slides()[at].alt ?? ""}`;
  try { history.replaceState(null, "", `${location.pathname}${location.search}#${at + 1}`); } catch { /* some files may not change their address */ }
  tell();
  bar();
  turn();
  const mine = ++round;
  // The next slide, then the one before, are drawn while the speaker speaks; others are dropped.
  setTimeout(() => mine === round && prepare(mine), 30);
}

function prepare(mine) {
  for (const index of keep([at, (at + 1) % slides().length, Math.max(0, at - 1)]).slice(1)) setTimeout(() => mine === round && layer(index));
}

// Lets go of what was drawn and is not among the slides wanted, in their present language, theme and form.
function keep(wanted) {
  const kept = new Set(wanted.map(stamp));
  for (const [name, node] of layers) if (!kept.has(name)) { layers.delete(name); node.remove(); }
  return wanted;
}

function empty() {
  root.replaceChildren(h("section", { class: "slide current" }, h("header", {}, h("h1", {}, deck().title || deck().brand), h("p", { class: "subtitle" }, [...deck().messages, word("stage_empty")].join(" "))),
    h("div", { class: "body" }), h("footer", {}, h("p", { class: "source" }, h("a", { href: `./stories?lang=${lang}` }, deck().brand)))));
  bar();
}

const go = (step) => show(playing ? (at + step + slides().length) % slides().length : at + step);

async function speak(code) {
  if (!decks.has(code) && !(await load(code))) return tellMessage(word("no_connection_filter"));
  lang = code;
  document.documentElement.lang = code;
  rewrite({ lang: code });
  show(at);
  if (!document.getElementById("help").hidden) help(true);
  others();
}

function rewrite(changes) {
  if (alone) return;
  const asked = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) value ? asked.set(name, value) : asked.delete(name);
  history.replaceState(null, "", `${location.pathname}?${asked}${location.hash}`);
}

async function load(code, asked = new URLSearchParams(location.search)) {
  if (alone) return false;
  asked.set("lang", code);
  try {
    const answer = await fetch(`./api/deck?${asked}`, { cache: "no-store", signal: AbortSignal.timeout(20000) });
    if (!answer.ok) return false;
    decks.set(code, await answer.json());
    return true;
  } catch { return false; }
}

// The other languages come while nobody waits for them, so that L answers at once, also without a connection.
async function others() {
  for (const { code } of deck().langs) if (!decks.has(code)) await load(code);
}

async function choose(changes) {
  const asked = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) value ? asked.set(name, value) : asked.delete(name);
  if (!(await load(lang, asked))) return tellMessage(word("no_connection_filter"));
  rewrite(changes);
  renewed();
}

// Other numbers: what was drawn and what was loaded in other languages no longer holds.
function renewed() {
  for (const code of [...decks.keys()]) if (code !== lang) decks.delete(code);
  for (const node of layers.values()) node.remove();
  layers.clear();
  show(at);
  others();
}

function switchTheme() {
  here.theme = theme() === "dark" ? "light" : "dark";
  show(at);
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
  awake();
}

// What Esc ends before it ends the show; from the second window it ends no more than that.
const covered = () => tabled || !document.getElementById("help").hidden || document.body.classList.contains("black");

function leave() {
  if (!document.getElementById("help").hidden) return help(false);
  if (document.body.classList.contains("black")) return black(false);
  if (tabled) { tabled = false; return show(at); }
  if (!alone) location.href = slides()[at]?.href ?? `./stories?lang=${lang}`;
}

function black(on = !document.body.classList.contains("black")) { document.body.classList.toggle("black", on); }

function flipTable() { tabled = !tabled; show(at); }

function scrollTable(by) { root.querySelector(".slide.current .body.table")?.scrollBy(0, by); }

const KEYS = {
  ArrowRight: () => go(1), ArrowLeft: () => go(-1), " ": (event) => go(event.shiftKey ? -1 : 1), PageDown: () => go(1), PageUp: () => go(-1), Enter: () => go(1), Backspace: () => go(-1),
  Home: () => show(0), End: () => show(slides().length - 1), ArrowDown: () => scrollTable(200), ArrowUp: () => scrollTable(-200),
  f: full, l: () => speak(nextLanguage()), t: flipTable, d: switchTheme, b: () => black(), ".": () => black(), Escape: leave, "?": () => help(), s: openSecond, p: play,
};
// The same keys on a Cyrillic keyboard: the letter is told by its place.
const PLACES = { KeyF: "f", KeyL: "l", KeyT: "t", KeyD: "d", KeyB: "b", KeyS: "s", KeyP: "p", Slash: "?" };

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const field = event.target.closest?.("input, select, textarea, [contenteditable]");
  if (field) { if (event.key === "Escape") field.blur(); return; }
  if (event.target.closest?.("button, a") && [" ", "Enter"].includes(event.key)) return;
  const act = KEYS[event.key] ?? KEYS[event.key.toLowerCase()] ?? (event.code === "Slash" && !event.shiftKey ? null : KEYS[PLACES[event.code]]);
  if (!act) return;
  event.preventDefault();
  // The second window steers the first, which tells it where the show stands.
  if (notesWindow && window.opener) window.opener.postMessage({ union: "key", key: event.key.length === 1 && PLACES[event.code] ? PLACES[event.code] : event.key, shiftKey: event.shiftKey }, "*");
  else obey(act, event);
});

// Any key lights a black screen; those that only end something then end nothing else.
function obey(act, event) {
  const dark = document.body.classList.contains("black");
  if (dark) black(false);
  if (!dark || ![KEYS.b, KEYS["."], leave].includes(act)) act(event);
}

const nextLanguage = () => { const codes = deck().langs.map(({ code }) => code); return codes[(codes.indexOf(lang) + 1) % codes.length]; };

// A finger's swipe is a step.
let touched = null;
addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch" ? event.clientX : null; });
addEventListener("pointerup", (event) => {
  if (touched !== null && Math.abs(event.clientX - touched) > 60) go(event.clientX < touched ? 1 : -1);
  touched = null;
});

// --- by itself -------------------------------------------------------------------------------------------------------

// Every slide has its whole time, whoever called it.
let turning;
function turn() {
  clearTimeout(turning);
  if (playing) turning = setTimeout(() => go(1), every * 1000);
}

function play() {
  playing = !playing;
  if (playing) awake();
  turn();
  bar();
}

// The screen does not go to sleep during a show; hidden and shown again, it has to be asked anew.
function awake() { navigator.wakeLock?.request("screen").catch(() => {}); }
addEventListener("visibilitychange", () => { if (playing || document.fullscreenElement) awake(); });

// A show goes on without the server: everything is here. A mark says so, and new numbers are taken up when the server is back.
async function watch() {
  try {
    const answer = await fetch("./api/release", { cache: "no-store", signal: AbortSignal.timeout(4000) });
    const { number } = await answer.json();
    lost = null;
    if (number !== null && number !== deck().release.number) {
      if (playing && (await load(lang))) renewed();
      else document.getElementById("renew").hidden = false;
    }
    if (decks.size < deck().langs.length) others();
  } catch { lost ??= new Date(); }
  mark();
}

function mark() {
  const node = document.getElementById("lost");
  node.hidden = !lost;
  if (lost) node.textContent = word("offline_stage", { time: lost.toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit" }) });
}

// --- the bar ---------------------------------------------------------------------------------------------------------

function bar() {
  const button = (label, act, sign, pressed) => h("button", { type: "button", title: label, "aria-label": label, "aria-pressed": pressed === undefined ? null : String(pressed), onclick: act }, sign);
  const focus = document.activeElement?.closest?.("#bar") ? document.activeElement.getAttribute("aria-label") ?? document.activeElement.id : null;
  const { filters, view } = deck();
  document.getElementById("bar").replaceChildren(
    button(word("stage_previous"), () => go(-1), "‹"), h("span", { class: "where" }, slides().length ? `${at + 1} / ${slides().length}` : "0"), button(word("stage_next"), () => go(1), "›"),
    h("span", { class: "group", role: "group", "aria-label": word("language") }, deck().langs.map(({ code, label, name }) => h("button", { type: "button", lang: code, title: name, "aria-label": name, "aria-pressed": String(code === lang), onclick: () => speak(code) }, label))),
    ...(alone ? [] : [h("span", { class: "group filters", role: "group", "aria-label": word("filters") }, filters.map((filter) => h("select", { id: `filter-${filter.name}`, "aria-label": filter.label, class: view[filter.name] ? "on" : "", onchange: (event) => { if (!event.target.matches(":focus-visible")) event.target.blur(); choose({ [filter.name]: event.target.value }); } },
      filter.options.map(([code, label]) => h("option", { value: code, selected: code === (view[filter.name] ?? "") }, label)))))]),
    button(`${word("stage_table")} (T)`, flipTable, "T", tabled), button(`${word("stage_theme")} (D)`, switchTheme, "◐"), button(`${word("stage_play")} (P)`, play, playing ? "❚❚" : "▶", playing),
    button(`${word("stage_full")} (F)`, full, "⛶"), button(`${word("stage_second")} (S)`, openSecond, "❐"), button(`${word("stage_help")} (?)`, () => help(), "?"), ...(alone ? [] : [button(`${word("stage_close")} (Esc)`, leave, "✕")]));
  if (focus) [...document.getElementById("bar").querySelectorAll("button, select")].find((one) => [one.getAttribute("aria-label"), one.id].includes(focus))?.focus();
}

let barTimer;
addEventListener("mousemove", () => {
  document.body.classList.add("awake");
  clearTimeout(barTimer);
  barTimer = setTimeout(() => document.body.classList.remove("awake"), BAR_STAYS);
});

function help(on = document.getElementById("help").hidden) {
  const node = document.getElementById("help");
  const lines = [["→ Space PgDn", "stage_next"], ["← PgUp", "stage_previous"], ["Home", "stage_first"], ["End", "stage_last"], ["F", "stage_full"], ["L", "stage_language"], ["T", "stage_table"], ["D", "stage_theme"], ["B", "stage_black"],
    ["P", "stage_play"], ["S", "stage_second"], ["Esc", "stage_close"], ["?", "stage_help"]];
  node.hidden = !on;
  if (on) { node.replaceChildren(h("h2", {}, word("stage_help")), h("dl", {}, lines.flatMap(([keys, key]) => [h("dt", {}, keys.split(" ").map((one) => h("kbd", {}, one))), h("dd", {}, word(key))]))); node.focus(); }
}

let messageTimer;
function tellMessage(text) {
  const node = document.getElementById("message");
  node.textContent = text;
  node.hidden = !text;
  clearTimeout(messageTimer);
  messageTimer = setTimeout(() => { node.hidden = true; }, 8000);
}

// --- the second window: notes, the next slide, the clock -------------------------------------------------------------

function openSecond() {
  const address = alone ? location.href.split("#")[0] : `${location.pathname}${location.search}`;
  second = window.open(`${address}#notes`, "union-indicators-notes", "width=1200,height=760");
  if (!second) tellMessage(word("stage_blocked"));
}

function tell() {
  if (second && !second.closed) second.postMessage({ union: "at", at, lang, query: location.search }, "*");
}

addEventListener("message", async ({ data, source, origin }) => {
  if (origin !== location.origin) return;
  // The first window may have been loaded anew since it opened the second: that one says every second that it is there.
  if (data?.union === "ready" || (data?.union === "here" && source !== second)) { second = source; tell(); }
  if (data?.union === "key" && source === second && KEYS[data.key] && (data.key !== "Escape" || covered())) obey(KEYS[data.key], data);
  if (data?.union === "at" && source === window.opener) {
    const changed = data.query !== location.search;
    if (changed && !alone) history.replaceState(null, "", `${location.pathname}${data.query}#notes`);
    if (!decks.has(data.lang) || changed) await load(data.lang);
    lang = decks.has(data.lang) ? data.lang : lang;
    document.documentElement.lang = lang;
    at = Math.min(data.at, slides().length - 1);
    notes();
  }
});

const started = Date.now();
function notes() {
  const [now, next] = [slides()[at], slides()[at + 1]];
  document.body.className = "notes";
  document.title = `${word("stage_notes")} · ${now.title}`;
  const mini = (slide) => {
    const node = slideNode(slide);
    node.classList.add("current");
    return h("div", { class: "mini" }, node);
  };
  root.replaceChildren(h("div", { class: "now" }, h("p", { class: "head" }, `${at + 1} / ${slides().length}`), mini(now)), h("div", { class: "next" }, h("p", { class: "head" }, next ? word("stage_coming") : word("stage_end")), next ? mini(next) : null),
    h("div", { class: "words", tabindex: "0", role: "group", "aria-label": word("stage_notes") }, h("p", { class: now.said ? "speech" : "speech none" }, now.said || word("stage_no_notes")), (now.notes ?? []).map((note) => h("p", { class: "note" }, note.text)), now.definition ? h("p", { class: "note" }, now.definition) : null),
    h("p", { class: "clock" }, h("span", { id: "clock" }), h("span", { id: "running" })));
  [...root.querySelectorAll(".slide")].forEach((node, index) => {
    node.style.transform = `scale(${node.parentElement.clientWidth / WIDTH})`;
    arrange(node, [now, next][index]);
  });
  tick();
}

function tick() {
  window.opener?.postMessage({ union: "here" }, "*");
  const clock = document.getElementById("clock");
  if (!clock) return;
  clock.textContent = new Date().toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit" });
  const seconds = Math.floor((Date.now() - started) / 1000);
  document.getElementById("running").textContent = `${word("stage_running")} ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

// --- beginning -------------------------------------------------------------------------------------------------------

function fit() {
  const scale = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT);
  root.style.transform = scale === 1 ? "" : `scale(${scale})`;
  root.style.left = `${(innerWidth - WIDTH * scale) / 2}px`;
  root.style.top = `${(innerHeight - HEIGHT * scale) / 2}px`;
}

// On paper every slide is a page.
addEventListener("beforeprint", () => { if (!notesWindow) keep(slides().map((_, index) => index)).forEach(layer); });

async function begin() {
  await ui.ready;
  if (document.fonts?.load) await Promise.all(["400 20px", "700 20px"].map((font) => document.fonts.load(`${font} "Source Sans"`))).catch(() => {});
  if (ui.geometry) geo = ui.geometry;
  else if ([...decks.values()].some((one) => one.slides.some((slide) => slide.kind === "map"))) await geometryLoaded(ui.geo);
  document.getElementById("renew").addEventListener("click", async () => { document.getElementById("renew").hidden = true; if (await load(lang)) renewed(); });
  document.getElementById("renew").textContent = word("new_release_stage");
  if (notesWindow) {
    setInterval(tick, 1000);
    notes();
    window.opener?.postMessage({ union: "ready" }, "*");
    return;
  }
  addEventListener("resize", fit);
  fit();
  const wanted = Number(location.hash.slice(1)) || 1;
  show(wanted - 1);
  if (deck().messages.length) tellMessage(deck().messages.join(" "));
  if (playing) awake();
  if (alone) return;
  others();
  setInterval(watch, POLL);
}

begin();
