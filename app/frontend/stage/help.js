// The list of keys over the slides.

import { h } from "../shared/nodes.js";
import { word } from "./deck.js";
import { piece } from "./screen.js";

const KEYS = [
  ["→ Space PgDn", "stage_next"],
  ["← PgUp", "stage_previous"],
  ["Home", "stage_first"],
  ["End", "stage_last"],
  ["F", "stage_full"],
  ["L", "stage_language"],
  ["T", "stage_table"],
  ["D", "stage_theme"],
  ["B", "stage_black"],
  ["P", "stage_play"],
  ["S", "stage_second"],
  ["Esc", "stage_close"],
  ["?", "stage_help"],
];

export const isHelping = () => !piece("help").hidden;

export function help(on = !isHelping()) {
  const node = piece("help");
  node.hidden = !on;
  if (!on) return;
  const lines = KEYS.flatMap(([keys, key]) => [
    h(
      "dt",
      {},
      keys.split(" ").map((one) => h("kbd", {}, one)),
    ),
    h("dd", {}, word(key)),
  ]);
  node.replaceChildren(h("h2", {}, word("stage_help")), h("dl", {}, lines));
  node.focus();
}
