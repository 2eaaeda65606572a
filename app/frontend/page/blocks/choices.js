// The choice of one region or one sector, where a page is about one.

import { h } from "../../shared/nodes.js";
import { choose, query } from "../address.js";
import { registerBlock } from "../registry.js";

/** @import { ChoicesBlock } from "../../shared/payload.js" */

registerBlock("choices", choices);

/** @type {(one: ChoicesBlock) => HTMLElement} */
function choices({ filter, items }) {
  return h(
    "ul",
    { class: "choices" },
    items.map(([code, label]) => {
      const act = (/** @type {Event} */ event) => {
        event.preventDefault();
        choose({ [filter]: code });
        window.scrollTo(0, 0);
      };
      return h(
        "li",
        {},
        h(
          "a",
          { href: `?${query({ [filter]: code })}`, "data-focus": `choice-${code}`, onclick: act },
          label,
        ),
      );
    }),
  );
}
