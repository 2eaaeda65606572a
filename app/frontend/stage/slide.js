// One slide as nodes, and how large its words may be. Draws no chart and knows nothing of the show.

import { DIRECTIONS } from "../shared/directions.js";
import { keyList } from "../shared/key.js";
import { h, svg } from "../shared/nodes.js";
import { drawInto } from "./charts.js";
import { deck, slides, word } from "./deck.js";
import { kept } from "./lines.js";

/** @import { ExhibitTable, Note, ShownSlide, Slide, Tile } from "../shared/payload.js" */

const TITLES = [58, 52, 46, 40]; // title sizes, the first that leaves the chart its room
// sizes of a headline number, the first that stays on one line
const NUMBERS = [280, 240, 210, 170, 130];
// sizes of a table, the first at which all of it is seen
const CELLS = [40, 36, 32, 30, 28, 26, 24];
const DOUBT = 110; // px: a longer doubt would take the chart's room
/** @type {Record<string, string>} */
// the second is the hollow mark of a line
const SIGNS = { contradiction: "≠\u00a0", partial: "○\u00a0" };

// `tabled` asks for the table instead of the chart, where there is one.
/** @type {(slide: Slide, tabled: boolean) => HTMLElement} */
export function slideNode(slide, tabled) {
  const name = `${word("stage_slide")} ${slide.number}`;
  if ("missing" in slide)
    return h(
      "section",
      { class: `slide ${slide.kind}`, "aria-label": name },
      bandNode(),
      headNode(slide.title, "", ""),
      h("div", { class: "body" }),
      footNode(slide),
    );
  const isTable = tabled && slide.table.rows.length > 0;
  const subtitle = slide.subtitle
    ? [slide.subtitle, slide.highlight].filter(Boolean).join(" · ")
    : "";
  const remark = [slide.remark, slide.unfollowed].filter(Boolean).join(" ");
  return h(
    "section",
    { class: `slide ${slide.kind}`, "aria-label": name },
    bandNode(),
    headNode(slide.title, subtitle, remark),
    bodyNodes(slide, isTable),
    doubts(slide, isTable),
    footNode(slide),
  );
}

// That what is shown is a draft or a demonstration; nothing where it is for readers.
/** @type {() => HTMLElement | null} */
export function bandNode() {
  const said = deck().release.mark;
  return said ? h("p", { class: "band", role: "note" }, h("b", {}, said)) : null;
}

/** @type {(title: string, subtitle: string, remark: string) => HTMLElement} */
function headNode(title, subtitle, remark) {
  return h(
    "header",
    {},
    h("h1", {}, kept(title)),
    subtitle ? h("p", { class: "subtitle" }, kept(subtitle)) : null,
    remark ? h("p", { class: "remark" }, kept(remark)) : null,
  );
}

/** @type {(slide: ShownSlide, isTable: boolean) => Child[]} */
function bodyNodes(slide, isTable) {
  if (slide.tile && !isTable) return [tileNode(slide.tile)];
  if (slide.figure && !isTable)
    return [keyList(slide), h("div", { class: "body plot", role: "img", "aria-label": slide.alt })];
  return [tableNode(slide.table, slide.title)];
}

/** @type {(slide: Slide) => HTMLElement} */
function footNode(slide) {
  const receipt = () =>
    h("a", { href: slide.address, target: "_blank", rel: "noopener", tabindex: "-1" }, slide.code);
  const source = "missing" in slide ? [] : [slide.source, slide.release];
  return h(
    "footer",
    {},
    h(
      "div",
      { class: "said" },
      h("p", { class: "source" }, source.filter(Boolean).join(" · ")),
      slide.code ? h("p", { class: "code" }, `${word("receipt")}: `, receipt()) : null,
    ),
    h("p", { class: "count" }, `${slide.number} / ${slides().length}`),
    "missing" in slide ? null : qrNode(slide.qr, slide.address),
  );
}

/** @type {(tile: Tile) => HTMLElement} */
function tileNode(tile) {
  const judged = tile.judgement_word ? ` · ${tile.judgement_word}` : "";
  const sign = h("span", { "aria-hidden": "true" }, DIRECTIONS[tile.direction]);
  return h(
    "div",
    { class: "body number" },
    h("p", { class: "value" }, tile.value),
    tile.delta
      ? h("p", { class: `delta ${tile.judgement}` }, sign, ` ${tile.delta}`, judged)
      : null,
    tile.before ? h("p", { class: "before" }, tile.before) : null,
    [tile.target, tile.country, tile.remark]
      .filter(Boolean)
      .map((text) => h("p", { class: "beside" }, text)),
  );
}

