// The list of slides that the viewer edits: one's own, or one that came with a link. Keeps nothing
// on the server.

import { h } from "../../shared/nodes.js";
import { filled } from "../../shared/sentences.js";
import { choose } from "../address.js";
import { copied } from "../copying.js";
import { page } from "../current.js";
import { POLL_RELEASE } from "../live.js";
import { pin, pinned } from "../pins.js";
import { focused, focusOn } from "../places.js";
import { encoded, written } from "../query.js";
import { say, word } from "../words.js";
import { forgetStory, isStill, keepStory, story } from "./list.js";
import { slideText, storyTold, storyWays } from "./told.js";

/** @import { SlideTold, StoriesBlock, StoryAnswer } from "../../shared/payload.js" */

/** @type {StoriesBlock} */
let one;
/** @type {HTMLElement} */
let node;

/** @type {(given: StoriesBlock) => HTMLElement} */
export function ownNode(given) {
  one = given;
  node = h("section", { id: "own", "aria-labelledby": "s-own" });
  // What was said of the last change is said in one language only.
  if (story().lang !== page.lang) Object.assign(story(), { lang: page.lang, said: "", undo: null });
  return node;
}

/** @returns {Promise<void>} */
export async function loadStory() {
  const state = story();
  const mine = node;
  const show = state.list.join(",");
  const isOld = () => mine !== node || !isStill(state);
  keepStory();
  try {
    /** @type {Pick<StoryAnswer, "slides" | "messages">} */
    const told = show ? await storyTold(one, { show }) : { slides: [], messages: [] };
    if (isOld()) return;
    if (show !== state.list.join(",")) return loadStory();
    Object.assign(state, told);
  } catch {
    if (isOld()) return;
    state.messages = [{ kind: "error", text: word("offline") }];
    setTimeout(() => mine.isConnected && loadStory(), POLL_RELEASE);
  }
  drawStory();
}

/** @type {(focus?: string) => void} */
export function drawStory(focus) {
  const kept = focus ?? (node.contains(document.activeElement) ? focused() : "");
  node.replaceChildren(...storyParts());
  if (kept) focusOn(node, kept, { preventScroll: !focus });
}

/** @type {() => Node[]} */
function storyParts() {
  const { words } = one;
  const { slides, own, said, undo } = story();
  const title = own ? words.own_story : words.link_story;
  /** @type {HTMLElement[]} */
  const parts = [
    h("h2", { id: "s-own", tabindex: "-1", "data-focus": "story-heading" }, title),
    h(
      "div",
      { class: "messages", role: "status" },
      own ? null : ofTheLink(),
      notices(),
      said ? message("notice", said, undo ? button("undo", words.story_undo, undo) : null) : null,
    ),
  ];
  if (slides && !slides.length) parts.push(h("p", { class: "hint" }, words.story_empty));
  if (slides?.length)
    parts.push(
      storyWays(
        one,
        { show: story().list.join(",") },
        title,
        h(
          "button",
          {
            type: "button",
            class: "quiet",
            "data-focus": "story-link",
            onclick: (event) => copied(link(), event.currentTarget, words.story_link),
          },
          words.story_link,
        ),
        button("clear", words.story_clear, () =>
          editStory([], words.story_cleared, { focus: "story-undo" }),
        ),
      ),
      h(
        "ol",
        { class: "slides own", "aria-label": filled(words.slides_count, { count: slides.length }) },
        slides.map(slideRow),
      ),
    );
  return parts;
}

const link = () =>
  new URL(
    `${location.pathname}?${written({ show: story().list.join(","), ...page.view })}`,
    location.href,
  ).href;

/** @type {(name: string, label: string, act: () => void) => HTMLElement} */
const button = (name, label, act) =>
  h(
    "button",
    { type: "button", class: "quiet", "data-focus": `story-${name}`, onclick: act },
    label,
  );

/** @type {(kind: string, ...parts: Child[]) => HTMLElement} */
const message = (kind, ...parts) => h("p", { class: `message ${kind}` }, ...parts);

function ofTheLink() {
  const { words } = one;
  const { slides } = story();
  return message(
    "notice",
    words.story_from_link,
    slides?.length
      ? button("keep", words.story_keep, () =>
          editStory(slides, words.story_kept, { focus: "story-undo", own: true }),
        )
      : null,
    pinned().length
      ? button("mine", filled(words.story_mine, { count: pinned().length }), showMine)
      : null,
  );
}

function notices() {
  const ownViews = () =>
    button("own-views", one.words.story_own_views, () =>
      choose({ region: "", sector: "", period: "" }),
    );
  return story().messages.map((item) =>
    message(item.kind, item.text, item.kind === "overridden" ? ownViews() : null),
  );
}

function showMine() {
  history.pushState(
    { ...history.state, own: true },
    "",
    `${location.pathname}?${encoded(page.view)}`,
  );
  forgetStory();
  loadStory();
}

/** @type {(slide: SlideTold, index: number, slides: SlideTold[]) => HTMLElement} */
function slideRow(slide, index, slides) {
  const { words } = one;
  /**
   * @type {(name: string, sign: string, label: string, off: boolean, act: () => void) =>
   *   HTMLElement}
   */
  const signButton = (name, sign, label, off, act) =>
    h(
      "button",
      {
        type: "button",
        class: "sign",
        "data-focus": `slide-${index}-${name}`,
        "aria-label": `${label}: ${slide.title}`,
        title: label,
        "aria-disabled": off ? "true" : null,
        onclick: act,
      },
      sign,
    );
  const remove = () =>
    editStory(slides.toSpliced(index, 1), filled(words.story_removed, { what: slide.title }), {
      focus: "story-undo",
    });
  return h(
    "li",
    { class: slide.missing ? "gone" : null },
    slideText(slide, index),
    h(
      "div",
      { class: "signs" },
      signButton("up", "↑", words.story_up, index === 0, () => moveSlide(index, -1)),
      signButton("down", "↓", words.story_down, index === slides.length - 1, () =>
        moveSlide(index, 1),
      ),
      signButton("remove", "✕", words.story_remove, false, remove),
    ),
  );
}

/** @type {(index: number, step: number) => void} */
function moveSlide(index, step) {
  const slides = story().slides ?? [];
  const to = index + step;
  if (to < 0 || to >= slides.length) return;
  editStory(slides.toSpliced(index, 1).toSpliced(to, 0, slides[index]), "", {
    focus: `slide-${to}-${step < 0 ? "up" : "down"}`,
    undo: false,
  });
  say(
    filled(one.words.story_moved, {
      what: slides[index].title,
      place: to + 1,
      count: slides.length,
    }),
  );
}

// Who edits a list that came with a link edits the link: what the viewer has of their own stays
// until they say otherwise.
/**
 * @type {(slides: SlideTold[], said: string, how: { focus: string, own?: boolean, undo?: boolean
 *   }) => void}
 */
function editStory(slides, said, { focus, own = story().own, undo = true }) {
  const state = story();
  const before = { slides: state.slides, list: state.list, own: state.own, said: "", undo: null };
  const mine = pinned();
  const back = () => {
    Object.assign(state, before);
    pin(mine);
    drawStory("story-heading");
    loadStory();
  };
  const messages = state.messages.filter((item) => item.kind === "overridden" && slides.length);
  Object.assign(state, {
    slides,
    list: slides.map((slide) => slide.link),
    own,
    said,
    undo: undo ? back : null,
    messages,
  });
  if (own) pin(state.list);
  keepStory();
  drawStory(focus);
}
