// The page on the screen, as the server has composed it, and the element it stands in. Changes
// nothing in it.

import { Lost, together } from "./pieces.js";

/** @import { Page } from "../shared/payload.js" */
/** @import { Component } from "../shared/globals.js" */

/** @type {Page} */
export let page;
/** @type {Component | null} */
export let component = null;

/**
 * Take the page that has come; false if it cannot be shown because something of it is missing here.
 * @type {(given: Component) => boolean}
 */
export function take(given) {
  component = given;
  try {
    page = together(JSON.parse(new TextDecoder().decode(given.data)));
    return true;
  } catch (error) {
    if (error instanceof Lost) return false;
    throw error;
  }
}
