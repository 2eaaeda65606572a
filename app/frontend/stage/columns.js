// A long list or matrix in columns beside each other, as a speaker's audience can read it. Draws nothing, leaves out no row.

const LONG_LIST = 11; // rows that stand under each other in readable type
const LIST_COLUMNS = 3;
const MATRIX_PARTS = 2;
const FRAME = { list: 24, matrix: 64 }; // of a card's height, what is not rows: its margins, and a matrix's head

const matrixRows = ({ layout }) => (layout.meta?.matrix ? layout.yaxis.tickvals.length : 0);
const isLongList = ({ layout, data }) => layout.yaxis?.type === "category" && layout.yaxis.tickvals?.length > LONG_LIST && data.every((trace) => Array.isArray(trace.y));

function mostColumns(figure) {
  if (isLongList(figure)) return LIST_COLUMNS;
  return matrixRows(figure) > LONG_LIST ? MATRIX_PARTS : 1;
}

// The figure's parts, each with its share of the height.
function inColumns(figure, columns) {
  if (columns === 1) return [{ ...figure, share: 1 }];
  const rows = figure.layout.yaxis.tickvals.length;
  const most = Math.ceil(rows / columns);
  const part = matrixRows(figure) ? matrixPart : listPart;
  return Array.from({ length: columns }, (_, column) => part(figure, column * most, most, columns));
}

// The rows of a matrix go on beside each other, with the codes that people know for names.
function matrixPart({ layout, data }, from, most) {
  const { tickvals, ticktext } = layout.yaxis;
  const count = Math.min(most, tickvals.length - from);
  const mine = (y) => y > from - 0.5 && y < from + count - 0.5;
  const moved = (trace) => ({ ...trace, y: trace.y.map((y) => y - from) });
  // Signs that stand for years have the room of a year here.
  const grown = (trace) => (trace.name === "only:narrow" ? { ...trace, textfont: { ...trace.textfont, size: layout.yaxis.tickfont.size } } : trace);
  const shapes = layout.shapes.filter(({ y0 }) => mine(y0)).map((shape) => ({ ...shape, y0: shape.y0 - from, y1: shape.y1 - from }));
  const yaxis = { ...layout.yaxis, tickvals: tickvals.slice(0, count), ticktext: ticktext.slice(from, from + count), range: [most - 0.5, -0.5] };
  const meta = { ...layout.meta, narrow_rows: layout.meta.narrow_rows.slice(from, from + count) };
  const height = ((layout.height - FRAME.matrix) * most) / tickvals.length + FRAME.matrix;
  return { data: data.map((trace) => grown(moved(only(trace, trace.y.map(mine))))), layout: { ...layout, shapes, yaxis, meta, height }, share: 1 };
}

function listPart({ layout, data }, from, most, columns) {
  const { tickvals, ticktext } = layout.yaxis;
  const mine = new Set(tickvals.slice(from, from + most));
  const traces = data.map((trace) => only(trace, trace.y.map((code) => mine.has(code)))).filter((trace) => trace.y.length);
  const yaxis = { ...layout.yaxis, tickvals: [...mine], ticktext: ticktext.slice(from, from + most) };
  const annotations = layout.annotations?.filter((note) => mine.has(note.y));
  // What is written beyond the longest bar needs its width in every column.
  const xaxis = { ...layout.xaxis, range: [layout.xaxis.range[0], layout.xaxis.range[1] * (1 + 0.09 * columns)] };
  const height = ((layout.height - FRAME.list) * most) / tickvals.length + FRAME.list;
  return { data: traces, layout: { ...layout, xaxis, yaxis, ...(annotations ? { annotations } : {}), height }, share: mine.size / most };
}

// A trace with the rows to keep: every list in it that has one item for each row.
function only(value, keep) {
  if (Array.isArray(value)) return value.length === keep.length ? value.filter((_, index) => keep[index]) : value;
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, only(item, keep)]));
  return value;
}
