// Which deed a key stands for. Does none itself.

/**
 * @typedef {"next" | "previous" | "first" | "last" | "down" | "up" | "full" | "language" |
 *   "table" | "theme" | "black" | "leave" | "help" | "second" | "play"} Deed
 * @typedef {Pick<KeyboardEvent, "key" | "shiftKey"> & { code?: string }} Key
 */

/** @type {Record<string, Deed>} */
const DEEDS = {
  ArrowRight: "next",
  ArrowLeft: "previous",
  " ": "next",
  PageDown: "next",
  PageUp: "previous",
  Enter: "next",
  Backspace: "previous",
  Home: "first",
  End: "last",
  ArrowDown: "down",
  ArrowUp: "up",
  f: "full",
  l: "language",
  t: "table",
  d: "theme",
  b: "black",
  ".": "black",
  Escape: "leave",
  "?": "help",
  s: "second",
  p: "play",
};
/**
 * @type {Record<string, string>} the same keys on a Cyrillic keyboard: the letter is told by its
 *   place
 */
const PLACES = {
  KeyF: "f",
  KeyL: "l",
  KeyT: "t",
  KeyD: "d",
  KeyB: "b",
  KeyS: "s",
  KeyP: "p",
  Slash: "?",
};

/**
 * Gives the deed of a key, wherever its letter stands on the keyboard; undefined if it has none.
 * @param {Key} key
 * @returns {Deed | undefined}
 */
export function deedOf({ key, code = "", shiftKey }) {
  if (key === " " && shiftKey) return "previous";
  return (
    DEEDS[key] ??
    DEEDS[key.toLowerCase()] ??
    (code === "Slash" && !shiftKey ? undefined : DEEDS[PLACES[code]])
  );
}

/**
 * Gives the key by its letter, whatever the keyboard writes: as another window can understand it.
 * @param {Key} key
 */
export const lettered = ({ key, code = "" }) =>
  key.length === 1 && PLACES[code] ? PLACES[code] : key;
