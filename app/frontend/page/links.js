// Links within the dashboard, which do not load the browser's page anew, and links out of it, which
// keep the view of the moment.

import { h } from "../shared/nodes.js";
import { ask } from "./address.js";
import { page } from "./current.js";
import { goToAnchor, headFor } from "./places.js";
import { written } from "./query.js";
import { keepWhereabouts } from "./whereabouts.js";

/** @import { Link } from "../shared/payload.js" */

/** @type {Record<string, string> | undefined} */
let brought; // what a link wants of the page it leads to

// What the link wanted that led here, once.
export function takeBrought() {
  const wanted = brought;
  brought = undefined;
  return wanted;
}

/**
 * @type {(item: Link, attributes: Attributes<HTMLAnchorElement>, ...children: Child[]) =>
 *   HTMLAnchorElement}
 */
export function pageLink(item, attributes, ...children) {
  return h(
    "a",
    { href: item.href, ...attributes, onclick: (event) => follow(item, event) },
    ...children,
  );
}

/** @type {(item: Link, event: MouseEvent & { currentTarget: HTMLElement }) => void} */
function follow(item, event) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const [, hash] = item.href.split("#");
  headFor(hash ?? "");
  if (item.page === page.page) {
    if (!hash) return;
    history.replaceState(null, "", `#${hash}`);
    goToAnchor();
    return;
  }
  keepWhereabouts(event.currentTarget.closest("#main [id]"));
  brought = item.wanted;
  ask({ page: item.page });
  window.scrollTo(0, 0);
}

// Kept up to date by `pointWays`, also on a card that stayed as it was when the view changed.
/**
 * @type {(address: string, attributes: Attributes<HTMLAnchorElement>, text: string) =>
 *   HTMLAnchorElement}
 */
export const way = (address, attributes, text) =>
  h("a", { ...attributes, "data-way": address, href: wayTo(address) }, text);

/** @type {(address: string) => string} */
const wayTo = (address) => `${address}&${written(page.view)}`;

/** @type {(root: HTMLElement) => void} */
export function pointWays(root) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (
    root.querySelectorAll("[data-way]")
  ))
    link.href = wayTo(link.dataset.way ?? "");
}
