"""The kit for a new report: what it asks, what it refuses or asks about, what becomes of answers.

The facts are a part of last year's report: two tables of accidents, a few lists, one of each of the
other things. One workbook is written; each test fills a copy of it.
"""

import csv
import io
import os
import shutil
import zipfile
from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from app.catalogue.breaks import read_breaks
from app.catalogue.cards import catalogue
from app.catalogue.codes import read_kinds, read_names
from app.facts.read import read_facts
from app.intake.__main__ import main
from app.intake.report import command
from app.intake.report.answer import answered
from app.intake.report.draft import lay
from app.intake.report.periods import as_period, moved
from app.intake.report.plan import BLANKS, CannotPlan, plan
from app.intake.report.read import NotTheKit, opened
from app.intake.report.returned import returned
from app.intake.report.workbook import written
from app.words.say import LANGUAGES
from tests.conftest import ROOT

LIKE, REPORT = "fprk_report_2025", "fprk_report_2026"
MEASURES = {
    "accidents",
    "accidents_share",
    "appeals_considered",
    "arrears_returned",
    "arrears_workers_restored",
    "ilo_convention_task",
    "mediation_agreements",
    "primary_meetings",
}
FEW = {
    "events": 3,
    "programmes": 3,
    "structures": 1,
    "conventions": 1,
    "conflicts": 1,
    "demands": 1,
}
LAID = ("place", "sector", "series")


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def lay_part_of_last_year(data):
    """Lay a part of last year's report, and the sources of all other documents."""
    real = ROOT / "data" / "sources"
    for path in real.glob("*/sources*.csv"):
        (data / "sources" / path.parent.name).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, data / "sources" / path.parent.name / path.name)
    own, there = real / LIKE, data / "sources" / LIKE
    figures = [row for row in rows_of(own / "figures.csv") if row["measure"] in MEASURES]
    figures += [
        row
        for name in ("figures_training.csv", "figures_international.csv")
        for row in rows_of(own / name)
        if row["measure"] in MEASURES
    ]
    write(there / "figures.csv", figures)
    for table, count in FEW.items():
        path = next(path for path in own.glob(f"{table}*.csv"))
        write(there / f"{table}.csv", rows_of(path)[:count])
    checks = [
        row
        for row in rows_of(own / "checks.csv")
        if row["check"] in {"mediation_sum", "accidents_share", "applicants_fell"}
    ]
    write(there / "checks.csv", checks)
    told = [
        row
        for row in rows_of(own / "commitments.csv")
        if not row["target"] and not row["shown_by"] and row["status"] in {"", "planned"}
    ][:2]
    write(there / "commitments.csv", told)
    codes = {row["commitment"] for row in told}
    mentions = [row for row in rows_of(own / "mentions.csv") if row["commitment"] in codes]
    write(there / "mentions.csv", mentions)


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A data folder with a part of last year's report; its facts and the empty workbook."""
    data = tmp_path_factory.mktemp("kit") / "data"
    for name in ("codes", "geo"):
        shutil.copytree(ROOT / "data" / name, data / name)
    lay_part_of_last_year(data)
    facts = read_facts(data / "sources", catalogue())
    assert not facts.problems
    # Few blank lines: what is read twenty times is small.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.intake.report.plan.BLANKS", dict.fromkeys(BLANKS, 2))
        kit = plan(REPORT, LIKE, facts, catalogue(), "ru")
    # The lists are long, and not read back.
    short = replace(kit, lists={key: pairs[:3] for key, pairs in kit.lists.items()})
    return SimpleNamespace(data=data, facts=facts, kit=kit, file=written(short))


