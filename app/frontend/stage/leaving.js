// The end of a show: what lies over the slides ends first, then the show.

import { lang, slides } from "./deck.js";
import { help, isHelping } from "./help.js";
import { isAlone } from "./screen.js";
import { at, black, flipTable, isBlack, tabled } from "./show.js";

// What Esc ends before it ends the show; from the second window it ends no more than that.
export const isCovered = () => tabled || isHelping() || isBlack();

export function leave() {
  if (isHelping()) return help(false);
  if (isBlack()) return black(false);
  if (tabled) return flipTable();
  if (isAlone) return;
  const slide = slides()[at];
  location.href = slide && !("missing" in slide) ? slide.href : `./stories?lang=${lang}`;
}
