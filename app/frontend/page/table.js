// The table of an exhibit: the same rows as its chart, and its regions and sectors to be picked.

import { h } from "../shared/nodes.js";
import { page } from "./current.js";
import { optionsOf, pick } from "./picks.js";
import { searchField } from "./search.js";
import { word } from "./words.js";

/** @import { Exhibit } from "../shared/payload.js" */

const SEARCHABLE = 12; // rows from which a table of sentences gets a search field

/** @type {(one: Exhibit) => boolean} */
export const isWordy = (one) => one.traits.sentences;

/** @type {(one: Exhibit) => boolean} */
const stacks = (one) => isWordy(one) && !one.figure && one.table.columns.length > 2;

// On a phone a table of three columns and more stands as blocks, as the big tables do.
/** @type {(one: Exhibit) => HTMLElement} */
export function wordTable(one) {
  const body = h(
    "div",
    {
      class: `scroll ${stacks(one) ? "stacked" : ""}`,
      tabindex: "0",
      role: "group",
      "aria-label": one.title,
    },
    exhibitTable(one),
  );
  if (one.table.rows.length < SEARCHABLE) return body;
  return h(
    "div",
    { class: "words" },
    searchField(one.title, () => body.querySelectorAll("tbody tr")),
    body,
  );
}

/** @type {(one: Exhibit) => HTMLElement} */
export const openTable = (one) =>
  h(
    "div",
    {
      class: "scroll",
      tabindex: "0",
      role: "group",
      "aria-label": `${word("open_table")}: ${one.title}`,
    },
    exhibitTable(one),
  );

/** @type {(one: Exhibit) => HTMLElement} */
function exhibitTable(one) {
  const { columns, numeric, rows } = one.table;
  const number = (/** @type {number} */ index) => (numeric[index] ? "number" : null);
  const head = columns.map((column, index) =>
    h("th", { scope: "col", class: number(index) }, column),
  );
  const known = one.pick ? optionsOf(one.pick) : new Map();
  return h(
    "table",
    {},
    h("caption", { class: "sr" }, one.title),
    h("thead", {}, h("tr", {}, head)),
    h(
      "tbody",
      {},
      rows.map((row, place) => {
        const code = one.table.picks?.[place] ?? "";
        const picked = one.pick && code && page.view[one.pick] === code;
        const name = code && known.has(code) ? pickColumn(row, numeric) : -1;
        return h(
          "tr",
          { class: picked ? "picked" : null },
          row.map((cell, index) =>
            h(
              index ? "td" : "th",
              {
                scope: index ? null : "row",
                class: number(index),
                "data-label": index && cell && stacks(one) ? columns[index] : null,
              },
              index === name ? pickButton(one, code, known.get(code), cell) : cell,
            ),
          ),
        );
      }),
    ),
  );
}

/** @type {(one: Exhibit, code: string, what: string, cell: string) => HTMLElement} */
function pickButton(one, code, what, cell) {
  const act = () => one.pick && pick(one.pick, code, one.id);
  return h(
    "button",
    {
      type: "button",
      class: "pick",
      "data-focus": `${one.id}-${code}`,
      title: word("pick", { what }),
      onclick: act,
    },
    cell,
  );
}

/**
 * Says in which column of a row the name of a region or sector stands: the last one of words before
 * the numbers begin.
 * @param {string[]} row
 * @param {boolean[]} numeric
 */
export function pickColumn(row, numeric) {
  return Math.max(0, Math.min(row.length, numeric.indexOf(true)) - 1);
}