class Book:
    """A copy of the workbook, filled by the keys of its sheets, lines and columns."""

    def __init__(self, house, file=None):
        self.house = house
        self.was = []
        self.book = load_workbook(io.BytesIO(file or house.file), rich_text=True)
        self.pages = {page["A1"].value: page for page in self.book.worksheets}

    def cell(self, sheet, line, column):
        page = self.pages[sheet]
        at = next(c.column for c in page[1] if c.value == column)
        row = next(c.row for c in page["A"] if c.row > 2 and str(c.value) == line)
        return page.cell(row, at)

    def put(self, sheet, line, **cells):
        for column, value in cells.items():
            cell = self.cell(sheet, line, column)
            self.was.append((cell, cell.value, cell.number_format))
            cell.value = value
        return self

    def as_it_was(self):
        """Take back all that was put in."""
        while self.was:
            cell, value, form = self.was.pop()
            cell.value, cell.number_format = value, form
        return self

    def line(self, start):
        """Return the key of the one line of numbers that begins so."""
        found = [line.key for line in self.house.kit.sheet("numbers").lines]
        return next(key for key in found if key.startswith(start))

    def number(self, start, **cells):
        return self.put("numbers", self.line(start), **cells)

    def fill(self):
        """Fill every number as a person would: twice last year's, shares as they are."""
        for line in self.house.kit.sheet("numbers").lines:
            if line.is_heading:
                continue
            before = line.cells["before"]
            share = line.key.startswith(("accidents_share", "ilo_convention_task"))
            cells = {"value": before if share else before * 2}
            if line.key.startswith("arrears_workers_restored"):
                cells["exactly"] = "почти"
            if line.cells["period"] is None:
                cells["period"] = "2021–2025"
            self.put("numbers", line.key, **cells)
        # Two of its numbers contradict themselves already in the report of 2025.
        return self

    def saved(self, path):
        self.book.save(path)
        return path

    def back(self):
        """Send it back: what is read of it."""
        return returned(self.book, REPORT, self.house.facts, catalogue())


@pytest.fixture(scope="module")
def one_book(house):
    return Book(house)


@pytest.fixture
def book(one_book):
    """A workbook that a test fills; its cells are blank again for the next one."""
    yield one_book
    one_book.as_it_was()


@pytest.fixture
def own_book(house):
    """A workbook that a test may also take apart."""
    return Book(house)


def faults(one):
    return {(fault.sheet, fault.column, fault.kind) for fault in one.judged.faults}


def figures(one):
    return {
        (row.cells["measure"], row.cells["period"], *(row.cells[code] for code in LAID)): row.cells
        for row in one.rows
        if row.table == "figures"
    }


# What is asked


def test_the_lines_stand_in_the_order_of_the_document(house):
    lines = house.kit.sheet("numbers").lines
    sections = [line.cells["section"] for line in lines if not line.is_heading]
    assert sections == sorted(sections, key=lambda one: [int(part) for part in one.split(".")])
    assert lines[0].is_heading


def test_a_number_that_was_printed_for_two_years_is_one_line(house):
    keys = [line.key for line in house.kit.sheet("numbers").lines]
    assert "accidents@2025/KZ/_T/_T" in keys
    assert "accidents@2024/KZ/_T/_T" not in keys


def test_periods_move_by_a_year_and_spans_are_asked_for(house):
    lines = {line.key: line for line in house.kit.sheet("numbers").lines}
    assert lines["accidents@2025/KZ/_T/_T"].cells["period"] == "2026"
    span = next(line for key, line in lines.items() if key.startswith("primary_meetings@"))
    assert span.cells["period"] is None
    assert moved("2025-Q2", 1) == "2026-Q2"


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        (2026, "2026"),
        ("05.03.2026", "2026-03-05"),
        (datetime(2026, 3, 5), "2026-03-05"),
        ("03.2026", "2026-03"),
        ("2022–2025", "2022/2025"),
        ("31.02.2026", None),
        ("весной", None),
    ],
)
def test_periods_are_read_as_people_type_them(typed, period):
    assert as_period(typed) == period


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_and_column_is_named_in_the_editors_language(house, language):
    kit = plan(REPORT, LIKE, house.facts, catalogue(), language)
    for sheet in kit.sheets:
        for line in sheet.lines:
            assert "{" not in "".join(str(cell) for cell in line.cells.values())
    assert {"да", "иә", "yes"} & {name for _, name in kit.lists["yes_no"]}


