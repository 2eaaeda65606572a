// What the marks of a chart mean, where names do not fit on them.

import { inPage } from "./colors.js";
import { h } from "./nodes.js";

/** @import { Exhibit } from "./payload.js" */

/** @type {(one: Pick<Exhibit, "key" | "key_only_narrow">) => HTMLElement | null} */
export function keyList(one) {
  if (!one.key.length) return null;
  return h(
    "ul",
    { class: `key ${one.key_only_narrow ? "for-short" : ""}` },
    one.key.map((item) => {
      const mark =
        item.mark === "none" ? null : h("i", { class: item.mark, "aria-hidden": "true" });
      mark?.style.setProperty("--mark", inPage(item.color));
      return h("li", {}, mark, item.text);
    }),
  );
}
