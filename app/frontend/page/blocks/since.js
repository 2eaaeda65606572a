// The line of the front page on what is new since the viewer was here. Which release that was, and
// the day, only this browser knows: nothing of it reaches the server.

import { h } from "../../shared/nodes.js";
import { filled } from "../../shared/sentences.js";
import { page } from "../current.js";
import { pageLink } from "../links.js";
import { registerBlock } from "../registry.js";

/** @import { SinceBlock } from "../../shared/payload.js" */
/** @typedef {{ release: number, digest: string, day: string }} Visit */

export const VISITS_KEY = "union-indicators-visits";

registerBlock("since", (one) => sinceNode(one) ?? h("p", { class: "since", hidden: true }));

/** @type {(one: SinceBlock) => HTMLElement | null} */
function sinceNode(one) {
  if (!page.release) return null;
  const before = noteVisit({ release: page.release.number, digest: one.digest, day: localDay() });
  const news = one.earlier.find(
    ({ number, digest }) => number === before?.release && digest === before.digest,
  );
  if (!before || !news?.said) return null;
  const link = {
    page: "changes",
    href: `${one.href}&since=${news.number}`,
    wanted: { since: String(news.number) },
  };
  const said = filled(one.said, { day: dayInWords(before.day, one.months), said: news.said });
  return h("p", { class: "since" }, pageLink(link, { "data-focus": "since" }, said));
}

// The visit before this day's: keeps this one for the next day. A private window keeps nothing.
/** @type {(now: Visit) => Visit | null} */
function noteVisit(now) {
  try {
    const [last, before] = visits();
    const kept = last && last.day !== now.day ? last : before;
    localStorage.setItem(VISITS_KEY, JSON.stringify([now, kept ?? null]));
    return kept ?? null;
  } catch {
    return null;
  }
}

/** @type {() => (Visit | null | undefined)[]} */
function visits() {
  const kept = JSON.parse(localStorage.getItem(VISITS_KEY) ?? "[]");
  return Array.isArray(kept) ? kept.map((one) => (isVisit(one) ? one : null)) : [];
}

/** @type {(one: any) => boolean} */
const isVisit = (one) =>
  Number.isInteger(one?.release) &&
  typeof one.digest === "string" &&
  /^\d{4}-\d\d-\d\d$/.test(one.day);

function localDay() {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @type {(code: string, months: string[]) => string} */
export function dayInWords(code, months) {
  const [year, month, day] = code.split("-").map(Number);
  return filled(months[month - 1], { year, day });
}
