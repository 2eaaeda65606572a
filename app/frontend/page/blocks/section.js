// The exhibits of a part of an area.

import { h } from "../../shared/nodes.js";
import { card } from "../card.js";
import { inPlace, whilePageStays } from "../inplace.js";
import { registerBlock } from "../registry.js";

registerBlock("section", (one) => {
  const { node, heading, grid } = whilePageStays(`section-${one.id}`, () => emptySection(one.id));
  heading.textContent = one.title;
  inPlace(grid, one.exhibits.map(card));
  return node;
});

/** @type {(id: string) => { node: HTMLElement, heading: HTMLElement, grid: HTMLElement }} */
function emptySection(id) {
  const heading = h("h2", { id: `s-${id}` });
  const grid = h("div", { class: "grid" });
  return { node: h("section", { "aria-labelledby": `s-${id}`, id }, heading, grid), heading, grid };
}
