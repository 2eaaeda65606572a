// Short lists beside each other: what changed, what needs attention, what documents contradict.

import { DIRECTIONS } from "../../shared/directions.js";
import { h } from "../../shared/nodes.js";
import { pageLink } from "../links.js";
import { registerBlock } from "../registry.js";

/** @import { List, ListItem } from "../../shared/payload.js" */

registerBlock("lists", (one) => h("div", { class: "lists" }, one.lists.map(listNode)));

/** @type {(list: List) => HTMLElement} */
function listNode(list) {
  return h(
    "section",
    { class: `list ${list.wide ? "wide" : ""}` },
    h("h2", {}, list.title),
    h(
      "ul",
      {},
      list.items.map((item, index) =>
        h(
          "li",
          {},
          pageLink(item, { "data-focus": `list-${list.title}-${index}` }, item.text),
          item.mark ? mark(item) : null,
        ),
      ),
    ),
    list.more
      ? pageLink(
          list.more,
          { class: "more", "data-focus": `list-more-${list.title}` },
          `${list.more.label} →`,
        )
      : null,
  );
}

/** @type {(item: ListItem) => HTMLElement} */
function mark(item) {
  return h(
    "span",
    { class: `delta ${item.judgement}` },
    ` ${isMoved(item) ? DIRECTIONS[item.direction] : ""} `,
    item.mark,
    item.word ? ` · ${item.word}` : "",
  );
}

/** @type {(item: ListItem) => boolean} */
const isMoved = ({ direction }) => direction === "up" || direction === "down";
