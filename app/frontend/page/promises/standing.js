// How many promises stand where: in all, and by area, document or promiser. Each count leads to the
// promises it counts.

import { h } from "../../shared/nodes.js";
import { pageLink } from "../links.js";
import { sign } from "../states.js";
import { word } from "../words.js";
import { NOTHING } from "./sought.js";

/** @import { PromiseCounts, PromiseGroup, PromisesBlock } from "../../shared/payload.js" */
/** @import { Sought } from "./sought.js" */
/** @typedef {(filter: Sought) => void} Show */

/** @type {string | undefined} */
let chosen; // what the counts are grouped by

/** @type {(one: PromisesBlock, choose: Show) => HTMLElement} */
export function standing(one, choose) {
  const { groups, title, hint } = one.standing;
  /** @type {Show} */
  const show = (filter) => choose({ ...NOTHING, ...filter });
  const frame = h("div", {
    class: "scroll fit stacked",
    tabindex: "0",
    role: "group",
    "aria-label": `${word("table")}: ${title}`,
  });
  const group = () => groups.find(({ code }) => code === chosen) ?? groups[0];
  const draw = () => frame.replaceChildren(countsTable(one, group(), show));
  draw();
  const button = (/** @type {PromiseGroup} */ { code, label }) =>
    h(
      "button",
      {
        type: "button",
        "data-focus": `standing-${code}`,
        "aria-pressed": String(code === group().code),
        onclick: (event) => {
          chosen = code;
          for (const other of event.currentTarget.parentElement?.children ?? [])
            other.setAttribute("aria-pressed", String(other === event.currentTarget));
          draw();
        },
      },
      label,
    );
  return h(
    "section",
    { id: "standing", "aria-labelledby": "s-standing" },
    h("h2", { id: "s-standing" }, title),
    totals(one, show),
    h("p", { class: "hint" }, hint),
    h(
      "p",
      { class: "ways" },
      pageLink(one.method, { "data-focus": "to-method" }, `${one.method.text} →`),
    ),
    h("div", { class: "switch", role: "group", "aria-label": title }, groups.map(button)),
    frame,
  );
}

/** @type {(one: PromisesBlock, show: Show) => HTMLElement} */
function totals(one, show) {
  const every = h(
    "button",
    { type: "button", class: "pick", "data-focus": "state-", onclick: () => show({}) },
    h("b", {}, one.count),
    h("span", {}, one.words.promises_total),
  );
  return h(
    "ul",
    { class: "states" },
    h("li", {}, every),
    one.states.map(({ code, label, meaning, among }) => {
      const count = one.counts[code];
      const parts = [
        sign(code),
        h("b", {}, count || "0"),
        h("span", {}, label, among ? h("span", { class: "further" }, ` ${among}`) : null),
      ];
      return h(
        "li",
        { title: meaning },
        count
          ? h(
              "button",
              {
                type: "button",
                class: "pick",
                "data-focus": `state-${code}`,
                onclick: () => show({ state: code }),
              },
              parts,
            )
          : h("span", { class: "pick nothing" }, parts),
      );
    }),
  );
}

/** @type {(one: PromisesBlock, group: PromiseGroup, show: Show) => HTMLElement} */
function countsTable(one, group, show) {
  const total = one.words.promises_total;
  const row = (/** @type {PromiseCounts} */ { code, label, counts, count }) => {
    /** @type {Sought} */
    const mine = code ? { [group.code]: code } : {};
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, label),
      h("td", { class: "number", "data-label": total }, countNode(count, mine, label, show)),
      one.states.map((item) =>
        h(
          "td",
          { class: "number", "data-label": counts[item.code] ? item.label : null },
          countNode(
            counts[item.code] ?? 0,
            { ...mine, state: item.code },
            `${label}, ${item.label}`,
            show,
          ),
        ),
      ),
    );
  };
  const heads = one.states.map((item) =>
    h(
      "th",
      { scope: "col", class: "number", title: item.meaning },
      sign(item.code),
      " ",
      item.label,
    ),
  );
  return h(
    "table",
    { class: "big standing" },
    h("caption", { class: "sr" }, `${one.standing.title}. ${group.label}`),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, group.head),
        h("th", { scope: "col", class: "number" }, total),
        heads,
      ),
    ),
    h(
      "tbody",
      {},
      group.rows.map(row),
      row({ code: "", label: total, counts: one.counts, count: one.count }),
    ),
  );
}

/** @type {(count: number, filter: Sought, said: string, show: Show) => HTMLElement} */
function countNode(count, filter, said, show) {
  if (!count) return h("span", { class: "nothing" }, "0");
  return h(
    "button",
    {
      type: "button",
      class: "pick",
      "data-focus": `count-${Object.values(filter).join("-")}`,
      "aria-label": `${said}: ${count}`,
      onclick: () => show(filter),
    },
    count,
  );
}
