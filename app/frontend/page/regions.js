// Which region lies under the pointer: Plotly tells of clicks on points, not inside shapes.

import { holds } from "../shared/geometry.js";

/** @import { Mode } from "../shared/geometry.js" */
/** @import { Shapes } from "../shared/colors.js" */

const DOT = 11; // px from a dot's middle in which a click means the city
const MAP_WIDTH = 1012; // of the map, in its own units

/**
 * Gives the region at a point of the map's own units; `cities` are drawn as dots, which lie over
 * their neighbours, `long` is how wide the map is on the screen, in px.
 * @param {Shapes} shapes
 * @param {string[]} cities
 * @param {Mode} mode
 * @param {number} x
 * @param {number} y
 * @param {number} long
 */
export function placeAt(shapes, cities, mode, x, y, long) {
  /** @type {(place: string) => boolean} */
  const near = (place) =>
    Math.hypot(shapes[place].label.x - x, shapes[place].label.y - y) < (DOT * MAP_WIDTH) / long;
  const city = mode === "map" ? cities.find(near) : undefined;
  return city ?? Object.keys(shapes).find((place) => holds(shapes[place].shape, x, y));
}

/** @type {(plot: PlotNode, event: MouseEvent, shapes: Shapes, mode: Mode) => string | undefined} */
export function regionAt(plot, event, shapes, mode) {
  const { xaxis, yaxis } = plot._fullLayout;
  const box = plot.querySelector(".svg-container")?.getBoundingClientRect();
  if (!box) return undefined;
  const dots = plot.data.filter((trace) => trace.mode === "markers");
  return placeAt(
    shapes,
    dots.map((trace) => String(trace.customdata?.[0])),
    mode,
    xaxis.p2l(event.clientX - box.left - xaxis._offset),
    yaxis.p2l(event.clientY - box.top - yaxis._offset),
    xaxis._length,
  );
}
