// The time of day and the time that has run, in words.

import { lang } from "./deck.js";

/** @type {(time: Date) => string} */
export const clock = (time) =>
  time.toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit" });

/** @type {(seconds: number) => string} */
export const minutes = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
