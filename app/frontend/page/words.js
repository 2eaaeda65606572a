// The interface's words in the page's language, on the screen and read aloud.

import { filled } from "../shared/sentences.js";
import { page } from "./current.js";

/** @type {(key: string, slots?: Record<string, string | number>) => string} */
export const word = (key, slots = {}) => filled(page.words[key], slots);

// Told to who does not see what has changed.
/** @type {(text: string) => void} */
export function say(text) {
  const node = document.getElementById("said");
  if (node) node.textContent = text;
}
