// The line of the front page on what is new since the viewer was here. Which release that was, and
// the day, only this browser knows: nothing of it reaches the server.

import { h } from "../../shared/nodes.js";
import { filled } from "../../shared/sentences.js";
import { page } from "../current.js";
import { pageLink } from "../links.js";
import { registerBlock } from "../registry.js";
import { dayInWords, localDay, visitsWith } from "../visits.js";

/** @import { SinceBlock } from "../../shared/payload.js" */
/** @import { Visit } from "../visits.js" */

const VISITS_KEY = "union-indicators-visits";

registerBlock("since", (one) => sinceNode(one) ?? h("p", { class: "since", hidden: true }));

/** @type {(one: SinceBlock) => HTMLElement | null} */
function sinceNode(one) {
  if (!page.release) return null;
  const now = { release: page.release.number, digest: one.digest, day: localDay(new Date()) };
  const before = visitBefore(now);
  // A release of that number with another digest is not the one that was seen.
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

// A private window keeps nothing.
/** @type {(now: Visit) => Visit | null} */
function visitBefore(now) {
  try {
    const kept = visitsWith(JSON.parse(localStorage.getItem(VISITS_KEY) ?? "[]"), now);
    localStorage.setItem(VISITS_KEY, JSON.stringify(kept));
    return kept[1];
  } catch {
    return null;
  }
}