/** @type {(table: ExhibitTable, title: string) => HTMLElement} */
function tableNode(table, title) {
  const figure = (/** @type {number} */ index) => (table.numeric[index] ? "figure" : null);
  const head = table.columns.map((column, index) =>
    h("th", { scope: "col", class: figure(index) }, column),
  );
  const cells = (/** @type {string[]} */ row) =>
    row.map((cell, index) =>
      h(index ? "td" : "th", { scope: index ? null : "row", class: figure(index) }, cell),
    );
  return h(
    "div",
    {
      class: "body table",
      tabindex: "-1",
      role: "group",
      "aria-label": `${word("table")}: ${title}`,
    },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, head)),
      h(
        "tbody",
        {},
        table.rows.map((row) => h("tr", {}, cells(row))),
      ),
    ),
  );
}

// What the document says against itself stands on the slide; what finds no room there stands in the
// table's view and in the receipt.
/** @type {(slide: ShownSlide, isTable: boolean) => HTMLElement[]} */
function doubts(slide, isTable) {
  const line = (/** @type {Note} */ note, /** @type {number} */ more) =>
    h(
      "p",
      { class: `doubt ${note.kind}`, "data-more": more },
      kept(`${SIGNS[note.kind] ?? ""}${note.text}`),
    );
  if (isTable) return slide.notes.map((note) => line(note, 0));
  const of = (/** @type {string} */ kind) => slide.notes.filter((note) => note.kind === kind);
  const against = of("contradiction");
  const hollow = slide.traits.hollow ? of("partial") : [];
  return [
    ...hollow.slice(0, 1).map((note) => line(note, 0)),
    ...against.slice(0, 1).map((note) => line(note, against.length - 1)),
    ...(against.length ? [] : of("revised").slice(0, 1)).map((note) => line(note, 0)),
  ];
}

/** @type {(qr: ShownSlide["qr"], address: string) => HTMLElement} */
function qrNode([size, path], address) {
  return h(
    "div",
    { class: "qr" },
    svg(
      "svg",
      {
        viewBox: `0 0 ${size} ${size}`,
        "shape-rendering": "crispEdges",
        role: "img",
        "aria-label": address,
      },
      svg("path", { d: path }),
    ),
  );
}

// The title is as large as the rest allows; the chart gets what is left, its labels never smaller
// than can be read from the last row.
/** @type {(node: HTMLElement, slide: Slide, tabled: boolean) => void} */
export function arrange(node, slide, tabled) {
  const found = (/** @type {string} */ what) =>
    /** @type {HTMLElement | null} */ (node.querySelector(what));
  const title = /** @type {HTMLElement} */ (found("h1"));
  firstSize(title, TITLES, (size) => title.offsetHeight <= size * 1.16 * (size > 46 ? 2.2 : 3.2));
  const number = found(".number .value");
  if (number) firstSize(number, NUMBERS, () => number.scrollWidth <= number.clientWidth);
  const doubt = found(".doubt.contradiction");
  if (doubt && !tabled) shortenDoubt(doubt);
  const table = found(".body.table table");
  if (table) arrangeTable(table, /** @type {HTMLElement} */ (table.parentElement));
  const plot = found(".plot");
  if (plot && !("missing" in slide) && slide.figure) drawInto(plot, slide, slide.figure);
}

/** @type {(table: HTMLElement, frame: HTMLElement) => void} */
function arrangeTable(table, frame) {
  const whole = () => table.offsetHeight <= frame.clientHeight;
  firstSize(table, CELLS, whole);
  frame.classList.toggle("more", !whole());
}

// Leaves a node at the first of the sizes at which it fits, else at the last.
/** @type {(node: HTMLElement, sizes: number[], fits: (size: number) => boolean) => void} */
function firstSize(node, sizes, fits) {
  for (const size of sizes) {
    node.style.fontSize = `${size}px`;
    if (fits(size)) return;
  }
}

/** @type {(doubt: HTMLElement) => void} */
function shortenDoubt(doubt) {
  const more = Number(doubt.dataset.more);
  if (doubt.offsetHeight > DOUBT) doubt.textContent = `≠ ${word("doubt")} (T)`;
  else if (more) doubt.append(` ${word("stage_further", { count: more })}`);
}
