// An exhibit's figure as Plotly draws it at a width, in a theme. What app/fitting.py does for
// drawings without a browser, it does for the page and the stage.

import { palette, resolved } from "./colors.js";
import { geometry } from "./geometry.js";
import { shortened, textWidth, unmarked, wrapped } from "./lettering.js";

/** @import { Exhibit, Figure, Layout, Trace } from "./payload.js" */
/** @import { Mode } from "./geometry.js" */
/** @import { Shapes } from "./colors.js" */

export const NARROW = 520; // below this width labels break into more lines
// Below this width, or below what its few columns need, a matrix names them by code and shows signs
// for years.
export const MATRIX_NARROW = 860;
export const MATRIX_NAMES = 220;
export const MATRIX_COLUMN = 76;
// what a chart's lines need: with less, names move from the lines' ends into the key
export const LEAST = 96;
const PROJECTOR = 1700; // the width from which type grows, here and in app.css
const YEAR = 36; // px that the four digits of a year need

/**
 * Gives the figure to draw; null as long as the outlines that it needs are not there. `abbreviated`
 * says that the key must be shown.
 * @param {Pick<Exhibit, "figure">} one
 * @param {number} width
 * @param {Mode} mode
 * @param {{ color?: (name: string) => string, grow?: boolean, narrow?: number }} [how]
 * @returns {Figure & { abbreviated: boolean } | null}
 */
export function figureFor(
  one,
  width,
  mode,
  { color = palette(), grow = innerWidth >= PROJECTOR, narrow = NARROW } = {},
) {
  if (!one.figure) return null;
  const { meta = {} } = one.figure.layout;
  const shapes = meta.map ? geometry(mode) : null;
  if (meta.map && !shapes) return null;
  const brief =
    width <
    Math.min(MATRIX_NARROW, MATRIX_NAMES + MATRIX_COLUMN * (meta.narrow_columns?.length ?? 0));
  const { data, layout } = resolved(
    { data: shownTraces(one.figure.data, mode, brief), layout: one.figure.layout },
    color,
    shapes,
  );
  const figure = {
    data,
    layout,
    abbreviated: Boolean(meta.narrow_right) && width - layout.margin.l - layout.margin.r < LEAST,
  };
  if (meta.map) layout.height = Math.max(210, Math.min(layout.height, Math.round(width * 0.57)));
  if (figure.abbreviated) abbreviate(layout);
  if (meta.matrix && brief) nameByCode(layout, width < narrow);
  if (meta.network && width < narrow) breakNetworkNames(layout);
  if (width < narrow && !meta.matrix) {
    breakRowNames(layout);
    thinTicks(layout, width);
    makeRoomForValues(figure, width);
    if (meta.map && mode === "map") for (const trace of wordTraces(data)) trace.textfont.size = 9.5;
    if (shapes && mode === "tiles") shortenTiles(figure, shapes, width);
  }
  for (const note of layout.annotations ?? [])
    if (note.name?.startsWith("narrow:")) delete note.name;
  if (grow) enlarge(figure);
  layout.width = width;
  layout.uirevision = "keep";
  return figure;
}

// Some traces are meant for one form of a chart only: they are named after it.
/** @type {(data: Trace[], mode: Mode, brief: boolean) => Trace[]} */
function shownTraces(data, mode, brief) {
  const shown = [`only:${mode}`, `only:${brief ? "narrow" : "wide"}`];
  return data.filter(
    (trace) => !String(trace.name ?? "").startsWith("only:") || shown.includes(trace.name),
  );
}

/** @type {(data: Trace[]) => Trace[]} */
const wordTraces = (data) => data.filter((trace) => trace.mode === "text");

/** @type {(layout: Layout) => void} */
function abbreviate(layout) {
  for (const note of layout.annotations ?? [])
    if (note.name?.startsWith("narrow:")) note.text = note.name.slice(7);
  layout.margin.r = layout.meta?.narrow_right ?? layout.margin.r;
}

/** @type {(layout: Layout, rowsToo: boolean) => void} */
function nameByCode(layout, rowsToo) {
  layout.xaxis.ticktext = layout.meta?.narrow_columns;
  if (rowsToo) layout.yaxis.ticktext = layout.meta?.narrow_rows;
}

