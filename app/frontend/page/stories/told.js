// What the server tells of a story, and the ways to show it and to take it along.

import { h } from "../../shared/nodes.js";
import { page } from "../current.js";
import { pageLink, way } from "../links.js";
import { ordered } from "../orders.js";
import { written } from "../query.js";
import { word } from "../words.js";

/** @import { SlideTold, StoriesBlock, StoryAnswer } from "../../shared/payload.js" */
/**
 * @typedef {{ story: string } | { show: string }} Which a story of the house, or a list of slides
 */

/** @type {(one: StoriesBlock, which: Which) => Promise<StoryAnswer>} */
export async function storyTold(one, which) {
  const answer = await fetch(`${one.answer}?${written({ ...page.view, ...which })}`, {
    cache: "no-store",
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/**
 * @type {(one: StoriesBlock, which: Which, title: string, ...further: HTMLElement[]) =>
 *   HTMLElement}
 */
export function storyWays(one, which, title, ...further) {
  const name = "show" in which ? "own" : which.story;
  const address = `./present?${written(which)}`;
  return h(
    "div",
    { class: "ways" },
    way(address, { class: "file", "data-focus": `present-${name}` }, word("present")),
    way(
      address,
      { "data-focus": `second-${name}`, target: "union-indicators-stage" },
      one.words.story_second,
    ),
    h(
      "div",
      { class: "downloads", role: "group", "aria-label": `${word("download")}: ${title}` },
      ordered(["PPTX", "PDF", "XLSX", "HTML"], which, title),
    ),
    ...further,
  );
}

/** @type {(slide: SlideTold, index: number) => HTMLElement} */
export function slideText(slide, index) {
  return h(
    "div",
    { class: "slide-text" },
    h(
      "p",
      { class: "slide-title" },
      slide.missing
        ? slide.title
        : pageLink(slide, { "data-focus": `slide-${index}` }, slide.title),
    ),
    slide.missing ? null : h("p", { class: "slide-what" }, [slide.area, slide.what].join(" · ")),
  );
}
