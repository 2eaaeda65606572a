// Language and filters chosen during a show: other words or other numbers, on the same slide.

import {
  forgetOthers,
  isLoaded,
  lang,
  load,
  loadOthers,
  rewriteLink,
  useLanguage,
  word,
} from "./deck.js";
import { help, isHelping } from "./help.js";
import { tellMessage } from "./messages.js";
import { at, forgetDrawn, show } from "./show.js";

/** @type {(code: string) => Promise<void>} */
export async function speak(code) {
  if (!isLoaded(code) && !(await load(code))) return tellMessage(word("no_connection_filter"));
  useLanguage(code);
  rewriteLink({ lang: code });
  show(at);
  if (isHelping()) help(true);
  loadOthers();
}

/** @type {(changes: Record<string, string>) => Promise<void>} */
export async function choose(changes) {
  if (!(await load(lang, changes))) return tellMessage(word("no_connection_filter"));
  rewriteLink(changes);
  renewed();
}

// Other numbers: what was drawn and what was loaded in other languages no longer holds.
export function renewed() {
  forgetOthers();
  forgetDrawn();
  show(at);
  loadOthers();
}
