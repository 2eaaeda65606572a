import assert from "node:assert/strict";
import { test } from "node:test";

import { Lost, together } from "../../app/frontend/page/pieces.js";

const first = {
  title: "Safety",
  blocks: [{ tiles: [{ piece: "a", own: { id: "deaths", value: "12" }, href: "./?lang=kk" }] }],
};
const later = { title: "Safety", blocks: [{ tiles: [{ piece: "a", href: "./?lang=ru" }] }] };

test("what came before need not come again, what the page adds does", () => {
  const pieces = new Map();
  const tile = { id: "deaths", value: "12" };
  assert.deepEqual(together(first, pieces).blocks[0].tiles, [{ ...tile, href: "./?lang=kk" }]);
  assert.deepEqual(together(later, pieces).blocks[0].tiles, [{ ...tile, href: "./?lang=ru" }]);
});

test("the same page may be put together twice", () => {
  const pieces = new Map();
  assert.deepEqual(together(first, pieces), together(first, pieces));
});

test("a piece that is not here is said to be lost", () => {
  assert.throws(() => together(later, new Map()), Lost);
});

test("of the pieces kept those used longest ago go first", () => {
  const pieces = new Map();
  const page = (/** @type {string[]} */ names) => names.map((piece) => ({ piece, own: { piece } }));
  together(page(["a", "b", "c"]), pieces, 3);
  together([{ piece: "a" }, ...page(["d"])], pieces, 3);
  assert.deepEqual([...pieces.keys()], ["c", "a", "d"]);
});

test("nothing else of a page is touched", () => {
  const page = { figure: { data: [{ x: [1, null], text: "x" }] }, words: {}, release: null };
  assert.deepEqual(together(page, new Map()), page);
});
