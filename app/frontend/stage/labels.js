// Where words stand in a figure of another height than the card's, so that none covers another.
// Moves words, changes none.

import { isBeside, NARROW } from "../shared/figure.js";
import { textWidth, unmarked } from "../shared/lettering.js";
import { clearOfDots } from "./map.js";

/** @import { Figure, Layout, Trace } from "../shared/payload.js" */
/**
 * @typedef {{ note: { font: { size: number } }, left: number, right: number, own: number, at:
 *   number }} Box a name's room; `own` is where its point is, `at` where it stands
 */

const LINE = 1.25; // of a label's size, from line to line
const LABEL_ROW = 1.36; // from one line's name to the next
const FAMILY = '"Source Sans", sans-serif';
const TARGET_ROW = 58; // what a target's mark and its value above it need, in the pixels of a card
const ROUNDS = 60; // of pushing names apart: more change nothing that can be seen

// A card's figure in a frame of another height: what stood in rows above each other must not stand
// on each other in lower rows.
/** @type {(figure: Figure, width: number, height: number) => Figure} */
export function settled({ data, layout, forms }, width, height) {
  /** @type {Figure} */
  const result = { data: data.map(apart), layout: { ...layout, width, height }, forms };
  if (forms.regions) clearOfDots(result);
  result.layout.annotations = besideLines(result.layout);
  const { ticktext, tickfont } = layout.yaxis ?? {};
  if (!ticktext) return result;
  const row = (height - layout.margin.t - layout.margin.b) / ticktext.length;
  const lines = Math.max(
    ...ticktext.map((/** @type {string} */ text) => text.split("<br>").length),
  );
  const unbroken = () => ticktext.map((/** @type {string} */ text) => text.replaceAll("<br>", " "));
  if (width >= NARROW && lines * tickfont.size * LINE > row)
    result.layout.yaxis = { ...layout.yaxis, ticktext: unbroken() };
  if (row < TARGET_ROW) besideTargets(result, row);
  return result;
}

// At this size a value would touch its bar or the mark beside it.
/** @type {(trace: Trace) => Trace} */
const apart = (trace) =>
  isBeside(trace)
    ? { ...trace, text: trace.text.map((/** @type {string} */ text) => `\u00a0${text}`) }
    : trace;

// Names at the ends of lines: as near to their points as this height allows without one covering
// another.
/** @type {(layout: Layout) => any[]} */
function besideLines({ annotations, xaxis, yaxis, margin, width = 0, height }) {
  const names = (annotations ?? []).filter(
    (/** @type {any} */ note) => typeof note.y === "number" && note.yref !== "paper" && note.xshift,
  );
  if (!names.length || !yaxis.range || !xaxis.range) return annotations;
  const across = (width - margin.l - margin.r) / (xaxis.range[1] - xaxis.range[0]);
  const up = (height - margin.t - margin.b) / (yaxis.range[1] - yaxis.range[0]);
  /** @type {Box[]} */
  const boxes = names.map((/** @type {any} */ note) => {
    const long = textWidth(unmarked(note.text), `700 ${note.font.size}px ${FAMILY}`);
    const left =
      (note.x - xaxis.range[0]) * across + note.xshift - (note.xanchor === "right" ? long : 0);
    const own = (note.y - yaxis.range[0]) * up;
    return { note, left, right: left + long, own, at: own };
  });
  pushApart(boxes.sort((one, other) => one.at - other.at));
  const shifts = new Map(boxes.map(({ note, own, at }) => [note, at - own]));
  return annotations.map((/** @type {any} */ note) =>
    shifts.has(note) ? { ...note, yshift: shifts.get(note) } : note,
  );
}

/**
 * Moves boxes apart, from the lowest up: each two that share a width by what is missing between
 * them.
 * @param {Box[]} boxes
 */
export function pushApart(boxes) {
  for (let round = 0; round < ROUNDS; round++) {
    // below the axis stand the years
    for (const box of boxes) box.at = Math.max(box.at, box.note.font.size * 0.6);
    for (const [index, lower] of boxes.entries())
      for (const upper of boxes.slice(index + 1)) {
        const short =
          upper.left < lower.right && lower.left < upper.right
            ? lower.note.font.size * LABEL_ROW - (upper.at - lower.at)
            : 0;
        if (short <= 0.01) continue;
        lower.at -= short / 2;
        upper.at += short / 2;
      }
  }
}

// In low rows a target's value stands to the right of its mark, where no bar is; over it there is
// the row above.
/** @type {(figure: Figure, row: number) => void} */
function besideTargets({ data, layout }, row) {
  const [bars] = data;
  const mark = data.findIndex(({ marker }) => marker?.symbol === "line-ns-open");
  if (mark < 0 || !layout.annotations?.length) return;
  data[mark] = { ...data[mark], marker: { ...data[mark].marker, size: row * 0.6 } };
  const isFree = (/** @type {any} */ note) => bars.x[bars.y.indexOf(note.y)] < note.x;
  layout.annotations = layout.annotations.map((/** @type {any} */ note) =>
    isFree(note) ? { ...note, yshift: 0, xanchor: "left", xshift: 5 } : note,
  );
}
