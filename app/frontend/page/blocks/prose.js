// Text under titles.

import { h } from "../../shared/nodes.js";
import { registerBlock } from "../registry.js";

registerBlock("prose", (one) =>
  h(
    "div",
    { class: "prose" },
    one.parts.map(({ id, title, paragraphs }) =>
      h(
        "section",
        { id, "aria-labelledby": `s-${id}` },
        h("h2", { id: `s-${id}` }, title),
        paragraphs.map((text) => h("p", {}, text)),
      ),
    ),
  ),
);
