// What is told on the stage when something on it changes: who wants to know listens, and nobody is
// called by name.

/**
 * @typedef {"shown" | "changed"} Happening another slide is shown; how the show goes on has
 *   changed
 */

const told = new EventTarget();

/** @type {(what: Happening, act: () => void) => void} */
export const when = (what, act) => told.addEventListener(what, act);

/** @type {(what: Happening) => void} */
export const tell = (what) => {
  told.dispatchEvent(new Event(what));
};
