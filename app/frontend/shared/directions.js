// The signs of a change: where a number went.

/** @import { Direction } from "./payload.js" */

/** @type {Record<Direction, string>} */
export const DIRECTIONS = { up: "▲", down: "▼", same: "=", none: "" };
