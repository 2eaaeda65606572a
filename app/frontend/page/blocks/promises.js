// The page of promises: how many stand where, what is promised in numbers, and every promise,
// filtered where it stands.

import { h } from "../../shared/nodes.js";
import { rewrite } from "../address.js";
import { aims } from "../promises/aims.js";
import { promiseList } from "../promises/list.js";
import { forgetSought, sought } from "../promises/sought.js";
import { standing } from "../promises/standing.js";
import { registerBlock, registerPage } from "../registry.js";

/** @import { PromisesBlock } from "../../shared/payload.js" */

registerBlock("promises", promises);
registerPage("promises", { beside: sought, forget: forgetSought, left: forgetSought });

/** @type {(one: PromisesBlock) => HTMLElement} */
function promises(one) {
  const state = sought();
  /** @type {Record<string, string[]>} */
  const known = {
    exhibit: Object.keys(one.figures),
    ...Object.fromEntries(
      one.filters.map(({ name, options }) => [name, options.map(([code]) => code)]),
    ),
  };
  const strange = Object.keys(known).filter(
    (name) => state[name] && !known[name].includes(state[name]),
  );
  for (const name of strange) state[name] = "";
  if (strange.length) rewrite();
  const list = promiseList(one, state);
  return h("div", { class: "promises" }, standing(one, list.choose), aims(one), list.node);
}
