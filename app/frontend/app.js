// Draws a page from the data that app/screen.py composes, with the parts in page/, which stand before it in the asset. Computes no number.

const ui = window.unionIndicators ?? (window.unionIndicators = {});
let component = null;
let page = null;
const open = new Set(); // ids of the tables and menus that stand open

export function render(given) {
  component = given;
  const root = given.parentElement.querySelector(".ui");
  page = JSON.parse(new TextDecoder().decode(given.data));
  if (page.page !== "stories") ui.story = undefined;
  if (page.page !== "promises") ui.sought = undefined;
  document.documentElement.lang = page.lang;
  document.title = page.page === "front" ? page.brand : `${page.title} — ${page.brand}`;
  document.getElementById("ui-wait")?.remove();
  document.querySelector('[data-testid="stMain"]')?.removeAttribute("tabindex"); // Streamlit's box, which scrolls nothing here: a stop for Tab without a sign
  tellNewRelease();
  if (answered()) keepAddress();
  keepingPlace(root, () => root.replaceChildren(...frame()));
  settleHeader();
  tellPinned();
  pointWays(root);
  draw();
  goToAnchor();
  watch();
  return () => {};
}

const anchor = (id) => id.replace("/", "-");
const theme = () => document.documentElement.dataset.theme;
const filled = (text, slots) => Object.entries(slots).reduce((said, [name, value]) => said.replace(`{${name}}`, () => value), text);
const word = (key, slots = {}) => filled(page.words[key], slots);

// What the viewer touched, or else reads, stays where it is on the screen, however the cards above it change.
function keepingPlace(root, change) {
  const active = document.activeElement?.closest?.("[data-focus]")?.dataset.focus;
  const held = window.scrollY > 40 ? document.getElementById(ui.held) ?? [...root.querySelectorAll(".card, .tile")].find((one) => one.getBoundingClientRect().bottom > 80) : null;
  const top = held?.getBoundingClientRect().top;
  change();
  if (active) root.querySelector(`[data-focus="${CSS.escape(active)}"]`)?.focus({ preventScroll: true });
  const again = held && document.getElementById(held.id);
  if (again) window.scrollBy(0, again.getBoundingClientRect().top - top);
  ui.held = undefined;
}
