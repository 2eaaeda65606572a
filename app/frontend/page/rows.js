// Tables as wide as the page: their frame, their rows, and what can stand in a cell.

import { h } from "../shared/nodes.js";
import { page } from "./current.js";
import { pageLink } from "./links.js";
import { stateWord } from "./states.js";
import { word } from "./words.js";

/** @import { Cell, TableHead } from "../shared/payload.js" */

/** @type {(one: TableHead, body: HTMLElement) => HTMLElement} */
export function bigFrame(one, body) {
  const head = one.columns.map((column, index) =>
    h("th", { scope: "col", class: one.numeric?.[index] ? "number" : null }, column),
  );
  return h(
    "div",
    {
      class: `scroll stacked ${one.fit ? "fit" : ""}`,
      tabindex: "0",
      role: "group",
      "aria-label": `${word("table")}: ${one.title ?? page.title}`,
    },
    h("table", { class: `big ${one.shape ?? ""}` }, h("thead", {}, h("tr", {}, head)), body),
  );
}

// On a phone each cell says what it is; of two columns the second needs no label.
/** @type {(row: Cell[], head: TableHead) => HTMLElement} */
export function bigRow(row, { columns, numeric }) {
  return h(
    "tr",
    {},
    row.map((cell, index) =>
      h(
        index ? "td" : "th",
        {
          scope: index ? null : "row",
          class: numeric?.[index] ? "number" : null,
          "data-label": cell && columns.length > 2 ? columns[index] : null,
        },
        cellNode(cell),
      ),
    ),
  );
}

/** @type {(cell: Cell) => Child} */
function cellNode(cell) {
  if (typeof cell === "string")
    return /^https?:/.test(cell) ? h("span", { class: "address" }, cell) : cell;
  if ("links" in cell) {
    const links = cell.links.map((link) => pageLink(link, {}, link.text));
    return h(
      "span",
      {},
      links.map((link, place) => [place ? h("br") : null, link]),
    );
  }
  if ("sign" in cell) return stateWord(cell.sign, cell.text);
  if ("href" in cell)
    return cell.further
      ? h("span", {}, pageLink(cell, {}, cell.text), further(cell.further))
      : pageLink(cell, {}, cell.text);
  if ("further" in cell)
    return h("span", {}, cell.text, cell.further ? further(cell.further) : null);
  return h("span", { class: `status ${cell.status}` }, cell.text);
}

/** @type {(text: string) => HTMLElement} */
const further = (text) => h("span", { class: "further" }, ` · ${text}`);
