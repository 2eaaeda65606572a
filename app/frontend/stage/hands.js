// What keys and fingers do.

import { speak } from "./choices.js";
import { nextLanguage, slides } from "./deck.js";
import { help } from "./help.js";
import { deedOf, lettered } from "./keys.js";
import { isCovered, leave } from "./leaving.js";
import { isSecond } from "./screen.js";
import { isFromSecond, openSecond } from "./second.js";
import {
  black,
  changeTheme,
  flipTable,
  full,
  go,
  isBlack,
  play,
  scrollTable,
  show,
} from "./show.js";

/** @import { Deed } from "./keys.js" */

const SWIPE = 60; // px a finger moves at least
const SCROLL = 200; // px
/** @type {Record<Deed, () => unknown>} */
const ACTS = {
  next: () => go(1),
  previous: () => go(-1),
  first: () => show(0),
  last: () => show(slides().length - 1),
  down: () => scrollTable(SCROLL),
  up: () => scrollTable(-SCROLL),
  full,
  language: () => speak(nextLanguage()),
  table: flipTable,
  theme: changeTheme,
  black: () => black(),
  leave,
  help: () => help(),
  second: openSecond,
  play,
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof Element ? event.target : null;
  const field = target?.closest("input, select, textarea, [contenteditable]");
  if (field) {
    if (event.key === "Escape") /** @type {HTMLElement} */ (field).blur();
    return;
  }
  if (target?.closest("button, a") && [" ", "Enter"].includes(event.key)) return;
  const deed = deedOf(event);
  if (!deed) return;
  event.preventDefault();
  // The second window steers the first, which tells it where the show stands.
  if (isSecond && window.opener)
    window.opener.postMessage(
      { union: "key", key: lettered(event), shiftKey: event.shiftKey },
      "*",
    );
  else obey(deed);
});

addEventListener("message", ({ data, source, origin }) => {
  if (origin !== location.origin || data?.union !== "key" || !isFromSecond(source)) return;
  const deed = deedOf(data);
  if (deed && (deed !== "leave" || isCovered())) obey(deed);
});

// Any key lights a black screen; those that only end something then end nothing else.
/** @type {(deed: Deed) => void} */
function obey(deed) {
  const dark = isBlack();
  if (dark) black(false);
  if (!dark || !["black", "leave"].includes(deed)) ACTS[deed]();
}

// A finger's swipe is a step.
/** @type {number | null} */
let touched = null;
addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch" ? event.clientX : null;
});
addEventListener("pointerup", (event) => {
  if (touched !== null && Math.abs(event.clientX - touched) > SWIPE)
    go(event.clientX < touched ? 1 : -1);
  touched = null;
});
