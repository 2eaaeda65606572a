import assert from "node:assert/strict";
import { test } from "node:test";

import { dayInWords, localDay, visitsWith } from "../../app/frontend/page/visits.js";

const visit = (release, day) => ({ release, digest: "a1b2", day });

test("a first visit has none before it", () => {
  const now = visit(3, "2026-11-12");
  assert.deepEqual(visitsWith([], now), [now, null]);
});

test("the visits of one day are one, and the day before them stays", () => {
  const first = visit(3, "2026-11-12");
  let kept = visitsWith([first, null], visit(4, "2026-11-20"));
  assert.deepEqual(kept[1], first);
  kept = visitsWith(kept, visit(5, "2026-11-20"));
  assert.deepEqual(kept, [visit(5, "2026-11-20"), first]);
  kept = visitsWith(kept, visit(5, "2026-11-21"));
  assert.deepEqual(kept[1], visit(5, "2026-11-20"));
});

test("what somebody else has kept there counts for nothing", () => {
  const now = visit(3, "2026-11-12");
  for (const kept of [null, {}, "x", [1], [{ release: "3", digest: "", day: "x" }], [null, now]])
    assert.deepEqual(visitsWith(kept, now)[0], now);
  assert.equal(visitsWith([{ release: 1, digest: 7, day: "2026-01-01" }], now)[1], null);
});

test("a day is written as the language writes it", () => {
  const months = Array(12).fill("{year} ж. {day} қараша");
  assert.equal(dayInWords("2026-11-02", months), "2026 ж. 2 қараша");
  assert.equal(dayInWords("2026-99-02", months), "2026-99-02");
  assert.equal(localDay(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
});
