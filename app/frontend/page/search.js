// How words are sought on the page: as people type them, whatever keyboard they have.

import { h } from "../shared/nodes.js";
import { word } from "./words.js";

// from this length on a word is sought without its last letters: enough for a list of promises; the
// search over all figures cuts by each language's endings (app/words/stems.py)
const ENDINGS = 6;
/** @type {Record<string, string>} */
const RUSSIAN = { ё: "е", ә: "а", ғ: "г", қ: "к", ң: "н", ө: "о", ұ: "у", ү: "у", һ: "х", і: "и" };

/** @type {(text: string) => string} */
export const plain = (text) =>
  text.toLowerCase().replace(/[ёәғқңөұүһі]/g, (letter) => RUSSIAN[letter]);

/** @type {(token: string) => string} */
export const stem = (token) =>
  token.length < ENDINGS || /[^\p{L}]/u.test(token)
    ? token
    : token.slice(0, token.length === ENDINGS ? -1 : -2);

/** @type {(text: string) => string[]} */
export const stems = (text) => plain(text).split(/\s+/).filter(Boolean).map(stem);

// Hides the rows that do not hold what is sought.
/** @type {(title: string, rows: () => Iterable<HTMLTableRowElement>) => HTMLInputElement} */
export function searchField(title, rows) {
  return h("input", {
    type: "search",
    "aria-label": `${word("search")}: ${title}`,
    placeholder: word("search"),
    oninput: (event) => {
      const wanted = plain(event.currentTarget.value);
      for (const row of rows()) row.hidden = !plain(row.textContent ?? "").includes(wanted);
    },
  });
}
