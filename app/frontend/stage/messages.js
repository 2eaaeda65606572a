// What is said over the slides for a while.

import { piece } from "./screen.js";

const MESSAGE_STAYS = 8000; // ms

/** @type {ReturnType<typeof setTimeout> | undefined} */
let messageTimer;

/** @type {(text: string) => void} */
export function tellMessage(text) {
  const node = piece("message");
  node.textContent = text;
  node.hidden = !text;
  clearTimeout(messageTimer);
  messageTimer = setTimeout(() => {
    node.hidden = true;
  }, MESSAGE_STAYS);
}
