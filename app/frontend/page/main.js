// Draws a page from the data that app/screen/ composes. Computes no number. A new block or page
// is one file and its line here.

import "./blocks/area.js";
import "./blocks/back.js";
import "./blocks/changes.js";
import "./blocks/choices.js";
import "./blocks/contents.js";
import "./blocks/explorer.js";
import "./blocks/lists.js";
import "./blocks/promises.js";
import "./blocks/prose.js";
import "./blocks/section.js";
import "./blocks/since.js";
import "./blocks/stories.js";
import "./blocks/table.js";
import "./blocks/tiles.js";
import "./front.js";
import "./paper.js";
import "./travel.js";
import { answered, askForAll, keepAddress } from "./address.js";
import { beginCards, endCards } from "./card.js";
import { pointFrames } from "./copying.js";
import { component, page, take } from "./current.js";
import { frame } from "./frame.js";
import { settleHeader } from "./header.js";
import { inPlace } from "./inplace.js";
import { pointWays } from "./links.js";
import { tellNewRelease, watch } from "./live.js";
import { tellPinned } from "./pins.js";
import { goToAnchor, keepingPlace } from "./places.js";
import { draw } from "./plots.js";
import { kindOf, leaveOthers } from "./registry.js";
import { cameBack } from "./whereabouts.js";

/** @import { Component } from "../shared/globals.js" */

/** @type {(given: Component) => () => void} */
export function render(given) {
  const root = /** @type {HTMLElement} */ (given.parentElement.querySelector(".ui"));
  if (!take(given)) {
    askForAll();
    return () => {};
  }
  markHolder(root);
  leaveOthers(page.page);
  // Set anew, even to the same, it has the browser work out every style again.
  if (document.documentElement.lang !== page.lang) document.documentElement.lang = page.lang;
  document.title = kindOf(page.page).title?.() ?? `${page.title} — ${page.brand}`;
  document.getElementById("ui-wait")?.remove();
  // Streamlit's box, which scrolls nothing here: a stop for Tab without a sign
  document.querySelector('[data-testid="stMain"]')?.removeAttribute("tabindex");
  tellNewRelease();
  if (answered()) keepAddress();
  beginCards();
  keepingPlace(root, () => inPlace(root, frame()));
  endCards();
  settleHeader();
  tellPinned();
  pointWays(root);
  pointFrames(root);
  draw();
  if (!cameBack()) goToAnchor();
  watch();
  return () => {};
}

// Of what Streamlit puts beside each other, that which holds the page: all else is hidden.
/** @type {(root: HTMLElement) => void} */
function markHolder(root) {
  root.closest('[data-testid="stAppViewContainer"] > *')?.setAttribute("data-page", "");
  const { dataset } = document.documentElement;
  if (dataset.drawn === undefined) dataset.drawn = "";
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let resizing;
new ResizeObserver(() => {
  clearTimeout(resizing);
  resizing = setTimeout(() => component && draw(), 80);
}).observe(document.documentElement);
