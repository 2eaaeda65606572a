// The page on paper: light whatever the screen is, every chart drawn at its width; title, release and page number stand in the margins of each sheet.

import { theme } from "../shared/colors.js";
import { h } from "../shared/nodes.js";
import { component, page } from "./current.js";
import { drawForPaper, drawForScreen } from "./plots.js";

/** @type {{ theme: string | undefined, margins: HTMLElement } | null} */
let before = null; // how it was on the screen

addEventListener("beforeprint", () => {
  if (!component || before) return;
  before = { theme: theme(), margins: h("style", {}, margins()) };
  document.documentElement.dataset.theme = "light";
  document.head.append(before.margins);
  drawForPaper();
});

addEventListener("afterprint", () => {
  if (!before) return;
  document.documentElement.dataset.theme = before.theme;
  before.margins.remove();
  before = null;
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
  return `@page { @top-left { content: ${quoted(left)}; } @top-right { content: ${quoted(page.release?.text ?? "")}; } }`;
}
