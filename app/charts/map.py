"""The `map` kind: the regions as filled shapes, or as equal tiles; geometry is named by
token and filled in later.
"""

from __future__ import annotations

from app.catalogue.cards import Card, catalogue
from app.charts.base import Figure, Names, Row
from app.charts.forms import Forms
from app.charts.reading import Key, Region, RegionMap
from app.look.theme import SCALE, axis, layout
from app.words.federation import federation

CLASSES = 5
ENDS = 3  # places named at each end of the order
# Steps of the scale for so many classes, as far from each other as its lightness allows.
_SHADES = {1: (3,), 2: (1, 4), 3: (0, 2, 5), 4: (0, 2, 3, 5), 5: (0, 1, 2, 3, 5)}


def read(rows: list[Row], card: Card, names: Names) -> RegionMap:
    """Read the regions; classes hold about equally many of them."""
    picks = names.picks.get("place", frozenset())
    values = {row["place"]: row["value"] for row in rows if row["place"] != federation().country}
    classes = _classes([value for value in values.values() if value is not None])
    key = [
        Key(_range(low, high, names), f"@{_shade(index, len(classes))}")
        for index, (low, high) in enumerate(classes)
    ]
    if None in values.values():
        key.append(Key(names.say("not_published"), "@context_line", "hatch"))
    return RegionMap(
        kind=card.chart,
        language=names.language,
        unit=card.unit,
        decimals=card.decimals,
        key=tuple(key),
        regions=tuple(
            _region(place, values[place], classes, place in picks, names) for place in values
        ),
        named=tuple(named_places(values, picks)),
        large=card.size == "full",
    )


def _is_city(place: str) -> bool:
    return catalogue().place_kinds.get(place) == "city"


def _region(
    place: str,
    value: float | None,
    classes: list[tuple[float, float]],
    picked: bool,
    names: Names,
) -> Region:
    name = names.name("place", place)
    full = names.number(value) if value is not None else names.say("not_published")
    return Region(
        place,
        name,
        value,
        names.bare(value),
        full,
        f"@{_class_color(value, classes)}" if value is not None else None,
        _ink(value, classes),
        f"{name}<br><b>{full}</b>",
        city=_is_city(place),
        picked=picked,
    )


def figure(reading: RegionMap) -> Figure:
    """Draw one shape per region; what is not published is hatched.

    Coordinates are tokens: `@shape:KZ-47:x` (outline) and `@label:KZ-47:x` (label point) stand for
    the map's or the tiles' numbers.
    """
    return {
        "data": [
            *(_shape(one) for one in reading.layered),
            *(_city(one) for one in reading.cities),
            _words("map", [one for one in reading.by_code if not one.city]),
            _words("tiles", reading.by_code),
        ],
        "layout": layout(
            430 if reading.large else 340,
            reading.language,
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            xaxis=axis(visible=False, range=[-6, 1006], automargin=False),
            yaxis=axis(visible=False, range=[-6, 568], scaleanchor="x", automargin=False),
        ),
    }


def forms(reading: RegionMap) -> Forms:
    """Return which traces stand on the map alone, which on the tiles, in the order of `figure`."""
    shapes, cities = ("" for _ in reading.regions), ("map" for _ in reading.cities)
    return Forms(only=(*shapes, *cities, "map", "tiles"), regions=True, named=reading.named)


def _shape(one: Region) -> Figure:
    shape: Figure = {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "x": f"@shape:{one.code}:x",
        "y": f"@shape:{one.code}:y",
        "name": one.code,
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": one.hover,
        "customdata": [one.code],
        "line": {
            "color": "@selected" if one.picked else "@paper",
            "width": 3 if one.picked else 1,
        },
    }
    if one.fill:
        return shape | {"fillcolor": one.fill}
    return shape | {
        "fillcolor": "@ground",
        "fillpattern": {
            "shape": "/",
            "size": 7,
            "solidity": 0.25,
            "fgcolor": "@context_line",
            "bgcolor": "@ground",
        },
    }


def _city(one: Region) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [f"@label:{one.code}:x"],
        "y": [f"@label:{one.code}:y"],
        "customdata": [one.code],
        "marker": {
            "size": 19,
            "color": one.fill or "@ground",
            "line": {
                "width": 3 if one.picked else 1.5,
                "color": "@selected" if one.picked else "@text",
            },
        },
        "hoverinfo": "text",
        "hovertext": [one.hover],
    }


def _words(mode: str, shown: list[Region]) -> Figure:
    """Return what is written on the shapes of the map, or on the tiles, which are named too."""
    tiles = mode == "tiles"
    return {
        "type": "scatter",
        "mode": "text",
        "x": [f"@label:{one.code}:x" for one in shown],
        "y": [f"@label:{one.code}:y" for one in shown],
        "hoverinfo": "skip",
        "textposition": "middle center",
        "cliponaxis": False,
        "text": [
            f"{one.name}<br><b>{one.said}</b>"
            if tiles
            else one.said
            if one.value is not None
            else ""
            for one in shown
        ],
        "textfont": {"size": 12 if tiles else 13, "color": [one.ink for one in shown]},
    }


def _classes(values: list[float]) -> list[tuple[float, float]]:
    """Return up to five ranges of about equally many regions; equal values never fall apart."""
    ordered = sorted(values)
    distinct = sorted(set(ordered))
    if len(distinct) <= CLASSES:
        return [(value, value) for value in distinct]
    bounds: list[tuple[float, float]] = []
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
        key=lambda place: (-(values[place] or 0), place),
    )
    ends = {*_end(ranked, values), *_end(ranked[::-1], values)}
    wanted = ends | {place for place in values if _is_city(place) or place in picks}
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
