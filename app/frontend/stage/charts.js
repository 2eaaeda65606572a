// A slide's chart: the card's figure, grown as far as it fits. Computes no number and changes no
// word.

import { figureFor, fontsOf } from "../shared/figure.js";
import { h } from "../shared/nodes.js";
import { plotted } from "../shared/plot.js";
import { inColumns, mostColumns } from "./columns.js";
import { settled } from "./labels.js";
import { namedPlaces } from "./map.js";

/** @import { Figure, ShownSlide, Traits } from "../shared/payload.js" */
/** @import { Part } from "./columns.js" */
/**
 * @typedef {{ drawn: Figure[], parts: Part[], room: number, scale: number, fits: boolean }} Try a
 *   chart at one scale
 */

const LEAST_LABEL = 24;
const STEP = 0.05; // from one size tried to the next
const LARGEST = 2.35; // labels of 13 and 14 become 30 and 33
const COLUMN = 400; // what a column of a long list needs, in the pixels of a card
const NAMED_COLUMNS = 6; // of a matrix in two parts: with more, its rows have codes for names
// of a card's height, for charts that are not stretched: rows further apart would be no list
const MOST_STRETCH = 1.5;
// Everything that Plotly measures in pixels grows alike: type, lines, marks, margins.
const PIXELS = new Set([
  "size",
  "width",
  "height",
  "xshift",
  "yshift",
  "l",
  "r",
  "t",
  "b",
  "pad",
  "zerolinewidth",
]);

/** @type {(plot: HTMLElement, slide: ShownSlide, figure: Figure) => void} */
export function drawInto(plot, slide, figure) {
  const list = namedPlaces(figure);
  plot.replaceChildren(...(list ? [list] : []));
  const figures = fitted(
    slide.traits,
    figure,
    plot.clientWidth - (list?.offsetWidth ?? 0),
    plot.clientHeight,
  );
  const boxes = figures.map(({ layout }) => {
    const box = h("div", {});
    box.style.width = `${layout.width}px`;
    box.style.height = `${layout.height}px`;
    return box;
  });
  plot.prepend(...boxes);
  figures.forEach((one, index) => plotted(boxes[index], one));
}

// The largest scale at which a card's figure fits; long lists stand in two or three columns before
// their labels would become too small.
/** @type {(traits: Traits, figure: Figure, width: number, height: number) => Figure[]} */
function fitted(traits, figure, width, height) {
  const steps = Math.max(
    1,
    Math.floor((LARGEST - LEAST_LABEL / smallestType(figure)) / STEP + 1e-9) + 1,
  );
  /** @type {Try | undefined} */
  let found;
  for (let columns = 1; columns <= mostColumns(figure) && !found?.fits; columns++) {
    const parts = inColumns(figure, columns);
    found = firstFitting(steps, (step) =>
      drawnAt(traits.tight, parts, width / columns, height, LARGEST - step * STEP),
    );
  }
  if (!found) return [];
  const { drawn, parts, room, scale } = found;
  const natural = Math.max(...drawn.map((one) => one.layout.height));
  const high = Math.min(height / scale, traits.stretched ? Infinity : natural * MOST_STRETCH);
  return drawn.map((one, index) => scaled(settled(one, room, high * parts[index].share), scale));
}

/**
 * Gives the first step that fits, found by halving: the larger the scale, the less fits. If none
 * does, the last.
 * @template {{ fits: boolean }} One
 * @param {number} steps
 * @param {(step: number) => One} tried
 */
export function firstFitting(steps, tried) {
  let low = 0;
  let high = steps - 1;
  /** @type {One | null} */
  let found = null;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = tried(middle);
    if (one.fits) [high, found] = [middle, one];
    else low = middle + 1;
  }
  return found ?? tried(low);
}

/** @type {(tight: number, parts: Part[], width: number, height: number, scale: number) => Try} */
function drawnAt(tight, parts, width, height, scale) {
  const room = width / scale;
  const isLettered =
    parts.length > 1 && (parts[0].forms.brief?.columns.length ?? 0) > NAMED_COLUMNS;
  const how = { grow: false, narrow: isLettered ? Infinity : COLUMN };
  const drawn = /** @type {Figure[]} */ (
    parts.map((figure) => figureFor({ figure }, room, "map", how))
  );
  const isBroken = (/** @type {Figure} */ { layout }) =>
    parts.length > 1 &&
    layout.yaxis.ticktext?.some((/** @type {string} */ text) => text.includes("<br>"));
  const needed = (/** @type {Figure} */ figure) =>
    figure.forms.regions ? 1 : figure.layout.height * (isBroken(figure) ? 1 : tight);
  return { drawn, parts, room, scale, fits: Math.max(...drawn.map(needed)) <= height / scale };
}

// The smallest type of a figure as a card has it, in pixels.
/** @type {(figure: Figure) => number} */
function smallestType(figure) {
  const { hoverlabel, ...layout } = figure.layout;
  const data = figure.data.filter(
    (_, index) => !["tiles", "brief"].includes(figure.forms.only[index]),
  );
  return Math.min(...fontsOf([data, layout]).map(({ size }) => size));
}

/**
 * Gives a figure with all that is measured in pixels by a factor larger.
 * @template Value
 * @param {Value} value
 * @param {number} by
 * @returns {Value}
 */
export function scaled(value, by) {
  /** @type {(one: any, name: string) => any} */
  const grown = (one, name) => {
    if (typeof one === "number") return PIXELS.has(name) ? one * by : one;
    if (Array.isArray(one)) return one.map((item) => grown(item, name));
    if (one && typeof one === "object")
      return Object.fromEntries(Object.entries(one).map(([key, item]) => [key, grown(item, key)]));
    return one;
  };
  return grown(value, "");
}
