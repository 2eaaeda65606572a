// What opens under its name and is filled when it opens first; what stands open stays open however
// often the page is drawn.

import { h } from "../shared/nodes.js";

/** @type {Set<string>} */
const unfolded = new Set();

/** @type {(id: string, name: string, label: string, content: () => Child) => HTMLDetailsElement} */
export function details(id, name, label, content) {
  const key = `${id}:${name}`;
  const node = h(
    "details",
    {
      open: unfolded.has(key),
      onkeydown: closeOnEscape,
      ontoggle: (event) => {
        markRow(event.currentTarget);
        if (!event.currentTarget.open) return unfolded.delete(key);
        unfolded.add(key);
        fill();
      },
    },
    h("summary", { "data-focus": key }, label),
  );
  const fill = () =>
    node.children.length === 1 && node.append(h("div", { class: "opened" }, content()));
  if (unfolded.has(key)) fill();
  return node;
}

// Cards and numbers beside each other are of one height as long as nothing in them stands open.
/** @type {(node: Element) => void} */
function markRow(node) {
  const row = node.closest(".grid, .tiles");
  row?.toggleAttribute("data-opened", Boolean(row.querySelector("details[open]")));
}

/** @type {(event: KeyboardEvent & { currentTarget: HTMLDetailsElement }) => void} */
function closeOnEscape(event) {
  const node = event.currentTarget;
  if (event.key !== "Escape" || !node.open) return;
  node.open = false;
  /** @type {HTMLElement} */ (node.firstElementChild).focus();
}
