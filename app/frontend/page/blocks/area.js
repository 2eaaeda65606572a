// A few exhibits of an area on the front page, and the way to all of them.

import { h } from "../../shared/nodes.js";
import { card } from "../card.js";
import { pageLink } from "../links.js";
import { registerBlock } from "../registry.js";

registerBlock("area", (one) =>
  h(
    "section",
    { "aria-labelledby": `s-${one.id}`, id: one.id, class: "front-area" },
    h(
      "div",
      { class: "area-head" },
      h("h2", { id: `s-${one.id}` }, one.title),
      pageLink(one.link, { class: "more", "data-focus": `more-${one.id}` }, `${one.link.label} →`),
    ),
    h("div", { class: "grid" }, one.exhibits.map(card)),
  ),
);
