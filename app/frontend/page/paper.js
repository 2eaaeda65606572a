// The page on paper: light whatever the screen is, every chart drawn at its width; title, release
// and page number stand in the margins of each sheet.

import { theme } from "../shared/colors.js";
import { h } from "../shared/nodes.js";
import { component, page } from "./current.js";
import { drawForPaper, drawForScreen } from "./plots.js";

/** @type {{ theme: string | undefined, margins: HTMLElement } | null} */
let onScreen = null; // how it was on the screen

addEventListener("beforeprint", () => {
  if (!component || onScreen) return;
  onScreen = { theme: theme(), margins: h("style", {}, margins()) };
  document.documentElement.dataset.theme = "light";
  document.head.append(onScreen.margins);
  drawForPaper();
});

addEventListener("afterprint", () => {
  if (!onScreen) return;
  document.documentElement.dataset.theme = onScreen.theme;
  onScreen.margins.remove();
  onScreen = null;
  drawForScreen();
});

function margins() {
  /** @type {(text: string) => string} */
  const quoted = (text) => `"${text.replace(/["\\\n]/g, " ")}"`;
  const picked = page.filters
    .filter((filter) => filter.value)
    .map((filter) => filter.options.find(([code]) => code === filter.value)?.[1]);
  const left = [
    `${page.brand} — ${page.title}`,
    ...picked.filter((label) => label !== page.title),
  ].join(" · ");
  const right = page.release?.text ?? "";
  const box = (/** @type {string} */ place, /** @type {string} */ text) =>
    `@${place} { content: ${quoted(text)}; }`;
  return `@page { ${box("top-left", left)} ${box("top-right", right)} }`;
}
