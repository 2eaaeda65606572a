// Files that take a while: orders them, shows how far they are, fetches or stops them.

import { h } from "../shared/nodes.js";
import { page } from "./current.js";
import { focusOn } from "./places.js";
import { written } from "./query.js";
import { word } from "./words.js";

/** @import { FileAnswer } from "../shared/payload.js" */
/**
 * @typedef {{ exhibit: string } | { page: string } | { story: string } | { show: string }} Wanted
 *   what a file holds
 */
/**
 * @typedef {object} Job
 * @property {string} title
 * @property {HTMLElement} from the button it was ordered with
 * @property {boolean} ended
 * @property {boolean} [finished]
 * @property {string} [id]
 * @property {HTMLProgressElement} bar
 * @property {HTMLElement} said
 * @property {HTMLButtonElement} button
 * @property {HTMLElement} node
 */

const POLL_FILE = 300;
const DONE_SAID = 6000; // how long a finished file stays on the strip, in ms
const LOST_FILE = /** @type {FileAnswer} */ ({ state: "lost" });

// Outlives every page: a file goes on being written while the viewer goes on.
export const strip = h("div", { class: "strip", role: "status" });

/** @type {(kinds: string[], what: Wanted, title: string) => HTMLElement[]} */
export function ordered(kinds, what, title) {
  const [[name, id]] = Object.entries(what);
  return kinds.map((kind) =>
    h(
      "button",
      {
        type: "button",
        class: "file",
        "data-focus": `file-${kind}-${name === "show" ? "own" : id}`,
        "aria-label": `${kind}: ${title}`,
        onclick: (event) => order(kind, what, title, event.currentTarget),
      },
      kind,
    ),
  );
}

/** @type {(kind: string, what: Wanted, title: string, from: HTMLElement) => Promise<void>} */
async function order(kind, what, title, from) {
  const job = jobRow(`${title} · ${kind}`, from);
  strip.append(job.node);
  tellJob(job, { state: "waiting" });
  try {
    const answer = await fetch(
      `./api/files?${written({ ...page.view, kind: kind.toLowerCase(), ...what })}`,
      { method: "POST" },
    );
    /** @type {FileAnswer} */
    const told = await answer.json();
    job.id = told.id;
    if (job.ended) stopJob(job);
    else if (answer.ok) followJob(job);
    else tellJob(job, { state: "failed", said: told.said });
  } catch {
    if (!job.ended) tellJob(job, { state: "failed", said: word("file_failed") });
  }
}

/** @type {(job: Job) => Promise<void>} */
async function followJob(job) {
  while (!job.ended) {
    await new Promise((go) => setTimeout(go, POLL_FILE));
    const told = job.ended ? null : await askAfter(job);
    if (told && !job.ended) tellJob(job, told);
  }
}

/** @type {(job: Job) => Promise<FileAnswer>} */
async function askAfter(job) {
  try {
    const answer = await fetch(`./api/files/${job.id}?lang=${page.lang}`, {
      cache: "no-store",
      signal: AbortSignal.timeout(5000),
    });
    return await answer.json();
  } catch {
    return LOST_FILE;
  }
}

/** @type {(title: string, from: HTMLElement) => Job} */
function jobRow(title, from) {
  const bar = h("progress", { "aria-label": title });
  const said = h("span", { class: "said" });
  const button = h("button", { type: "button", class: "quiet", onclick: () => endJob(job) });
  const node = h("div", { class: "job" }, h("p", {}, title), bar, said, button);
  /** @type {Job} */
  const job = { title, from, ended: false, bar, said, button, node };
  return job;
}

/** @type {(job: Job, told: FileAnswer) => void} */
function tellJob(job, told) {
  const { bar, button, node, said } = job;
  const { state, file = "" } = told;
  if (state === "cancelled") return endJob(job);
  const going = state === "waiting" || state === "working" || state === "lost";
  const words = jobWords(told);
  if (state === "working") Object.assign(bar, { max: told.all, value: told.done });
  bar.setAttribute("aria-valuetext", words);
  bar.hidden = !going;
  // Each step is on the bar for who asks; only what changes matters is read aloud.
  if (state === "working") said.setAttribute("aria-hidden", "true");
  else said.removeAttribute("aria-hidden");
  if (said.textContent !== words) said.textContent = words;
  node.className = `job ${state}`;
  button.textContent = word(going ? "cancel" : "dismiss");
  button.setAttribute("aria-label", `${button.textContent}: ${job.title}`);
  if (going) return;
  job.ended = job.finished = true;
  if (state !== "ready") return;
  h("a", { href: file, download: true }).click();
  setTimeout(() => endJob(job), DONE_SAID);
}

/** @type {(told: FileAnswer) => string} */
function jobWords({ state, done = 0, all = 0, said = "" }) {
  switch (state) {
    case "working":
      return word("file_done", { done, all });
    case "waiting":
      return word("file_waiting");
    case "lost":
      return word("file_offline");
    case "ready":
      return word("file_ready");
    default:
      return said || word("file_failed");
  }
}

// The row goes at once; who stood on its button stands again where the file was ordered.
/** @type {(job: Job) => void} */
function endJob(job) {
  const stood = job.node.contains(document.activeElement);
  job.node.remove();
  job.ended = true;
  if (!job.finished) stopJob(job);
  if (!stood) return;
  if (job.from.isConnected) job.from.focus({ preventScroll: true });
  else focusOn(document.body, job.from.dataset.focus ?? "");
}

/** @type {(job: Job) => void} */
function stopJob(job) {
  if (job.id)
    fetch(`./api/files/${job.id}`, { method: "DELETE" }).catch(() => {
      /* the server forgets it by itself */
    });
}
