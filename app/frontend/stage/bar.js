// The bar over the slides while the mouse moves: what can be done with the mouse. Shows no data.

import { h } from "../shared/nodes.js";
import { choose, speak } from "./choices.js";
import { deck, lang, slides, word } from "./deck.js";
import { when } from "./events.js";
import { help } from "./help.js";
import { leave } from "./leaving.js";
import { isAlone, piece } from "./screen.js";
import { openSecond } from "./second.js";
import { at, changeTheme, flipTable, full, go, play, playing, tabled } from "./show.js";

/** @import { Filter } from "../shared/payload.js" */

const BAR_STAYS = 3000; // ms

function bar() {
  const node = piece("bar");
  const nameOf = (/** @type {Element} */ one) => one.getAttribute("aria-label") ?? one.id;
  const focused =
    document.activeElement && node.contains(document.activeElement)
      ? nameOf(document.activeElement)
      : null;
  node.replaceChildren(
    button(word("stage_previous"), () => go(-1), "‹"),
    h("span", { class: "where" }, slides().length ? `${at + 1} / ${slides().length}` : "0"),
    button(word("stage_next"), () => go(1), "›"),
    languageButtons(),
    ...(isAlone ? [] : [filterFields()]),
    button(`${word("stage_table")} (T)`, flipTable, "T", tabled),
    button(`${word("stage_theme")} (D)`, changeTheme, "◐"),
    button(`${word("stage_play")} (P)`, play, playing ? "❚❚" : "▶", playing),
    button(`${word("stage_full")} (F)`, full, "⛶"),
    button(`${word("stage_second")} (S)`, openSecond, "❐"),
    button(`${word("stage_help")} (?)`, () => help(), "?"),
    ...(isAlone ? [] : [button(`${word("stage_close")} (Esc)`, leave, "✕")]),
  );
  // The bar is made anew with every step; whoever stands on one of its buttons stays there.
  if (focused)
    [.../** @type {NodeListOf<HTMLElement>} */ (node.querySelectorAll("button, select"))]
      .find((one) => nameOf(one) === focused)
      ?.focus();
}

when("shown", bar);
when("changed", bar);

/** @type {(label: string, act: () => void, sign: string, pressed?: boolean) => HTMLElement} */
const button = (label, act, sign, pressed) =>
  h(
    "button",
    {
      type: "button",
      title: label,
      "aria-label": label,
      "aria-pressed": pressed === undefined ? null : String(pressed),
      onclick: act,
    },
    sign,
  );

function languageButtons() {
  return h(
    "span",
    { class: "group", role: "group", "aria-label": word("language") },
    deck().langs.map(({ code, label, name }) =>
      h(
        "button",
        {
          type: "button",
          lang: code,
          title: name,
          "aria-label": name,
          "aria-pressed": String(code === lang),
          onclick: () => speak(code),
        },
        label,
      ),
    ),
  );
}

function filterFields() {
  const { filters, view } = deck();
  /** @type {(filter: Filter) => HTMLElement} */
  const field = ({ name, label, options }) => {
    const chosen = (/** @type {HTMLSelectElement} */ select) => {
      // Chosen with the mouse, a field would keep the arrow keys from the slides.
      if (!select.matches(":focus-visible")) select.blur();
      choose({ [name]: select.value });
    };
    return h(
      "select",
      {
        id: `filter-${name}`,
        "aria-label": label,
        class: view[name] ? "on" : "",
        onchange: (event) => chosen(event.currentTarget),
      },
      options.map(([code, text]) =>
        h("option", { value: code, selected: code === (view[name] ?? "") }, text),
      ),
    );
  };
  return h(
    "span",
    { class: "group filters", role: "group", "aria-label": word("filters") },
    filters.map(field),
  );
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let barTimer;
addEventListener("mousemove", () => {
  document.body.classList.add("awake");
  clearTimeout(barTimer);
  barTimer = setTimeout(() => document.body.classList.remove("awake"), BAR_STAYS);
});