def test_nothing_but_what_is_asked_can_be_typed_and_codes_are_chosen(book):
    page = book.pages["numbers"]
    assert page.protection.sheet
    assert not book.cell("numbers", "accidents@2025/KZ/_T/_T", "value").protection.locked
    assert book.cell("numbers", "accidents@2025/KZ/_T/_T", "before").protection.locked
    regions = [
        rule
        for rule in book.pages["strikes"].data_validations.dataValidation
        if rule.type == "list"
    ]
    assert len(regions) == 2
    assert book.book["_lists"].sheet_state == "hidden"


@pytest.mark.parametrize(
    ("report", "like", "key"),
    [
        ("fprk_report", LIKE, "no_year"),
        (REPORT, "fprk_report_1999", "no_such_report"),
        ("fprk_report_2024", LIKE, "not_later"),
    ],
)
def test_a_kit_for_what_is_no_next_report_is_refused_in_words(house, report, like, key):
    with pytest.raises(CannotPlan) as refused:
        plan(report, like, house.facts, catalogue(), "kk")
    assert refused.value.key == key
    assert "{" not in refused.value.say("kk")


# What becomes of answers


def test_a_filled_kit_becomes_the_facts_of_the_report(book):
    book.fill().put("sources", LIKE, date="15.01.2027", url="https://example.kz/report")
    book.number("accidents@2025/KZ/_T/_T", year_before=1231)
    one = book.back()
    assert {kind for _, _, kind in faults(one)} <= {"sum_differs"}
    found = figures(one)
    assert found["accidents", "2026", "KZ", "_T", "_T"]["value"] == "2454"
    assert found["accidents", "2025", "KZ", "_T", "_T"]["value"] == "1231"
    restored = found["arrears_workers_restored", "2026", "KZ", "_T", "_T"]
    assert restored["printed"] == "почти 20000"
    assert restored["locator"] == "2.2, text"
    source = next(row.cells for row in one.rows if row.table == "sources")
    assert source["date"] == "2027-01-15"
    assert (source["edition_of"], source["about"]) == ("fprk_report", "2026")


def test_a_blank_is_no_zero_and_is_counted_as_missing(book):
    book.number("accidents@2025/KZ/_T/_T", value=1300)
    book.number("mediation_agreements@2025/KZ/_T", state="больше не печатается")
    one = book.back()
    assert not one.judged.faults
    assert len(figures(one)) == 1
    lines = [line for line in one.kit.sheet("numbers").lines if not line.is_heading]
    assert sum(one.judged.missing.values()) == len(lines) - 2


def test_numbers_typed_as_text_are_numbers_and_per_cents_are_shares(book):
    book.number("accidents@2025/KZ/_T/_T", value="1 231")
    book.number("arrears_returned@2025", value="2,4")
    share = book.line("accidents_share@2025/KZ/_T/with_fprk_union")
    book.put("numbers", share, value=0.303)
    book.cell("numbers", share, "value").number_format = "0.0%"
    found = figures(book.back())
    assert found["accidents", "2026", "KZ", "_T", "_T"]["value"] == "1231"
    assert found["arrears_returned", "2026", "KZ", "_T", "_T"]["value"] == "2.4"
    assert found["accidents_share", "2026", "KZ", "_T", "with_fprk_union"]["value"] == "30.3"


def test_what_was_told_last_year_needs_a_date_or_a_yes_only(book, house):
    event, programme = (house.kit.sheet(one).lines[0].key for one in ("events", "programmes"))
    promise = house.kit.sheet("promises").lines[0].key
    book.put("events", event, period="2026-05-12")
    book.put("events", "+1", period="03.06.2026", region="Республика Казахстан", text_kk="Жаңа")
    book.put("events", "+1", sector="Вся экономика", text_ru="Новое", text_en="New thing")
    page_of_site, kind = (house.kit.lists[one][0][1] for one in ("areas", "event_kinds"))
    book.put("events", "+1", area=page_of_site, kind=kind, locator="1.1, text")
    book.put("programmes", programme, again="да")
    book.put("promises", promise, said="обещает снова")
    one = book.back()
    assert not one.judged.faults
    tables = {row.table: row.cells for row in one.rows}
    events = [row.cells for row in one.rows if row.table == "events"]
    assert [row["period"] for row in events] == ["2026-05-12", "2026-06-03"]
    assert events[0]["text_kk"]
    # Of several years a code would grow: last year's date goes.
    assert (event, events[0]["event"]) == (
        "training_primary_action_2021",
        "training_primary_action_2026_05_12",
    )
    assert tables["programmes"]["source"] == REPORT
    assert tables["mentions"]["kind"] == "repeated"


