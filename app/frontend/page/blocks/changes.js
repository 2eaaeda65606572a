// The page of what changed: each release with what it added, revised and withdrew; long lists are
// folded. What came after a release that the link names stands alone. Compares nothing.

import { h } from "../../shared/nodes.js";
import { filled } from "../../shared/sentences.js";
import { asked, choose, rewrite } from "../address.js";
import { details } from "../disclosure.js";
import { pageLink, takeBrought, way } from "../links.js";
import { registerBlock, registerPage } from "../registry.js";
import { bigFrame, bigRow } from "../rows.js";

/** @import { ChangedGroup, ChangedKind, ChangedRelease, ChangesBlock } from "../../shared/payload.js" */

// What one sheet of paper holds of a release: rows, and names of groups with and without rows.
const ROWS_ON_PAPER = 16;
const FEW_ON_PAPER = 30;
const MOST_ON_PAPER = 70;

/** @type {string | undefined} the release after which the changes are shown; blank: all of them */
let after;

const afterRelease = () => (after ??= takeBrought()?.since ?? asked().get("since") ?? "");

const forgetAfter = () => {
  after = undefined;
};

registerBlock("changes", changes);
registerPage("changes", {
  beside: () => ({ since: afterRelease() }),
  forget: forgetAfter,
  left: forgetAfter,
});

/** @type {(one: ChangesBlock) => HTMLElement} */
function changes(one) {
  const known = [...one.releases.map(({ number }) => number), one.releases.at(-1)?.number ?? 0];
  let since = Number(afterRelease());
  if (!Number.isInteger(since) || since < 1 || since >= Math.max(0, ...known)) since = 0;
  if (!since && after) {
    after = "";
    rewrite();
  }
  const shown = one.releases.filter(({ number }) => number > since);
  return h(
    "div",
    { class: "changes" },
    h("p", { class: "ways" }, way(one.feed, { "data-focus": "feed" }, one.words.feed)),
    since
      ? h(
          "p",
          { class: "since" },
          `${filled(one.words.since, { number: since })}. `,
          h(
            "button",
            {
              type: "button",
              class: "quiet",
              "data-focus": "changes-all",
              onclick: () => {
                after = "";
                choose({ since: "" });
              },
            },
            one.words.all,
          ),
        )
      : null,
    shown.length
      ? shown.map((each) => releaseNode(each, one.words.more))
      : h("p", { class: "lead" }, one.words.first),
    one.older && !since ? h("p", { class: "note" }, one.older) : null,
  );
}

/** @type {(one: ChangedRelease, more: string) => HTMLElement} */
function releaseNode(one, more) {
  const room = one.kinds.some(({ rows }) => rows.length) ? FEW_ON_PAPER : MOST_ON_PAPER;
  return h(
    "section",
    { id: one.id, "aria-labelledby": `s-${one.id}` },
    h("h2", { id: `s-${one.id}` }, one.title),
    h("p", { class: "lead" }, one.lead),
    one.kinds.map((kind) => kindNode(one.id, kind, room, more)),
  );
}

/** @type {(id: string, one: ChangedKind, room: number, more: string) => HTMLElement} */
function kindNode(id, one, room, more) {
  const rows = one.rows.map((row) => bigRow(row, one));
  const groups = one.groups.map((group) => foldedNode(id, one.columns.slice(1), group));
  const left = [...rows.slice(ROWS_ON_PAPER), ...groups.slice(room)];
  for (const node of left) node.classList.add("off-paper");
  return h(
    "section",
    { class: `changed ${one.kind}` },
    h("h3", {}, one.title),
    rows.length ? bigFrame(one, h("tbody", {}, rows)) : null,
    groups,
    left.length ? h("p", { class: "on-paper" }, filled(more, { count: left.length })) : null,
  );
}

/** @type {(id: string, columns: string[], group: ChangedGroup) => HTMLElement} */
function foldedNode(id, columns, group) {
  return details(`${id}-${group.id}`, "rows", `${group.label} · ${group.count}`, () => [
    bigFrame(
      { columns, title: group.label },
      h(
        "tbody",
        {},
        group.rows.map((row) => bigRow(row, { columns })),
      ),
    ),
    group.more ? h("p", { class: "remark" }, group.more) : null,
    group.link ? h("p", { class: "ways" }, pageLink(group.link, {}, `${group.link.text} →`)) : null,
  ]);
}
