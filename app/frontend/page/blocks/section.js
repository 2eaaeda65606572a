// The exhibits of a part of an area.

import { h } from "../../shared/nodes.js";
import { card } from "../card.js";
import { registerBlock } from "../registry.js";

registerBlock("section", (one) =>
  h(
    "section",
    { "aria-labelledby": `s-${one.id}`, id: one.id },
    h("h2", { id: `s-${one.id}` }, one.title),
    h("div", { class: "grid" }, one.exhibits.map(card)),
  ),
);
