import assert from "node:assert/strict";
import { test } from "node:test";

import { fits } from "../../app/frontend/page/promises/list.js";
import { plain, stem, stems } from "../../app/frontend/page/search.js";

test("Kazakh letters are found with a Russian keyboard", () => {
  assert.equal(
    plain("ЕҢБЕК қауіпсіздігі, Ғылым, ұжым, үй, әлем, ө, һ, ё"),
    "енбек кауипсиздиги, гылым, ужым, уй, алем, о, х, е",
  );
});

test("a long word is sought without its ending, a short one or a number as it is", () => {
  assert.equal(stem("зарплата"), "зарпла");
  assert.equal(stem("договор"), "догов");
  assert.equal(stem("оплата"), "оплат");
  assert.equal(stem("труд"), "труд");
  assert.equal(stem("2025–2030"), "2025–2030");
});

test("a question is its words, whatever stands between them", () => {
  assert.deepEqual(stems("  Оплата   труда "), ["оплат", "труда"]);
});

const NOTHING = { q: "", area: "", document: "", by: "", state: "", exhibit: "" };
const promise = {
  row: {
    area: "wages",
    by: "fprk",
    state: "behind",
    document: ["concept", "report"],
    exhibits: ["wages/average"],
  },
  words: "оплата труда",
};

test("unfiltered every promise fits", () => {
  assert.ok(fits(promise, NOTHING, []));
});

test("each filter alone can leave a promise out", () => {
  for (const [name, mine, other] of [
    ["area", "wages", "safety"],
    ["document", "report", "plan"],
    ["by", "fprk", "state"],
    ["state", "behind", "achieved"],
    ["exhibit", "wages/average", "wages/minimum"],
  ]) {
    assert.ok(fits(promise, { ...NOTHING, [name]: mine }, []), name);
    assert.ok(!fits(promise, { ...NOTHING, [name]: other }, []), name);
  }
});

test("all words sought must be there", () => {
  assert.ok(fits(promise, NOTHING, ["оплат", "труд"]));
  assert.ok(!fits(promise, NOTHING, ["оплат", "жиль"]));
});
