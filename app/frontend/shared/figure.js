// An exhibit's figure as Plotly draws it at a width, in a theme: picks the form that was fitted for
// the width. What app/drawing/fit.py does for drawings without a browser, it does for page and stage.

import { palette, resolved } from "./colors.js";
import { geometry } from "./geometry.js";
import { shortened, textWidth, unmarked } from "./lettering.js";

/** @import { Broken, Exhibit, Figure, Keyed, Layout, Trace } from "./payload.js" */
/** @import { Mode } from "./geometry.js" */
/** @import { Shapes } from "./colors.js" */

export const NARROW = 520; // below this width labels break into more lines
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
  const { forms } = one.figure;
  const shapes = forms.regions ? geometry(mode) : null;
  if (forms.regions && !shapes) return null;
  const brief = forms.brief && width < forms.brief.below ? forms.brief : null;
  const shown = ["", mode, brief ? "brief" : "wide"];
  const { data, layout } = resolved(
    {
      data: one.figure.data.filter((_, index) => shown.includes(forms.only[index] ?? "")),
      layout: one.figure.layout,
    },
    color,
    shapes,
  );
  const abbreviated = Boolean(forms.keyed) && width < (forms.keyed?.below ?? 0);
  const figure = { data, layout, forms, abbreviated };
  if (forms.regions)
    layout.height = Math.max(210, Math.min(layout.height, Math.round(width * 0.57)));
  if (forms.keyed && abbreviated) leaveNamesToTheKey(layout, forms.keyed);
  if (brief) {
    layout.xaxis.ticktext = brief.columns;
    if (width < narrow) layout.yaxis.ticktext = brief.rows;
  }
  if (width < narrow && !forms.brief) {
    if (forms.broken) breakNotes(layout, forms.broken);
    if (forms.rows.length) breakRows(layout, forms.rows);
    thinTicks(layout, width);
    makeRoomForValues(figure, width);
    if (forms.regions && mode === "map")
      for (const trace of wordTraces(data)) trace.textfont.size = 9.5;
    if (shapes && mode === "tiles") shortenTiles(figure, shapes, width);
  }
  if (grow) enlarge(figure);
  layout.width = width;
  layout.uirevision = "keep";
  return figure;
}

/** @type {(layout: Layout, keyed: Keyed) => void} */
function leaveNamesToTheKey(layout, { notes, right }) {
  layout.annotations.forEach((/** @type {any} */ note, /** @type {number} */ index) => {
    note.text = notes[index] ?? note.text;
  });
  layout.margin.r = right;
}

/** @type {(layout: Layout, broken: Broken) => void} */
function breakNotes(layout, { notes, size, left, right }) {
  layout.annotations.forEach((/** @type {any} */ note, /** @type {number} */ index) => {
    note.text = notes[index];
    note.font.size = size;
  });
  Object.assign(layout.margin, { l: left, r: right });
}

/** @type {(layout: Layout, names: string[]) => void} */
function breakRows(layout, names) {
  const lines = Math.max(...names.map((text) => text.split("<br>").length));
  layout.yaxis.ticktext = names;
  layout.height = Math.max(layout.height, 24 + names.length * (lines * 17 + 6));
}

/** @type {(data: Trace[]) => Trace[]} */
const wordTraces = (data) => data.filter((trace) => trace.mode === "text");

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

// Values written beyond the bars need their width at the right, whatever the longest bar is.
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

// On a wide screen the page's type grows (app.css); what is written in charts grows with it.
/** @type {(figure: Figure) => void} */
function enlarge(figure) {
  for (const font of fontsOf([figure.data, figure.layout])) font.size *= 1.22;
  if (!figure.forms.regions) figure.layout.height = Math.round(figure.layout.height * 1.15);
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
