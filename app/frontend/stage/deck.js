// The slides in each language and the link they came by: loads them. Draws nothing.

import { filled } from "../shared/sentences.js";
import { isAlone, piece } from "./screen.js";

/** @import { Deck } from "../shared/payload.js" */

/** @type {Map<string, Deck>} by language */
const decks = new Map(Object.entries(JSON.parse(piece("decks").textContent ?? "")));
export let lang = document.documentElement.lang;

export const deck = () => /** @type {Deck} */ (decks.get(lang));
export const slides = () => deck().slides;
/** @type {(code: string) => boolean} */
export const isLoaded = (code) => decks.has(code);
export const hasMaps = () =>
  [...decks.values()].some((one) =>
    one.slides.some((slide) => !("missing" in slide) && slide.traits.regions),
  );

/** @type {(key: string, slots?: Record<string, string | number>) => string} */
export const word = (key, slots = {}) => filled(deck().words[key], slots);

export function nextLanguage() {
  const codes = deck().langs.map(({ code }) => code);
  return codes[(codes.findIndex((code) => code === lang) + 1) % codes.length];
}

// What the link asks for, with changes; an empty value takes its name out.
/** @type {(changes?: Record<string, string>) => URLSearchParams} */
function asked(changes = {}) {
  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  }
  return parameters;
}

/** @type {(changes: Record<string, string>) => void} */
export function rewriteLink(changes) {
  if (!isAlone)
    history.replaceState(null, "", `${location.pathname}?${asked(changes)}${location.hash}`);
}

/** @type {(code: string, changes?: Record<string, string>) => Promise<boolean>} */
export async function load(code, changes = {}) {
  if (isAlone) return false;
  try {
    const answer = await fetch(`./api/deck?${asked({ ...changes, lang: code })}`, {
      cache: "no-store",
      signal: AbortSignal.timeout(20000),
    });
    if (!answer.ok) return false;
    decks.set(code, await answer.json());
    return true;
  } catch {
    return false;
  }
}

// The other languages come while nobody waits for them, so that L answers at once, also without a
// connection.
export async function loadOthers() {
  for (const { code } of deck().langs) if (!decks.has(code)) await load(code);
}

export function forgetOthers() {
  for (const code of [...decks.keys()]) if (code !== lang) decks.delete(code);
}

/** @type {(code: string) => void} */
export function useLanguage(code) {
  lang = code;
  document.documentElement.lang = code;
}
