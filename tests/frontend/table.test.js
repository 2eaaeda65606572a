import assert from "node:assert/strict";
import { test } from "node:test";

import { pickColumn } from "../../app/frontend/page/table.js";

test("the name that can be picked stands before the first number", () => {
  assert.equal(pickColumn(["2025", "Астана", "12"], [false, false, true]), 1);
  assert.equal(pickColumn(["Астана", "12"], [false, true]), 0);
});

test("without numbers, or with a number first, it is the first column", () => {
  assert.equal(pickColumn(["Астана", "да"], [false, false]), 0);
  assert.equal(pickColumn(["12", "Астана"], [true, false]), 0);
});