def test_new_names_get_a_code_and_can_be_chosen_at_once(book):
    names = {"name_kk": "Түн", "name_ru": "Ночь", "name_en": "Night shifts"}
    words = {f"definition_{one}": "…" for one in LANGUAGES}
    kind = {"kind": "показатель", "unit": "человек", "better": "меньше"}
    book.put("names", "+1", **kind, **names, **words)
    book.put("new_numbers", "+1", measure="Ночь", period=2026, value=12, locator="2.4, text")
    one = book.back()
    assert not one.judged.faults
    assert [name.code for name in one.judged.names] == ["night_shifts"]
    assert figures(one)["night_shifts", "2026", "KZ", "_T", "_T"]["unit"] == "persons"


def test_a_strike_has_its_demands_by_the_number_before_its_line(book):
    book.put("strikes", "+1", period="01.02.2026", enterprise="ТОО «Пример»", workers=50)
    region, sector = "Мангистауская область", "Нефтегазовый комплекс"
    book.put("strikes", "+1", region=region, sector=sector, locator="2.4, текст")
    book.put("demands", "+1", strike=1, text_kk="а", text_ru="б", text_en="c")
    one = book.back()
    assert not one.judged.faults
    tables = {row.table: row.cells for row in one.rows}
    assert tables["conflicts"]["locator"] == "2.4, text"
    assert tables["demands"]["conflict"] == tables["conflicts"]["conflict"]
    assert tables["demands"]["locator"] == "2.4, text, demand 1"


# What is refused, and what is asked about


def test_each_cell_that_is_wrong_is_named_with_its_reason_in_one_pass(book, house):
    event = house.kit.sheet("events").lines[0].key
    book.number("accidents@2025/KZ/_T/_T", value="=1200+27")
    book.number("mediation_agreements@2025/KZ-71", value="1,227")
    book.number("mediation_agreements@2025/KZ-55", value="около 16")
    book.number("mediation_agreements@2025/KZ-35", value=datetime(2026, 4, 2))
    book.number("mediation_agreements@2025/KZ-15", value=-3)
    book.number("mediation_agreements@2025/KZ-79", value="#REF!")
    book.number("mediation_agreements@2025/KZ-39", words="12")
    book.number("accidents_share@2025/KZ/_T/with_fprk_union", value=130)
    book.number("accidents@2025/KZ/_T/with_fprk_union", value=380, period="2025")
    book.number("arrears_workers_restored", value=11000)
    book.number("appeals_considered@2025/KZ/_T/collective", value=50, state="больше не печатается")
    book.number("primary_meetings@", value=3000)
    book.put("events", event, period="12.05.2025", text_ru="Cоюз")
    book.put("strikes", "+1", period="01.02.2026", region="Свердловская область", workers=1.5)
    book.put("demands", "+1", strike=7, text_kk="а", text_ru="б", text_en="c")
    one = book.back()
    assert faults(one) >= {
        ("numbers", "value", "formula"),
        ("numbers", "value", "two_numbers"),
        ("numbers", "value", "no_number"),
        ("numbers", "value", "made_a_date"),
        ("numbers", "value", "no_count"),
        ("numbers", "value", "excel_error"),
        ("numbers", "words", "number_in_words"),
        ("numbers", "value", "no_share"),
        ("numbers", "period", "wrong_year"),
        ("numbers", "exactly", "how_exactly"),
        ("numbers", "state", "gone_but_there"),
        ("numbers", "period", "needed"),
        ("events", "period", "other_year"),
        ("events", "text_ru", "look_alike"),
        ("strikes", "region", "not_in_list_near"),
        ("strikes", "workers", "no_count"),
        ("demands", "strike", "no_such_line"),
    }
    for fault in one.judged.faults:
        for language in LANGUAGES:
            assert "{" not in fault.say(language), fault.kind


