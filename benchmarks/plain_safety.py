"""The safety page as it is usually built with Streamlit: selectboxes, st.metric, Plotly Express,
DuckDB over Parquet. Measured against, never shown.

    PLAIN_RELEASE=<folder of Parquet files> streamlit run plain_safety.py

Exhibits and their SQL come from the catalogue, so that both pages always answer the same questions.
It draws less than the product does: no findings, tables, notes, sources or downloads. `PLAIN_AREA`
picks another area, `PLAIN_CACHE=1` caches rows.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import duckdb
import pandas as pd
import plotly.express as px
import streamlit as st

from app.catalogue.cards import BREAKDOWNS, PARAMETERS, Card, catalogue
from app.release.check import share

LANGUAGE = "ru"
ALL = "Все"
RELEASE = Path(os.environ["PLAIN_RELEASE"])
AREA = os.environ.get("PLAIN_AREA", "safety")
known = catalogue()
# One connection per rerun, as scripts usually have it: opening one per question would only make
# this page look worse.
connection = duckdb.connect()
for file in RELEASE.glob("*.parquet"):
    connection.execute(f"create view {file.stem} as select * from read_parquet('{file}')")
share(connection)


def rows(card_id: str, region: str | None, sector: str | None, period: str | None) -> pd.DataFrame:
    """Ask an exhibit's question of the Parquet files."""
    card = known.card(card_id)
    chosen = {"region": region, "sector": sector, "period": period}
    return connection.execute(
        card.sql, {PARAMETERS[name]: chosen[name] for name in card.breakdowns} or None
    ).df()


if os.environ.get("PLAIN_CACHE") == "1":
    rows = st.cache_data(rows)


def named(frame: pd.DataFrame) -> pd.DataFrame:
    """Write names instead of codes."""
    everything = {
        "place": known.places,
        "sector": known.sectors,
        "series": known.series,
        "measure": known.measures,
    }
    for column in everything.keys() & set(frame.columns):
        frame[column] = (
            frame[column]
            .map({code: entry.name[LANGUAGE] for code, entry in everything[column].items()})
            .fillna(frame[column])
        )
    return frame


def figure(card: Card, marks: pd.DataFrame) -> Any:
    """Draw the marks the way Plotly Express does by default."""
    by = card.options.get(
        "by",
        {
            "ranking": "place",
            "pairs": "measure",
            "composition": "period",
            "gap": "sector",
            "map": "place",
        }.get(card.chart, "series"),
    )
    title, labels = (
        card.title[LANGUAGE],
        {"value": known.units[card.unit].name[LANGUAGE], by: "", "series": "", "period": ""},
    )
    draw: dict[str, Callable[[], Any]] = {
        "trend": lambda: px.line(
            marks,
            x="period",
            y="value",
            color=by,
            markers=True,
            title=title,
            labels=labels,
            render_mode="svg",
        ),
        "change": lambda: px.line(
            marks,
            x="period",
            y="value",
            color=by,
            markers=True,
            title=title,
            labels=labels,
            render_mode="svg",
        ),
        "ranking": lambda: px.bar(
            marks,
            x="value",
            y=by,
            color="period",
            barmode="group",
            orientation="h",
            text_auto=True,
            title=title,
            labels=labels,
        ),
        "pairs": lambda: px.bar(
            marks,
            x="period",
            y="value",
            color="series",
            facet_col=by,
            barmode="group",
            text_auto=True,
            title=title,
            labels=labels,
        ),
        "composition": lambda: px.bar(
            marks,
            x="value",
            y=by,
            color="series",
            orientation="h",
            text_auto=True,
            title=title,
            labels=labels,
        ),
        "flow": lambda: px.bar(
            marks,
            x="value",
            y="series",
            orientation="h",
            text_auto=True,
            title=title,
            labels=labels,
        ),
        "gap": lambda: px.scatter(
            marks, x="value", y=by, color="series", title=title, labels=labels, render_mode="svg"
        ),
        "map": lambda: px.bar(
            marks, x="value", y=by, orientation="h", text_auto=True, title=title, labels=labels
        ),
        "target": lambda: px.bar(
            marks, x=["value", "target"], y=by, barmode="group", orientation="h", title=title
        ),
        "matrix": lambda: px.scatter(
            marks,
            x=card.options.get("columns", "place"),
            y=card.options.get("rows", "series"),
            color="state",
            title=title,
            render_mode="svg",
        ),
        "timeline": lambda: px.scatter(
            marks,
            x="period",
            y="series",
            hover_name=f"text_{LANGUAGE}",
            title=title,
            labels=labels,
            render_mode="svg",
        ),
        "network": lambda: px.scatter(
            marks, x="structure", y="sector", title=title, render_mode="svg"
        ),
    }
    return draw[card.chart]()


def show(card: Card, chosen: tuple[str | None, str | None, str | None]) -> None:
    """Draw one exhibit, as a chart or as a table."""
    frame = rows(card.id, *chosen)
    marks = named(frame[frame["role"] == "mark"])
    if card.chart in {"table", "timeline"}:
        st.subheader(card.title[LANGUAGE])
        st.dataframe(marks)
    if card.chart != "table" and (
        marks["value"].notna().any() or card.chart in {"matrix", "timeline", "network"}
    ):
        st.plotly_chart(figure(card, marks), key=card.id)
    elif card.chart != "table":
        st.info(f"{card.title[LANGUAGE]}: нет данных")


def tile(card: Card, chosen: tuple[str | None, str | None, str | None]) -> None:
    """Draw one headline number with its change."""
    frame = rows(card.id, *chosen)
    found = frame[frame["role"] == "finding"].set_index("series")["value"]
    number = lambda name: (
        None if pd.isna(found.get(name)) else round(float(found[name]), card.decimals)
    )
    st.metric(
        card.title[LANGUAGE],
        "—" if number("now") is None else number("now"),
        number("change"),
        delta_color={"higher": "normal", "lower": "inverse", "neutral": "off"}[card.better],
    )


def picked(label: str, options: dict[str, str]) -> str | None:
    """Let the viewer pick one of the names; return its code."""
    name = st.selectbox(label, [ALL, *sorted(options)])
    return options.get(name)


st.set_page_config(layout="wide")
area = known.area(AREA)
st.title(area.name[LANGUAGE])
st.write(area.intro[LANGUAGE])
columns = st.columns(len(BREAKDOWNS))
with columns[0]:
    period = picked("Period", {str(year): str(year) for year in range(2014, 2026)})
with columns[1]:
    region = picked("Region", {known.places[code].name[LANGUAGE]: code for code in known.regions()})
with columns[2]:
    sector = picked(
        "Sector", {known.sectors[code].name[LANGUAGE]: code for code in known.union_sectors()}
    )
answers = (region, sector, period)

tiles = [card for card in area.cards if card.chart == "tile"]
for column, card in zip(st.columns(len(tiles) or 1), tiles, strict=False):
    with column:
        tile(card, answers)
for section in area.sections:
    cards = [card for card in area.cards if card.section == section.id and card.chart != "tile"]
    if cards:
        st.header(section.name[LANGUAGE])
    for start in range(0, len(cards), 2):
        for column, card in zip(st.columns(2), cards[start : start + 2], strict=False):
            with column:
                show(card, answers)
