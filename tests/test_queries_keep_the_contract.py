"""Every query gives what docs/exhibits.md promises, whatever a viewer picks."""

import math
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from app.catalogue.cards import cases
from app.release.check import CONTRACT, let_speak, share
from app.store.store import TABLES, Store
from app.view import View
from app.words.say import LANGUAGES
from app.words.sentences import fill
from tests.exhibits import CARD_IDS, SLOT, YEARS, strict_name, views

STATUSES = {"final", "provisional", "estimate", "as_printed_disputed", "quoted"}


@pytest.fixture(scope="module", params=CARD_IDS)
def asked(request, known, store):
    """A card with what its query gives for every view, asked once for the tests that take it, by
    two viewers at a time as on a real server.
    """
    card = known.card(request.param)
    picked = list(views(card, known))
    with ThreadPoolExecutor(2) as viewers:
        return card, list(
            zip(picked, viewers.map(lambda view: store.read(card, view), picked), strict=True)
        )


@pytest.mark.parametrize(
    ("name", "field"), [("region", "place"), ("sector", "sector"), ("period", "period")]
)
def test_every_region_sector_and_year_is_asked_of_several_questions(name, field, known):
    follow = [card for card in known.cards() if name in card.breakdowns]
    codes = {"region": known.regions(), "sector": known.union_sectors(), "period": YEARS}[name]
    asked = Counter(
        code
        for card in follow
        for code in {getattr(view, field) for view in views(card, known)} - {None}
    )
    assert set(asked) >= set(codes)
    assert min(asked[code] for code in codes) >= 2


def columns_of(card, store):
    parameters = {name: None for name in ("place", "sector", "period") if f"${name}" in card.sql}
    cursor = store.connection.cursor()
    try:
        return tuple(column[0] for column in cursor.execute(card.sql, parameters).description)
    finally:
        cursor.close()


def key(row):
    return tuple(
        row.get(column)
        for column in (
            "role",
            "period",
            "place",
            "sector",
            "series",
            "measure",
            "sex",
            "age",
            "structure",
            "text_en",
        )
    )


def chosen_case(rows):
    found = [
        row["series"]
        for row in rows
        if row["role"] == "finding" and str(row["series"]).startswith("case.")
    ]
    assert len(found) == 1, f"one case is expected: {found}"
    return found[0].removeprefix("case.")


def sentence_faults(card, case, rows, known):
    """Return what a reader would stumble over in the sentence, in each language."""
    slots = {row["series"]: row for row in rows if row["role"] == "finding"}
    faults = []
    for language in LANGUAGES:
        template = card.finding[case][language]
        for slot, part, _, _ in SLOT.findall(template):
            value = slots[slot][part.removesuffix("_short")] if part else slots[slot]["value"]
            if value is None or (isinstance(value, float) and not math.isfinite(value)):
                faults.append(f"{language}: {slot}{'.' + part if part else ''} is {value}")
        if faults:
            continue
        text = fill(
            template,
            slots,
            language,
            card.decimals,
            lambda kind, code, language=language: strict_name(known, kind, code, language),
        )
        if set("{}|#") & set(text) or "None" in text or "nan" in text.split():
            faults.append(f"{language}: {text}")
    return faults


@pytest.mark.parametrize("card_id", CARD_IDS)
def test_a_query_returns_the_columns_of_the_contract_and_of_its_chart_kind(card_id, known, store):
    card = known.card(card_id)
    columns = columns_of(card, store)
    assert columns[: len(CONTRACT)] == CONTRACT
    assert set(card.kind.columns) <= set(columns)
    assert len(columns) == len(set(columns))


def test_a_query_answers_every_pick_with_unique_rows_real_numbers_and_one_whole_sentence(
    asked, known
):
    card, answers = asked
    faults = []
    for view, rows in answers:
        where = f"{view.place or ''} {view.sector or ''} {view.period or ''}".strip() or "no filter"
        if {row["role"] for row in rows} - {"mark", "finding"}:
            faults.append(f"{where}: unknown role")
        keys = [key(row) for row in rows]
        if len(keys) != len(set(keys)):
            faults.append(f"{where}: key twice")
        faults += [
            f"{where}: {column} = {row[column]} in {row['series']}"
            for row in rows
            for column in ("value", "share", "gap")
            if row.get(column) is not None
            and not (isinstance(row[column], float) and math.isfinite(row[column]))
        ]
        case = chosen_case(rows)
        if case == "none" and "none" not in card.finding:
            continue
        if case not in card.finding:
            if not card.kind.headline:
                faults.append(f"{where}: no sentence for {case}")
            continue
        faults += [f"{where}: {fault}" for fault in sentence_faults(card, case, rows, known)]
    assert not faults, f"{len(faults)} faults, the first: " + "\n".join(faults[:6])


