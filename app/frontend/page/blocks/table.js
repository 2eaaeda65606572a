// A table as wide as the page under its title, with a search where it is long.

import { h } from "../../shared/nodes.js";
import { details } from "../disclosure.js";
import { pageLink } from "../links.js";
import { registerBlock } from "../registry.js";
import { bigFrame, bigRow } from "../rows.js";
import { searchField } from "../search.js";

/** @import { TableBlock, TextLink } from "../../shared/payload.js" */

registerBlock("table", table);

/** @type {(one: TableBlock) => HTMLElement} */
function table(one) {
  const body = h(
    "tbody",
    {},
    one.rows.map((row) => bigRow(row, one)),
  );
  return h(
    "section",
    { "aria-labelledby": `s-${one.id}`, id: one.id },
    h("h2", { id: `s-${one.id}` }, one.title),
    one.lead ? h("p", { class: "lead" }, one.lead) : null,
    one.search ? searchField(one.title, () => body.rows) : null,
    one.rows.length ? bigFrame(one, body) : null,
    one.missing ? missing(one.id, one.missing) : null,
  );
}

/** @type {(id: string, what: { label: string, items: TextLink[] }) => HTMLElement} */
function missing(id, { label, items }) {
  return details(id, "missing", label, () =>
    h(
      "ul",
      { class: "missing" },
      items.map((item) => h("li", {}, pageLink(item, {}, item.text))),
    ),
  );
}
