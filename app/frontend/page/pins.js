// What the viewer has put together for a story of their own: keeps it in the browser, on the server
// nothing.

import { h } from "../shared/nodes.js";
import { component, page } from "./current.js";
import { listed } from "./query.js";
import { say, word } from "./words.js";

export const STORY_KEY = "union-indicators-story";

/** @type {string[] | null} */
let list = null;

// As codes; a private window forgets them with the page.
export function pinned() {
  if (!list) {
    try {
      list = listed(localStorage.getItem(STORY_KEY));
    } catch {
      list = [];
    }
  }
  return list;
}

/** @type {(codes: string[]) => void} */
export function pin(codes) {
  list = codes;
  try {
    localStorage.setItem(STORY_KEY, codes.join(","));
  } catch {
    /* private windows keep nothing */
  }
  tellPinned();
}

/** @type {(code: string) => void} */
function togglePin(code) {
  const codes = pinned();
  const there = codes.includes(code);
  if (!there && codes.length >= page.limit) return say(word("story_full", { count: page.limit }));
  pin(there ? codes.filter((item) => item !== code) : [...codes, code]);
  say(word(there ? "pin_removed" : "pin_added", { count: pinned().length }));
}

export function tellPinned() {
  const codes = pinned();
  for (const mark of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".ui .count")
  )) {
    mark.textContent = String(codes.length);
    mark.hidden = !codes.length;
  }
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".ui [data-pin]")
  )) {
    button.setAttribute("aria-pressed", String(codes.includes(button.dataset.pin ?? "")));
  }
}

/** @type {(one: { id: string, pin: string }, title: string) => HTMLElement} */
export function pinButton(one, title) {
  return h(
    "button",
    {
      type: "button",
      class: "quiet pin",
      "data-pin": one.pin,
      "data-focus": `pin-${one.id}`,
      "aria-pressed": String(pinned().includes(one.pin)),
      "aria-label": `${word("pin")}: ${title}`,
      onclick: () => togglePin(one.pin),
    },
    word("pin"),
  );
}

// Another window of the same browser has changed the list.
addEventListener("storage", (event) => {
  if (event.key !== STORY_KEY || !component) return;
  list = null;
  tellPinned();
});
