// The slide that is shown and what is done with it: step, table, theme, black, full screen, turning
// by itself. Prepares the next slide ahead.

import { switchTheme, theme } from "../shared/colors.js";
import { h } from "../shared/nodes.js";
import { letGoOfPlots } from "../shared/plot.js";
import { deck, lang, slides, word } from "./deck.js";
import { tell } from "./events.js";
import { isSecond, piece, root } from "./screen.js";
import { arrange, bandNode, slideNode } from "./slide.js";

const STAY = 30; // seconds, where a slide turns by itself and the link does not say how often
const LEAST_STAY = 2;
const askedStay = Number(new URLSearchParams(location.search).get("every"));
const stay = Math.max(LEAST_STAY, askedStay || STAY);
/** @type {Map<string, HTMLElement>} drawn slides, by what they depend on */
const layers = new Map();
export let playing = askedStay > 0;
export let at = 0;
export let tabled = false;
let round = 0; // counts what was shown, so that slides prepared for an earlier one are given up

// What a drawn slide depends on: another stamp, another drawing.
/** @type {(index: number) => string} */
function stamp(index) {
  const slide = slides()[index];
  return [
    lang,
    slide.link,
    "missing" in slide ? "" : slide.hash,
    slides().length,
    index,
    theme(),
    tabled,
  ].join("|");
}

/** @type {(index: number) => HTMLElement} */
function layer(index) {
  const name = stamp(index);
  const drawn = layers.get(name);
  if (drawn) return drawn;
  const node = slideNode(slides()[index], tabled);
  node.inert = true;
  node.style.order = String(index); // on paper they stand in the story's order
  node.classList.toggle("first", index === 0);
  root.append(node);
  arrange(node, slides()[index], tabled);
  layers.set(name, node);
  return node;
}

/** @type {(index: number) => void} */
export function show(index) {
  if (!slides().length) return showEmpty();
  at = Math.max(0, Math.min(index, slides().length - 1));
  const node = layer(at);
  for (const other of layers.values()) {
    other.classList.toggle("current", other === node);
    other.inert = other !== node;
  }
  const slide = slides()[at];
  const place = `${at + 1} / ${slides().length}`;
  document.title = `${place} · ${slide.title}`;
  piece("said").textContent = `${place}. ${slide.title}. ${"missing" in slide ? "" : slide.alt}`;
  try {
    history.replaceState(null, "", `${location.pathname}${location.search}#${at + 1}`);
  } catch {
    /* some files may not change their address */
  }
  tell("shown");
  turn();
  const mine = ++round;
  // The next slide, then the one before, are drawn while the speaker speaks; others are dropped.
  setTimeout(() => mine === round && prepare(mine), 30);
}

/** @type {(mine: number) => void} */
function prepare(mine) {
  const near = [(at + 1) % slides().length, Math.max(0, at - 1)];
  keepOnly([at, ...near]);
  for (const index of near) setTimeout(() => mine === round && layer(index));
}

// Lets go of what was drawn and is not among the slides wanted, in their present language, theme
// and form.
/** @type {(wanted: number[]) => void} */
function keepOnly(wanted) {
  const stamps = new Set(wanted.map(stamp));
  for (const [name, node] of layers) {
    if (stamps.has(name)) continue;
    layers.delete(name);
    letGoOfPlots(node);
    node.remove();
  }
}

export const forgetDrawn = () => keepOnly([]);

function showEmpty() {
  root.replaceChildren(
    h(
      "section",
      { class: "slide current" },
      bandNode(),
      h(
        "header",
        {},
        h("h1", {}, deck().title || deck().brand),
        h("p", { class: "subtitle" }, [...deck().messages, word("stage_empty")].join(" ")),
      ),
      h("div", { class: "body" }),
      h(
        "footer",
        {},
        h("p", { class: "source" }, h("a", { href: `./stories?lang=${lang}` }, deck().brand)),
      ),
    ),
  );
  tell("shown");
}

// A show that turns by itself begins anew after its last slide; a speaker's stops there.
/** @type {(step: number) => void} */
export const go = (step) =>
  show(playing ? (at + step + slides().length) % slides().length : at + step);

export function flipTable() {
  tabled = !tabled;
  show(at);
}

/** @type {(by: number) => void} */
export function scrollTable(by) {
  root.querySelector(".slide.current .body.table")?.scrollBy(0, by);
}

export function changeTheme() {
  switchTheme();
  show(at);
}

export const isBlack = () => document.body.classList.contains("black");

export function black(on = !isBlack()) {
  document.body.classList.toggle("black", on);
}

export function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else
    document.documentElement.requestFullscreen?.().catch(() => {
      /* not every window may fill the screen */
    });
  awake();
}

// Every slide has its whole time, whoever called it.
/** @type {ReturnType<typeof setTimeout> | undefined} */
let turning;
function turn() {
  clearTimeout(turning);
  if (playing) turning = setTimeout(() => go(1), stay * 1000);
}

export function play() {
  playing = !playing;
  if (playing) awake();
  turn();
  tell("changed");
}

// The screen does not go to sleep during a show; hidden and shown again, it has to be asked anew.
export function awake() {
  navigator.wakeLock?.request("screen").catch(() => {
    /* not every screen can be kept awake */
  });
}

addEventListener("visibilitychange", () => {
  if (playing || document.fullscreenElement) awake();
});

// On paper every slide is a page.
addEventListener("beforeprint", () => {
  if (isSecond) return;
  const all = slides().map((_, index) => index);
  keepOnly(all);
  all.forEach(layer);
});
