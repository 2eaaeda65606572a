// What stands around a page's blocks: header, menus, languages, theme, filters, foot.

function frame() {
  return [
    h("a", { class: "skip", href: "#main", onclick: (event) => { event.preventDefault(); document.getElementById("main").focus(); } }, word("skip")),
    header(),
    h("div", { id: "main", class: "main", tabindex: "-1", "aria-busy": String(Boolean(ui.pending)) },
      h("div", { class: "head" }, h("h1", {}, page.title), page.lead && h("p", { class: "lead" }, page.lead)),
      page.filters.length ? filters() : null,
      ways(),
      h("div", { class: "messages", role: "status" }, page.messages.map((message) => h("p", { class: `message ${message.kind}` }, message.text))),
      page.blocks.map(block)),
    footer(),
    h("div", { id: "said", class: "sr", role: "status", "aria-live": "polite" }),
    h("div", { class: "corner" },
      h("div", { id: "offline", class: "offline", role: "alert", hidden: offline < 2 }, word("offline")),
      (ui.strip ??= h("div", { class: "strip", role: "status" }))),
    upButton(),
  ];
}

// A long page leads back to its contents as soon as one scrolls up.
function upButton() {
  const name = page.blocks.some((one) => one.type === "contents") ? "contents" : "areas";
  return h("button", { type: "button", class: "up", hidden: true, title: word(name), "aria-label": word(name), onclick: () => {
    const node = document.querySelector(`.ui .${name}`);
    node.scrollIntoView({ block: "center" });
    node.querySelector("a").focus({ preventScroll: true });
  } }, "↑");
}

let scrolledTo = 0;
addEventListener("scroll", () => {
  const button = document.querySelector(".ui .up");
  if (button) button.hidden = scrollY < 1.5 * innerHeight || scrollY > scrolledTo;
  scrolledTo = scrollY;
}, { passive: true });

// How much of the screen the header keeps; and of menus wider than the screen, the part where one is.
function settleHeader() {
  const top = document.querySelector(".ui .top");
  document.documentElement.style.setProperty("--head", `${getComputedStyle(top).position === "sticky" ? top.offsetHeight : 0}px`);
  for (const here of top.querySelectorAll("nav [aria-current]")) {
    const { parentElement: nav } = here;
    if (here.offsetLeft - nav.offsetLeft + here.offsetWidth > nav.clientWidth) nav.scrollLeft = here.offsetLeft - nav.offsetLeft - 16;
  }
}
addEventListener("resize", () => component && settleHeader());

function ways() {
  if (!page.profiles.length && !page.printable && !page.deck) return null;
  return h("div", { class: "ways" },
    page.profiles.map((item) => pageLink(item, { "data-focus": `all-${item.page}` }, `${item.label} →`)),
    page.deck ? [way(`./present?page=${page.deck}`, { "data-focus": "present-page" }, word("present_page")),
      h("div", { class: "downloads", role: "group", "aria-label": word("page_files") }, h("span", { class: "label" }, word("page_files")), ordered(["PPTX", "PDF", "XLSX", "HTML"], { page: page.deck }, page.title))] : null,
    page.printable ? h("button", { type: "button", class: "quiet", "data-focus": "print", onclick: () => window.print() }, word("print")) : null);
}

function header() {
  return h("header", { class: "top" },
    pageLink(page.nav[0], { class: "brand", "data-focus": "brand" }, page.brand),
    menu("areas", page.nav.filter((item) => item.menu === "areas")),
    menu("lookups", page.nav.filter((item) => item.menu === "lookups")),
    h("div", { class: "tools" },
      h("div", { class: "langs", role: "group", "aria-label": word("language") }, page.langs.map((item) =>
        h("button", { type: "button", lang: item.code, title: item.name, "aria-label": item.name, "aria-pressed": String(item.current), "data-focus": `lang-${item.code}`,
          onclick: () => choose({ lang: item.code }) }, item.label))),
      h("button", { type: "button", class: "theme", "data-focus": "theme", "aria-label": themeWord(), title: themeWord(), onclick: switchTheme }, themeSign())));
}

function menu(name, items) {
  return h("nav", { class: name, "aria-label": word(name) }, items.map((item) =>
    pageLink(item, { "aria-current": item.current ? "page" : null, "data-focus": `nav-${item.page}` }, item.label, item.page === "stories" ? h("span", { class: "count", hidden: true }) : null)));
}

const themeWord = () => word(theme() === "dark" ? "theme_light" : "theme_dark");

function themeSign() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20"); svg.setAttribute("aria-hidden", "true"); svg.setAttribute("width", "20"); svg.setAttribute("height", "20");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("fill", "currentColor");
  path.setAttribute("d", "M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 2v12a6 6 0 0 1 0-12Z");
  svg.append(path);
  return svg;
}

function switchTheme() {
  document.documentElement.dataset.theme = theme() === "dark" ? "light" : "dark";
  try { localStorage.setItem("union-indicators-theme", theme()); } catch { /* private windows keep nothing */ }
  const button = document.querySelector(".theme");
  button.setAttribute("aria-label", themeWord());
  button.title = themeWord();
  draw();
}

function filters() {
  const picked = page.filters.filter((filter) => filter.value);
  return h("div", { class: "filters", role: "group", "aria-label": word("filters") },
    page.filters.map((filter) => h("div", { class: `filter ${filter.value ? "on" : ""}` },
      h("label", { for: `filter-${filter.name}` }, filter.label),
      h("select", { id: `filter-${filter.name}`, "data-focus": `filter-${filter.name}`, onchange: (event) => choose({ [filter.name]: event.target.value }) },
        filter.options.map(([code, label]) => h("option", { value: code, selected: code === filter.value }, label))),
      filter.value ? h("button", { type: "button", class: "clear", "data-focus": `filter-${filter.name}`, "aria-label": `${word("clear_all")}: ${filter.label}`,
        onclick: () => choose({ [filter.name]: "" }) }, "✕") : null)),
    picked.length > 1 ? h("button", { type: "button", class: "clear-all", "data-focus": "filter-period", onclick: () => choose({ region: "", sector: "", period: "" }) }, word("clear_all")) : null);
}

function footer() {
  return h("footer", {}, h("span", {}, page.brand), page.release ? h("span", { class: "release" }, page.release.text) : null,
    pageLink(page.nav.at(-1), { "data-focus": "foot-sources" }, word("sources_page")));
}
