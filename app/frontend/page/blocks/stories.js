// The page of stories: those of the house, and one's own, whose link is the story.

import { h } from "../../shared/nodes.js";
import { details } from "../disclosure.js";
import { drawStory, loadStory, ownNode } from "../stories/own.js";
import { forgetStory, story } from "../stories/list.js";
import { slideText, storyTold, storyWays } from "../stories/told.js";
import { STORY_KEY } from "../pins.js";
import { registerBlock, registerPage } from "../registry.js";
import { word } from "../words.js";

/** @import { HouseStory, StoriesBlock } from "../../shared/payload.js" */

let isDrawn = false;

registerBlock("stories", stories);
registerPage("stories", {
  beside: () => ({ show: story().list.join(",") }),
  forget: forgetStory,
  mark: () => h("span", { class: "count", hidden: true }),
  left: () => {
    isDrawn = false;
    forgetStory();
  },
});

/** @type {(one: StoriesBlock) => HTMLElement} */
function stories(one) {
  isDrawn = true;
  const own = ownNode(one);
  const house = one.house.length
    ? h(
        "section",
        { id: "house", "aria-labelledby": "s-house" },
        h("h2", { id: "s-house" }, one.words.house_stories),
        h(
          "div",
          { class: "house" },
          one.house.map((item) => houseStory(one, item)),
        ),
      )
    : null;
  drawStory();
  loadStory();
  return h("div", { class: "stories" }, own, house);
}

/** @type {(one: StoriesBlock, item: HouseStory) => HTMLElement} */
function houseStory(one, item) {
  const slides = () => {
    const list = h("ol", { class: "slides" });
    storyTold(one, { story: item.id }).then(
      (told) =>
        list.append(...told.slides.map((slide, index) => h("li", {}, slideText(slide, index)))),
      () => list.replaceWith(h("p", { class: "hint" }, word("offline"))),
    );
    return list;
  };
  return h(
    "article",
    { class: "story", "aria-labelledby": `story-${item.id}` },
    h("h3", { id: `story-${item.id}` }, item.title),
    storyWays(one, { story: item.id }, item.title),
    details(`story:${item.id}`, "slides", item.count, slides),
  );
}

// Another window of the same browser has changed the viewer's own story (pins.js has taken it over
// already).
addEventListener("storage", (event) => {
  if (event.key !== STORY_KEY || !isDrawn || !story().own) return;
  forgetStory();
  loadStory();
});
