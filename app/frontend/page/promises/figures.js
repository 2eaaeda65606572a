// Links from a promise to the exhibits that show it.

import { h } from "../../shared/nodes.js";
import { pageLink } from "../links.js";

/** @import { PromisesBlock } from "../../shared/payload.js" */

/** @type {(one: PromisesBlock, ids: string[], from: string) => HTMLElement} */
export function figureLinks(one, ids, from) {
  if (!ids.length) return h("p", { class: "nothing" }, one.words.promises_no_figure);
  return h(
    "ul",
    { class: "figures" },
    ids.map((id) =>
      h(
        "li",
        {},
        pageLink(one.figures[id], { "data-focus": `figure-${from}-${id}` }, one.figures[id].text),
      ),
    ),
  );
}
