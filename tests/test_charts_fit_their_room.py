"""What becomes of a figure in less room is said once, typed, and fits the figure it belongs to."""

import json

import pytest

from app.catalogue.kinds import KINDS
from app.charts import DRAWN
from app.charts.forms import NARROW, brief_below, rewrapped
from app.drawing.scene import Text, draw
from app.exhibit.assemble import assemble
from app.view import View

PROTOCOL = ('"meta"', "only:", "narrow:", "narrow_")


@pytest.fixture(scope="module")
def drawings(known, store):
    """A drawing of each kind, by its kind."""
    found = {}
    for card in known.cards():
        if card.chart in DRAWN and card.chart not in found:
            one = assemble(card, View("kk"), store)
            if one.drawing:
                found[card.chart] = one.drawing
    return found


@pytest.mark.parametrize("kind", DRAWN)
def test_the_forms_of_a_figure_speak_of_its_own_traces_notes_and_rows(kind, drawings):
    figure, forms = drawings[kind].figure, drawings[kind].forms
    notes = figure["layout"].get("annotations", ())
    rows = figure["layout"]["yaxis"].get("ticktext", ())
    assert len(forms.only) in {0, len(figure["data"])}
    assert forms.keyed is None or len(forms.keyed.notes) == len(notes)
    assert forms.broken is None or len(forms.broken.notes) == len(notes)
    if forms.brief:
        assert len(forms.brief.rows) == len(rows)
        assert len(forms.brief.columns) == len(figure["layout"]["xaxis"]["ticktext"])
    else:
        assert len(forms.rows) == len(rows)
    assert forms.regions == KINDS[kind].regions


@pytest.mark.parametrize("kind", DRAWN)
def test_no_figure_hides_in_strings_what_becomes_of_it(kind, drawings):
    text = json.dumps(drawings[kind].figure, ensure_ascii=False)
    assert not [sign for sign in PROTOCOL if sign in text]


def words(drawing, width):
    return " ".join(mark.text for mark in draw(drawing, width).marks if isinstance(mark, Text))


@pytest.mark.parametrize("kind", ["trend", "change"])
def test_names_leave_the_lines_for_the_key_at_the_width_that_is_said(kind, known, store):
    tried = 0
    for card in known.cards():
        if card.chart != kind:
            continue
        drawing = assemble(card, View("ru"), store).drawing
        if drawing is None or len(drawing.key) < 2:
            continue
        below = drawing.forms.keyed.below
        assert draw(drawing, below - 1).abbreviated
        assert not draw(drawing, below).abbreviated
        names = [entry.text for entry in drawing.key]
        assert all(name in words(drawing, max(below, NARROW)) for name in names), card.id
        tried += 1
    assert tried


def test_a_matrix_has_brief_names_below_what_its_columns_need():
    assert brief_below(3) == 220 + 3 * 76
    assert brief_below(30) == 860


def test_words_break_anew_and_stay_bold():
    assert (
        rewrapped("<b>Өндірістік<br>кеңес мүшелері</b>", 17)
        == "<b>Өндірістік кеңес<br>мүшелері</b>"
    )
    assert rewrapped("короткое", 17) == "короткое"
