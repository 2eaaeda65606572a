// A region or a sector picked with a click: becomes the filter, or ends it if it was the filter
// already.

import { choose } from "./address.js";
import { page } from "./current.js";
import { hold } from "./places.js";
import { anchor } from "./query.js";

/** @import { Filter } from "../shared/payload.js" */
/** @typedef {Filter["name"]} FilterName */

/** @type {(filter: FilterName, code: string, id: string) => void} */
export function pick(filter, code, id) {
  hold(anchor(id));
  choose({ [filter]: page.view[filter] === code ? "" : code });
}

// What can be chosen in a filter of this page, by code.
/** @type {(filter: string) => Map<string, string>} */
export const optionsOf = (filter) =>
  new Map(page.filters.find((one) => one.name === filter)?.options ?? []);

/** @type {(filter: FilterName, code: string, id: string) => void} */
export function pickIfKnown(filter, code, id) {
  if (code && optionsOf(filter).has(code)) pick(filter, code, id);
}
