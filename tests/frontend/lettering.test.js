import assert from "node:assert/strict";
import { test } from "node:test";

import { shortened, shorter, unmarked, wrapped } from "../../app/frontend/shared/lettering.js";

test("words break where a line has its letters, and no word is broken", () => {
  assert.equal(wrapped("один два три четыре", 8), "один два<br>три<br>четыре");
  assert.equal(wrapped("производство", 4), "производство");
});

test("what was broken elsewhere is broken anew, and bold stays bold around all lines", () => {
  assert.equal(wrapped("<b>one<br>two three</b>", 20), "<b>one two three</b>");
  assert.equal(wrapped("<b>one two three</b>", 4), "<b>one<br>two<br>three</b>");
});

test("a name grows shorter from its end, and its last word keeps a letter", () => {
  const names = shorter("Алматы обл");
  assert.deepEqual(names.slice(0, 4), ["Алматы обл", "Алматы об.", "Алматы о.", "Алмат. о."]);
  assert.equal(names.at(-1), "А. о.");
});

test("no two steps of a shortened name are longer than the one before", () => {
  const lengths = shorter("Восточно-Казахстанская область").map((name) => name.length);
  assert.deepEqual(
    lengths,
    lengths.toSorted((one, other) => other - one),
  );
});

test("a tile's name is shortened to its room and its value never", () => {
  const wide = (text) => text.length;
  assert.equal(shortened("Мангистау<br>12,5", 20, wide), "Мангистау<br>12,5");
  assert.equal(shortened("Мангистау<br>12,5", 6, wide), "Манги.<br>12,5");
});

test("a name that fits in no form stays whole", () => {
  assert.equal(
    shortened("Астана<br>1", 0, (text) => text.length),
    "Астана<br>1",
  );
});

test("marks are no letters", () => {
  assert.equal(unmarked("<b>12</b><br>%"), "12%");
});
