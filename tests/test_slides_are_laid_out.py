"""A native chart is laid out for what its numbers are, also where some of them are missing."""

import pytest

from app.exports.office.chart import add_charts
from app.exports.office.layout import Layout
from app.exports.office.native import CHANGE, Native, Series
from app.exports.office.page import EXHIBIT_PAGE, add_slide, new_presentation, title_size

BOTH = frozenset({0, 1})


def two_dates(*values):
    series = tuple(
        Series(f"line {at}", ends, "@fprk", written=BOTH) for at, ends in enumerate(values)
    )
    return Native(CHANGE, ("2024", "2025"), series, "number", 0)


@pytest.mark.parametrize(("ends", "said"), [((1.0, None), [0]), ((None, 1.0), [1])])
def test_a_line_of_two_dates_that_lacks_one_number_is_drawn_with_the_other(ends, said):
    shown = two_dates(ends, (2.0, 3.0))
    layout = Layout(shown, shown, 2, 800, 300, "en")
    assert [label.at for label in layout.labels(shown.series[0])] == said
    slide = add_slide(new_presentation(), EXHIBIT_PAGE)
    assert len(add_charts(slide, shown, (40, 100, 800, 300), "en")) == 1


def test_labels_of_lines_that_end_at_one_height_stand_clear_of_each_other():
    shown = two_dates((1.0, 3.0), (2.0, 3.0))
    layout = Layout(shown, shown, 2, 800, 300, "en")
    ends = [layout.labels(one)[-1] for one in shown.series]
    assert abs(ends[0].up - ends[1].up) * 300 >= layout.size


def test_a_title_that_fits_at_no_size_stands_in_the_smallest():
    words = "word " * 400
    size, count = title_size(words, 300, [(30, 1), (20, 2)], 10)
    assert size == 20
    assert count > 2
