// The live connection: a new release, a server that is gone and comes back.

import { h } from "../shared/nodes.js";
import { ask } from "./address.js";
import { page } from "./current.js";
import { say, word } from "./words.js";

export const POLL_RELEASE = 4000; // ms
const MISSED = 2; // questions without an answer after which the server is taken to be gone
let unanswered = 0;
/** @type {number | undefined} */
let askedFor; // the release that the page has been askedFor for
let shown = 0; // the newest release shown

export const offlineMark = () =>
  h(
    "div",
    { id: "offline", class: "offline", role: "alert", hidden: unanswered < MISSED },
    word("offline"),
  );

/** @type {ReturnType<typeof setInterval> | undefined} */
let watching;
export function watch() {
  watching ??= setInterval(async () => {
    try {
      const answer = await fetch("./api/release", {
        cache: "no-store",
        signal: AbortSignal.timeout(3000),
      });
      const { number } = await answer.json();
      unanswered = 0;
      if (number !== null && number !== (page.release?.number ?? null) && number !== askedFor) {
        askedFor = number;
        ask({});
      }
    } catch {
      unanswered += 1;
    }
    const mark = document.getElementById("offline");
    if (mark) mark.hidden = unanswered < MISSED;
  }, POLL_RELEASE);
}

export function tellNewRelease() {
  const number = page.release?.number;
  if (!number) return;
  if (shown && number > shown) setTimeout(() => say(word("new_release", { number })), 50);
  shown = number;
}
