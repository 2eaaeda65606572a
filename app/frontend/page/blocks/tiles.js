// Headline numbers: value, change, what stands beside it.

import { DIRECTIONS } from "../../shared/directions.js";
import { h } from "../../shared/nodes.js";
import { embedField } from "../copying.js";
import { details } from "../disclosure.js";
import { pageLink, way } from "../links.js";
import { ordered } from "../orders.js";
import { pinButton } from "../pins.js";
import { anchor } from "../query.js";
import { registerBlock } from "../registry.js";
import { isDoubt, noteNode, sourceLine } from "../sources.js";
import { word } from "../words.js";

/** @import { Tile, TilesBlock } from "../../shared/payload.js" */

// letters from which a headline number is written smaller, so that its unit stands beside it
const LONG = 9;

registerBlock("tiles", tiles);

/** @type {(one: TilesBlock) => HTMLElement} */
function tiles(one) {
  const heading = h("h2", { class: "sr" }, word("headline"));
  return h(
    "div",
    { class: one.tiles.some(isAway) ? "tiles dozen" : "tiles" },
    heading,
    one.tiles.map(tileNode),
  );
}

// A number that stands outside of its area names it and leads there.
/** @type {(tile: Tile) => boolean} */
const isAway = (tile) => tile.kicker !== undefined;

/** @type {(tile: Tile) => HTMLElement} */
function tileNode(tile) {
  const away = isAway(tile);
  const doubts = tile.notes.filter(isDoubt);
  const beside = [tile.target, tile.country, tile.remark].filter(Boolean).join(" · ");
  return h(
    "article",
    { class: "tile", id: anchor(tile.id) },
    tile.kicker ? h("p", { class: "kicker" }, tile.kicker) : null,
    h(
      "h3",
      { title: tile.definition },
      away ? pageLink(tile, { "data-focus": `tile-${tile.id}` }, tile.label) : tile.label,
    ),
    h(
      "p",
      { class: `value ${tile.value === "—" ? "none" : tile.value.length > LONG ? "long" : ""}` },
      tile.value,
    ),
    tile.delta ? change(tile) : null,
    tile.before ? h("p", { class: "before" }, tile.before) : null,
    beside ? h("p", { class: "beside" }, beside) : null,
    away ? null : doubts.map(noteNode),
    h(
      "div",
      { class: "tile-foot" },
      sourceLine(tile.code, tile.source),
      away && doubts.length
        ? h(
            "div",
            { class: "doubt" },
            details(tile.id, "doubt", word("doubt"), () => doubts.map(noteNode)),
          )
        : null,
      h("div", { class: "tile-actions" }, actions(tile)),
    ),
  );
}

/** @type {(tile: Tile) => HTMLElement} */
function change(tile) {
  const judged = tile.judgement_word
    ? h("span", { class: "judged" }, ` · ${tile.judgement_word}`)
    : tile.direction_word
      ? h("span", { class: "sr" }, ` ${tile.direction_word}`)
      : null;
  return h(
    "p",
    { class: `delta ${tile.judgement}` },
    h("span", { "aria-hidden": "true" }, DIRECTIONS[tile.direction]),
    ` ${tile.delta}`,
    judged,
  );
}

/** @type {(tile: Tile) => Child[]} */
function actions(tile) {
  const definition = () => [
    h("p", {}, tile.definition),
    tile.notes.filter((note) => !isDoubt(note)).map((note) => h("p", { class: "note" }, note.text)),
  ];
  const further = () => [
    h(
      "p",
      {},
      way(`./present?exhibit=${tile.id}`, { "data-focus": `present-${tile.id}` }, word("present")),
    ),
    h(
      "p",
      { class: "downloads" },
      ordered(["PPTX", "PDF", "XLSX", "HTML"], { exhibit: tile.id }, tile.label),
    ),
    embedField(tile, tile.label),
  ];
  return [
    details(tile.id, "definition", word("definition"), definition),
    details(tile.id, "further", word("further"), further),
    pinButton(tile, tile.label),
  ];
}
