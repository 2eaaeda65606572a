// The address as the only place of the view: reads it, writes it, asks the server for another view or page. Draws nothing.

// Written as Python writes it: Streamlit compares the two letter by letter and takes any difference for another view to go back to.
function query(changes = {}) {
  return encoded({ ...page.view, ...beside(), ...changes });
}

const encoded = (parameters) => new URLSearchParams(Object.entries(parameters).filter(([, value]) => value)).toString().replaceAll("%7E", "~").replaceAll("*", "%2A");

// In a link that people see, exhibits stand as they are named: `safety/deaths~KZ-47`, not `safety%2Fdeaths~KZ-47`.
const written = (parameters) => encoded(parameters).replaceAll("%2F", "/").replaceAll("%2C", ",");

// What the explorer looks for and which exhibits a story holds is no part of the view: it stands beside it in the address.
function beside() {
  return page.page === "figures" ? looked() : page.page === "promises" ? sought() : page.page === "stories" ? { show: story().list.join(",") } : {};
}

// The parameters of the address, also where it was left by a step to another page (`ask`).
const asked = () => new URLSearchParams(history.state?.left || location.search);

function looked() {
  return (ui.looked ??= { q: asked().get("q") ?? "", kind: asked().get("kind") ?? "" });
}

function keepAddress() {
  if (page.release && (history.state?.left || location.search !== `?${query()}`)) rewrite();
}

function rewrite(state = {}, search = query()) {
  history.replaceState({ ...history.state, left: undefined, ...state }, "", `${location.pathname}?${search}${location.hash}`);
}

// What is on the screen already is not asked for again: the same answer would not reach the page, which would wait for it.
function choose(changes) {
  if (location.search === `?${query(changes)}`) return;
  history.pushState(history.state, "", `${location.pathname}?${query(changes)}`);
  ask({});
}

function ask(act) {
  document.querySelector(".ui .main")?.setAttribute("aria-busy", "true");
  // Streamlit goes to another page with the view alone; with more in the address it would leave one more step for Back to stumble on.
  if (act.page && location.search !== `?${encoded(page.view)}`) rewrite({ left: location.search }, encoded(page.view));
  ui.pending = { query: location.search, tries: 0, ...act };
  component.setTriggerValue("act", { ...act, query: location.search, at: String(Date.now()) });
}

// A question asked while the connection was gone is lost with it: it is put again when the page comes back.
function answered() {
  const { pending } = ui;
  if (!pending) return true;
  const wanted = new URLSearchParams(pending.query);
  const same = ["lang", "region", "sector", "period"].every((name) => (wanted.get(name) ?? "") === (page.view[name] ?? ""));
  if (same || pending.page || pending.tries > 2 || page.messages.length) {
    ui.pending = null;
    return true;
  }
  pending.tries += 1;
  setTimeout(() => component.setTriggerValue("act", { query: pending.query, at: String(Date.now()) }), 200);
  return false;
}

function pick(filter, code, id) {
  ui.held = anchor(id);
  choose({ [filter]: page.view[filter] === code ? "" : code });
}

function pageLink(item, attributes, ...children) {
  return h("a", {
    href: item.href, ...attributes,
    onclick: (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      event.preventDefault();
      const [, hash] = item.href.split("#");
      ui.target = hash ?? "";
      if (item.page === page.page) return hash ? (history.replaceState(null, "", `#${hash}`), goToAnchor()) : null;
      history.replaceState({ ...history.state, from: event.currentTarget.closest("#main [id]")?.id }, ""); // where Back leads to
      ui.wanted = item.wanted;
      ask({ page: item.page });
      window.scrollTo(0, 0);
    },
  }, ...children);
}

function goToAnchor() {
  const target = ui.target ?? (ui.arrived ? "" : location.hash.slice(1));
  ui.arrived = true;
  ui.target = undefined;
  const node = target && document.getElementById(target);
  if (!node) return;
  node.dispatchEvent(new CustomEvent("reveal", { bubbles: true }));
  node.scrollIntoView({ block: "start" });
  node.setAttribute("tabindex", "-1");
  node.focus({ preventScroll: true });
}

// Whether the address still names the page on the screen.
const here = () => component && location.pathname.split("/").pop() === (page.page === "front" ? "" : page.page);

// Streamlit itself follows Back and Forward between pages; between two views of one page it is told here.
window.addEventListener("popstate", () => {
  if (here() && location.search === `?${query()}`) return; // another place of the same view: see below
  ui.looked = ui.story = ui.sought = ui.wanted = undefined;
  if (here()) ask({});
  else ui.target = history.state?.from;
});

// Somebody wrote another place of the page into the address, or followed such a link.
window.addEventListener("hashchange", () => {
  if (!here()) return;
  ui.target = location.hash.slice(1);
  goToAnchor();
});