def test_another_country_is_no_place_of_a_strike_nor_of_a_new_region(book):
    book.put("strikes", "+1", period="01.02.2026", region="Киргизия", enterprise="ТОО")
    names = {f"name_{one}": f"Урал {one}" for one in LANGUAGES}
    book.put("names", "+1", kind="регион", code="RU-SVE", **names)
    one = book.back()
    assert ("names", "code", "region_abroad") in faults(one)
    assert any(kind.startswith(("abroad", "not_in_list")) for _, _, kind in faults(one))


def test_other_units_and_parts_larger_than_the_whole_are_asked_about(book):
    book.fill()
    book.number("accidents@2025/KZ/_T/_T", value=1_227_000)
    book.number("mediation_agreements@2025/KZ-71", value=300)
    one = book.back()
    asked = {(fault.kind) for fault in one.judged.faults if fault.asked}
    assert {"jump", "printed_differs"} <= asked
    assert asked & {"sum_differs", "part_larger"}


def test_a_word_in_the_comment_confirms_what_was_asked_about(book):
    book.number("accidents@2025/KZ/_T/_T", value=12_270, comment="верно, с травмами в пути")
    one = book.back()
    assert not one.judged.faults
    row = figures(one)["accidents", "2026", "KZ", "_T", "_T"]
    assert (row["status"], row["note"]) == ("as_printed_disputed", "с травмами в пути")


@pytest.mark.parametrize("comment", ["не верно, уточнить", "верно?", "рас емес", "not confirmed"])
def test_who_denies_or_asks_has_confirmed_nothing(book, comment):
    book.number("accidents@2025/KZ/_T/_T", value=12_270, comment=comment)
    assert ("numbers", "value", "jump") in faults(book.back())


@pytest.mark.parametrize("typed", ["42,5²", "1 250¹", "2½", "①"])
def test_a_footnote_beside_a_number_is_no_number(book, typed):
    book.number("accidents@2025/KZ/_T/_T", value=typed)
    assert ("numbers", "value", "no_number") in faults(book.back())


def test_a_number_in_the_column_of_years_is_no_year(book):
    book.number("accidents@2025/KZ/_T/_T", period=1250)
    assert faults(book.back()) == {("numbers", "period", "wrong_year")}


def test_a_year_still_to_come_is_asked_about(book):
    book.number("primary_meetings@", value=3000, period="2021–2062")
    one = book.back()
    assert ("numbers", "period", "other_year") in faults(one)
    assert all(fault.asked for fault in one.judged.faults)


@pytest.mark.parametrize("typed", ["15.02.2016", "15.02.2207"])
def test_a_day_of_publication_of_another_time_is_asked_about(book, typed):
    (line,) = book.house.kit.sheet("sources").lines
    book.put("sources", line.key, date=typed)
    assert faults(book.back()) == {("sources", "date", "published_when")}
    book.put("sources", line.key, date="15.02.2027")
    assert not faults(book.back())


def test_a_nought_after_many_is_asked_about(book):
    book.number("accidents@2025/KZ/_T/_T", value=0)
    assert faults(book.back()) == {("numbers", "value", "nought")}
    book.number("accidents@2025/KZ/_T/_T", comment="верно")
    assert not faults(book.back())


def test_a_copy_of_a_sheet_beside_it_is_refused(own_book):
    own_book.book.copy_worksheet(own_book.pages["numbers"])
    assert faults(own_book.back()) == {("numbers", "", "sheet_twice")}


def test_last_years_report_entered_again_is_noticed(book):
    for line in book.house.kit.sheet("numbers").lines:
        if not line.is_heading:
            book.put("numbers", line.key, value=line.cells["before"])
    assert ("sources", "title", "last_years_file") in faults(book.back())


