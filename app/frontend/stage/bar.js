// What lies over the slides while the mouse moves or is asked for: the bar, the keys' list, messages. Shows no data.

const BAR_STAYS = 3000;
const MESSAGE_STAYS = 8000;
const HELP = [["→ Space PgDn", "stage_next"], ["← PgUp", "stage_previous"], ["Home", "stage_first"], ["End", "stage_last"], ["F", "stage_full"], ["L", "stage_language"],
  ["T", "stage_table"], ["D", "stage_theme"], ["B", "stage_black"], ["P", "stage_play"], ["S", "stage_second"], ["Esc", "stage_close"], ["?", "stage_help"]];

function bar() {
  const node = piece("bar");
  const nameOf = (one) => one.getAttribute("aria-label") ?? one.id;
  const focused = node.contains(document.activeElement) ? nameOf(document.activeElement) : null;
  const button = (label, act, sign, pressed) =>
    h("button", { type: "button", title: label, "aria-label": label, "aria-pressed": pressed === undefined ? null : String(pressed), onclick: act }, sign);
  node.replaceChildren(
    button(word("stage_previous"), () => go(-1), "‹"), h("span", { class: "where" }, slides().length ? `${at + 1} / ${slides().length}` : "0"),
    button(word("stage_next"), () => go(1), "›"),
    languageButtons(), ...(alone ? [] : [filterFields()]),
    button(`${word("stage_table")} (T)`, flipTable, "T", tabled), button(`${word("stage_theme")} (D)`, switchTheme, "◐"),
    button(`${word("stage_play")} (P)`, play, playing ? "❚❚" : "▶", playing),
    button(`${word("stage_full")} (F)`, full, "⛶"), button(`${word("stage_second")} (S)`, openSecond, "❐"), button(`${word("stage_help")} (?)`, () => help(), "?"),
    ...(alone ? [] : [button(`${word("stage_close")} (Esc)`, leave, "✕")]));
  // The bar is made anew with every step; whoever stands on one of its buttons stays there.
  if (focused) [...node.querySelectorAll("button, select")].find((one) => nameOf(one) === focused)?.focus();
}

function languageButtons() {
  return h("span", { class: "group", role: "group", "aria-label": word("language") }, deck().langs.map(({ code, label, name }) =>
    h("button", { type: "button", lang: code, title: name, "aria-label": name, "aria-pressed": String(code === lang), onclick: () => speak(code) }, label)));
}

function filterFields() {
  const { filters, view } = deck();
  // Chosen with the mouse, a field would keep the arrow keys from the slides.
  const chosen = (name) => ({ target }) => { if (!target.matches(":focus-visible")) target.blur(); choose({ [name]: target.value }); };
  return h("span", { class: "group filters", role: "group", "aria-label": word("filters") }, filters.map(({ name, label, options }) =>
    h("select", { id: `filter-${name}`, "aria-label": label, class: view[name] ? "on" : "", onchange: chosen(name) },
      options.map(([code, text]) => h("option", { value: code, selected: code === (view[name] ?? "") }, text)))));
}

let barTimer;
addEventListener("mousemove", () => {
  document.body.classList.add("awake");
  clearTimeout(barTimer);
  barTimer = setTimeout(() => document.body.classList.remove("awake"), BAR_STAYS);
});

function help(on = piece("help").hidden) {
  const node = piece("help");
  node.hidden = !on;
  if (!on) return;
  const lines = HELP.flatMap(([keys, key]) => [h("dt", {}, keys.split(" ").map((one) => h("kbd", {}, one))), h("dd", {}, word(key))]);
  node.replaceChildren(h("h2", {}, word("stage_help")), h("dl", {}, lines));
  node.focus();
}

let messageTimer;
function tellMessage(text) {
  const node = piece("message");
  node.textContent = text;
  node.hidden = !text;
  clearTimeout(messageTimer);
  messageTimer = setTimeout(() => { node.hidden = true; }, MESSAGE_STAYS);
}
