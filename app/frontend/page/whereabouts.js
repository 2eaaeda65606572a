// Where the viewer was on a page, kept with its step of the history, so that Back leads there, from
// another page as from a receipt. Changes no address.

import { here, waiting } from "./address.js";
import { component } from "./current.js";
import { begin, read } from "./places.js";

/** @typedef {{ id: string, top: number, y: number, from: boolean }} Whereabouts what is read, where it stands on the
 *    screen, and how far the page is scrolled where nothing has a name */

let returning = true; // the first page, too, may be one that Back led to: from a receipt

export function comeBack() {
  returning = true;
}

// `from` is what a link that is followed stands in: Back leads to it, and keys go on from there.
/** @type {(from?: Element | null) => void} */
export function keepWhereabouts(from = null) {
  if (!component || !here() || waiting() || (returning && !from)) return;
  const node = from ?? read();
  const at = {
    id: node?.id ?? "",
    top: node?.getBoundingClientRect().top ?? 0,
    y: scrollY,
    from: Boolean(from),
  };
  history.replaceState({ ...history.state, at }, "");
}

// Whether Back or Forward led here; the place is then on the screen as it was.
export function cameBack() {
  if (!returning || !here() || waiting()) return false;
  returning = false;
  /** @type {Whereabouts | undefined} */
  const at = history.state?.at;
  if (!at) return false;
  const node = at.id ? document.getElementById(at.id) : null;
  node?.dispatchEvent(new CustomEvent("reveal", { bubbles: true }));
  window.scrollTo(0, node ? scrollY + node.getBoundingClientRect().top - at.top : at.y);
  if (node && (at.y || at.from)) begin(node);
  return true;
}