def test_moved_merged_and_missing_cells_are_refused(own_book):
    own_book.pages["numbers"].delete_cols(5)
    own_book.pages["strikes"].merge_cells("D5:E5")
    own_book.book.remove(own_book.pages["events"])
    line = own_book.house.kit.sheet("promises").lines[0]
    own_book.cell("promises", line.key, "what").value = "другая строка"
    own_book.pages["demands"].cell(200, 4).value = "вне таблицы"
    found = {(sheet, kind) for sheet, _, kind in faults(own_book.back())}
    assert found >= {
        ("numbers", "column_gone"),
        ("strikes", "merged"),
        ("events", "sheet_gone"),
        ("promises", "cells_moved"),
        ("demands", "line_outside"),
    }


def test_a_hundred_thousand_lines_are_refused_and_not_read(own_book):
    own_book.pages["demands"].cell(100_000, 4).value = "последняя"
    assert ("demands", "", "too_many_lines") in faults(own_book.back())


def test_what_is_no_workbook_of_the_kit_is_refused_in_words(own_book, house, tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(house.file[:2000])
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b" " * 20_000_000)
    for path, key in (
        (broken, "not_a_workbook"),
        (bomb, "too_large"),
        (tmp_path / "none.xlsx", "no_file"),
    ):
        with pytest.raises(NotTheKit) as refused:
            opened(path)
        assert refused.value.key == key
        assert all("{" not in refused.value.say(language) for language in LANGUAGES)
    with pytest.raises(NotTheKit) as refused:
        returned(own_book.book, "fprk_report_2027", house.facts, catalogue())
    assert refused.value.key == "other_report"
    own_book.book.remove(own_book.book["_kit"])
    with pytest.raises(NotTheKit):
        returned(own_book.book, REPORT, house.facts, catalogue())


# The answer


def test_the_same_workbook_comes_back_with_red_cells_and_is_otherwise_as_it_was(house, own_book):
    key = "accidents@2025/KZ/_T/_T"
    own_book.put("numbers", key, value="много", comment="мой комментарий")
    own_book.cell("numbers", key, "value").comment = Comment("вопрос коллеги", "А. Б.")
    own_book.pages["numbers"].column_dimensions["I"].width = 33
    one = own_book.back()
    again = Book(house, answered(one.sent, one.judged.faults, "ru"))
    red = again.cell("numbers", key, "value")
    assert red.fill.fgColor.rgb.endswith("F4B6B6")
    assert "«много» — не число" in red.comment.text
    assert "вопрос коллеги" in red.comment.text
    assert again.cell("numbers", key, "comment").value == "мой комментарий"
    assert again.pages["numbers"].column_dimensions["I"].width == 33
    sent = load_workbook(io.BytesIO(house.file))
    for page in again.book.worksheets:
        before = sent[page.title]
        assert (page.protection.sheet, page.sheet_state) == (
            before.protection.sheet,
            before.sheet_state,
        )
        rules = (page.data_validations, before.data_validations)
        assert len({len(rule.dataValidation) for rule in rules}) == 1
        for cell in (cell for line in page.iter_rows() for cell in line):
            old = before[cell.coordinate]
            assert cell.protection.locked == old.protection.locked
            if cell is not red and cell.value != "мой комментарий":
                assert (cell.value, cell.fill.fgColor.rgb) == (old.value, old.fill.fgColor.rgb)


def test_a_corrected_cell_is_red_no_more(house, own_book):
    key = "accidents@2025/KZ/_T/_T"
    one = own_book.put("numbers", key, value="много").back()
    again = Book(house, answered(one.sent, one.judged.faults, "ru"))
    two = again.put("numbers", key, value=1300).back()
    assert not two.judged.faults
    cell = Book(house, answered(two.sent, [], "ru")).cell("numbers", key, "value")
    assert cell.comment is None
    assert cell.fill.fgColor.rgb.endswith("FFF8D6")


# The command


@pytest.fixture
def at_home(house, tmp_path, monkeypatch, queries_untried):
    """The command in a copy of the data folder; a draft is not served but its folder kept."""
    data = tmp_path / "data"
    shutil.copytree(house.data, data)
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(data))
    # Words and stories are the same as always.
    monkeypatch.setattr("app.release.check._text_problems", list)
    served = []
    monkeypatch.setattr(command, "serve", lambda draft, *_: served.append(draft.folder))
    return SimpleNamespace(data=data, served=served, folder=tmp_path)


