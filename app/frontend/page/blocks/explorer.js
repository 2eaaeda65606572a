// The search over all figures: what it looks for stands in the address beside the view; each answer
// is a hundred rows.

import { h } from "../../shared/nodes.js";
import { asked, rewrite } from "../address.js";
import { page } from "../current.js";
import { registerBlock, registerPage } from "../registry.js";
import { bigFrame, bigRow } from "../rows.js";
import { word } from "../words.js";

/** @import { ExplorerBlock, FiguresAnswer } from "../../shared/payload.js" */

const TYPING = 120; // how long typing rests before an answer is asked for, in ms
/** @type {{ q: string, kind: string } | undefined} */
let looked;

registerBlock("explorer", explorer);
registerPage("figures", {
  beside: lookedFor,
  forget: () => {
    looked = undefined;
  },
});

function lookedFor() {
  return (looked ??= { q: asked().get("q") ?? "", kind: asked().get("kind") ?? "" });
}

/** @type {(one: ExplorerBlock) => HTMLElement} */
function explorer(one) {
  const state = lookedFor();
  const body = h("tbody");
  const said = h("p", { class: "found", role: "status" });
  const more = h(
    "button",
    {
      type: "button",
      class: "file",
      hidden: true,
      "data-focus": "explorer-more",
      onclick: () => load(body.rows.length),
    },
    word("show_more"),
  );
  const file = h("a", { class: "file", download: true }, "CSV");
  let latest = 0;
  const load = async (/** @type {number} */ start) => {
    const mine = ++latest;
    const wanted = new URLSearchParams({
      ...page.view,
      ...Object.fromEntries(Object.entries(state).filter(([, value]) => value)),
    });
    file.href = `${one.file}?${wanted}`;
    rewrite();
    wanted.set("start", String(start));
    try {
      /** @type {FiguresAnswer} */
      const answer = await (await fetch(`${one.answer}?${wanted}`)).json();
      if (mine !== latest) return;
      if (!start) body.replaceChildren();
      body.append(...answer.rows.map((row) => bigRow(row, one)));
      said.replaceChildren(...saidOf(answer));
      more.hidden = body.rows.length >= answer.count;
    } catch {
      said.textContent = word("offline");
    }
  };
  /** @type {ReturnType<typeof setTimeout>} */
  let typing;
  const search = h("input", {
    type: "search",
    id: "explorer-q",
    value: state.q,
    "aria-label": word("search"),
    placeholder: word("search"),
    "data-focus": "explorer-q",
    "aria-describedby": "explorer-hint",
    oninput: (event) => {
      state.q = event.currentTarget.value;
      clearTimeout(typing);
      typing = setTimeout(() => load(0), TYPING);
    },
  });
  const kind = h(
    "select",
    {
      id: "explorer-kind",
      "data-focus": "explorer-kind",
      onchange: (event) => {
        state.kind = event.currentTarget.value;
        load(0);
      },
    },
    one.kinds.map(([code, label]) =>
      h("option", { value: code, selected: code === state.kind }, label),
    ),
  );
  load(0);
  return h(
    "section",
    { "aria-label": page.title, class: "explorer" },
    h(
      "div",
      { class: "asking" },
      search,
      h("div", { class: "filter" }, h("label", { for: "explorer-kind" }, word("kind")), kind),
      file,
    ),
    h("p", { class: "hint", id: "explorer-hint" }, one.hint),
    said,
    bigFrame(one, body),
    more,
  );
}

// What was found in words; a receipt is a page of its own, beside the dashboard.
/** @type {(answer: FiguresAnswer) => (Node | string)[]} */
function saidOf({ said, receipt }) {
  if (!receipt) return [said];
  return [said && `${said} · `, h("a", { href: receipt.href }, receipt.text)];
}
