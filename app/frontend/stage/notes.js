// The speaker's own window: notes, the next slide, the clock. It shows what the first window shows
// and has no show of its own.

import { h } from "../shared/nodes.js";
import { letGoOfPlots } from "../shared/plot.js";
import { clock, minutes } from "./clock.js";
import { isLoaded, lang, load, slides, useLanguage, word } from "./deck.js";
import { isAlone, piece, root, WIDTH } from "./screen.js";
import { arrange, slideNode } from "./slide.js";

/** @import { Slide } from "../shared/payload.js" */

const started = Date.now();
let place = 0; // of the slide that the first window shows

export function beginNotes() {
  setInterval(tick, 1000);
  speakersPage();
  window.opener?.postMessage({ union: "ready" }, "*");
}

addEventListener("message", ({ data, source, origin }) => {
  if (origin === location.origin && data?.union === "at" && source === window.opener) follow(data);
});

// The first window's place, language and filters.
/** @type {(first: { at: number, lang: string, query: string }) => Promise<void>} */
async function follow(first) {
  const changed = first.query !== location.search;
  if (changed && !isAlone)
    history.replaceState(null, "", `${location.pathname}${first.query}#notes`);
  if (!isLoaded(first.lang) || changed) await load(first.lang);
  useLanguage(isLoaded(first.lang) ? first.lang : lang);
  place = Math.min(first.at, slides().length - 1);
  speakersPage();
}

function speakersPage() {
  const [now, next] = [slides()[place], slides()[place + 1]];
  document.body.className = "notes";
  document.title = `${word("stage_notes")} · ${now.title}`;
  const head = (/** @type {string} */ text) => h("p", { class: "head" }, text);
  letGoOfPlots(root);
  root.replaceChildren(
    h("div", { class: "now" }, head(`${place + 1} / ${slides().length}`), miniature(now)),
    h(
      "div",
      { class: "next" },
      head(next ? word("stage_coming") : word("stage_end")),
      next ? miniature(next) : null,
    ),
    spokenWords(now),
    h("p", { class: "clock" }, h("span", { id: "clock" }), h("span", { id: "running" })),
  );
  [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".slide"))].forEach(
    (node, index) => {
      node.style.transform = `scale(${(node.parentElement?.clientWidth ?? 0) / WIDTH})`;
      arrange(node, [now, next][index], false);
    },
  );
  tick();
}

/** @type {(slide: Slide) => HTMLElement} */
function miniature(slide) {
  const node = slideNode(slide, false);
  node.classList.add("current");
  return h("div", { class: "mini" }, node);
}

/** @type {(slide: Slide) => HTMLElement} */
function spokenWords(slide) {
  const note = (/** @type {string} */ text) => h("p", { class: "note" }, text);
  const notes =
    "missing" in slide
      ? []
      : [...slide.notes.map(({ text }) => text), slide.definition].filter(Boolean);
  return h(
    "div",
    { class: "words", tabindex: "0", role: "group", "aria-label": word("stage_notes") },
    h("p", { class: slide.said ? "speech" : "speech none" }, slide.said || word("stage_no_notes")),
    notes.map(note),
  );
}

function tick() {
  window.opener?.postMessage({ union: "here" }, "*");
  if (!document.getElementById("clock")) return;
  piece("clock").textContent = clock(new Date());
  piece("running").textContent =
    `${word("stage_running")} ${minutes(Math.floor((Date.now() - started) / 1000))}`;
}
