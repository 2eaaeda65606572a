// One exhibit as a card: finding, chart's box, table, source line, links to take it along. Draws no
// chart.

import { keyList } from "../shared/key.js";
import { h } from "../shared/nodes.js";
import { query } from "./address.js";
import { copyLink, embedField } from "./copying.js";
import { page } from "./current.js";
import { details } from "./disclosure.js";
import { way } from "./links.js";
import { ordered } from "./orders.js";
import { picture } from "./picture.js";
import { pinButton } from "./pins.js";
import { keepPlots, modeOf, plotBox, showAs } from "./plots.js";
import { anchor } from "./query.js";
import { noteNode, promisesLink, sourceLine } from "./sources.js";
import { isWordy, openTable, wordTable } from "./table.js";
import { word } from "./words.js";

/** @import { Exhibit } from "../shared/payload.js" */
/** @typedef {{ subtitle: HTMLElement, remark: HTMLElement }} Beside what a card says of the view */

const SHOWN_NOTES = 4;
/** @type {Map<string, { node: HTMLElement, beside: Beside, stamp: string }>} by exhibit */
const cards = new Map();
/** @type {{ name: string, ids: Set<string> }} the exhibits of the page on the screen */
let ofThisPage = { name: "", ids: new Set() };
/** @type {Set<string>} the exhibits of the page before it */
let ofThePageBefore = new Set();

// The same node as before while nothing in it changes.
/** @type {(one: Exhibit) => HTMLElement} */
export function card(one) {
  ofThisPage.ids.add(one.id);
  const stamp = [one.hash, one.release, one.size, one.code, page.lang].join("|");
  let kept = cards.get(one.id);
  if (kept?.stamp !== stamp) {
    const beside = { subtitle: h("p", { class: "subtitle" }), remark: h("p", { class: "remark" }) };
    kept = { node: cardNode(one, beside), beside, stamp };
    cards.set(one.id, kept);
  }
  sayBeside(one, kept.beside);
  return kept.node;
}

// A filter that an exhibit cannot follow changes no more of its card than these words.
/** @type {(one: Exhibit, beside: Beside) => void} */
function sayBeside(one, { subtitle, remark }) {
  putText(subtitle, [one.subtitle, one.highlight].filter(Boolean).join(" · "));
  putText(remark, [one.remark, one.unfollowed].filter(Boolean).join(" "));
  remark.hidden = !remark.textContent;
}

/** @type {(node: HTMLElement, text: string) => void} */
function putText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function beginCards() {
  if (ofThisPage.name !== page.page) ofThePageBefore = ofThisPage.ids;
  ofThisPage = { name: page.page, ids: new Set() };
}

// Cards and charts of the page before stay, so that Back finds them drawn; those of all others go.
export function endCards() {
  const wanted = new Set([...ofThisPage.ids, ...ofThePageBefore]);
  for (const id of cards.keys()) if (!wanted.has(id)) cards.delete(id);
  keepPlots(wanted);
}

/** @type {(one: Exhibit, beside: Beside) => HTMLElement} */
function cardNode(one, { subtitle, remark }) {
  const further = one.notes.slice(SHOWN_NOTES);
  return h(
    "article",
    {
      class: `card ${one.size} ${one.kind}`,
      id: anchor(one.id),
      "aria-labelledby": `t-${anchor(one.id)}`,
    },
    h("h3", { id: `t-${anchor(one.id)}` }, one.title),
    subtitle,
    remark,
    one.figure?.forms.regions ? modeSwitch(one) : null,
    one.figure ? [keyList(one), plotBox(one)] : null,
    isWordy(one) ? wordTable(one) : null,
    one.notes.slice(0, SHOWN_NOTES).map(noteNode),
    further.length
      ? details(one.id, "notes", word("more_notes", { count: further.length }), () =>
          further.map(noteNode),
        )
      : null,
    one.failed ? null : foot(one),
  );
}

/** @type {(one: Exhibit) => HTMLElement} */
function modeSwitch(one) {
  const now = modeOf(one);
  const button = (/** @type {"map" | "tiles"} */ mode) =>
    h(
      "button",
      {
        type: "button",
        "aria-pressed": String(mode === now),
        "data-focus": `${one.id}-${mode}`,
        onclick: (event) => {
          for (const other of event.currentTarget.parentElement?.children ?? [])
            other.setAttribute("aria-pressed", String(other === event.currentTarget));
          showAs(one, mode);
        },
      },
      word(mode === "map" ? "map_shapes" : "map_tiles"),
    );
  return h("div", { class: "switch", role: "group" }, button("map"), button("tiles"));
}

/** @type {(one: Exhibit) => HTMLElement} */
function foot(one) {
  return h(
    "div",
    { class: "foot" },
    sourceLine(
      one.code,
      [one.source, one.release].filter(Boolean).join(" · "),
      one.promises ? promisesLink(one) : null,
    ),
    h(
      "div",
      { class: "actions" },
      isWordy(one) ? null : details(one.id, "table", word("table"), () => openTable(one)),
      details(one.id, "definition", word("definition"), () => h("p", {}, one.definition)),
      details(one.id, "download", word("download"), () =>
        h("p", { class: "downloads" }, files(one)),
      ),
      h(
        "button",
        {
          type: "button",
          class: "quiet",
          "data-focus": `link-${one.id}`,
          onclick: (event) => copyLink(one.id, event.currentTarget),
        },
        word("link"),
      ),
      details(one.id, "embed", word("embed"), () => embedField(one, one.title)),
      way(
        `./present?exhibit=${one.id}`,
        { class: "quiet", "data-focus": `present-${one.id}` },
        word("present"),
      ),
      pinButton(one, one.title),
    ),
  );
}

/** @type {(one: Exhibit) => Child[]} */
function files(one) {
  const formats = /** @type {const} */ (["png", "svg"]);
  return [
    Object.entries(one.files).map(([label, path]) =>
      h(
        "a",
        {
          href: path,
          download: true,
          class: "file",
          onclick: (event) => {
            event.currentTarget.href = `${path}?${query()}`;
          },
        },
        label,
      ),
    ),
    one.figure
      ? formats.map((format) =>
          h(
            "button",
            { type: "button", class: "file", onclick: () => picture(one, format) },
            format.toUpperCase(),
          ),
        )
      : null,
    ordered(["PPTX", "PDF", "HTML"], { exhibit: one.id }, one.title),
  ];
}
