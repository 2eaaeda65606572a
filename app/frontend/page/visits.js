// A viewer's visits as days: which one came before today's, and its day in words. Keeps nothing.

import { filled } from "../shared/sentences.js";

/** @typedef {{ release: number, digest: string, day: string }} Visit */

/** @type {(one: any) => boolean} */
const isVisit = (one) =>
  Number.isInteger(one?.release) &&
  typeof one.digest === "string" &&
  /^\d{4}-\d\d-\d\d$/.test(one.day);

/**
 * Today's visit and the one before it, of what was kept the last time: the visits of one day are
 * one. What is no visit counts for nothing.
 * @type {(kept: any, now: Visit) => [Visit, Visit | null]}
 */
export function visitsWith(kept, now) {
  const [last, before] = (Array.isArray(kept) ? kept : []).map((one) =>
    isVisit(one) ? /** @type {Visit} */ (one) : null,
  );
  return [now, (last && last.day !== now.day ? last : before) ?? null];
}

/** @type {(date: Date) => string} */
export function localDay(date) {
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

// `months` has a day of each month as the language writes it, with slots for day and year.
/** @type {(code: string, months: string[]) => string} */
export function dayInWords(code, months) {
  const [year, month, day] = code.split("-").map(Number);
  return filled(months[month - 1] ?? code, { year, day });
}
