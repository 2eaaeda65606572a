// What the list of promises is filtered by: stands in the address beside the view; a link from an
// exhibit brings its own.

import { asked } from "../address.js";
import { takeBrought } from "../links.js";

/** @typedef {Record<string, string>} Sought */

/** @type {Sought} if it is not filtered */
export const NOTHING = {
  q: "",
  area: "",
  document: "",
  by: "",
  modality: "",
  state: "",
  exhibit: "",
};

/** @type {Sought | undefined} */
let state;
/** @type {Set<string> | undefined} the areas whose promises are unfolded */
let areas;

export function sought() {
  if (!state) {
    const brought = takeBrought();
    state = Object.fromEntries(
      Object.keys(NOTHING).map((name) => [name, brought?.[name] ?? asked().get(name) ?? ""]),
    );
    areas = undefined;
  }
  return state;
}

export function forgetSought() {
  state = undefined;
}

/** @type {(among: string[]) => Set<string>} unfiltered all areas are folded, filtered none is */
export const unfoldedAreas = (among) => (areas ??= new Set(isFiltered() ? among : []));

export const foldAnew = () => {
  areas = undefined;
};

export const isFiltered = () => Object.values(sought()).some(Boolean);
