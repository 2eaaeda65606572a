// What page and stage share: an exhibit's figure as Plotly draws it at a width, in a theme. Stands before app.js and stage.js in their assets.

const NARROW = 520; // below this width labels break into more lines
// Below this width, or below what its few columns need, a matrix names them by code and shows signs for years.
const MATRIX_NARROW = 860;
const MATRIX_NAMES = 220;
const MATRIX_COLUMN = 76;
const LEAST = 96; // what a chart's lines need: with less, names move from the lines' ends into the key
const PROJECTOR = 1700; // the width from which type grows, here and in app.css
let geo = null;
let geoReady = null;

function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

// What the marks of a chart mean, where names do not fit on them.
function keyList(one) {
  if (!one.key.length) return null;
  return h("ul", { class: `key ${one.key_only_narrow ? "for-short" : ""}` }, one.key.map((item) => {
    const mark = item.mark === "none" ? null : h("i", { class: item.mark, "aria-hidden": "true" });
    if (mark) mark.style.setProperty("--mark", `var(--c-${item.color.slice(1).replaceAll("_", "-")})`);
    return h("li", {}, mark, item.text);
  }));
}

function palette() {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--c-${name.replaceAll("_", "-")}`).trim();
}

function resolved(value, color, shapes) {
  if (typeof value === "string") {
    if (!value.startsWith("@")) return value;
    const [kind, place, axis] = value.slice(1).split(":");
    return kind === "shape" ? shapes[place].shape[axis] : kind === "label" ? shapes[place].label[axis] : color(kind) || value;
  }
  if (Array.isArray(value)) return value.map((item) => resolved(item, color, shapes));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolved(item, color, shapes)]));
  return value;
}

function geometry(mode) {
  if (!geo) return null;
  geo.ready ??= {};
  if (geo.ready[mode]) return geo.ready[mode];
  const shapes = {};
  const { regions, width, height } = geo.map;
  const tileList = geo.tiles.tiles ?? geo.tiles;
  const columns = Math.max(...Object.values(tileList).map((at) => at[0])) + 1;
  const lines = Math.max(...Object.values(tileList).map((at) => at[1])) + 1;
  const wide = width / columns;
  const high = height / lines;
  for (const place of Object.keys(regions)) {
    if (mode === "map") {
      const { x, y, label } = regions[place];
      shapes[place] = { shape: { x, y }, label: { x: label[0], y: label[1] } };
    } else {
      const [column, line] = tileList[place];
      const gap = 3;
      const [x0, x1] = [column * wide + gap, (column + 1) * wide - gap];
      const [y0, y1] = [height - (line + 1) * high + gap, height - line * high - gap];
      shapes[place] = { shape: { x: [x0, x1, x1, x0, x0], y: [y0, y0, y1, y1, y0] }, label: { x: (x0 + x1) / 2, y: (y0 + y1) / 2 } };
    }
  }
  return (geo.ready[mode] = shapes);
}

function figureFor(one, width, mode, { color = palette(), grow = innerWidth >= PROJECTOR, narrow = NARROW } = {}) {
  const figure = one.figure;
  const isMap = figure.layout.meta?.map;
  const shapes = isMap ? geometry(mode) : null;
  if (isMap && !shapes) return null;
  const brief = width < Math.min(MATRIX_NARROW, MATRIX_NAMES + MATRIX_COLUMN * (figure.layout.meta?.narrow_columns?.length ?? 0));
  const shown = [`only:${mode}`, `only:${brief ? "narrow" : "wide"}`];
  const data = figure.data.filter((trace) => !String(trace.name ?? "").startsWith("only:") || shown.includes(trace.name));
  const result = resolved({ data, layout: figure.layout }, color, shapes);
  const layout = result.layout;
  if (isMap) layout.height = Math.max(210, Math.min(layout.height, Math.round(width * 0.57)));
  result.abbreviated = Boolean(layout.meta?.narrow_right) && width - layout.margin.l - layout.margin.r < LEAST;
  if (result.abbreviated) {
    for (const note of layout.annotations ?? []) if (note.name?.startsWith("narrow:")) note.text = note.name.slice(7);
    layout.margin.r = layout.meta.narrow_right;
  }
  if (layout.meta?.matrix && brief) {
    layout.xaxis.ticktext = layout.meta.narrow_columns;
    if (width < narrow) layout.yaxis.ticktext = layout.meta.narrow_rows;
  }
  if (layout.meta?.network && width < narrow) {
    for (const note of layout.annotations) { note.text = wrapped(note.text, note.xanchor === "right" ? 11 : 19); note.font.size = 12; }
    // A word that does not break needs more than the usual room.
    const before = layout.annotations.filter((note) => note.xanchor === "right");
    const longest = before.map(({ text, xshift = 0 }) => Math.max(...text.split("<br>").map((line) => textWidth(unmarked(line), `700 12px ${layout.font.family}`))) - xshift);
    layout.margin.l = Math.max(92, ...longest.map((one) => Math.ceil(one) + 4));
    layout.margin.r = 150;
  }
  if (width < narrow && !layout.meta?.matrix) {
    if (layout.yaxis?.ticktext) {
      layout.yaxis.ticktext = layout.yaxis.ticktext.map((text) => wrapped(text, 17));
      const lines = Math.max(1, ...layout.yaxis.ticktext.map((text) => text.split("<br>").length));
      layout.height = Math.max(layout.height, 24 + layout.yaxis.ticktext.length * (lines * 17 + 6));
    }
    thinTicks(layout, width);
    makeRoomForValues(result, width);
    if (isMap && mode === "map") for (const trace of result.data) if (trace.mode === "text") trace.textfont.size = 9.5;
    if (isMap && mode === "tiles") {
      const [from, to] = layout.xaxis.range;
      const tile = Object.values(shapes)[0].shape.x;
      for (const trace of result.data.filter((one) => one.mode === "text")) {
        trace.textfont.size = 10;
        trace.text = trace.text.map((text) => shortened(text, `10px ${layout.font.family}`, ((tile[1] - tile[0]) * width) / (to - from) - 2));
      }
    }
  }
  for (const note of layout.annotations ?? []) if (note.name?.startsWith("narrow:")) delete note.name;
  if (grow) enlarge(result);
  layout.width = width;
  layout.uirevision = "keep";
  return result;
}

let ruler;
function textWidth(text, font) {
  ruler ??= document.createElement("canvas").getContext("2d");
  ruler.font = font;
  return ruler.measureText(text).width;
}

// A tile's words with as much of the name as there is room for.
function shortened(text, font, room) {
  const [name, value] = text.split("<br>");
  return `${shorter(name).find((one) => textWidth(one, font) <= room) ?? name}<br>${value}`;
}

// A name ever shorter; the last word keeps a letter, for it may be all that tells two places apart (Алматы қ., Алматы обл.).
function shorter(name) {
  const blank = name.lastIndexOf(" ");
  const [head, tail] = [name.slice(0, Math.max(blank, 0)), name.slice(blank + 1)];
  const cuts = (word) => Array.from({ length: Math.max(word.length - 1, 0) }, (_, cut) => word.slice(0, word.length - 1 - cut));
  return [name, ...cuts(tail).map((part) => `${head} ${part}.`.trimStart()), ...cuts(head).map((part) => `${part.trimEnd()}. ${tail[0]}.`)];
}

// Years stand as close as their four digits allow, the last one always.
function thinTicks(layout, width) {
  const { tickvals, ticktext, range } = layout.xaxis ?? {};
  if (!tickvals || !range || tickvals.length < 3) return;
  const at = (value) => (typeof value === "string" ? Date.parse(value) : value);
  const unit = (width - layout.margin.l - layout.margin.r) / (at(range[1]) - at(range[0]));
  const kept = [];
  for (let index = tickvals.length - 1; index >= 0; index--) {
    if (!kept.length || (at(tickvals[kept[0]]) - at(tickvals[index])) * unit >= 36) kept.unshift(index);
  }
  layout.xaxis.tickvals = kept.map((index) => tickvals[index]);
  layout.xaxis.ticktext = kept.map((index) => ticktext[index]);
}

const unmarked = (text) => text.replace(/<[^>]+>/g, "");

// Whether a trace writes its values beside its bars or marks.
const isBeside = ({ type, mode, textposition }) => (type === "bar" && textposition === "outside") || (mode === "text" && textposition === "middle right");

// Values written beyond the bars need their width at the right, whatever the longest bar is.
function makeRoomForValues({ data, layout }, width) {
  const written = layout.yaxis?.type === "category" && data.find(isBeside);
  if (!written || layout.xaxis.visible !== false) return;
  const wide = (text, { size }) => textWidth(unmarked(text), `700 ${size}px ${layout.font.family}`);
  const longest = Math.max(...written.text.map((text) => wide(text, written.textfont))) + 8;
  const labels = Math.max(...layout.yaxis.ticktext.flatMap((text) => text.split("<br>")).map((line) => wide(line, layout.yaxis.tickfont)));
  const room = Math.max(60, width - labels - 20);
  layout.xaxis.range[1] = Math.max(layout.xaxis.range[1], (Math.max(...written.x) * room) / Math.max(40, room - longest));
}

// On a wide screen the page's type grows (app.css); what is written in charts grows with it.
function enlarge(figure) {
  const fonts = (value) => {
    if (Array.isArray(value)) value.forEach(fonts);
    else if (value && typeof value === "object") {
      for (const [name, item] of Object.entries(value)) {
        if (/font$/.test(name) && typeof item?.size === "number") item.size *= 1.22;
        else fonts(item);
      }
    }
  };
  fonts(figure);
  if (!figure.layout.meta?.map) figure.layout.height = Math.round(figure.layout.height * 1.15);
  if (figure.layout.margin.r > 60) figure.layout.margin.r *= 1.2;
}

function wrapped(text, least) {
  const bold = text.startsWith("<b>");
  const lines = [""];
  for (const part of text.replace(/<\/?b>/g, "").replace(/<br>/g, " ").split(" ")) {
    const last = lines.length - 1;
    if (lines[last] && lines[last].length + part.length + 1 > least) lines.push(part);
    else lines[last] = `${lines[last]} ${part}`.trim();
  }
  return bold ? `<b>${lines.join("<br>")}</b>` : lines.join("<br>");
}

async function geometryLoaded(address) {
  geoReady ??= fetch(address).then((answer) => answer.json());
  geo = await geoReady;
}
