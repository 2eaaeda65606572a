// Charts of the cards in sight, drawn as they come near, and what a click on them picks. Their
// figures come from shared/figure.js.

import { theme } from "../shared/colors.js";
import { figureFor } from "../shared/figure.js";
import { geometry, geometryLoaded } from "../shared/geometry.js";
import { h } from "../shared/nodes.js";
import { letGoOfPlots, plotted } from "../shared/plot.js";
import { component } from "./current.js";
import { pickIfKnown } from "./picks.js";
import { keepingRead } from "./places.js";
import { regionAt } from "./regions.js";

/** @import { Exhibit } from "../shared/payload.js" */
/** @import { Mode } from "../shared/geometry.js" */
/**
 * @typedef {{ hash: string, theme: string | undefined, width: number, mode: Mode }} Stamp what a
 *   drawing depends on
 */
/** @typedef {{ plot: PlotNode, one: Exhibit, drawn?: Stamp, wired?: boolean }} Plot */

// the width of a chart on a sheet of A4, in CSS pixels at the size at which app.css prints
const PAPER = 832;
/** @type {Map<string, Plot>} by exhibit */
const plots = new Map();
/** @type {Map<string, Mode>} by exhibit */
const modes = new Map();
let onPaper = false;

/** @type {(one: Exhibit) => Mode} */
export const modeOf = (one) => modes.get(one.id) ?? "map";

/** @type {(one: Exhibit, mode: Mode) => void} */
export function showAs(one, mode) {
  modes.set(one.id, mode);
  draw();
}

// The box of a card's chart: the same as before if the card has been drawn before.
/** @type {(one: Exhibit) => HTMLElement} */
export function plotBox(one) {
  const item = plots.get(one.id) ?? {
    plot: /** @type {PlotNode} */ (/** @type {HTMLElement} */ (h("div", { class: "plot" }))),
    one,
  };
  item.one = one;
  item.plot.setAttribute("role", "img");
  item.plot.setAttribute("aria-label", one.alt);
  // A drawing that stands keeps the box that was made for it: only what draws it anew knows the height
  // that this width asks for.
  if (!item.drawn) item.plot.style.height = `${one.figure?.layout.height}px`;
  plots.set(one.id, item);
  return item.plot;
}

/** @type {(wanted: Set<string>) => void} */
export function keepPlots(wanted) {
  for (const [id, { plot }] of plots) {
    if (wanted.has(id)) continue;
    letGoOfPlots(plot);
    plots.delete(id);
  }
}

const shownPlots = () => [...plots.values()].filter(({ plot }) => plot.isConnected);

/** @type {(item: Plot) => boolean} */
const isMap = ({ one }) => Boolean(one.figure?.forms.regions);

async function loaded() {
  await window.unionIndicators.ready;
  if (shownPlots().some(isMap)) await geometryLoaded(window.unionIndicators.geo);
}

// Charts are drawn when they come near the screen: first those in sight, then, one by one, those a
// screen away.
let round = 0;
export async function draw() {
  const mine = ++round;
  await loaded();
  if (mine !== round) return;
  const inSight = [];
  const near = [];
  for (const item of shownPlots().filter(isStale)) {
    const { top, bottom } = item.plot.getBoundingClientRect();
    if (bottom > -60 && top < innerHeight + 60) inSight.unshift(item);
    else if (window.unionIndicators.eager || (bottom > -innerHeight && top < 2 * innerHeight))
      near.push(item);
  }
  inSight.forEach(drawOne);
  for (const item of near) {
    await new Promise((go) => setTimeout(go));
    if (mine !== round) return;
    drawOne(item);
  }
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let scrolling;
addEventListener("resize", () => component && draw());
addEventListener(
  "scroll",
  () => {
    clearTimeout(scrolling);
    scrolling = setTimeout(() => component && draw(), 40);
  },
  { passive: true, capture: true },
);

/** @type {(item: Plot) => Stamp} */
const stampOf = ({ plot, one }) => ({
  hash: one.hash,
  theme: theme(),
  width: onPaper && plot.clientWidth ? PAPER : plot.clientWidth,
  mode: modeOf(one),
});

/** @type {(item: Plot) => boolean} */
function isStale(item) {
  const now = stampOf(item);
  return (
    !item.drawn ||
    /** @type {(keyof Stamp)[]} */ (Object.keys(now)).some(
      (name) => now[name] !== item.drawn?.[name],
    )
  );
}

/** @type {(item: Plot) => void} */
function drawOne(item) {
  const stamp = stampOf(item);
  if (!stamp.width) return;
  const figure = figureFor(item.one, stamp.width, stamp.mode, onPaper ? { grow: false } : {});
  if (!figure) return;
  makeRoom(item.plot, figure);
  plotted(item.plot, figure);
  item.drawn = stamp;
  if (!item.wired) wire(item);
}

// A box above the screen grows upwards: what is read stays where it is.
/** @type {(plot: HTMLElement, figure: NonNullable<ReturnType<typeof figureFor>>) => void} */
function makeRoom(plot, { layout, abbreviated }) {
  const change = () => {
    plot.style.height = `${layout.height}px`;
    plot.previousElementSibling?.classList.toggle("shown", abbreviated);
  };
  const isAbove =
    plot.style.height !== `${layout.height}px` && plot.getBoundingClientRect().bottom < 0;
  if (isAbove) keepingRead(change);
  else change();
}

// A plot outlives its card: which exhibit it shows is looked up when it is clicked.
/** @type {(item: Plot) => void} */
function wire(item) {
  item.wired = true;
  item.plot.on("plotly_click", ({ points }) => {
    const code = points[0]?.customdata;
    if (item.one.pick && typeof code === "string" && !isMap(item))
      pickIfKnown(item.one.pick, code, item.one.id);
  });
  item.plot.addEventListener("click", (event) => {
    const mode = modeOf(item.one);
    const shapes = isMap(item) ? geometry(mode) : null;
    const place = shapes && regionAt(item.plot, event, shapes, mode);
    if (place) pickIfKnown("region", place, item.one.id);
  });
}

// On paper every chart is drawn, at the width of the sheet.
export function drawForPaper() {
  onPaper = true;
  shownPlots().filter(isStale).forEach(drawOne);
}

export function drawForScreen() {
  onPaper = false;
  draw();
}
