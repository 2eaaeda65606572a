// A map from the last row: the names and values of a few places beside it, and no value under a
// city's dot. Which places, app/charts/map.py says.

import { inPage } from "../shared/colors.js";
import { holds } from "../shared/geometry.js";
import { textWidth, unmarked } from "../shared/lettering.js";
import { h } from "../shared/nodes.js";

/** @import { Figure, Outline, Trace } from "../shared/payload.js" */
/** @typedef {[left: number, up: number]} Point */

const DOT_GAP = 3; // between a dot and the value moved away from it, in the pixels of a card
const HALF_DIGIT = 0.4; // of its size, what a digit stands above and below its middle
// where a value may stand, seen from its region's middle, the nearest first
const NEARBY = stepsAround(44, 2);
// points of a value that are looked for in its region
const PROBES = [-1, -0.5, 0, 0.5, 1].flatMap((across) => [-1, 1].map((over) => [across, over]));

/** @type {(most: number, step: number) => Point[]} */
function stepsAround(most, step) {
  const steps = Array.from({ length: (2 * most) / step + 1 }, (_, number) => number * step - most);
  return steps
    .flatMap((right) => steps.map((up) => /** @type {Point} */ ([right, up])))
    .sort((one, other) => Math.hypot(...one) - Math.hypot(...other));
}

// The places a map names, from the highest value down; null for other charts.
/** @type {(figure: Figure) => HTMLElement | null} */
export function namedPlaces(figure) {
  const { named } = figure.forms;
  if (!named.length) return null;
  const { regions, cities } = placesOf(figure);
  return h(
    "ul",
    { class: "key places" },
    named.map((code) => {
      if (code === null) return h("li", { class: "gap", "aria-hidden": "true" }, "⋮");
      return placeNode(/** @type {Trace} */ (regions.get(code)), cities.has(code));
    }),
  );
}

/** @type {(region: Trace, isCity: boolean) => HTMLElement} */
function placeNode(region, isCity) {
  const hatched = Boolean(region.fillpattern);
  const [name, value] = unmarked(region.text.replace("<br>", "\n")).split("\n");
  const mark = h("i", { class: isCity ? (hatched ? "ring" : "dot") : hatched ? "hatch" : "" });
  mark.style.setProperty("--mark", inPage(hatched ? "@context_line" : region.fillcolor));
  return h(
    "li",
    { class: region.line.color === "@selected" ? "picked" : null },
    mark,
    h("span", {}, name),
    h("b", {}, value),
  );
}

/** @type {(figure: Figure) => { regions: Map<string, Trace>, cities: Set<string> }} */
function placesOf({ data }) {
  const regions = new Map(
    data.filter((trace) => trace.fill === "toself").map((trace) => [trace.name, trace]),
  );
  return {
    regions,
    cities: new Set(
      data.filter((trace) => trace.mode === "markers").map((trace) => trace.customdata[0]),
    ),
  };
}

// Each value stands as near to its region's middle as it can with no dot on it and as much of it as
// can be inside its region, for whose shade its colour was chosen.
// One for which there is no room, of a place that is named beside the map, stands there only.
/** @type {(figure: Figure) => void} */
export function clearOfDots({ data, layout, forms }) {
  const { width = 0, height, xaxis, yaxis, font } = layout;
  const unit = Math.min(
    width / (xaxis.range[1] - xaxis.range[0]),
    height / (yaxis.range[1] - yaxis.range[0]),
  );
  const dots = data.filter((trace) => trace.mode === "markers");
  const regions = data.filter((trace) => trace.fill === "toself");
  const index = data.findIndex((trace) => trace.mode === "text");
  const {
    text,
    textfont: { size },
    x,
    y,
  } = data[index];
  const beside = new Set(forms.named);
  const written = [...text];
  const places = text.map((/** @type {string} */ value, /** @type {number} */ place) => {
    const own = regions.find((region) => holds(outline(region), x[place], y[place]));
    if (!value || !own) return [x[place], y[place]];
    const [half, tall] = [textWidth(value, `${size}px ${font.family}`) / 2, size * HALF_DIGIT];
    /** @type {(at: Point) => number} */
    const inside = ([left, up]) =>
      PROBES.filter(([across, over]) =>
        holds(outline(own), left + (across * half) / unit, up + (over * tall) / unit),
      ).length;
    /** @type {(at: Point) => boolean} */
    const free = ([left, up]) =>
      dots.every(({ marker, x: [dotLeft], y: [dotUp] }) => {
        const gap = marker.size / 2 + DOT_GAP;
        return (
          Math.abs(left - dotLeft) * unit >= half + gap || Math.abs(up - dotUp) * unit >= tall + gap
        );
      });
    const near = NEARBY.map(
      ([right, up]) => /** @type {Point} */ ([x[place] + right / unit, y[place] + up / unit]),
    ).filter(free);
    // Most find room for all of it at once; only of the others every place is tried.
    const whole = near.find((at) => inside(at) === PROBES.length);
    if (whole) return whole;
    if (beside.has(own.name)) written[place] = "";
    const counts = near.map(inside);
    return near[counts.indexOf(Math.max(...counts))];
  });
  const axis = (/** @type {0 | 1} */ which) => places.map((/** @type {Point} */ at) => at[which]);
  data[index] = { ...data[index], text: written, x: axis(0), y: axis(1) };
}

/** @type {(region: Trace) => Outline} */
const outline = ({ x, y }) => ({ x, y });
