// Every promise, by area: the rows are drawn once, a filter hides them. Unfiltered each area is
// opened where it stands.

import { h } from "../../shared/nodes.js";
import { filled } from "../../shared/sentences.js";
import { rewrite } from "../address.js";
import { page } from "../current.js";
import { details } from "../disclosure.js";
import { toPlace } from "../places.js";
import { encoded } from "../query.js";
import { plain, stems } from "../search.js";
import { stateWord } from "../states.js";
import { word } from "../words.js";
import { figureLinks } from "./figures.js";
import { foldAnew, isFiltered, NOTHING, unfoldedAreas } from "./sought.js";

/** @import { PromiseRow, PromisesBlock } from "../../shared/payload.js" */
/** @import { Sought } from "./sought.js" */
/** @typedef {Record<string, Record<string, string>>} Labels by filter and code */
/**
 * @typedef {{ row: PromiseRow, words: string }} Sayable a promise, and all that can be sought in
 *   it
 */

/**
 * @type {(one: PromisesBlock, state: Sought) => { node: HTMLElement, choose: (changes: Sought) =>
 *   void }}
 */
export function promiseList(one, state) {
  const { words } = one;
  /** @type {Labels} */
  const labels = Object.fromEntries(
    one.filters.map(({ name, options }) => [name, Object.fromEntries(options)]),
  );
  const rows = one.rows.map((row) => ({
    row,
    node: promiseRow(one, row, labels),
    words: soughtWords(one, row, labels),
  }));
  const change = (/** @type {Sought} */ changes) => {
    Object.assign(state, changes);
    foldAnew();
    apply();
    rewrite();
  };
  const areas = Object.keys(labels.area);
  const groups = areas.map((area) =>
    areaGroup(
      area,
      labels.area[area],
      rows.filter(({ row }) => row.area === area),
      areas,
      change,
    ),
  );
  const said = h("p", { class: "found", role: "status" });
  const search = h("input", {
    type: "search",
    id: "promises-q",
    value: state.q,
    "aria-label": word("search"),
    placeholder: word("search"),
    "data-focus": "promises-q",
    oninput: (event) => change({ q: event.currentTarget.value }),
  });
  const selects = one.filters.map(({ name, label, options }) => {
    const select = h(
      "select",
      {
        id: `promises-${name}`,
        "data-focus": `promises-${name}`,
        onchange: (event) => change({ [name]: event.currentTarget.value }),
      },
      h("option", { value: "" }, words.figures_both),
      options.map(([code, text]) => h("option", { value: code }, text)),
    );
    return {
      name,
      select,
      box: h("div", { class: "filter" }, h("label", { for: `promises-${name}` }, label), select),
    };
  });
  const clear = h(
    "button",
    {
      type: "button",
      class: "clear-all",
      "data-focus": "promises-q",
      onclick: () => {
        change(NOTHING);
        search.focus();
      },
    },
    word("clear_all"),
  );
  const apply = () => {
    const tokens = stems(state.q);
    const count = groups.reduce(
      (sum, group) => sum + group.show((item) => fits(item, state, tokens)),
      0,
    );
    const picked = [...selects.map(({ name }) => labels[name][state[name]]), state.q].filter(
      Boolean,
    );
    said.replaceChildren(
      filled(words.promises_shown, { count, all: rows.length }) +
        (count ? "" : `. ${words.promises_empty}`),
      state.exhibit ? ` · ${one.figures[state.exhibit].text}` : "",
      h(
        "span",
        { class: "picked" },
        picked.map((text) => ` · ${text}`),
      ),
    ); // on paper, where no filter is seen
    clear.hidden = !isFiltered();
    for (const { name, box, select } of selects) {
      select.value = state[name];
      box.classList.toggle("on", Boolean(state[name]));
    }
    if (search.value !== state.q) search.value = state.q;
  };
  apply();
  const heading = h("h2", { id: "s-commitments", tabindex: "-1" }, words.promises_all);
  const node = h(
    "section",
    { id: "commitments", "aria-labelledby": "s-commitments" },
    heading,
    h(
      "div",
      { class: "asking" },
      search,
      selects.map(({ box }) => box),
      clear,
      h("a", { class: "file", download: true, href: `${one.file}?${encoded(page.view)}` }, "CSV"),
    ),
    said,
    h(
      "div",
      {
        class: "scroll fit stacked",
        tabindex: "0",
        role: "group",
        "aria-label": `${word("table")}: ${words.promises_all}`,
      },
      h(
        "table",
        { class: "big promise-list" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            one.heads.map((head) => h("th", { scope: "col" }, head)),
          ),
        ),
        groups.map((group) => group.node),
      ),
    ),
  );
  return {
    node,
    choose: (changes) => {
      change(changes);
      node.scrollIntoView({ block: "start" });
      heading.focus({ preventScroll: true });
    },
  };
}

