// The signs of where a promise stands, told apart by their shapes before their colours.

import { h } from "../shared/nodes.js";

/** @import { StateSign } from "../shared/payload.js" */

const PEN =
  'viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" ' +
  'stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"';
/** @type {Record<StateSign, string>} */
const STATE_SIGNS = {
  achieved:
    '<circle cx="8" cy="8" r="7" fill="currentColor"/><path class="on" d="m4.6 8.3 2.4 2.4 4.5-5"/>',
  on_track: '<circle cx="8" cy="8" r="6.2"/><path d="M4.6 8h6M8.2 5.4 10.8 8l-2.6 2.6"/>',
  behind: '<circle cx="8" cy="8" r="6.2"/><path d="M8 4.4v4.4M8 11v.8"/>',
  in_progress:
    '<circle cx="8" cy="8" r="6.2"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/>',
  planned: '<circle cx="8" cy="8" r="6.2"/>',
  cannot_say:
    '<circle cx="8" cy="8" r="6.2"/><path d="M6 6.4a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.2M8 11.3v.6"/>',
  no_figure: '<circle cx="8" cy="8" r="6.2" stroke-dasharray="2.4 2.47"/>',
  not_measurable: '<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h7"/>',
};

/** @type {(state: StateSign) => HTMLElement} */
export function sign(state) {
  const node = h("span", { class: `state-sign ${state}`, "aria-hidden": "true" });
  node.innerHTML = `<svg ${PEN}>${STATE_SIGNS[state]}</svg>`;
  return node;
}

/** @type {(state: StateSign, label: string) => HTMLElement} */
export const stateWord = (state, label) =>
  h("span", { class: "state" }, sign(state), h("span", {}, label));