/** @type {(layout: Layout) => void} */
function breakNetworkNames(layout) {
  for (const note of layout.annotations) {
    note.text = wrapped(note.text, note.xanchor === "right" ? 11 : 19);
    note.font.size = 12;
  }
  // A word that does not break needs more than the usual room.
  /** @type {(line: string) => number} */
  const wide = (line) => textWidth(unmarked(line), `700 12px ${layout.font.family}`);
  const before = layout.annotations.filter((/** @type {any} */ note) => note.xanchor === "right");
  const longest = before.map(
    (/** @type {any} */ { text, xshift = 0 }) => Math.max(...text.split("<br>").map(wide)) - xshift,
  );
  layout.margin.l = Math.max(92, ...longest.map((/** @type {number} */ one) => Math.ceil(one) + 4));
  layout.margin.r = 150;
}

/** @type {(layout: Layout) => void} */
function breakRowNames(layout) {
  if (!layout.yaxis?.ticktext) return;
  /** @type {string[]} */
  const names = layout.yaxis.ticktext.map((/** @type {string} */ text) => wrapped(text, 17));
  const lines = Math.max(1, ...names.map((text) => text.split("<br>").length));
  layout.yaxis.ticktext = names;
  layout.height = Math.max(layout.height, 24 + names.length * (lines * 17 + 6));
}

/** @type {(figure: Figure, shapes: Shapes, width: number) => void} */
function shortenTiles({ data, layout }, shapes, width) {
  const [from, to] = layout.xaxis.range;
  const [left, right] = /** @type {number[]} */ (Object.values(shapes)[0].shape.x);
  const room = ((right - left) * width) / (to - from) - 2;
  for (const trace of wordTraces(data)) {
    trace.textfont.size = 10;
    trace.text = trace.text.map((/** @type {string} */ text) =>
      shortened(text, room, (one) => textWidth(one, `10px ${layout.font.family}`)),
    );
  }
}

/**
 * Years stand as close as their four digits allow, the last one always.
 * @param {Layout} layout
 * @param {number} width
 */
export function thinTicks(layout, width) {
  const { tickvals, ticktext, range } = layout.xaxis ?? {};
  if (!tickvals || !range || tickvals.length < 3) return;
  /** @type {(value: string | number) => number} */
  const at = (value) => (typeof value === "string" ? Date.parse(value) : value);
  const unit = (width - layout.margin.l - layout.margin.r) / (at(range[1]) - at(range[0]));
  /** @type {number[]} */
  const kept = [];
  for (let index = tickvals.length - 1; index >= 0; index--) {
    if (!kept.length || (at(tickvals[kept[0]]) - at(tickvals[index])) * unit >= YEAR)
      kept.unshift(index);
  }
  layout.xaxis.tickvals = kept.map((index) => tickvals[index]);
  layout.xaxis.ticktext = kept.map((index) => ticktext[index]);
}

/**
 * Says whether a trace writes its values beside its bars or marks.
 * @param {Trace} trace
 */
export const isBeside = ({ type, mode, textposition }) =>
  (type === "bar" && textposition === "outside") ||
  (mode === "text" && textposition === "middle right");

// Values wordTraces beyond the bars need their width at the right, whatever the longest bar is.
/** @type {(figure: Figure, width: number) => void} */
function makeRoomForValues({ data, layout }, width) {
  const values = layout.yaxis?.type === "category" && data.find(isBeside);
  if (!values || layout.xaxis.visible !== false) return;
  /** @type {(text: string, font: { size: number }) => number} */
  const wide = (text, { size }) => textWidth(unmarked(text), `700 ${size}px ${layout.font.family}`);
  const longest =
    Math.max(...values.text.map((/** @type {string} */ text) => wide(text, values.textfont))) + 8;
  const names = layout.yaxis.ticktext.flatMap((/** @type {string} */ text) => text.split("<br>"));
  const labels = Math.max(
    ...names.map((/** @type {string} */ line) => wide(line, layout.yaxis.tickfont)),
  );
  const room = Math.max(60, width - labels - 20);
  layout.xaxis.range[1] = Math.max(
    layout.xaxis.range[1],
    (Math.max(...values.x) * room) / Math.max(40, room - longest),
  );
}

// On a wide screen the page's type grows (app.css); what is wordTraces in charts grows with it.
/** @type {(figure: Figure) => void} */
function enlarge(figure) {
  for (const font of fontsOf(figure)) font.size *= 1.22;
  if (!figure.layout.meta?.map) figure.layout.height = Math.round(figure.layout.height * 1.15);
  if (figure.layout.margin.r > 60) figure.layout.margin.r *= 1.2;
}

/**
 * Gives every font of a figure, or of a part of one, that says its size.
 * @param {any} value
 * @returns {{ size: number }[]}
 */
export function fontsOf(value) {
  if (Array.isArray(value)) return value.flatMap(fontsOf);
  if (!value || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, item]) =>
    /font$/.test(name) && typeof item?.size === "number" ? [item] : fontsOf(item),
  );
}