/**
 * The promises of one area under its name, which folds and unfolds them; `show` says how many of
 * them fit.
 * @param {string} area
 * @param {string} label
 * @param {(Sayable & { node: HTMLElement })[]} mine
 * @param {string[]} areas
 * @param {(changes: Sought) => void} change
 */
function areaGroup(area, label, mine, areas, change) {
  const count = h("span", { class: "further" });
  const button = h(
    "button",
    {
      type: "button",
      class: "group-head",
      "data-focus": `group-${area}`,
      onclick: (event) => unfold(event.currentTarget.getAttribute("aria-expanded") !== "true"),
    },
    label,
    " ",
    count,
  );
  const node = h(
    "tbody",
    {},
    h("tr", { class: "group" }, h("th", { colspan: "5", scope: "rowgroup" }, h("h3", {}, button))),
    mine.map((item) => item.node),
  );
  const unfold = (/** @type {boolean} */ unfolded) => {
    unfoldedAreas(areas)[unfolded ? "add" : "delete"](area);
    button.setAttribute("aria-expanded", String(unfolded));
    node.classList.toggle("shut", !unfolded);
  };
  // Who comes to one promise by a link must find it, whatever was sought before.
  node.addEventListener("reveal", ({ target }) => {
    if (/** @type {HTMLElement} */ (target).hidden || node.hidden) change(NOTHING);
    unfold(true);
  });
  const show = (/** @type {(item: Sayable) => boolean} */ wanted) => {
    unfold(unfoldedAreas(areas).has(area));
    for (const item of mine) item.node.hidden = !wanted(item);
    const shown = mine.filter((item) => !item.node.hidden).length;
    node.hidden = !shown;
    count.textContent = String(shown);
    return shown;
  };
  return { node, show };
}

/**
 * Says whether a promise is among those sought.
 * @param {Sayable} item
 * @param {Sought} state
 * @param {string[]} tokens
 */
export function fits({ row, words }, state, tokens) {
  return (
    (!state.area || row.area === state.area) &&
    (!state.document || row.document.includes(state.document)) &&
    (!state.by || row.by === state.by) &&
    (!state.modality || row.modality === state.modality) &&
    (!state.state || row.state === state.state) &&
    (!state.exhibit || row.exhibits.includes(state.exhibit)) &&
    tokens.every((token) => words.includes(token))
  );
}

/** @type {(one: PromisesBlock, row: PromiseRow, labels: Labels) => string} */
function soughtWords(one, row, labels) {
  return plain(
    [
      row.text,
      row.said,
      row.where,
      row.reason,
      labels.area[row.area],
      labels.by[row.by],
      labels.modality[row.modality],
      labels.state[row.state],
      row.due,
      ...row.places.map(([code, place]) => `${one.documents[code]} ${place}`),
      ...row.exhibits.map((id) => one.figures[id].text),
    ].join(" "),
  );
}

/** @type {(one: PromisesBlock, row: PromiseRow, labels: Labels) => HTMLElement} */
function promiseRow(one, row, labels) {
  const places = () =>
    h(
      "ul",
      {},
      row.places.map(([code, place, kind]) =>
        h(
          "li",
          {},
          `${one.documents[code]}, ${place} `,
          h("span", { class: "further" }, `· ${one.kinds[kind]}`),
        ),
      ),
    );
  const aim = row.aims[0];
  return h(
    "tr",
    { id: `promise-${row.id}` },
    h(
      "th",
      { scope: "row" },
      row.text,
      details(
        row.id,
        "places",
        filled(one.words.promises_places, { count: row.places.length }),
        places,
      ),
    ),
    h("td", {}, labels.by[row.by], h("p", { class: "why" }, labels.modality[row.modality])),
    h(
      "td",
      {},
      stateWord(row.state, labels.state[row.state]),
      h("p", { class: "why" }, row.due),
      row.reason ? h("p", { class: "why" }, row.reason) : null,
    ),
    h("td", {}, row.said ? [row.said, h("p", { class: "why" }, row.where)] : null),
    h(
      "td",
      {},
      figureLinks(one, row.exhibits, row.id),
      aim
        ? h(
            "p",
            {},
            h(
              "a",
              { href: `#${aim}`, "data-focus": `aim-of-${row.id}`, onclick: toPlace(aim) },
              one.words.promises_in_number,
            ),
          )
        : null,
    ),
  );
}
