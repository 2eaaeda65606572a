import assert from "node:assert/strict";
import { test } from "node:test";

import { resolved } from "../../app/frontend/shared/colors.js";
import { figureFor, fontsOf, isBeside, thinTicks } from "../../app/frontend/shared/figure.js";

const how = { color: (name) => `<${name}>`, grow: false };
const layout = (more = {}) => ({ height: 300, margin: { l: 10, r: 60, t: 0, b: 0 }, ...more });
const forms = (more = {}) => ({ only: [], rows: [], named: [], regions: false, ...more });
const drawn = (data, more, width = 800, inLessRoom = {}) =>
  figureFor(
    { figure: { data, layout: layout(more), forms: forms(inLessRoom) } },
    width,
    "map",
    how,
  );

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
    layout: layout({ font: { size: 14 }, yaxis: { ticktext: ["b"] } }),
    forms: forms({ rows: ["a"] }),
  };
  const before = structuredClone(figure);
  figureFor({ figure }, 400, "map", { ...how, grow: true });
  assert.deepEqual(figure, before);
});

test("traces meant for another form of the chart are left out", () => {
  const traces = ["a", "b", "c", "d", "e", "f"].map((name) => ({ name }));
  const only = ["map", "tiles", "wide", "brief", ""];
  assert.deepEqual(
    drawn(traces, {}, 800, { only }).data.map(({ name }) => name),
    ["a", "c", "e", "f"],
  );
});

test("where lines have no room, their names go into the key and leave it to them", () => {
  const annotations = [{ text: "Strikes 12" }, { text: "break" }];
  const keyed = { below: 166, notes: ["12", null], right: 30 };
  const said = (width) => {
    const { abbreviated, layout } = drawn([], { annotations }, width, { keyed });
    return [abbreviated, ...layout.annotations.map(({ text }) => text), layout.margin.r];
  };
  assert.deepEqual(said(165), [true, "12", "break", 30]);
  assert.deepEqual(said(166), [false, "Strikes 12", "break", 60]);
});

test("a matrix without room names its columns by code, and its rows on a phone only", () => {
  const axes = { xaxis: { ticktext: ["C087", "C098"] }, yaxis: { ticktext: ["Austria"] } };
  const brief = { below: 700, columns: ["87", "98"], rows: ["A"] };
  const said = (width) => {
    const { xaxis, yaxis } = drawn([], axes, width, { brief }).layout;
    return [...xaxis.ticktext, ...yaxis.ticktext];
  };
  assert.deepEqual(said(360), ["87", "98", "A"]);
  assert.deepEqual(said(600), ["87", "98", "Austria"]);
  assert.deepEqual(said(700), ["C087", "C098", "Austria"]);
});

test("on a phone names of rows break and the rows grow with them", () => {
  const named = { height: 20, yaxis: { ticktext: ["a long name", "short"] } };
  const rows = ["a long<br>name", "short"];
  const { layout: phone } = drawn([], named, 300, { rows });
  assert.deepEqual(phone.yaxis.ticktext, rows);
  assert.equal(phone.height, 24 + 2 * (2 * 17 + 6));
  assert.deepEqual(drawn([], named, 520, { rows }).layout.yaxis.ticktext, ["a long name", "short"]);
});

test("on a phone names at both sides break, in smaller type and margins of their own", () => {
  const annotations = [{ text: "a long name", font: { size: 14 } }];
  const broken = { notes: ["a long<br>name"], size: 12, left: 92, right: 150 };
  const { layout: phone } = drawn([], { annotations }, 300, { broken });
  assert.deepEqual(phone.annotations, [{ text: "a long<br>name", font: { size: 12 } }]);
  assert.deepEqual([phone.margin.l, phone.margin.r], [92, 150]);
});

test("a map waits for its outlines", () => {
  assert.equal(drawn([], {}, 800, { regions: true }), null);
});

test("on a wide screen all type of a chart grows alike", () => {
  const figure = {
    data: [{ textfont: { size: 10 } }],
    layout: layout({ font: { size: 10 }, xaxis: { tickfont: { size: 20 } } }),
    forms: forms(),
  };
  const grown = figureFor({ figure }, 800, "map", { ...how, grow: true });
  assert.deepEqual(
    fontsOf([grown.data, grown.layout]).map(({ size }) => size),
    [12.2, 12.2, 24.4],
  );
  assert.equal(grown.layout.height, 345);
});

test("values beside bars and marks are told from values on them", () => {
  assert.ok(isBeside({ type: "bar", textposition: "outside" }));
  assert.ok(isBeside({ mode: "text", textposition: "middle right" }));
  assert.ok(!isBeside({ type: "bar", textposition: "inside" }));
});
