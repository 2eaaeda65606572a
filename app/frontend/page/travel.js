// Back, Forward, and another place written into the address.

import { ask, here, isOfThisView } from "./address.js";
import { takeBrought } from "./links.js";
import { goToAnchor, headFor } from "./places.js";
import { forgetAll } from "./registry.js";

// Streamlit itself follows Back and Forward between pages; between two views of one page it is told
// here.
addEventListener("popstate", () => {
  if (here() && isOfThisView()) return; // another place of the same view: see below
  forgetAll();
  takeBrought();
  if (here()) ask({});
  else headFor(history.state?.from);
});

// Somebody wrote another place of the page into the address, or followed such a link.
addEventListener("hashchange", () => {
  if (!here()) return;
  headFor(location.hash.slice(1));
  goToAnchor();
});
