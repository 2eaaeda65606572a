import assert from "node:assert/strict";
import { test } from "node:test";

import { filled } from "../../app/frontend/shared/sentences.js";

test("slots are filled, also with what looks like a pattern", () => {
  assert.equal(filled("{count} из {all}", { count: 3, all: "$&" }), "3 из $&");
});

test("a slot without a filling stays to be seen", () => {
  assert.equal(filled("{count}", {}), "{count}");
});
