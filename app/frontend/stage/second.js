// The first window's side of the speaker's own window: opens it and tells it where the show stands.

import { lang, slides, word } from "./deck.js";
import { when } from "./events.js";
import { tellMessage } from "./messages.js";
import { isAlone } from "./screen.js";
import { at } from "./show.js";

/** @type {Window | null} */
let second = null;

/** @type {(source: unknown) => boolean} */
export const isFromSecond = (source) => source === second;

export function openSecond() {
  const address = isAlone ? location.href.split("#")[0] : `${location.pathname}${location.search}`;
  second = window.open(`${address}#notes`, "union-indicators-notes", "width=1200,height=760");
  if (!second) tellMessage(word("stage_blocked"));
}

function tellSecond() {
  if (second && !second.closed && slides().length)
    second.postMessage({ union: "at", at, lang, query: location.search }, "*");
}

when("shown", tellSecond);

addEventListener("message", ({ data, source, origin }) => {
  if (origin !== location.origin) return;
  // The first window may have been loaded anew since it opened the second: that one says every
  // second that it is there.
  if (data?.union !== "ready" && (data?.union !== "here" || isFromSecond(source))) return;
  second = /** @type {Window} */ (source);
  tellSecond();
});
