// Outlines of the regions, as a map and as tiles of one size, and what lies inside of one. Draws
// nothing.

/** @import { Geometry, Outline } from "./payload.js" */
/** @import { Shapes } from "./colors.js" */
/** @typedef {"map" | "tiles"} Mode */

const GAP = 3; // between a tile and its neighbour, on each side

/** @type {Promise<Geometry> | undefined} */
let onItsWay;
/** @type {Geometry | null} */
let given = null;
/** @type {Partial<Record<Mode, Shapes>>} */
let made = {};

/** @type {(address: string) => Promise<void>} */
export async function geometryLoaded(address) {
  onItsWay ??= fetch(address).then((answer) => answer.json());
  giveGeometry(await onItsWay);
}

/** @type {(geometry: Geometry) => void} */
export function giveGeometry(geometry) {
  if (given === geometry) return;
  given = geometry;
  made = {};
}

/** @type {(mode: Mode) => Shapes | null} */
export function geometry(mode) {
  if (!given) return null;
  return (made[mode] ??= mode === "map" ? mapShapes(given) : tileShapes(given));
}

/** @type {(geometry: Geometry) => Shapes} */
export function mapShapes({ map }) {
  return Object.fromEntries(
    Object.entries(map.regions).map(([place, { x, y, label }]) => [
      place,
      { shape: { x, y }, label: { x: label[0], y: label[1] } },
    ]),
  );
}

/** @type {(geometry: Geometry) => Shapes} */
export function tileShapes({ map, tiles }) {
  const places = /** @type {Record<string, [number, number]>} */ (
    "tiles" in tiles ? tiles.tiles : tiles
  );
  const { width, height } = map;
  const wide = width / (Math.max(...Object.values(places).map(([column]) => column)) + 1);
  const high = height / (Math.max(...Object.values(places).map(([, line]) => line)) + 1);
  return Object.fromEntries(
    Object.keys(map.regions).map((place) => {
      const [column, line] = places[place];
      const [x0, x1] = [column * wide + GAP, (column + 1) * wide - GAP];
      const [y0, y1] = [height - (line + 1) * high + GAP, height - line * high - GAP];
      return [
        place,
        {
          shape: { x: [x0, x1, x1, x0, x0], y: [y0, y0, y1, y1, y0] },
          label: { x: (x0 + x1) / 2, y: (y0 + y1) / 2 },
        },
      ];
    }),
  );
}

/**
 * Says whether a point lies in an outline, whose rings are parted by gaps: a ray from it crosses
 * the outline an odd number of times.
 * @param {Outline} outline
 * @param {number} left
 * @param {number} up
 */
export function holds({ x, y }, left, up) {
  let within = false;
  for (let next = 1; next < x.length; next++) {
    const [x0, y0, x1, y1] = [x[next - 1], y[next - 1], x[next], y[next]];
    if (x0 === null || x1 === null || y0 === null || y1 === null || y1 > up === y0 > up) continue;
    if (left < x0 + ((up - y0) * (x1 - x0)) / (y1 - y0)) within = !within;
  }
  return within;
}
