import assert from "node:assert/strict";
import { test } from "node:test";

import { resolved } from "../../app/frontend/shared/colors.js";
import { figureFor, fontsOf, isBeside, thinTicks } from "../../app/frontend/shared/figure.js";

const how = { color: (name) => `<${name}>`, grow: false };
const layout = (more = {}) => ({ height: 300, margin: { l: 10, r: 60, t: 0, b: 0 }, ...more });
const drawn = (data, more, width = 800) =>
  figureFor({ figure: { data, layout: layout(more) } }, width, "map", how);

test("years keep the room of their digits, and the last one always stands", () => {
  const years = Array.from({ length: 11 }, (_, index) => 2015 + index);
  const axis = { tickvals: years, ticktext: years.map(String), range: [2015, 2025] };
  const figure = layout({ xaxis: axis });
  thinTicks(figure, 250);
  assert.deepEqual(figure.xaxis.ticktext, ["2015", "2017", "2019", "2021", "2023", "2025"]);
});

test("years written as days are as far apart as their days", () => {
  const days = ["2023-01-01", "2024-01-01", "2025-01-01"];
  const figure = layout({
    xaxis: { tickvals: days, ticktext: ["a", "b", "c"], range: [days[0], days[2]] },
  });
  thinTicks(figure, 120);
  assert.deepEqual(figure.xaxis.ticktext, ["a", "c"]);
});

test("two years are never thinned", () => {
  const figure = layout({ xaxis: { tickvals: [1, 2], ticktext: ["a", "b"], range: [1, 2] } });
  thinTicks(figure, 72);
  assert.deepEqual(figure.xaxis.ticktext, ["a", "b"]);
});

test("tokens become colours and outlines at every depth, and nothing else changes", () => {
  const shapes = { "KZ-10": { shape: { x: [1, 2], y: [3, 4] }, label: { x: 5, y: 6 } } };
  const given = {
    line: { color: "@fprk" },
    x: "@shape:KZ-10:x",
    at: ["@label:KZ-10:y", "a@b", 7, null],
  };
  assert.deepEqual(
    resolved(given, (name) => `<${name}>`, shapes),
    { line: { color: "<fprk>" }, x: [1, 2], at: [6, "a@b", 7, null] },
  );
});

test("a figure that is drawn leaves the one of the server as it was", () => {
  const figure = {
    data: [{ name: "a", marker: { color: "@fprk" } }],
    layout: layout({ font: { size: 14 } }),
  };
  const before = structuredClone(figure);
  figureFor({ figure }, 400, "map", { ...how, grow: true });
  assert.deepEqual(figure, before);
});

test("traces meant for another form of the chart are left out", () => {
  const traces = [
    { name: "only:map" },
    { name: "only:tiles" },
    { name: "only:wide" },
    { name: "only:narrow" },
    { name: "x" },
  ];
  assert.deepEqual(
    drawn(traces).data.map(({ name }) => name),
    ["only:map", "only:wide", "x"],
  );
});

test("where lines have no room, their names go into the key and leave it to them", () => {
  const notes = [{ name: "narrow:12", text: "Strikes 12" }];
  const narrow = drawn([], { meta: { narrow_right: 30 }, annotations: notes }, 150);
  assert.deepEqual(
    [narrow.abbreviated, narrow.layout.annotations[0].text, narrow.layout.margin.r],
    [true, "12", 30],
  );
  const wide = drawn([], { meta: { narrow_right: 30 }, annotations: notes }, 700);
  assert.deepEqual(
    [wide.abbreviated, wide.layout.annotations[0].text, wide.layout.margin.r],
    [false, "Strikes 12", 60],
  );
});

test("a matrix without room names its columns by code, and its rows on a phone only", () => {
  const axes = {
    meta: { matrix: true, narrow_columns: ["87", "98"], narrow_rows: ["A"] },
    xaxis: { ticktext: ["C087", "C098"] },
    yaxis: { ticktext: ["Austria"] },
  };
  const between = drawn([], axes, 360);
  assert.deepEqual(
    [between.layout.xaxis.ticktext, between.layout.yaxis.ticktext],
    [["87", "98"], ["A"]],
  );
  assert.deepEqual(drawn([], axes, 600).layout.xaxis.ticktext, ["C087", "C098"]);
});

test("on a phone names of rows break and the rows grow with them", () => {
  const rows = { yaxis: { ticktext: ["a very long name of a sector", "short"] } };
  const { layout: phone } = drawn([], rows, 300);
  assert.equal(phone.yaxis.ticktext[0], "a very long name<br>of a sector");
  assert.equal(drawn([], { ...rows, height: 20 }, 300).layout.height, 24 + 2 * (2 * 17 + 6));
});

test("a map waits for its outlines", () => {
  assert.equal(drawn([], { meta: { map: true } }), null);
});

test("on a wide screen all type of a chart grows alike", () => {
  const figure = {
    data: [{ textfont: { size: 10 } }],
    layout: layout({ font: { size: 10 }, xaxis: { tickfont: { size: 20 } } }),
  };
  const grown = figureFor({ figure }, 800, "map", { ...how, grow: true });
  assert.deepEqual(
    fontsOf(grown).map(({ size }) => size),
    [12.2, 12.2, 24.4],
  );
  assert.equal(grown.layout.height, 345);
});

test("values beside bars and marks are told from values on them", () => {
  assert.ok(isBeside({ type: "bar", textposition: "outside" }));
  assert.ok(isBeside({ mode: "text", textposition: "middle right" }));
  assert.ok(!isBeside({ type: "bar", textposition: "inside" }));
});
