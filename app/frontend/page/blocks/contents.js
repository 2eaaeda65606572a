// What stands on a long page, with a link to each part.

import { h } from "../../shared/nodes.js";
import { toPlace } from "../places.js";
import { registerBlock } from "../registry.js";
import { word } from "../words.js";

registerBlock("contents", (one) =>
  h(
    "nav",
    { class: "contents", "aria-label": word("contents") },
    one.items.map(({ id, label }) =>
      h("a", { href: `#${id}`, "data-focus": `to-${id}`, onclick: toPlace(id) }, label),
    ),
  ),
);
