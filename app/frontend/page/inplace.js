// Nodes that stay where they are while the page around them is drawn anew: what is moved has to be
// laid out and painted again, with all that is in it. Makes no node.

import { page } from "./current.js";

/**
 * Let a parent hold just these children, in this order; those that are there are not touched.
 * @type {(parent: Element, wanted: Node[]) => void}
 */
export function inPlace(parent, wanted) {
  const wantedOnes = new Set(wanted);
  for (const child of [...parent.childNodes]) if (!wantedOnes.has(child)) child.remove();
  let at = parent.firstChild;
  for (const node of wanted) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}

/** @type {Map<string, any>} */
const staying = new Map();
let ofPage = "";

/**
 * What `make` has made for a name, once for as long as one page stays on the screen.
 * @template Made
 * @param {string} name
 * @param {() => Made} make
 * @returns {Made}
 */
export function whilePageStays(name, make) {
  if (ofPage !== page.page) {
    staying.clear();
    ofPage = page.page;
  }
  if (!staying.has(name)) staying.set(name, make());
  return staying.get(name);
}
