// Back, Forward, another place written into the address, and scrolling to one.

import { ask, here, isOfThisView } from "./address.js";
import { takeBrought } from "./links.js";
import { goToAnchor, headFor } from "./places.js";
import { forgetAll } from "./registry.js";
import { cameBack, comeBack, keepWhereabouts } from "./whereabouts.js";

const REST = 250; // ms without scrolling after which the place is written down

// Streamlit itself follows Back and Forward between pages; between two views of one page it is told
// here.
addEventListener("popstate", () => {
  // another place of the same view (see below), or Back before another page has come
  if (here() && isOfThisView()) {
    comeBack();
    cameBack();
    return;
  }
  forgetAll();
  takeBrought();
  if (here()) ask({});
  else comeBack();
});

// Somebody wrote another place of the page into the address, or followed such a link.
addEventListener("hashchange", () => {
  if (!here()) return;
  headFor(location.hash.slice(1));
  goToAnchor();
});

/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;
addEventListener(
  "scroll",
  () => {
    clearTimeout(resting);
    resting = setTimeout(() => keepWhereabouts(), REST);
  },
  { passive: true },
);
addEventListener("pagehide", () => keepWhereabouts());
