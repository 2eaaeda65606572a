// Places on the page: goes to one, and keeps the one that the viewer looks at where it is on the
// screen. Changes no address.

/** @type {string | undefined} */
let target; // the place that the next page, or the page as it is drawn next, begins at
let arrived = false;
/** @type {string | undefined} */
let held; // what the viewer has touched

/** @type {(place: string | undefined) => void} */
export function headFor(place) {
  target = place;
}

/** @type {(place: string) => void} */
export function hold(place) {
  held = place;
}

export function goToAnchor() {
  const place = target ?? (arrived ? "" : location.hash.slice(1));
  arrived = true;
  const node = place && document.getElementById(place);
  // Where no place is asked for there is nothing to come to; the page that has it may be to come.
  if (!place || node) target = undefined;
  if (!node) return;
  node.dispatchEvent(new CustomEvent("reveal", { bubbles: true }));
  node.scrollIntoView({ block: "start" });
  begin(node);
}

// Keys go on from here.
/** @type {(node: HTMLElement) => void} */
export function begin(node) {
  node.setAttribute("tabindex", "-1");
  node.focus({ preventScroll: true });
}

// A link to a place on the same page leaves the address as it is.
/** @type {(place: string) => (event: Event) => void} */
export const toPlace = (place) => (event) => {
  event.preventDefault();
  headFor(place);
  goToAnchor();
};

// What has the focus, by the name it keeps however often it is drawn.
export const focused = () =>
  document.activeElement?.closest("[data-focus]")?.getAttribute("data-focus") ?? "";

/** @type {(root: HTMLElement, name: string, how?: FocusOptions) => void} */
export function focusOn(root, name, how = { preventScroll: true }) {
  /** @type {HTMLElement | null} */ (
    root.querySelector(`[data-focus="${CSS.escape(name)}"]`)
  )?.focus(how);
}

// What the viewer touched, or else reads, stays where it is on the screen, however the cards above
// it change.
/** @type {(root: HTMLElement, change: () => void) => void} */
export function keepingPlace(root, change) {
  const active = focused();
  // A place that one has come to is drawn anew, too: keys go on from the new node.
  const place = active ? "" : (document.activeElement?.id ?? "");
  keepingRead(() => {
    change();
    if (active) focusOn(root, active);
    const node = place ? document.getElementById(place) : null;
    if (node && node !== document.activeElement && root.contains(node)) begin(node);
  });
  held = undefined;
}

/** @type {(change: () => void) => void} */
export function keepingRead(change) {
  const node = window.scrollY > 40 ? heldOrRead() : null;
  const top = node?.getBoundingClientRect().top ?? 0;
  change();
  const again = node && document.getElementById(node.id);
  if (again) window.scrollBy(0, again.getBoundingClientRect().top - top);
}

/** @type {() => Element | undefined} */
function heldOrRead() {
  const touched = held === undefined ? null : document.getElementById(held);
  return touched ?? read();
}

// The card or number that the viewer reads.
/** @type {() => Element | undefined} */
export const read = () =>
  [...document.querySelectorAll(".ui .card, .ui .tile")].find(
    (one) => one.getBoundingClientRect().bottom > 80,
  );
