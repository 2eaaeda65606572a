"""The page of stories, and what a list of slides says."""

from __future__ import annotations

from app.catalogue.cards import catalogue
from app.catalogue.pages import address
from app.catalogue.stories import Story, stories
from app.exhibit.names import picked_in_words
from app.exhibit.notes import unfollowed
from app.exhibit.tell import Told, tell
from app.screen.content import Content
from app.screen.payload import HouseStory, Message, SlideTold, StoriesBlock, StoryAnswer
from app.store.store import Store
from app.view import Refusal, View
from app.words.numbers import NOT_PUBLISHED
from app.words.say import say

_STORY_WORDS = (
    "own_story",
    "house_stories",
    "slides_count",
    "story_second",
    "story_link",
    "story_empty",
    "story_from_link",
    "story_keep",
    "story_kept",
    "story_mine",
    "story_up",
    "story_down",
    "story_remove",
    "story_clear",
    "story_removed",
    "story_cleared",
    "story_undo",
    "story_moved",
    "story_own_views",
    "link_story",
)


def stories_page(view: View, store: Store) -> Content:
    """Return the stories of the house by name, and the words of the viewer's own: which exhibits
    that one holds only the browser knows.
    """
    language = view.language
    house = [
        HouseStory(
            story.id,
            story.title[language],
            say(language, "slides_count", count=str(len(story.slides))),
        )
        for story in stories()
    ]
    block = StoriesBlock(house, "./api/story", {key: say(language, key) for key in _STORY_WORDS})
    return Content(say(language, "stories_page"), say(language, "stories_intro"), [block])


def story_told(
    story: Story | None, refusals: tuple[Refusal, ...], view: View, store: Store
) -> StoryAnswer:
    """Return what a list of slides says: per slide its title, what is shown, its area and address;
    in `messages` what of the link means nothing here.

    `story` is None where the link names none. A filter of `view` goes before a slide's own: where
    they differ, a message of kind `overridden` says so.
    """
    language = view.language
    messages = [
        Message("notice", say(language, f"refused_{refusal.name}", value=refusal.value))
        for refusal in refusals
    ]
    slides = story.slides if story else ()
    if any(
        own and picked and own != picked
        for slide in slides
        for own, picked in (
            (slide.place, view.place),
            (slide.sector, view.sector),
            (slide.period, view.period),
        )
    ):
        what = ", ".join(picked_in_words(view))
        messages.append(Message("overridden", say(language, "story_overridden", what=what)))
    return StoryAnswer(
        story.title[language] if story else "",
        messages,
        [_slide_told(told) for told in tell(story, view, store, "")] if story else [],
    )


def _slide_told(told: Told) -> SlideTold:
    """Return one slide of a list; where its exhibit no longer exists, the title says so and no page
    shows it.
    """
    one, view = told.exhibit, told.view
    if one is None:
        return SlideTold(
            page="",
            href="",
            link=told.slide.link,
            title=told.title,
            what="",
            area="",
            missing=True,
        )
    card = one.card
    # A headline number's subtitle says its name again: here its value stands instead.
    shown = (
        (one.tile.value if one.tile.value != NOT_PUBLISHED else "", one.tile.before)
        if one.tile
        else (one.subtitle,)
    )
    picked = ", ".join(picked_in_words(view.only(card.breakdowns)))
    area = catalogue().area(card.area)
    return SlideTold(
        page=card.area,
        href=address(card.area, view, card.id),
        link=told.slide.link,
        title=told.title,
        what=" · ".join(part for part in (*shown, picked, unfollowed(card, view)) if part),
        area=area.name[view.language] if area else "",
        missing=False,
    )
