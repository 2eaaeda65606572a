// What is copied out of the page: the link to an exhibit, the frame for another site.

import { h } from "../shared/nodes.js";
import { query } from "./address.js";
import { page } from "./current.js";
import { anchor, written } from "./query.js";
import { word } from "./words.js";

/** @import { TakenAlong } from "../shared/payload.js" */
/** @typedef {TakenAlong & { id: string }} Embedded */

const COPIED_SAID = 2000; // how long a button says that something is copied, in ms
/** @type {WeakMap<HTMLTextAreaElement, () => string>} */
const snippets = new WeakMap();

/** @type {(text: string, button: HTMLElement, label: string) => Promise<void>} */
export async function copied(text, button, label) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copiedByHand(text);
    button.focus({ preventScroll: true });
  }
  button.textContent = word("link_copied");
  setTimeout(() => {
    button.textContent = label;
  }, COPIED_SAID);
}

// Where the page is served without encryption the browser has no clipboard for it.
/** @type {(text: string) => void} */
function copiedByHand(text) {
  const field = h("textarea", { class: "sr" });
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

/** @type {(id: string, button: HTMLElement) => void} */
export function copyLink(id, button) {
  copied(
    new URL(`${location.pathname}?${query()}#${anchor(id)}`, location.href).href,
    button,
    word("link"),
  );
  history.replaceState(history.state, "", `#${anchor(id)}`);
}

/** @type {(one: Embedded, title: string) => HTMLElement[]} */
export function embedField(one, title) {
  const field = h("textarea", {
    class: "embed",
    readonly: true,
    rows: "4",
    "data-embed": "",
    "aria-label": `${word("embed_code")}: ${title}`,
    onfocus: (event) => event.currentTarget.select(),
  });
  snippets.set(field, () => snippet(one, title));
  field.value = snippet(one, title);
  const copy = h(
    "button",
    {
      type: "button",
      class: "file",
      "data-focus": `embed-copy-${one.id}`,
      onclick: (event) => copied(field.value, event.currentTarget, word("copy")),
    },
    word("copy"),
  );
  return [field, copy];
}

/** @type {(one: Embedded, title: string) => string} */
function snippet({ embed }, title) {
  const src = new URL(`${embed.address}?${written(page.view)}`, location.href).href;
  return h("iframe", {
    src,
    width: "100%",
    height: embed.height,
    style: "border:0",
    loading: "lazy",
    title: title.replaceAll("\u00a0", " "),
  }).outerHTML;
}

// A frame keeps the view of the moment, also on a card that stayed as it was when the view changed.
/** @type {(root: HTMLElement) => void} */
export function pointFrames(root) {
  for (const field of /** @type {NodeListOf<HTMLTextAreaElement>} */ (
    root.querySelectorAll("[data-embed]")
  ))
    field.value = snippets.get(field)?.() ?? field.value;
}
