"""An official table comes in as it is published: read by its form, confirmed by a person, refused or
asked about cell by cell; nothing is written unless all of it is.
"""

import csv
import hashlib
import io
import json
import re
import zipfile

import openpyxl
import pytest

from app.facts.tables import SOURCES, STATISTICS
from app.intake.__main__ import main
from app.intake.table import keep
from app.intake.table.apply import KEY
from app.intake.table.mapping import read_mapping
from app.intake.table.periods import time_of
from app.intake.table.places import places_of
from app.intake.table.remarks import message
from app.intake.table.signs import Style, read, style_of, without_marks
from app.paths import TEXT
from app.words.say import LANGUAGES, read_toml, words
from tests.conftest import ROOT

LONG = {"2021": (4.9, 5.1, 4.7), "2022": (4.8, 5.0, 4.6), "2023": (4.7, 4.9, 4.5)}


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A data folder with a few facts, so that each test writes its own."""
    folder = tmp_path / "data"
    (folder / "sources" / "official").mkdir(parents=True)
    for name in ("codes", "geo"):
        (folder / name).symlink_to(ROOT / "data" / name)
    line = dict.fromkeys(SOURCES, "") | {"source": "bns_old", "publisher": "bns", "title": "Old"}
    write(folder / "sources" / "official" / "sources.csv", SOURCES, [line])
    old = dict.fromkeys(STATISTICS, "_T") | {"unit": "percent", "status": "final", "note": ""}
    old |= {"measure": "unemployment_rate", "place": "KZ", "source": "bns_old"}
    rows = [old | {"period": year, "value": str(LONG[year][0])} for year in ("2021", "2022")]
    write(folder / "sources" / "official" / "statistics.csv", STATISTICS, rows)
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(folder))
    return folder


def write(path, columns, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, columns, lineterminator="\n")
        lines.writeheader()
        lines.writerows(rows)


def workbook(path, *rows, merges=(), sheet="Лист1", also=None):
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    for merge in merges:
        page.merge_cells(merge)
    if also:
        also(book, page)
    book.save(path)
    return path


def intake(*arguments, language="en"):
    return main(["--lang", language, "table", *(str(one) for one in arguments)])


def answer(path, said=None, **changed):
    """Edit the mapping beside a file as its editor would, by its lines."""
    mapping = path.with_name(f"{path.name}.mapping.toml")
    lines = mapping.read_text(encoding="utf-8").splitlines()
    common = {"title": "A table", "publisher": "bns", "source": "bns_new", "unit": "percent"}
    common |= {"measure": "unemployment_rate"} | changed
    for number, line in enumerate(lines):
        name, _, value = line.partition(" = ")
        if name in common and (name in changed or value == '"?"' or name == "source"):
            lines[number] = f"{name} = {json.dumps(common[name], ensure_ascii=False)}"
        elif name.strip('"') in (said or {}):
            lines[number] = f"{name} = {json.dumps(said[name.strip(chr(34))])}"
        elif name == "at":
            kind = json.loads(value).split(" ")[0]
            if kind in (said or {}):
                lines[number + 1] = f'say = "{said[kind]}"'
    mapping.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return mapping


def taken(data, source="bns_new"):
    path = data / "sources" / "official" / f"statistics_{source}.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {tuple(row[name] for name in KEY): row for row in csv.DictReader(file)}


def values(data):
    """Return the numbers that were taken by period, place and what else is not the whole."""
    return {
        " ".join(part for part in key[1:] if part != "_T"): row["value"]
        for key, row in taken(data).items()
    }


def everything(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def bring_in(path, said=None, **changed):
    """Propose, answer, confirm; with the answers to what is asked then."""
    assert intake(path) == 1
    answer(path, said, **changed)
    code = intake(path, "--confirm")
    if code and said:
        answer(path, said, **changed)
        code = intake(path, "--confirm")
    return code


def cross(path):
    """Lay a table as the Bureau prints it: heads in two lines, titles and marks, old and new."""
    return workbook(
        path,
        ["Уровень безработицы1)", None, None, None, None, "Уровень безработицы1)"],
        [None, None, "в процентах", None, None, "продолжение"],
        [None, 2022, None, 2023, None],
        [None, "I квартал", "год2)", "ІІ тоқсан", "year2)"],
        ["Республика Казахстан", 4.9, 4.9, "4,8*", 4.71234567],
        ["Туркестанская 3)", "-", "5,12)", "…", 5],
        ["г. Алмaты", 5, "4,9", 4.8, "5 "],
        ["Алматинская", "x", 4.7, 4.6, None],
        [],
        ["1) По данным обследования"],
        ["2) Годовые данные"],
        ["«-» – данных нет"],
        merges=("A1:E1", "B3:C3", "D3:E3"),
    )


def test_a_table_of_the_bureau_is_read_with_heads_in_two_lines_marks_and_four_kinds_of_missing(
    data, tmp_path, capsys
):
    path = cross(tmp_path / "bns.xlsx")
    assert bring_in(path, {"held": "leave_out"}) == 0, capsys.readouterr()
    found = values(data)
    assert found["2022-Q1 KZ"] == "4.9"
    assert found["2023-Q2 KZ"] == "4.8"
    assert found["2022 KZ-61"] == "5.1"
    assert found["2023 KZ-75"] == "5"
    assert found["2022 KZ-19"] == "4.7"
    assert "2022 KZ" not in found, "left out: it is there from another source"
    rows = taken(data)
    gap = rows["unemployment_rate", "2022-Q1", "KZ-61", "_T", "_T", "_T"]
    assert (gap["value"], gap["note"]) == ("", "not available (“-” in the table)")
    hidden = rows["unemployment_rate", "2022-Q1", "KZ-19", "_T", "_T", "_T"]
    assert hidden["note"] == "confidential (“x” in the table)"
    assert "2023 KZ-19" not in found, "a blank cell is no row"
    assert rows["unemployment_rate", "2023", "KZ", "_T", "_T", "_T"]["note"].startswith(
        "rounded to"
    )


def test_each_import_keeps_file_mapping_digest_day_and_what_it_changed(data, tmp_path):
    path = cross(tmp_path / "bns.xlsx")
    bring_in(path, {"held": "leave_out"})
    (folder,) = (data / "imports" / "bns_new").iterdir()
    assert (folder / "table.xlsx").read_bytes() == path.read_bytes()
    assert read_mapping(folder / "mapping.toml").confirmed
    assert folder.name.endswith(path_digest(path)[:12])
    assert path_digest(path) in (folder / "import.toml").read_text(encoding="utf-8")
    with (folder / "changes.csv").open(encoding="utf-8", newline="") as file:
        changes = list(csv.DictReader(file))
    assert {"change": "new", "cell": "B5", "after": "4.9"}.items() <= changes[0].items()


def path_digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_same_file_again_is_refused_with_its_day(data, tmp_path, capsys):
    path = cross(tmp_path / "bns.xlsx")
    bring_in(path, {"held": "leave_out"})
    before = everything(data)
    capsys.readouterr()
    assert intake(path, language="ru") == 1
    assert "этот самый файл уже принят" in capsys.readouterr().err
    assert everything(data) == before


def region_years(path, title="Unemployment rate", years=LONG, **other):
    names = ("Kazakhstan", "Abai", "Akmolinskaya")
    rows = [[name, *(years[year][i] for year in years)] for i, name in enumerate(names)]
    return workbook(path, [title], ["Region", *map(int, years)], *rows, **other)


def test_next_years_table_is_one_command_and_says_what_is_new_and_revised(data, tmp_path, capsys):
    bring_in(region_years(tmp_path / "first.xlsx"), {"held": "replace"})
    (mapping,) = (data / "imports" / "bns_new").glob("*/mapping.toml")
    later = {**LONG, "2023": (4.7, 4.8, 4.5), "2024": (4.6, 4.8, 4.4)}
    capsys.readouterr()
    path = region_years(tmp_path / "second.xlsx", years=later)
    assert intake(path, "--mapping", mapping) == 0
    said = capsys.readouterr().out
    assert "12 rows: 3 new, 1 revised, 8 equal, 0 gone" in said
    assert "«Лист1» D4 revised: unemployment_rate 2023 KZ-10: 4.9 → 4.8" in said
    assert values(data)["2023 KZ-10"] == "4.8"


def test_what_replaces_the_numbers_of_another_source_stands_once(data, tmp_path):
    assert bring_in(region_years(tmp_path / "first.xlsx"), {"held": "replace"}) == 0
    text = (data / "sources" / "official" / "statistics.csv").read_text(encoding="utf-8")
    assert text == ",".join(STATISTICS) + "\n"
    assert values(data)["2021 KZ"] == "4.9"


def test_other_words_are_asked_about_and_become_a_break(data, tmp_path, capsys):
    bring_in(region_years(tmp_path / "first.xlsx"), {"held": "replace"})
    (mapping,) = (data / "imports" / "bns_new").glob("*/mapping.toml")
    later = {**LONG, "2024": (4.6, 4.8, 4.4)}
    path = region_years(tmp_path / "second.xlsx", "Unemployment rate by new standards", later)
    assert intake(path, "--mapping", mapping) == 1
    assert "by new standards" in capsys.readouterr().err
    beside = answer(path, {"definition": "break"})
    assert intake(path) == 1
    assert "a break needs its period" in capsys.readouterr().err
    text = beside.read_text(encoding="utf-8")
    told = 'say = "break"\nsince = "2024"\nkk = "жаңа"\nru = "новое"\nen = "new standards"\n'
    beside.write_text(text.replace('say = "break"\n', told), encoding="utf-8")
    assert intake(path) == 0
    (entry,) = (data / "imports" / "bns_new").glob("*/breaks.toml")
    (said,) = read_toml(entry).values()
    assert said["since"] == {"2024": ["unemployment_rate"]}
    assert said["sources"] == ["bns_new"]
    assert all(said[language] for language in LANGUAGES)


@pytest.mark.parametrize("wrong", ["-4.9", "490"])
def test_a_number_far_from_what_another_source_has_is_asked_about(data, tmp_path, capsys, wrong):
    years = {**LONG, "2021": (float(wrong), *LONG["2021"][1:])}
    path = region_years(tmp_path / "far.xlsx", years=years)
    assert bring_in(path, {"held": "replace", "jump": "real"}) == 1
    assert f"2021 KZ: {wrong.removesuffix('.0')}" in capsys.readouterr().err


def test_a_jump_is_asked_about(data, tmp_path, capsys):
    years = {str(year): (5 - (year - 2015) * 0.1,) * 3 for year in range(2015, 2024)}
    years["2023"] = (40.1, 4.2, 4.2)
    assert bring_in(region_years(tmp_path / "jump.xlsx", years=years), {"held": "replace"}) == 1
    said = capsys.readouterr().err
    assert "«Лист1» J3: unemployment_rate 2023 KZ: from 4.3 (2022) to 40.1 (2023)" in said


def test_gone_numbers_and_an_older_table_are_asked_about(data, tmp_path, capsys):
    bring_in(region_years(tmp_path / "first.xlsx"), {"held": "replace"})
    (mapping,) = (data / "imports" / "bns_new").glob("*/mapping.toml")
    older = {year: LONG[year] for year in ("2021", "2022")}
    before = everything(data)
    assert intake(region_years(tmp_path / "old.xlsx", years=older), "--mapping", mapping) == 1
    said = capsys.readouterr().err
    assert "the newest period is 2022, the facts already have 2023" in said
    assert "3 numbers of unemployment_rate that the source had are not in the table" in said
    assert everything(data) == before


WAGES = (
    ("Pavlodar Region", 273505, 497948, 305774, 223471, 190551),
    ("North Kazakhstan Region", 227021, 365359, 283534, 214441, 180102),
    ("Akmola Region", 250155, 376006, 298898, 263716, 130311),
)


def test_a_line_made_of_other_lines_and_a_region_that_is_no_more_are_asked_about(
    data, tmp_path, capsys
):
    heads = ["Регионы", "Всего персонала", "руководители", "специалисты", "техники", "служащие"]
    stray = ["South Kazakhstan Region", 227021, 305774, 223471, 190551, 263716]
    path = workbook(tmp_path / "wages 2022.xlsx", heads, *WAGES, stray)
    others = dict.fromkeys(heads[2:], "leave_out")
    changed = {"unit": "KZT_month", "measure": "average_monthly_wage"}
    assert intake(path) == 1
    answer(path, {**others, "Всего персонала": "average_monthly_wage"}, **changed)
    assert intake(path, "--confirm") == 1
    said = capsys.readouterr().err
    assert "«Лист1» B5: 5 of 5 numbers of «South Kazakhstan Region» stand in other lines" in said
    assert "KZ-X-SouthKazakhstan was no more after 2018-06-18" in said
    answer(path, {"line_borrowed": "leave_out"})
    assert intake(path) == 0
    assert values(data) == {"2022 KZ-55": "273505", "2022 KZ-59": "227021", "2022 KZ-11": "250155"}


def test_a_copied_line_is_asked_about(data, tmp_path, capsys):
    copy = ("Atyrau Region", *WAGES[0][1:])
    path = workbook(tmp_path / "w.xlsx", ["Region", 2019, 2020, 2021, 2022, 2023], *WAGES, copy)
    assert bring_in(path, measure="average_monthly_wage", unit="KZT_month") == 1
    assert (
        "all 5 numbers of «Atyrau Region» are those of «Pavlodar Region»" in capsys.readouterr().err
    )


def test_columns_that_moved_by_one_are_asked_about(data, tmp_path, capsys):
    bring_in(region_years(tmp_path / "first.xlsx"), {"held": "replace"})
    (mapping,) = (data / "imports" / "bns_new").glob("*/mapping.toml")
    moved = {"2021": LONG["2022"], "2022": LONG["2023"], "2023": (4.1, 4.2, 4.3)}
    assert intake(region_years(tmp_path / "m.xlsx", years=moved), "--mapping", mapping) == 1
    assert "have the columns moved by one?" in capsys.readouterr().err


def test_a_total_smaller_than_its_parts_is_asked_about(data, tmp_path, capsys):
    path = workbook(
        tmp_path / "e.xlsx",
        ["Занятое население, тысяч человек"],
        ["Регион", 2022, 2023],
        ["Республика Казахстан", 900, 1200],
        ["Абай", 500, 510],
        ["Акмолинская", 480, 490],
    )
    assert bring_in(path) == 1
    said = capsys.readouterr().err
    assert "«Лист1» B3: employed: the total 900 (2022) is less than its parts together" in said


def test_men_and_women_under_each_region_belong_to_it(data, tmp_path):
    rows = []
    for name, value in (("Республика Казахстан", 4.9), ("Абай", 4.8), ("Акмолинская", 4.7)):
        rows += [[name, value], ["  мужчины", value - 0.2], ["  Жeнщины", value + 0.2]]
    path = workbook(tmp_path / "n.xlsx", ["Уровень безработицы, %"], [None, 2023], *rows)
    assert bring_in(path) == 0
    found = values(data)
    assert (found["2023 KZ-10"], found["2023 KZ-10 M"], found["2023 KZ F"]) == ("4.8", "4.6", "5.1")


def test_two_tables_of_a_sheet_and_tables_side_by_side_are_each_their_own(data, tmp_path):
    half = lambda shift: [["Абай", 4.8 + shift, 4.7], ["Акмолинская", 4.9 + shift, 4.6]]
    rows = [[*left, None, *right] for left, right in zip(half(0), half(1), strict=True)]
    path = workbook(
        tmp_path / "s.xlsx",
        ["Мужчины", None, None, None, "Женщины"],
        ["Регион", 2022, 2023, None, "Регион", 2022, 2023],
        *rows,
        [],
        ["Оба пола"],
        ["Регион", 2022, 2023],
        ["Абай", 5.1, 4.7],
        ["Акмолинская", 5.3, 4.6],
    )
    assert bring_in(path) == 0
    found = values(data)
    assert found["2022 KZ-10 M"] == "4.8"
    assert found["2022 KZ-11 F"] == "5.9"
    assert found["2022 KZ-11"] == "5.3"


def test_a_table_with_years_down_and_places_across_on_another_sheet_is_found(data, tmp_path):
    def after(book, page):
        other = book.create_sheet("Sheet 1")
        for row in (
            ["Data extracted on 30/12/2024 from [ESTAT]"],
            ["Dataset: ", "Unemployment by sex and age"],
            [],
            ["Date", "Kazakhstan", "Belgium", "Bulgaria"],
            ["2022", 4.9, 5.6, 4.2],
            ["2023", 4.7, ":", 4.3],
            [],
            ["Special value"],
            [":", "not available"],
        ):
            other.append(row)
        book.create_sheet("Лист3")

    path = workbook(tmp_path / "t.xlsx", ["Summary"], ["Description: ", "-"], also=after)
    assert bring_in(path, {"held": "leave_out"}) == 0
    assert values(data) == {"2022 BE": "5.6", "2023 KZ": "4.7", "2023 BE": ""}


def test_numbers_as_text_under_heads_that_are_no_names_are_read(data, tmp_path):
    path = workbook(
        tmp_path / "raw.xlsx",
        ["Column1", "Column2", "Column3"],
        [None, "2022", "2023"],
        ["Республика Казахстан", "332 720", "1\u00a0290\u00a0001"],
        ["г.Шымкент", "-", "12 999"],
    )
    assert bring_in(path, measure="employed", unit="thousand_persons") == 0
    assert values(data)["2023 KZ"] == "1290001"
    assert values(data)["2022 KZ-79"] == ""


ILOSTAT = (
    "\ufeffref_area,indicator,source,sex,time,obs_value,note_indicator\n"
    "KAZ,UNE,BA:632,SEX_T,2022,4.9,\nKGZ,UNE,BA:9,SEX_F,2022,5.3,T31:4129\nAFG,UNE,BA:1,SEX_T,2022,9,\n"
)
SDMX_1 = (
    "DATAFLOW,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
    "BNS:UNE(1.0),KZ,_T,2023-Q1,4.8,P\nBNS:UNE(1.0),KZ-10,F,2023-Q1,4.9,A\n"
)
SDMX_2 = (
    "STRUCTURE[|];STRUCTURE_ID;ACTION;REF_AREA: Area;TIME_PERIOD: Time;OBS_VALUE: Value\n"
    "dataflow;BNS:UNE(1.0): Unemployment;I;KZ: Kazakhstan;2023: 2023;12,4\n"
    "dataflow;BNS:UNE(1.0): Unemployment;I;KZ-10: Abai;2023: 2023;10,8\n"
)
OPEN_SDG = "Year,Region,Sex,GeoCode,Value\n2023,,,,4.7\n2023,Akmola region,,110000000,4.5\n2023,,Female,,5.4\n"
PX = """CHARSET="ANSI";
CODEPAGE="kz1048";
LANGUAGE="ru";
LANGUAGES="ru","kk";
TITLE="Уровень безработицы##по регионам";
TITLE[kk]="Жұмыссыздық деңгейі";
STUB="Регион";STUB[kk]="Өңір";
HEADING="Год","Пол";HEADING[kk]="Жыл","Жынысы";
VALUES("Регион")="Казахстан","Абай";
VALUES("Год")="2022","2023";
VALUES("Пол")="Всего","Мужчины";
DATA=
4.9 4.8 4.7 4.6
".." 4.1 4.0 3.9;
"""


def open_document(*rows):
    """Return a workbook of the open kind with these lines."""
    cell = '<table:table-cell office:value-type="{}"{}><text:p>{}</text:p></table:table-cell>'
    lines = "".join(
        "<table:table-row>"
        + "".join(
            cell.format("float", f' office:value="{one}"', one)
            if isinstance(one, float)
            else cell.format("string", "", one)
            for one in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    text = (
        f'<office:document-content xmlns:office="{names}office:1.0" xmlns:text="{names}text:1.0"'
        f' xmlns:table="{names}table:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Лист1">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{names}manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        parts.writestr("mimetype", kind)
        parts.writestr("content.xml", text)
        parts.writestr("META-INF/manifest.xml", manifest)
    return packed.getvalue()


OPEN_DOCUMENT = open_document(
    ["Region", "2022", "2023"], ["Kazakhstan", 4.9, 4.7], ["Abai", 4.8, 4.5]
)
JSON_STAT_1 = {
    "une": {
        "label": "Unemployment rate",
        "value": {"0": 4.9, "2": 4.7},
        "dimension": {
            "id": ["geo", "time"],
            "size": [1, 3],
            "geo": {"label": "country", "category": {"label": {"KZ": "Kazakhstan"}}},
            "time": {"category": {"index": ["2022", "2020", "2023"]}},
        },
    }
}
JSON_STAT_2 = {
    "version": "2.0",
    "class": "dataset",
    "label": "Unemployment rate",
    "id": ["area", "time"],
    "size": [2, 2],
    "value": [4.9, 4.7, 4.5, None],
    "dimension": {
        "area": {"category": {"index": {"KZ-10": 1, "KZ": 0}}},
        "time": {"category": {"index": ["2022", "2023"], "label": {"2022": "2022"}}},
    },
}


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("ilo.csv", ILOSTAT.encode(), {"2022 KG F": "5.3"}),
        ("sdmx1.csv", SDMX_1.encode(), {"2023-Q1 KZ": "4.8", "2023-Q1 KZ-10 F": "4.9"}),
        ("sdmx2.csv", SDMX_2.encode("utf-8"), {"2023 KZ": "12.4", "2023 KZ-10": "10.8"}),
        ("sdg.csv", OPEN_SDG.encode(), {"2023 KZ": "4.7", "2023 KZ-11": "4.5", "2023 KZ F": "5.4"}),
        (
            "old.csv",
            "Регион;2022;2023\r\nКазахстан;4,9;4,7\r\nАбай;…;100,62)\r\n2) оценка\r\n".encode(
                "cp1251"
            ),
            {"2023 KZ": "4.7", "2022 KZ-10": "", "2023 KZ-10": "100.6"},
        ),
        (
            "page.xls",
            (
                "<html><meta charset=utf-8><table><tr><th rowspan=2>Регион<th colspan=2>2023</tr>"
                "<tr><th>I квартал<th>2 тоқсан</tr><tr><td>Абай<td>4,9<td>4,8</tr>"
                "<tr><td>Алматинская<td>4,7<td>4,6</tr></table></html>"
            ).encode(),
            {"2023-Q1 KZ-10": "4.9", "2023-Q2 KZ-19": "4.6"},
        ),
        (
            "t.px",
            PX.encode("kz1048"),
            {"2023 KZ M": "4.6", "2022 KZ-10": "", "2023 KZ-10": "4"},
        ),
        ("t.ods", OPEN_DOCUMENT, {"2023 KZ": "4.7", "2023 KZ-10": "4.5"}),
        ("one.json", json.dumps(JSON_STAT_1).encode(), {"2020 KZ": "", "2023 KZ": "4.7"}),
        ("two.json", json.dumps(JSON_STAT_2).encode(), {"2023 KZ": "4.7", "2022 KZ-10": "4.5"}),
    ],
)
def test_each_form_is_read(data, tmp_path, name, content, expected, capsys):
    path = tmp_path / name
    path.write_bytes(content)
    said = {"held": "leave_out", "UNE": "unemployment_rate"}
    assert bring_in(path, said) == 0, capsys.readouterr()
    assert expected.items() <= values(data).items()


def test_a_flag_of_sdmx_is_the_status(data, tmp_path):
    path = tmp_path / "sdmx.csv"
    path.write_text(SDMX_1, encoding="utf-8")
    bring_in(path)
    row = taken(data)["unemployment_rate", "2023-Q1", "KZ", "_T", "_T", "_T"]
    assert row["status"] == "provisional"


def spoilt(path):
    path.write_bytes(region_years(path).read_bytes()[:2000])


def bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "x")
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (spoilt, "broken_file"),
        (bomb, "bomb"),
        (
            lambda path: path.write_bytes(
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
                + b"\0" * 600
                + "EncryptedPackage".encode("utf-16-le")
            ),
            "locked",
        ),
        (lambda path: path.write_bytes(b"\n \n"), "empty_file"),
        (lambda path: path.write_bytes(b"%PDF-1.7 ..."), "other_form"),
        (lambda path: path.write_text("A letter.\nNo table.\n"), "no_table"),
        (lambda path: path.write_text('{"a": 1}'), "no_jsonstat"),
        (lambda path: path.write_text("x,2022\n" + "KZ,1\n" * 250_001), "too_many_lines"),
        (lambda path: None, "no_file"),
    ],
)
@pytest.mark.parametrize("language", ["ru"])
def test_a_file_that_cannot_be_read_is_refused_in_words(
    data, tmp_path, capsys, make, kind, language
):
    path = tmp_path / "file.xlsx"
    make(path)
    before = everything(data)
    assert intake(path, language=language) == 1
    said = capsys.readouterr().err
    told = read_toml(TEXT / "intake_table.toml")[kind][language].split("{")[0]
    assert (told and told in said) or (kind in {"no_file", "empty_file"} and "file.xlsx" in said)
    assert everything(data) == before
    assert not list(tmp_path.glob("*.mapping.toml"))


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("=B3+1", "«Лист1» B4: a formula without a value"),
        ("#REF!", "«Лист1» B4: «#REF!» is an error of the workbook"),
        ("нет свед.", "«Лист1» B4: «нет свед.» is no number"),
        ("63,,4", "«Лист1» B4: «63,,4» is no number"),
        ("1234561)", "«Лист1» B4: «1234561)»: it cannot be told where the number ends"),
        ("(4,5)", "«Лист1» B4: «(4,5)» is no number"),
    ],
)
def test_a_cell_that_cannot_be_read_is_refused_by_its_name(data, tmp_path, capsys, cell, said):
    path = region_years(tmp_path / "c.xlsx", also=lambda book, page: page.cell(4, 2, cell))
    before = everything(data)
    assert bring_in(path) == 1
    assert said in capsys.readouterr().err
    assert everything(data) == before


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [["Область", 2022], ["Ташкентская область", 4.1]],
            "A2: unknown place: «Ташкентская область»",
        ),
        ([["Region", 2022], ["Abai", 4.1], ["Abai", 4.2]], "the same twice with different numbers"),
        ([["Region", 2022, 2099], ["Abai", 4.1, 4.2]], "2099 is still to come"),
        ([["Region", "январь-март 2023", "2023"], ["Abai", 4, 9]], "two spans of one year"),
    ],
)
def test_what_is_said_wrongly_is_refused_with_sheet_and_cell(data, tmp_path, capsys, rows, said):
    path = workbook(tmp_path / "w.xlsx", *rows)
    before = everything(data)
    assert bring_in(path) == 1
    assert said in capsys.readouterr().err
    assert everything(data) == before


def test_the_quarter_of_a_title_is_that_of_its_numbers(data, tmp_path):
    title = ["Уровень безработицы за II квартал 2024 года"]
    path = workbook(tmp_path / "q.xlsx", title, ["Регион", "Уровень, %"], ["Абай", 4.8])
    assert bring_in(path) == 0
    assert values(data) == {"2024-Q2 KZ-10": "4.8"}


def test_heads_in_three_lines_without_merged_cells_are_read_together(data, tmp_path):
    path = workbook(
        tmp_path / "h.xlsx",
        ["Уровень безработицы, %"],
        ["Регион", "2023 год", None, None],
        [None, "Всего", "в том числе:", None],
        [None, None, "мужчины", "женщины"],
        ["Абай", "4,8", "4,6", "5,0"],
        ["Акмолинская", 4.7, 4.5, 4.9],
    )
    assert bring_in(path) == 0
    found = values(data)
    assert (found["2023 KZ-10"], found["2023 KZ-11 M"], found["2023 KZ-10 F"]) == (
        "4.8",
        "4.5",
        "5",
    )


def test_lines_under_a_group_that_nobody_knows_are_refused_not_dropped(data, tmp_path, capsys):
    path = workbook(
        tmp_path / "g.xlsx",
        ["Уровень безработицы, %"],
        [None, 2022, 2023],
        ["Все население"],
        ["Абай", 4.8, 4.7],
        ["Городское население"],
        ["Абай", 4.9, 4.6],
    )
    assert bring_in(path) == 1
    assert "«Лист1» B4: what is counted here?" in capsys.readouterr().err


def test_an_unknown_measure_gets_its_entry_proposed(data, tmp_path, capsys):
    path = region_years(tmp_path / "u.xlsx", "People who applied")
    assert bring_in(path, measure="people_applied", unit="persons") == 1
    said = capsys.readouterr()
    assert "unknown measure: people_applied" in said.err
    assert '[people_applied]\nunit = "persons"' in said.out
    assert 'name.en = "People who applied"' in said.out
    assert 'name.kk = ""' in said.out


def test_a_unit_that_is_not_that_of_the_measure_is_refused(data, tmp_path, capsys):
    path = region_years(tmp_path / "u.xlsx")
    assert bring_in(path, unit="persons") == 1
    assert "persons (unemployment_rate: percent)" in capsys.readouterr().err


def test_nothing_is_written_without_a_confirmation_or_with_dry_run(data, tmp_path, capsys):
    path = region_years(tmp_path / "f.xlsx")
    before = everything(data)
    assert intake(path) == 1
    answer(path)
    assert intake(path, "--confirm") == 1
    answer(path, {"held": "leave_out"}, confirmed=False)
    capsys.readouterr()
    assert intake(path) == 1
    assert "is not confirmed" in capsys.readouterr().err
    assert intake(path, "--dry-run") == 0
    assert "nothing was written (--dry-run)" in capsys.readouterr().out
    assert everything(data) == before


def test_what_the_facts_would_refuse_is_not_written(data, tmp_path, capsys):
    path = region_years(tmp_path / "f.xlsx", "Уpовень безработицы")
    before = everything(data)
    assert bring_in(path, {"held": "replace"}) == 1
    assert "Latin and Cyrillic letters are mixed: title: Уpовень" in capsys.readouterr().err
    assert everything(data) == before


def test_a_mapping_with_something_foreign_is_refused(data, tmp_path, capsys):
    path = region_years(tmp_path / "f.xlsx")
    intake(path)
    mapping = answer(path)
    text = mapping.read_text(encoding="utf-8")
    for wrong, said in (
        (text.replace('is = "place"', 'is = "region"'), 'axis "column Region"'),
        (text.replace("factor = 1", 'factor = "1"'), "factor"),
        (text + "\n[wrong]\n", "wrong"),
        ("confirmed = ", "cannot be read"),
    ):
        mapping.write_text(wrong, encoding="utf-8")
        assert intake(path) == 1
        assert said in capsys.readouterr().err


def test_a_write_that_fails_half_way_leaves_everything_as_it_was(data, tmp_path, monkeypatch):
    path = region_years(tmp_path / "f.xlsx")
    real, done = keep._replace, []

    def failing(target, content):
        if done:
            raise OSError("full")
        done.append(target)
        real(target, content)

    before = everything(data)
    monkeypatch.setattr(keep, "_replace", failing)
    assert bring_in(path, {"held": "replace"}) == 1
    assert done
    assert everything(data) == before


@pytest.mark.parametrize(
    ("text", "period", "note"),
    [
        ("II квартал 2023 года", "2023-Q2", ""),
        ("2023 жылғы 1-тоқсан", "2023-Q1", ""),
        ("ІІІ тоқсан 2024", "2024-Q3", ""),
        ("январь-март 2024 г.", "2024", "January-March"),
        ("за 6 месяцев 2024 года", "2024", "January-June"),
        ("2024 жылғы қаңтар-маусым", "2024", "January-June"),
        ("20182)", "2018", ""),
        ("2023M05", "2023-05", ""),
        ("на 1 января 2024 г.", "2024-01-01", ""),
        ("2021/2024", "2021/2024", ""),
    ],
)
def test_words_of_time_are_read(text, period, note):
    time = time_of(text)
    assert (time.period, time.note) == (period, note)


def test_no_word_that_is_no_time_is_read_as_one():
    assert not [text for text in ("Всего", "31", "3.5", "15-24", "Абай", "") if time_of(text)]


@pytest.mark.parametrize(
    ("value", "digits", "missing"),
    [
        ("100,62)", "100.6", ""),
        ("78,8*", "78.8", ""),
        ("1\u00a0234,5", "1234.5", ""),
        ("−3,2", "-3.2", ""),
        ("4,9 p", "4.9", ""),
        ("12,5%", "12.5", ""),
        ("100,6²", "100.6", ""),
        ("0,0", "0", ""),
        ("…", "", "not_available"),
        ("х", "", "confidential"),
        ("н/д", "", "not_available"),
        (":z", "", "not_applicable"),
    ],
)
def test_a_cell_is_read_with_all_that_hangs_on_it(value, digits, missing):
    got = read(value, Style(",", 1, frozenset({"1)", "2)"})))
    assert (got.digits, got.missing, got.fault) == (digits, missing, "")


def test_a_comma_before_three_digits_is_read_by_the_others_or_refused():
    assert read("1,234", style_of(["1,234", "5.5", "7.1"])).digits == "1234"
    assert read("1,234", style_of(["1,234", "2,345"])).fault == "sign_unclear"


def test_footnote_marks_go_and_what_belongs_to_a_name_stays():
    said = {
        "year2)": "year",
        "Turkestanskaya 3)": "Turkestanskaya",
        "Доля молодёжи (15-28 лет), %": "Доля молодёжи (15-28 лет), %",
    }
    assert {text: without_marks(text) for text in said} == said


def test_places_are_known_by_their_names_in_three_languages_and_by_each_other():
    assert places_of(["Алматы", "Алматы қаласы"]) == {"Алматы": "KZ-19", "Алматы қаласы": "KZ-75"}
    assert places_of(["Almatinskaya", "г.Алматы", "750000000"]) == {
        "Almatinskaya": "KZ-19",
        "г.Алматы": "KZ-75",
        "750000000": "KZ-75",
    }
    assert places_of(["Южно-Казахстанская", "Shimkent city 3)", "Мaнгистауская"]) == {
        "Южно-Казахстанская": "KZ-X-SouthKazakhstan",
        "Shimkent city 3)": "KZ-79",
        "Мaнгистауская": "KZ-47",
    }
    assert places_of(["Ташкентская область", "Texas", "AFG"]) == {}


def test_every_message_has_three_languages_and_the_same_slots():
    for kind, entry in read_toml(TEXT / "intake_table.toml").items():
        said = words(entry, kind)
        slots = {frozenset(re.findall(r"\{(\w+)\}", said[language])) for language in LANGUAGES}
        assert len(slots) == 1, kind


def test_the_language_may_stand_behind_the_file(tmp_path, capsys):
    assert main(["table", str(tmp_path / "none.xlsx"), "--lang", "kk"]) == 1
    assert message("kk", "nothing_taken") in capsys.readouterr().err


@pytest.mark.parametrize(
    ("count", "words"), [("1", "1 число —"), ("3", "3 числа —"), ("5", "5 чисел —")]
)
def test_a_message_has_the_form_that_its_number_asks_for(count, words):
    assert message("ru", "columns_moved", count=count, own="0").startswith(words)
