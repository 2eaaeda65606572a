import assert from "node:assert/strict";
import { test } from "node:test";

import { anchor, encoded, listed, written } from "../../app/frontend/page/query.js";

test("a view is written as Python writes it, letter by letter", () => {
  assert.equal(
    encoded({ lang: "ru", q: "оплата труда", show: "a/b~c*" }),
    "lang=ru&q=%D0%BE%D0%BF%D0%BB%D0%B0%D1%82%D0%B0+%D1%82%D1%80%D1%83%D0%B4%D0%B0&show=a%2Fb~c%2A",
  );
});

test("what is not chosen does not stand in the address", () => {
  assert.equal(
    encoded({ lang: "kk", region: "", sector: undefined, period: "2024" }),
    "lang=kk&period=2024",
  );
});

test("in a link that people see exhibits stand as they are named", () => {
  assert.equal(
    written({ show: "safety/deaths~KZ-47,wages/average" }),
    "show=safety/deaths~KZ-47,wages/average",
  );
});

test("a written link means the same as an encoded one", () => {
  const view = { show: "a/b,c~KZ-10", q: "a&b=c/d" };
  assert.deepEqual(
    [...new URLSearchParams(written(view))],
    [...new URLSearchParams(encoded(view))],
  );
});

test("an empty list has no codes in it", () => {
  assert.deepEqual(listed(null), []);
  assert.deepEqual(listed(""), []);
  assert.deepEqual(listed("a,,b"), ["a", "b"]);
});

test("an exhibit is a place on its page", () => {
  assert.equal(anchor("safety/deaths_by_union"), "safety-deaths_by_union");
});
