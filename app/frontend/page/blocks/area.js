// A few exhibits of an area on the front page, and the way to all of them.

import { h } from "../../shared/nodes.js";
import { card } from "../card.js";
import { inPlace, whilePageStays } from "../inplace.js";
import { pageLink } from "../links.js";
import { registerBlock } from "../registry.js";

registerBlock("area", (one) => {
  const { node, head, grid } = whilePageStays(`area-${one.id}`, () => emptyArea(one.id));
  head.replaceChildren(
    h("h2", { id: `s-${one.id}` }, one.title),
    pageLink(one.link, { class: "more", "data-focus": `more-${one.id}` }, `${one.link.label} →`),
  );
  inPlace(grid, one.exhibits.map(card));
  return node;
});

/** @type {(id: string) => { node: HTMLElement, head: HTMLElement, grid: HTMLElement }} */
function emptyArea(id) {
  const head = h("div", { class: "area-head" });
  const grid = h("div", { class: "grid" });
  const named = { "aria-labelledby": `s-${id}`, id, class: "front-area" };
  return { node: h("section", named, head, grid), head, grid };
}
