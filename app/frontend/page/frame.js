// What stands around a page's blocks: head, title, filters, messages, foot.

import { h } from "../shared/nodes.js";
import { waiting } from "./address.js";
import { page } from "./current.js";
import { filters } from "./filters.js";
import { header } from "./header.js";
import { inPlace, whilePageStays } from "./inplace.js";
import { pageLink, way } from "./links.js";
import { offlineMark } from "./live.js";
import { ordered, strip } from "./orders.js";
import { blockNode } from "./registry.js";
import { word } from "./words.js";

/** @returns {Node[]} */
export function frame() {
  return [
    h("a", { class: "skip", href: "#main", onclick: skip }, word("skip")),
    ...band(),
    header(),
    pageMain(),
    footer(),
    h("div", { id: "said", class: "sr", role: "status", "aria-live": "polite" }),
    h("div", { class: "corner" }, offlineMark(), strip),
    upButton(),
  ];
}

// That what is shown is a draft or a demonstration: it stays in sight, and on paper.
/** @returns {Node[]} */
function band() {
  const said = page.release?.mark;
  return said ? [h("p", { class: "band", role: "note" }, h("b", {}, said))] : [];
}

function pageMain() {
  const node = whilePageStays("main", () =>
    h("div", { id: "main", class: "main", tabindex: "-1" }),
  );
  node.setAttribute("aria-busy", String(waiting()));
  const head = h(
    "div",
    { class: "head" },
    h("h1", {}, page.title),
    page.lead && h("p", { class: "lead" }, page.lead),
  );
  const messages = h(
    "div",
    { class: "messages", role: "status" },
    page.messages.map((message) => h("p", { class: `message ${message.kind}` }, message.text)),
  );
  const parts = [head, page.filters.length ? filters() : null, ways(), messages];
  inPlace(node, [...parts.filter((part) => part !== null), ...page.blocks.map(blockNode)]);
  return node;
}

/** @type {(event: Event) => void} */
function skip(event) {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

function ways() {
  if (!page.profiles.length && !page.printable && !page.deck) return null;
  return h(
    "div",
    { class: "ways" },
    page.profiles.map((item) =>
      pageLink(item, { "data-focus": `all-${item.page}` }, `${item.label} →`),
    ),
    page.deck ? takenAlong(page.deck) : null,
    page.printable
      ? h(
          "button",
          { type: "button", class: "quiet", "data-focus": "print", onclick: () => window.print() },
          word("print"),
        )
      : null,
  );
}

/** @type {(deck: string) => Child[]} */
function takenAlong(deck) {
  return [
    way(`./present?page=${deck}`, { "data-focus": "present-page" }, word("present_page")),
    h(
      "div",
      { class: "downloads", role: "group", "aria-label": word("page_files") },
      h("span", { class: "label" }, word("page_files")),
      ordered(["PPTX", "PDF", "XLSX", "HTML"], { page: deck }, page.title),
    ),
  ];
}

function footer() {
  return h(
    "footer",
    {},
    h("span", {}, page.brand),
    page.release ? h("span", { class: "release" }, page.release.text) : null,
    pageLink(
      /** @type {import("../shared/payload.js").NavItem} */ (page.nav.at(-1)),
      { "data-focus": "foot-sources" },
      word("sources_page"),
    ),
  );
}

// A long page leads back to its contents as soon as one scrolls up.
function upButton() {
  const name = page.blocks.some((one) => one.type === "contents") ? "contents" : "areas";
  const act = () => {
    const node = document.querySelector(`.ui .${name}`);
    node?.scrollIntoView({ block: "center" });
    node?.querySelector("a")?.focus({ preventScroll: true });
  };
  return h(
    "button",
    {
      type: "button",
      class: "up",
      hidden: true,
      title: word(name),
      "aria-label": word(name),
      onclick: act,
    },
    "↑",
  );
}

let scrolledTo = 0;
addEventListener(
  "scroll",
  () => {
    const button = /** @type {HTMLElement | null} */ (document.querySelector(".ui .up"));
    if (button) button.hidden = scrollY < 1.5 * innerHeight || scrollY > scrolledTo;
    scrolledTo = scrollY;
  },
  { passive: true },
);