def test_a_kit_is_never_written_over_a_file(at_home, book, capsys):
    file = book.saved(at_home.folder / "kit.xlsx")
    before = file.read_bytes()
    assert main(["--lang", "kk", "report", REPORT, "--like", LIKE, "--out", str(file)]) == 1
    assert file.read_bytes() == before
    assert "жазылмайды" in capsys.readouterr().err


def test_a_kit_for_a_folder_that_is_not_there_is_refused_in_words(at_home, tmp_path, capsys):
    there = tmp_path / "nowhere" / "kit.xlsx"
    ways = ["report", REPORT, "--like", LIKE, "--lang", "kk", "--out", str(there)]
    assert main(ways) == 1
    said = capsys.readouterr().err
    assert str(there) in said
    assert "қолжетімсіз" in said


def test_a_draft_is_built_in_a_folder_of_its_own_and_marked(at_home, book, capsys):
    book.number("accidents@2025/KZ/_T/_T", value=1300)
    file = book.saved(at_home.folder / "kit.xlsx")
    ledger = at_home.data / "ledger"
    ledger.mkdir()
    assert main(["report", REPORT, "--read", str(file), "--preview"]) == 0
    draft = at_home.data / "drafts" / REPORT
    assert at_home.served == [draft]
    assert '"mark": "draft"' in (draft / "releases" / "0001" / "manifest.json").read_text()
    assert not (at_home.data / "releases").exists()
    assert not list(ledger.iterdir())
    assert not (at_home.data / "sources" / REPORT).exists()
    assert os.environ["UNION_INDICATORS_DATA"] == str(at_home.data)
    assert "Не хватает" in capsys.readouterr().out


def test_a_half_filled_kit_is_published_only_if_that_is_said(at_home, book, capsys):
    book.number("accidents@2025/KZ/_T/_T", value=1300)
    file = str(book.saved(at_home.folder / "kit.xlsx"))
    assert main(["report", REPORT, "--read", file, "--publish"]) == 1
    assert "--partial" in capsys.readouterr().err
    assert not (at_home.data / "sources" / REPORT).exists()
    assert main(["report", REPORT, "--read", file, "--publish", "--partial"]) == 0
    assert rows_of(at_home.data / "sources" / REPORT / "figures.csv")[0]["value"] == "1300"
    assert (at_home.data / "releases" / "current").read_text() == "1\n"


def test_what_the_facts_own_reader_refuses_is_said_at_its_cell(at_home, book, capsys):
    number = {"measure": "Несчастные случаи", "period": 2026, "value": 5, "locator": "2.3, text"}
    names = [name for code, name in book.house.kit.lists["measures"] if code == "accidents"]
    for line in ("+1", "+2"):
        book.put("new_numbers", line, **{**number, "measure": names[0]})
    file = book.saved(at_home.folder / "kit.xlsx")
    assert main(["report", REPORT, "--read", str(file)]) == 1
    said = capsys.readouterr().err
    assert "Новые числа B4" in said
    assert ".csv" not in said.replace(str(at_home.folder), "")
    assert (at_home.folder / "kit_ответ1.xlsx").exists()
    assert file.exists()


def test_new_names_and_breaks_go_with_the_report(at_home, book):
    names = {f"name_{one}": f"Қала {one}" for one in LANGUAGES}
    book.put("names", "+1", kind="регион", **names)
    words = {f"text_{one}": "считают иначе" for one in LANGUAGES}
    book.put("definitions", "accidents", as_before="нет", **words)
    one = book.back()
    draft = lay(REPORT, one.rows, one.judged.names, one.breaks)
    codes = draft.folder / "codes"
    new = read_kinds(codes / "places.csv", "place").keys() - catalogue().place_kinds.keys()
    assert new == {"KZ-90"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNION_INDICATORS_DATA", str(draft.folder))
        assert read_names("places")["KZ-90"].name["kk"] == "Қала kk"
    told = draft.folder / "text" / "breaks.toml"
    known = {"measures": catalogue().measures, "places": (), "sectors": (), "series": ()}
    assert read_breaks(told, known)[0].since == (("2026", "accidents"),)
    assert not (at_home.data / "sources" / REPORT).exists()
