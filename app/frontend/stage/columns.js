// A long list or matrix in columns beside each other, as a speaker's audience can read it. Draws
// nothing, leaves out no row.

/** @import { Figure, Trace } from "../shared/payload.js" */
/** @typedef {Figure & { share: number }} Part a figure with its share of the height */

const LONG_LIST = 11; // rows that stand under each other in readable type
const LIST_COLUMNS = 3;
const MATRIX_PARTS = 2;
// of a card's height, what is not rows: its margins, and a matrix's head
const FRAME = { list: 24, matrix: 64 };

/** @type {(figure: Figure) => number} */
const matrixRows = ({ layout, forms }) => (forms.brief ? layout.yaxis.tickvals.length : 0);
/** @type {(figure: Figure) => boolean} */
const isLongList = ({ layout, data }) =>
  layout.yaxis?.type === "category" &&
  layout.yaxis.tickvals?.length > LONG_LIST &&
  data.every((trace) => Array.isArray(trace.y));

/** @type {(figure: Figure) => number} */
export function mostColumns(figure) {
  if (isLongList(figure)) return LIST_COLUMNS;
  return matrixRows(figure) > LONG_LIST ? MATRIX_PARTS : 1;
}

/** @type {(figure: Figure, columns: number) => Part[]} */
export function inColumns(figure, columns) {
  if (columns === 1) return [{ ...figure, share: 1 }];
  const rows = figure.layout.yaxis.tickvals.length;
  const most = Math.ceil(rows / columns);
  const part = matrixRows(figure) ? matrixPart : listPart;
  return Array.from({ length: columns }, (_, column) => part(figure, column * most, most, columns));
}

// The rows of a matrix go on beside each other, with the codes that people know for names.
/** @type {(figure: Figure, from: number, most: number) => Part} */
function matrixPart({ layout, data, forms }, from, most) {
  const { tickvals, ticktext } = layout.yaxis;
  const count = Math.min(most, tickvals.length - from);
  const mine = (/** @type {number} */ y) => y > from - 0.5 && y < from + count - 0.5;
  const moved = (/** @type {Trace} */ trace) => ({
    ...trace,
    y: trace.y.map((/** @type {number} */ y) => y - from),
  });
  // Signs that stand for years have the room of a year here.
  const grown = (/** @type {Trace} */ trace, /** @type {number} */ index) =>
    forms.only[index] === "brief"
      ? { ...trace, textfont: { ...trace.textfont, size: layout.yaxis.tickfont.size } }
      : trace;
  const shapes = layout.shapes
    .filter((/** @type {any} */ { y0 }) => mine(y0))
    .map((/** @type {any} */ shape) => ({ ...shape, y0: shape.y0 - from, y1: shape.y1 - from }));
  const yaxis = {
    ...layout.yaxis,
    tickvals: tickvals.slice(0, count),
    ticktext: ticktext.slice(from, from + count),
    range: [most - 0.5, -0.5],
  };
  const brief = forms.brief && {
    ...forms.brief,
    rows: forms.brief.rows.slice(from, from + count),
  };
  const height = ((layout.height - FRAME.matrix) * most) / tickvals.length + FRAME.matrix;
  return {
    data: data.map((trace, index) => grown(moved(only(trace, trace.y.map(mine))), index)),
    layout: { ...layout, shapes, yaxis, height },
    forms: { ...forms, brief },
    share: 1,
  };
}

/** @type {(figure: Figure, from: number, most: number, columns: number) => Part} */
function listPart({ layout, data, forms }, from, most, columns) {
  const { tickvals, ticktext } = layout.yaxis;
  const mine = new Set(tickvals.slice(from, from + most));
  const traces = data
    .map((trace) =>
      only(
        trace,
        trace.y.map((/** @type {string} */ code) => mine.has(code)),
      ),
    )
    .filter((trace) => trace.y.length);
  const yaxis = {
    ...layout.yaxis,
    tickvals: [...mine],
    ticktext: ticktext.slice(from, from + most),
  };
  const annotations = layout.annotations?.filter((/** @type {any} */ note) => mine.has(note.y));
  // What is written beyond the longest bar needs its width in every column.
  const xaxis = {
    ...layout.xaxis,
    range: [layout.xaxis.range[0], layout.xaxis.range[1] * (1 + 0.09 * columns)],
  };
  const height = ((layout.height - FRAME.list) * most) / tickvals.length + FRAME.list;
  return {
    data: traces,
    layout: { ...layout, xaxis, yaxis, ...(annotations ? { annotations } : {}), height },
    forms: { ...forms, rows: forms.rows.slice(from, from + most) },
    share: mine.size / most,
  };
}

/**
 * Gives a trace with the rows to keep: every list in it that has one item for each row.
 * @template Value
 * @param {Value} value
 * @param {boolean[]} keep
 * @returns {Value}
 */
export function only(value, keep) {
  /** @type {(one: any) => any} */
  const kept = (one) => {
    if (Array.isArray(one))
      return one.length === keep.length ? one.filter((_, index) => keep[index]) : one;
    if (one && typeof one === "object")
      return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, kept(item)]));
    return one;
  };
  return kept(value);
}
