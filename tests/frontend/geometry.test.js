import assert from "node:assert/strict";
import { test } from "node:test";

import { placeAt } from "../../app/frontend/page/regions.js";
import { holds, mapShapes, tileShapes } from "../../app/frontend/shared/geometry.js";

const square = (left, low, side) => ({
  x: [left, left + side, left + side, left, left],
  y: [low, low, low + side, low + side, low],
});
const rings = (...outlines) => ({
  x: outlines.flatMap(({ x }, index) => (index ? [null, ...x] : x)),
  y: outlines.flatMap(({ y }, index) => (index ? [null, ...y] : y)),
});

test("a point inside of an outline is told from one beside it", () => {
  assert.ok(holds(square(0, 0, 10), 5, 5));
  assert.ok(!holds(square(0, 0, 10), 15, 5));
  assert.ok(!holds(square(0, 0, 10), 5, -1));
});

test("a hole belongs to nobody, and an island to its region", () => {
  const region = rings(square(0, 0, 10), square(4, 4, 2), square(20, 0, 2));
  assert.ok(!holds(region, 5, 5));
  assert.ok(holds(region, 2, 5));
  assert.ok(holds(region, 21, 1));
  assert.ok(!holds(region, 15, 1));
});

const CITIES = ["KZ-71", "KZ-75", "KZ-79"];
const GEOMETRY = {
  map: {
    width: 40,
    height: 20,
    regions: {
      "KZ-10": { ...square(0, 0, 20), label: [10, 10] },
      "KZ-71": { ...square(8, 8, 2), label: [9, 9] },
      "KZ-75": { ...square(30, 0, 2), label: [31, 1] },
      "KZ-79": { ...square(30, 8, 2), label: [31, 9] },
    },
  },
  tiles: { "KZ-10": [0, 0], "KZ-71": [1, 1], "KZ-75": [1, 0], "KZ-79": [0, 1] },
};

test("tiles are of one size, stand apart, and grow downwards from the first line", () => {
  const shapes = tileShapes(GEOMETRY);
  assert.deepEqual(shapes["KZ-10"].shape.x, [3, 17, 17, 3, 3]);
  assert.deepEqual(shapes["KZ-10"].shape.y, [13, 13, 17, 17, 13]);
  assert.deepEqual(shapes["KZ-71"].label, { x: 30, y: 5 });
});

test("tiles may come alone or under their name", () => {
  assert.deepEqual(
    tileShapes({ ...GEOMETRY, tiles: { tiles: GEOMETRY.tiles } }),
    tileShapes(GEOMETRY),
  );
});

test("near its dot a click means the city, elsewhere the region around it", () => {
  const shapes = mapShapes(GEOMETRY);
  assert.equal(placeAt(shapes, CITIES, "map", 10, 10, 5000), "KZ-71");
  assert.equal(placeAt(shapes, CITIES, "map", 15, 15, 5000), "KZ-10");
  assert.equal(placeAt(shapes, CITIES, "map", 39, 19, 5000), undefined);
});

test("on the tiles a city is a tile among others", () => {
  const shapes = tileShapes(GEOMETRY);
  assert.equal(placeAt(shapes, CITIES, "tiles", 30, 5, 5000), "KZ-71");
  assert.equal(placeAt(shapes, CITIES, "tiles", 10, 15, 5000), "KZ-10");
});