def test_a_mark_says_when_where_from_whom_and_how_sure(asked, known, store):
    sources = {row["source"] for row in store.rows("select source from sources")}
    for _, rows in asked[1]:
        for row in rows:
            if row["role"] != "mark":
                continue
            assert row["period"], row
            assert row["place"] in known.place_kinds, row
            assert row["sector"] in known.sector_kinds, row
            assert row["value"] is None or row["status"] in STATUSES, row
            assert row["value"] is None or row["source"] in sources, row


def test_a_year_picked_hides_every_later_mark(asked):
    card, answers = asked
    if "period" not in card.breakdowns:
        pytest.skip("its source has no periods to pick")
    dated = [(view, rows) for view, rows in answers if view.period]
    assert dated
    for view, rows in dated:
        # A span such as 2021/2024 belongs to its first year here: the contract compares the first
        # four signs.
        late = [
            row
            for row in rows
            if row["role"] == "mark"
            and row["value"] is not None
            and row["period"][:4] > view.period
        ]
        assert not late, (view, late[:2])


@pytest.mark.parametrize(
    "asked", [card_id for card_id in CARD_IDS if "/tile_" in card_id], indirect=True
)
def test_a_tile_gives_the_number_and_what_it_is_compared_with(asked):
    card, answers = asked
    assert card.kind.headline
    for _, rows in answers:
        slots = {row["series"]: row["value"] for row in rows if row["role"] == "finding"}
        case = chosen_case(rows)
        assert case in {"value", "none"}
        if case == "none":
            assert slots.get("now") is None
            continue
        assert slots["now"] is not None
        if slots.get("before") is not None:
            assert slots["change"] == pytest.approx(slots["now"] - slots["before"])
            if slots["before"]:
                assert slots["change_pct"] == pytest.approx(
                    100 * (slots["now"] - slots["before"]) / slots["before"]
                )


@pytest.fixture(scope="module")
def turned(store):
    """The same release with the rows of every table the other way round, asked by two threads."""
    connection = duckdb.connect(config={"threads": 2})
    for table in TABLES:
        connection.execute(
            f"create table {table} as select * exclude place_in_file from (select *, "
            "row_number() over () as place_in_file from read_parquet(?)) order by place_in_file "
            "desc",
            [str(store.release.folder / f"{table}.parquet")],
        )
    let_speak(connection)
    share(connection)
    yield Store(store.release, connection)
    connection.close()


def told_apart(rows):
    """Return the marks as they come, and what is said of them, whose order says nothing; numbers
    to nine digits, for sums are added up in another order too.
    """
    told = [
        tuple(
            float(f"{value:.9g}") if isinstance(value, float) else value for value in row.values()
        )
        for row in rows
    ]
    marks = [one for one, row in zip(told, rows, strict=True) if row["role"] == "mark"]
    return marks, sorted((one for one in told if one not in marks), key=repr)


@pytest.mark.parametrize("card_id", CARD_IDS)
def test_an_answer_does_not_depend_on_how_rows_lie_nor_on_how_many_threads_read_them(
    card_id, known, store, turned
):
    card, view = known.card(card_id), View("ru").only(known.card(card_id).breakdowns)
    assert told_apart(turned.read(card, view)) == told_apart(store.read(card, view))


def test_rows_that_come_in_another_order_or_with_another_number_are_told_apart():
    rows = [{"role": "mark", "value": 1.0}, {"role": "mark", "value": 2.0}]
    assert told_apart(rows) != told_apart(rows[::-1])
    assert told_apart(rows) != told_apart([rows[0], {"role": "mark", "value": 2.00001}])


def test_every_case_a_query_can_choose_has_its_sentence_and_every_sentence_its_case(known):
    for card in known.cards():
        if not card.kind.headline:
            assert set(card.finding) <= cases(card.sql), card.id
            assert cases(card.sql) - {"none"} <= set(card.finding), card.id
