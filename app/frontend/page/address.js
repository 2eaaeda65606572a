// The address as the only place of the view: reads it, writes it, asks the server for another view
// or page. Draws nothing.

import { component, page } from "./current.js";
import { encoded } from "./query.js";
import { kindOf } from "./registry.js";

/** @import { Parameters } from "./query.js" */
/** @typedef {{ query: string, tries: number, page?: string }} Question */

const TRIES = 2;
/** @type {Question | null} */
let pending = null; // the question that the page on the screen does not answer yet

// What the page shows beside the view stands in the address, too.
/** @type {(changes?: Parameters) => string} */
export const query = (changes = {}) =>
  encoded({ ...page.view, ...kindOf(page.page).beside?.(), ...changes });

// The parameters of the address, also where it was left by a step to another page (`ask`).
export const asked = () => new URLSearchParams(history.state?.left || location.search);

export const waiting = () => Boolean(pending);

// Whether the address still names the page on the screen.
export const here = () =>
  component !== null &&
  location.pathname.split("/").pop() === (kindOf(page.page).path ?? page.page);

export const isOfThisView = () => location.search === `?${query()}`;

export function keepAddress() {
  if (page.release && (history.state?.left || !isOfThisView())) rewrite();
}

/** @type {(state?: object, search?: string) => void} */
export function rewrite(state = {}, search = query()) {
  history.replaceState(
    { ...history.state, left: undefined, ...state },
    "",
    `${location.pathname}?${search}${location.hash}`,
  );
}

// What is on the screen already is not asked for again: the same answer would not reach the page,
// which would wait for it.
/** @type {(changes: Parameters) => void} */
export function choose(changes) {
  if (location.search === `?${query(changes)}`) return;
  history.pushState(history.state, "", `${location.pathname}?${query(changes)}`);
  ask({});
}

/** @type {(act: { page?: string }) => void} */
export function ask(act) {
  document.querySelector(".ui .main")?.setAttribute("aria-busy", "true");
  // Streamlit goes to another page with the view alone; with more in the address it would leave one
  // more step for Back to stumble on.
  if (act.page && location.search !== `?${encoded(page.view)}`)
    rewrite({ left: location.search }, encoded(page.view));
  pending = { query: location.search, tries: 0, ...act };
  tell({ ...act, query: location.search });
}

// The server took something for known here that is not: it sends the whole page.
export function askForAll() {
  tell({ lost: "1", query: location.search });
}

/** @type {(act: { query: string, page?: string, lost?: string }) => void} */
const tell = (act) => component?.setTriggerValue("act", { ...act, at: String(Date.now()) });

// A question asked while the connection was gone is lost with it: it is put again when the page
// comes back.
export function answered() {
  if (!pending) return true;
  const wanted = new URLSearchParams(pending.query);
  const names = /** @type {const} */ (["lang", "region", "sector", "period"]);
  const same = names.every((name) => (wanted.get(name) ?? "") === (page.view[name] ?? ""));
  if (same || pending.page || pending.tries > TRIES || page.messages.length) {
    pending = null;
    return true;
  }
  const again = pending;
  again.tries += 1;
  setTimeout(() => tell({ query: again.query }), 200);
  return false;
}
