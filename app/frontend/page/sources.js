// What stands under a number or a chart about where it comes from: source, receipt, notes,
// promises.

import { h } from "../shared/nodes.js";
import { page } from "./current.js";
import { pageLink } from "./links.js";
import { written } from "./query.js";
import { word } from "./words.js";

/** @import { Exhibit, Note } from "../shared/payload.js" */

/** @type {(note: Note) => HTMLElement} */
export const noteNode = (note) => h("p", { class: `note ${note.kind}` }, note.text);

/** @type {(note: Note) => boolean} */
export const isDoubt = (note) => note.kind === "contradiction";

// The code at the end of a source line leads to everything about the number: definition, formula,
// source, release.
/** @type {(code: string, text: string, further?: Node | null) => HTMLElement} */
export function sourceLine(code, text, further) {
  const said = word("receipt_link", { code });
  const receipt = h(
    "a",
    { class: "code", href: `./r/${code}?lang=${page.lang}`, title: said, "aria-label": said },
    code,
  );
  return h("p", { class: "source" }, `${text} · `, receipt, further ? [" · ", further] : null);
}

// To what the documents promise of an exhibit: the list of promises, filtered by it.
/** @type {(one: Exhibit) => HTMLElement} */
export function promisesLink(one) {
  const to = `./promises?exhibit=${one.id}`;
  const link = {
    page: "promises",
    href: `${to}&${written(page.view)}#commitments`,
    wanted: { exhibit: one.id },
  };
  return pageLink(
    link,
    { "data-way": to, "data-focus": `promises-${one.id}` },
    `${word("promises_page")}: ${one.promises}`,
  );
}
