// The page on the screen, as the server has composed it, and the element it stands in. Changes
// nothing in it.

/** @import { Page } from "../shared/payload.js" */
/** @import { Component } from "../shared/globals.js" */

/** @type {Page} */
export let page;
/** @type {Component | null} */
export let component = null;

/** @type {(given: Component) => void} */
export function take(given) {
  component = given;
  page = JSON.parse(new TextDecoder().decode(given.data));
}
