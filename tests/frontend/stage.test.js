import assert from "node:assert/strict";
import { test } from "node:test";

import { firstFitting, scaled } from "../../app/frontend/stage/charts.js";
import { inColumns, mostColumns, only } from "../../app/frontend/stage/columns.js";
import { deedOf, lettered } from "../../app/frontend/stage/keys.js";
import { pushApart } from "../../app/frontend/stage/labels.js";
import { kept } from "../../app/frontend/stage/lines.js";

const list = (rows) => {
  const codes = Array.from({ length: rows }, (_, index) => `code${index}`);
  return {
    data: [
      { y: codes, x: codes.map((_, index) => index), customdata: codes },
      { y: [codes[0]], x: [1] },
    ],
    layout: {
      height: 24 + 30 * rows,
      margin: {},
      xaxis: { range: [0, 100] },
      yaxis: { type: "category", tickvals: codes, ticktext: codes },
      annotations: codes.map((y) => ({ y })),
    },
    forms: { only: [], rows: codes.map((code) => `${code}<br>`), brief: null },
  };
};

test("a long list stands in columns and leaves out no row", () => {
  const parts = inColumns(list(20), 3);
  assert.deepEqual(
    parts.map(({ layout }) => layout.yaxis.tickvals.length),
    [7, 7, 6],
  );
  assert.deepEqual(
    parts.flatMap(({ data }) => data[0].y),
    list(20).layout.yaxis.tickvals,
  );
  assert.deepEqual(
    parts.map(({ data }) => data.length),
    [2, 1, 1],
  );
  assert.deepEqual(
    parts.map(({ layout }) => layout.annotations.length),
    [7, 7, 6],
  );
  assert.deepEqual(
    parts.map(({ share }) => share),
    [1, 1, 6 / 7],
  );
  assert.deepEqual(
    parts.flatMap(({ forms }) => forms.rows),
    list(20).forms.rows,
  );
});

test("rows are as high in columns as they were in one", () => {
  assert.equal(inColumns(list(20), 2)[0].layout.height, 24 + 30 * 10);
});

test("only what is longer than can be read stands in columns", () => {
  assert.equal(mostColumns(list(11)), 1);
  assert.equal(mostColumns(list(12)), 3);
});

const matrix = {
  data: [{ y: [0, 1, 2, 3], x: [0, 0, 0, 0], textfont: { size: 9 } }],
  layout: {
    height: 64 + 40 * 14,
    shapes: [
      { y0: 0.5, y1: 0.5 },
      { y0: 2.5, y1: 2.5 },
    ],
    yaxis: { tickvals: [0, 1, 2, 3], ticktext: ["a", "b", "c", "d"], tickfont: { size: 13 } },
  },
  forms: { only: ["brief"], rows: [], brief: { rows: ["A", "B", "C", "D"] } },
};

test("the second part of a matrix begins at its own top, with its own names and lines", () => {
  const [, second] = inColumns(matrix, 2);
  assert.deepEqual(second.data[0].y, [0, 1]);
  assert.deepEqual(
    [second.layout.yaxis.ticktext, second.forms.brief.rows],
    [
      ["c", "d"],
      ["C", "D"],
    ],
  );
  assert.deepEqual(second.layout.shapes, [{ y0: 0.5, y1: 0.5 }]);
  assert.equal(second.data[0].textfont.size, 13);
});

test("of a trace only lists with one item for each row are cut", () => {
  assert.deepEqual(
    only({ y: [1, 2, 3], marker: { color: ["a", "b", "c"], sizes: [1, 2] }, name: "x" }, [
      true,
      false,
      true,
    ]),
    { y: [1, 3], marker: { color: ["a", "c"], sizes: [1, 2] }, name: "x" },
  );
});

test("what is measured in pixels grows, what is counted does not", () => {
  assert.deepEqual(
    scaled(
      { x: [1, 2], margin: { l: 8 }, font: { size: 14 }, range: [0, 5], line: { width: [1, 2] } },
      2,
    ),
    { x: [1, 2], margin: { l: 16 }, font: { size: 28 }, range: [0, 5], line: { width: [2, 4] } },
  );
});

test("the first size that fits is found, and the last one if none does", () => {
  for (const steps of [1, 2, 5, 38]) {
    for (let first = 0; first < steps; first++) {
      assert.equal(firstFitting(steps, (step) => ({ step, fits: step >= first })).step, first);
    }
    assert.equal(firstFitting(steps, (step) => ({ step, fits: false })).step, steps - 1);
  }
});

test("names over each other are pushed apart, names beside each other stay", () => {
  const box = (at, left) => ({ note: { font: { size: 10 } }, left, right: left + 50, own: at, at });
  const boxes = [box(100, 0), box(102, 0), box(104, 200)];
  pushApart(boxes);
  assert.ok(boxes[1].at - boxes[0].at > 13.5);
  assert.equal(boxes[2].at, 104);
  assert.ok(Math.abs(boxes[0].at + boxes[1].at - 202) < 0.1, "both move alike");
});

test("no name is pushed below the axis", () => {
  const boxes = [0, 1].map((at) => ({
    note: { font: { size: 10 } },
    left: 0,
    right: 9,
    own: at,
    at,
  }));
  pushApart(boxes);
  assert.ok(boxes[0].at >= 0 && boxes[1].at - boxes[0].at > 13);
});

test("a key means the same in Cyrillic letters, and in capitals", () => {
  for (const [key, code, deed] of [
    ["l", "KeyL", "language"],
    ["д", "KeyL", "language"],
    ["Е", "KeyT", "table"],
    ["F", "KeyF", "full"],
    ["?", "Slash", "help"],
    [",", "Slash", "help"],
  ]) {
    assert.equal(deedOf({ key, code, shiftKey: key === "?" || key === "," }), deed, key);
  }
});

test("the point of a Russian keyboard blacks the screen and is no question", () => {
  assert.equal(deedOf({ key: ".", code: "Slash", shiftKey: false }), "black");
  assert.equal(deedOf({ key: "/", code: "Slash", shiftKey: false }), undefined);
});

test("the space bar goes on, with shift back", () => {
  assert.equal(deedOf({ key: " ", code: "Space", shiftKey: false }), "next");
  assert.equal(deedOf({ key: " ", code: "Space", shiftKey: true }), "previous");
});

test("a key without a deed has none", () => {
  assert.equal(deedOf({ key: "x", code: "KeyX", shiftKey: false }), undefined);
});

test("another window is told a key by its letter", () => {
  assert.equal(lettered({ key: "д", code: "KeyL", shiftKey: false }), "l");
  assert.equal(lettered({ key: "ArrowRight", code: "ArrowRight", shiftKey: false }), "ArrowRight");
});

test("what belongs together stays on one line", () => {
  const blank = "\u00a0";
  assert.equal(kept("4,5 → 2,6 млрд ₸"), `4,5${blank}→${blank}2,6${blank}млрд${blank}₸`);
  assert.equal(kept("82,0 (2022)"), `82,0${blank}(2022)`);
  assert.equal(kept("26%-ға"), "26%\u2011ға");
  assert.equal(kept("два слова"), "два слова");
});
