// The head of every page: brand, menus, languages, theme.

import { switchTheme, theme } from "../shared/colors.js";
import { h, svg } from "../shared/nodes.js";
import { choose } from "./address.js";
import { component, page } from "./current.js";
import { pageLink } from "./links.js";
import { draw } from "./plots.js";
import { kindOf } from "./registry.js";
import { word } from "./words.js";

/** @import { NavItem } from "../shared/payload.js" */

const SIGN = "M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 2v12a6 6 0 0 1 0-12Z";

export function header() {
  const of = (/** @type {NavItem["menu"]} */ name) => page.nav.filter((item) => item.menu === name);
  return h(
    "header",
    { class: "top" },
    pageLink(page.nav[0], { class: "brand", "data-focus": "brand" }, page.brand),
    menu("areas", of("areas")),
    menu("lookups", of("lookups")),
    h(
      "div",
      { class: "tools" },
      languages(),
      h(
        "button",
        {
          type: "button",
          class: "theme",
          "data-focus": "theme",
          "aria-label": themeWord(),
          title: themeWord(),
          onclick: changeTheme,
        },
        themeSign(),
      ),
    ),
  );
}

function languages() {
  return h(
    "div",
    { class: "langs", role: "group", "aria-label": word("language") },
    page.langs.map((item) =>
      h(
        "button",
        {
          type: "button",
          lang: item.code,
          title: item.name,
          "aria-label": item.name,
          "aria-pressed": String(item.current),
          "data-focus": `lang-${item.code}`,
          onclick: () => choose({ lang: item.code }),
        },
        item.label,
      ),
    ),
  );
}

/** @type {(name: string, items: NavItem[]) => HTMLElement} */
function menu(name, items) {
  return h(
    "nav",
    { class: name, "aria-label": word(name) },
    items.map((item) =>
      pageLink(
        item,
        { "aria-current": item.current ? "page" : null, "data-focus": `nav-${item.page}` },
        item.label,
        kindOf(item.page).mark?.(),
      ),
    ),
  );
}

const themeWord = () => word(theme() === "dark" ? "theme_light" : "theme_dark");

const themeSign = () =>
  svg(
    "svg",
    { viewBox: "0 0 20 20", "aria-hidden": "true", width: 20, height: 20 },
    svg("path", { fill: "currentColor", d: SIGN }),
  );

/** @type {(event: { currentTarget: HTMLElement }) => void} */
function changeTheme({ currentTarget: button }) {
  switchTheme();
  try {
    localStorage.setItem("union-indicators-theme", theme() ?? "");
  } catch {
    /* private windows keep nothing */
  }
  button.setAttribute("aria-label", themeWord());
  button.title = themeWord();
  draw();
}

// How much of the screen the header keeps; and of menus wider than the screen, the part where one
// is.
export function settleHeader() {
  const top = /** @type {HTMLElement | null} */ (document.querySelector(".ui .top"));
  if (!top) return; // the page has gone before its typeface came
  const band = /** @type {HTMLElement | null} */ (document.querySelector(".ui > .band"));
  const above = band?.offsetHeight ?? 0;
  const kept = getComputedStyle(top).position === "sticky" ? top.offsetHeight : 0;
  keepInStyle("--band", above);
  keepInStyle("--head", above + kept);
  for (const here of /** @type {NodeListOf<HTMLElement>} */ (
    top.querySelectorAll("nav [aria-current]")
  )) {
    const nav = /** @type {HTMLElement} */ (here.parentElement);
    const left = here.offsetLeft - nav.offsetLeft;
    nav.scrollLeft = left + here.offsetWidth > nav.clientWidth ? left - 16 : 0;
  }
  // Measured again in the typeface itself if it was still on its way: names are wider without it.
  if (document.fonts.status === "loading") document.fonts.ready.then(settleHeader);
}

// Every style hangs on it: it is set only if it has changed.
/** @type {(name: string, pixels: number) => void} */
function keepInStyle(name, pixels) {
  const { style } = document.documentElement;
  if (style.getPropertyValue(name) !== `${pixels}px`) style.setProperty(name, `${pixels}px`);
}

addEventListener("resize", () => component && settleHeader());
