"""The `map` kind: the twenty regions as filled shapes, or as equal tiles; geometry is named by
token and filled in later.
"""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Drawing, Key, Names, Row
from app.look.theme import SCALE, axis, layout

CITIES = ("KZ-71", "KZ-75", "KZ-79")
CLASSES = 5
ENDS = 3  # places named at each end of the order
# Steps of the scale for so many classes, as far from each other as its lightness allows.
_SHADES = {1: (3,), 2: (1, 4), 3: (0, 2, 5), 4: (0, 2, 3, 5), 5: (0, 1, 2, 3, 5)}


def region_map(rows: list[Row], card: Card, names: Names) -> Drawing:
    """Draw one shape per region; classes hold about equally many regions, what is not published is
    hatched.

    Coordinates are tokens: `@shape:KZ-47:x` (outline) and `@label:KZ-47:x` (label point) stand for
    the map's or the tiles' numbers.
    """
    picks = names.picks.get("place", frozenset())
    values = {row["place"]: row["value"] for row in rows if row["place"] != "KZ"}
    classes = _classes([value for value in values.values() if value is not None])
    data, key = (
        [],
        [
            Key(_range(low, high, names), f"@{_shade(index, len(classes))}")
            for index, (low, high) in enumerate(classes)
        ],
    )
    for place in sorted(values, key=lambda code: (code in CITIES, code in picks)):
        value = values[place]
        shape = {
            "type": "scatter",
            "mode": "lines",
            "fill": "toself",
            "x": f"@shape:{place}:x",
            "y": f"@shape:{place}:y",
            "name": place,
            "hoveron": "fills",
            "hoverinfo": "text",
            "text": _hover(place, value, names),
            "customdata": [place],
            "line": {
                "color": "@selected" if place in picks else "@paper",
                "width": 3 if place in picks else 1,
            },
        }
        if value is None:
            shape |= {
                "fillcolor": "@ground",
                "fillpattern": {
                    "shape": "/",
                    "size": 7,
                    "solidity": 0.25,
                    "fgcolor": "@context_line",
                    "bgcolor": "@ground",
                },
            }
        else:
            shape["fillcolor"] = f"@{_class_color(value, classes)}"
        data.append(shape)
    if None in values.values():
        key.append(Key(names.say("not_published"), "@context_line", "hatch"))
    data += [
        _city(place, values.get(place), classes, picks, names)
        for place in CITIES
        if place in values
    ]
    order = sorted(values)
    for mode in ("map", "tiles"):
        shown = [place for place in order if mode == "tiles" or place not in CITIES]
        data.append(
            {
                "type": "scatter",
                "mode": "text",
                "name": f"only:{mode}",
                "x": [f"@label:{place}:x" for place in shown],
                "y": [f"@label:{place}:y" for place in shown],
                "hoverinfo": "skip",
                "textposition": "middle center",
                "cliponaxis": False,
                "text": [
                    _tile_text(place, values[place], names)
                    if mode == "tiles"
                    else (names.bare(values[place]) if values[place] is not None else "")
                    for place in shown
                ],
                "textfont": {
                    "size": 12 if mode == "tiles" else 13,
                    "color": [_ink(values[place], classes) for place in shown],
                },
            }
        )
    figure = {
        "data": data,
        "layout": layout(
            430 if card.size == "full" else 340,
            names.language,
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            xaxis=axis(visible=False, range=[-6, 1006], automargin=False),
            yaxis=axis(visible=False, range=[-6, 568], scaleanchor="x", automargin=False),
            meta={"map": True, "named": named_places(values, picks)},
        ),
    }
    return Drawing(figure, tuple(key))


def _classes(values: list[float]) -> list[tuple[float, float]]:
    """Return up to five ranges that hold about equally many regions; equal values never fall apart."""
    ordered = sorted(values)
    distinct = sorted(set(ordered))
    if len(distinct) <= CLASSES:
        return [(value, value) for value in distinct]
    bounds = []
    for step in range(CLASSES):
        part = ordered[
            round(step * len(ordered) / CLASSES) : round((step + 1) * len(ordered) / CLASSES)
        ]
        low = next((value for value in part if not bounds or value > bounds[-1][1]), None)
        if low is not None:
            bounds.append((low, part[-1]))
    return bounds


def named_places(values: dict[str, float | None], picks: frozenset[str]) -> list[str | None]:
    """Return the places a slide names beside the map, the highest first: both ends, the cities,
    what is picked; None where places between are left out.
    """
    ranked = sorted(
        (place for place, value in values.items() if value is not None),
        key=lambda place: (-values[place], place),
    )
    ends = {*_end(ranked, values), *_end(ranked[::-1], values)}
    wanted = ends | {place for place in values if place in CITIES or place in picks}
    named: list[str | None] = []
    for place in ranked:
        if place in wanted:
            named.append(place)
        # Without ends all values are alike: there is no order to show gaps in.
        elif ends and (not named or named[-1] is not None):
            named.append(None)
    return named + sorted(wanted - set(ranked))


def _end(ranked: list[str], values: dict[str, float | None]) -> list[str]:
    """Return the first few places, none that shares its value with one left out: a tie has no third
    place.
    """
    end = ranked[:ENDS]
    while end and len(end) < len(ranked) and values[end[-1]] == values[ranked[len(end)]]:
        end.pop()
    return end


def _shade(index: int, count: int) -> str:
    return SCALE[_SHADES[count][index]]


def _class_color(value: float, classes: list[tuple[float, float]]) -> str:
    return _shade(
        next(index for index, (_, high) in enumerate(classes) if value <= high), len(classes)
    )


def _ink(value: float | None, classes: list[tuple[float, float]]) -> str:
    """Return the text colour that reads on the shape: paper on the dark half of the scale."""
    return (
        "@paper"
        if value is not None and SCALE.index(_class_color(value, classes)) >= 3
        else "@text"
    )


def _range(low: float, high: float, names: Names) -> str:
    return names.bare(low) if low == high else f"{names.bare(low)}–{names.bare(high)}"


def _hover(place: str, value: float | None, names: Names) -> str:
    return f"{names.name('place', place)}<br><b>{names.number(value) if value is not None else names.say('not_published')}</b>"


def _tile_text(place: str, value: float | None, names: Names) -> str:
    return f"{names.name('place', place)}<br><b>{names.bare(value)}</b>"


def _city(
    place: str,
    value: float | None,
    classes: list[tuple[float, float]],
    picks: frozenset[str],
    names: Names,
) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "only:map",
        "x": [f"@label:{place}:x"],
        "y": [f"@label:{place}:y"],
        "customdata": [place],
        "marker": {
            "size": 19,
            "color": f"@{_class_color(value, classes)}" if value is not None else "@ground",
            "line": {
                "width": 3 if place in picks else 1.5,
                "color": "@selected" if place in picks else "@text",
            },
        },
        "hoverinfo": "text",
        "hovertext": [_hover(place, value, names)],
    }
