// The list of slides on the page of stories: the link's if it names one, else one's own.

import { asked, rewrite } from "../address.js";
import { pinned } from "../pins.js";
import { listed } from "../query.js";

/** @import { Language, Message, SlideTold } from "../../shared/payload.js" */
/**
 * @typedef {object} Story
 * @property {string[]} list the slides as a link names them
 * @property {boolean} own whether it is the viewer's own, not one that came with a link
 * @property {SlideTold[] | null} slides what they say; null until the server has told
 * @property {Message[]} messages
 * @property {string} said what was done last
 * @property {(() => void) | null} undo
 * @property {Language} [lang] the language in which that is said
 */

/** @type {Story | undefined} */
let now;

// Going back to one's own list finds it as it is now.
export function story() {
  if (!now) {
    const list = listed(asked().get("show"));
    const own = !list.length || Boolean(history.state?.own) || list.join() === pinned().join();
    now = { list: own ? pinned() : list, own, slides: null, messages: [], said: "", undo: null };
  }
  return now;
}

/** @type {(state: Story) => boolean} */
export const isStill = (state) => state === now;

export function forgetStory() {
  now = undefined;
}

// The address is the link that is the story; that the list is one's own stands beside it, where no
// link carries it.
export function keepStory() {
  rewrite({ own: story().own });
}
