// What is promised in numbers: base, newest value, promised value, and what is said of the way
// between them.

import { h } from "../../shared/nodes.js";
import { filled } from "../../shared/sentences.js";
import { sign } from "../states.js";
import { figureLinks } from "./figures.js";

/** @import { Aim, PromisesBlock } from "../../shared/payload.js" */

/** @type {(one: PromisesBlock) => HTMLElement} */
export function aims(one) {
  return h(
    "section",
    { id: "aims", "aria-labelledby": "s-aims" },
    h("h2", { id: "s-aims" }, one.words.promises_in_numbers),
    h(
      "ul",
      { class: "aims" },
      one.aims.map((aim) => aimNode(one, aim)),
    ),
  );
}

/** @type {(one: PromisesBlock, aim: Aim) => HTMLElement} */
function aimNode(one, aim) {
  return h(
    "li",
    { id: aim.id, "aria-labelledby": `t-${aim.id}` },
    h(
      "div",
      { class: "what" },
      h(
        "h3",
        { id: `t-${aim.id}` },
        aim.text,
        aim.further ? h("span", { class: "further" }, ` · ${aim.further}`) : null,
      ),
      h("p", { class: "who" }, aim.by),
      h("p", { class: "where" }, aim.where),
      figureLinks(one, aim.exhibits, aim.id),
    ),
    h(
      "div",
      { class: "way" },
      h(
        "dl",
        { class: "steps" },
        aim.steps.map(([label, value]) => h("div", {}, h("dt", {}, label), h("dd", {}, value))),
      ),
      aim.bar ? aimBar(aim, aim.bar) : null,
    ),
    h(
      "div",
      { class: "verdict" },
      h("p", {}, h("span", { class: "state" }, sign(aim.sign), h("b", {}, aim.status))),
      h("p", {}, aim.said),
      aim.second ? h("p", {}, filled(one.words.aim_second, { status: aim.second })) : null,
      aim.firm ? h("p", {}, aim.firm) : null,
    ),
  );
}

/** @type {(aim: Aim, bar: NonNullable<Aim["bar"]>) => HTMLElement} */
function aimBar({ steps, text }, { base, now, goal }) {
  const part = (
    /** @type {string} */ name,
    /** @type {"left" | "width"} */ side,
    /** @type {number} */ share,
  ) => {
    const node = h("i", { class: name });
    node.style[side] = `${share}%`;
    return node;
  };
  return h(
    "div",
    {
      class: "aim-bar",
      role: "img",
      "aria-label": `${text}: ${steps.map((step) => step.join(": ")).join("; ")}`,
    },
    part("now", "width", now),
    base === undefined ? null : part("base", "left", base),
    part("goal", "left", goal),
  );
}
