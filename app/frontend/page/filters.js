// The filters of a page, each with what may be chosen in it.

import { h } from "../shared/nodes.js";
import { choose } from "./address.js";
import { page } from "./current.js";
import { word } from "./words.js";

/** @import { Filter } from "../shared/payload.js" */

export function filters() {
  const picked = page.filters.filter((filter) => filter.value);
  const clearAll = () => choose({ region: "", sector: "", period: "" });
  return h(
    "div",
    { class: "filters", role: "group", "aria-label": word("filters") },
    page.filters.map(filterNode),
    picked.length > 1
      ? h(
          "button",
          { type: "button", class: "clear-all", "data-focus": "filter-period", onclick: clearAll },
          word("clear_all"),
        )
      : null,
  );
}

/** @type {(filter: Filter) => HTMLElement} */
function filterNode({ name, label, value, options }) {
  const set = (/** @type {string} */ code) => choose({ [name]: code });
  return h(
    "div",
    { class: `filter ${value ? "on" : ""}` },
    h("label", { for: `filter-${name}` }, label),
    h(
      "select",
      {
        id: `filter-${name}`,
        "data-focus": `filter-${name}`,
        onchange: (event) => set(event.currentTarget.value),
      },
      options.map(([code, text]) => h("option", { value: code, selected: code === value }, text)),
    ),
    value
      ? h(
          "button",
          {
            type: "button",
            class: "clear",
            "data-focus": `filter-${name}`,
            "aria-label": `${word("clear_all")}: ${label}`,
            onclick: () => set(""),
          },
          "✕",
        )
      : null,
  );
}
