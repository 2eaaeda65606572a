// The live connection: a server that is gone and comes back, a new release. A show goes on without
// it, for everything is here.

import { renewed } from "./choices.js";
import { clock } from "./clock.js";
import { deck, isLoaded, lang, load, loadOthers, word } from "./deck.js";
import { piece } from "./screen.js";
import { playing } from "./show.js";

export const POLL = 5000; // ms
/** @type {Date | null} */
let lost = null; // since when the server does not answer

export async function watch() {
  try {
    const answer = await fetch("./api/release", {
      cache: "no-store",
      signal: AbortSignal.timeout(4000),
    });
    const { number } = await answer.json();
    lost = null;
    if (number !== null && number !== deck().release.number) {
      // A show that turns by itself has nobody to ask; a speaker's numbers do not change in the
      // middle of a sentence.
      if (playing && (await load(lang))) renewed();
      else piece("renew").hidden = false;
    }
    if (!deck().langs.every(({ code }) => isLoaded(code))) loadOthers();
  } catch {
    lost ??= new Date();
  }
  markLost();
}

function markLost() {
  const node = piece("lost");
  node.hidden = !lost;
  if (lost) node.textContent = word("offline_stage", { time: clock(lost) });
}

export function offerNewRelease() {
  const button = piece("renew");
  button.textContent = word("new_release_stage");
  button.addEventListener("click", async () => {
    button.hidden = true;
    if (await load(lang)) renewed();
  });
}
