"""The receipt as a page that needs no script: one request, any device, paper; and what is answered
where there is none. Computes nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any
from urllib.parse import quote, urlencode

from app.catalogue.cards import Card
from app.catalogue.pages import EXPLORER, FRONT, LANGUAGE_NAMES, address
from app.drawing import qr
from app.drawing.scene import draw
from app.drawing.svg import as_svg, key_list
from app.exhibit.code import Shown, code_of, shown_by
from app.exhibit.parts import Exhibit, Table
from app.frontend.assets import mark, styles
from app.look import theme
from app.plain.embed import tile_text
from app.plain.proof import Receipt, Standing, as_data, ranges, receipt_of
from app.release.releases import NoRelease, releases
from app.store.open import open_current
from app.store.store import DamagedRelease, Store
from app.view import View, harmless
from app.words.numbers import day
from app.words.say import LANGUAGES, say
from app.words.sentences import unbroken

_LOG = logging.getLogger(__name__)
# What a chart is drawn for, in pixels: the column of a desktop and of a phone. The style sheet
# shows one of the two.
_WIDTHS = {"wide": 760, "narrow": 342}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answers for a code: the HTTP status and the page."""

    status: int
    text: str


def answer(code: str, language: str, base: str) -> Answer:
    """Return the answer for whatever stands in an address as a code. `base` is the dashboard's
    address (`https://…/`). Nothing here raises.
    """
    shown = shown_by(code)
    if shown is None:
        return Answer(404, unknown(code, language, base))
    return _answer(shown, language, base)


def page(shown: Shown, language: str, base: str) -> str:
    """Return the receipt of what a code stands for; a page that says why, and leads on, where it
    cannot be shown.
    """
    return _answer(shown, language, base).text


def unknown(code: str, language: str, base: str) -> str:
    """Return the page for what is no code of a receipt."""
    why = say(language, "receipt_unknown_why", code=harmless(code))
    return _sorry(say(language, "receipt_unknown"), [why], [], language, base)


def as_json(shown: Shown, language: str, base: str) -> dict[str, Any]:
    """Return the receipt for programs: codes, values, query, sources, revisions; `state` and `said`
    where it cannot be given.
    """
    if shown.card is None:
        return {
            "state": "exhibit_gone",
            "said": say(language, "receipt_exhibit_gone"),
            "release": shown.release,
        }
    try:
        return as_data(receipt_of(shown, shown.card, language, base))
    except (NoRelease, DamagedRelease) as error:
        key = (
            "receipt_release_damaged"
            if isinstance(error, DamagedRelease)
            else "receipt_release_gone"
        )
        return {
            "state": key.removeprefix("receipt_"),
            "said": say(language, key, number=str(shown.release)),
            "release": shown.release,
            "exhibit": shown.card.id,
        }


def _answer(shown: Shown, language: str, base: str) -> Answer:
    try:
        today = open_current()
        if shown.card is None:
            return _exhibit_gone(shown, language, base)
        try:
            return Answer(200, _page(receipt_of(shown, shown.card, language, base)))
        except (NoRelease, DamagedRelease) as error:
            return _release_gone(
                shown, shown.card, today, isinstance(error, DamagedRelease), language, base
            )
    except (NoRelease, DamagedRelease):
        return Answer(
            503, _sorry(say(language, "receipt"), [say(language, "no_release")], [], language, base)
        )
    except Exception:
        # The code may be right: it is the programme that failed, and its log says why.
        _LOG.exception("the receipt of %s could not be written", shown)
        return Answer(
            500,
            _sorry(say(language, "receipt"), [say(language, "page_failed")], [], language, base),
        )


def _page(receipt: Receipt) -> str:
    language, one, card = receipt.view.language, receipt.one, receipt.card
    release = say(
        language,
        "release",
        number=str(receipt.release.number),
        date=day(receipt.release.published, language),
    )
    picked = [parameter.words for parameter in receipt.parameters if parameter.code]
    lead = " · ".join([one.subtitle if one else "", *picked]).strip(" ·")
    main = [
        f'<p class="kicker">{_text(say(language, "receipt"))} <b class="code">{receipt.code}</b> · '
        f"{_text(release)}</p>",
        f"<h1>{_text(receipt.title)}</h1>",
        f'<p class="lead">{_text(lead)}</p>' if lead else "",
        _box(receipt.standing, language),
    ]
    if one:
        main += [
            f'<div class="tile">{tile_text(one.tile, language)}</div>' if one.tile else "",
            _chart(one),
        ]
        main += [
            f'<p class="remark">{_text(one.remark)}</p>' if one.remark else "",
            _table(one.table, one.title),
        ]
        main += [f'<p class="note {note.kind}">{_text(note.text)}</p>' for note in one.notes]
    main += [
        _section("definition", f"<p>{_text(card.definition[language])}</p>", language),
        _origin(receipt),
        _formula(receipt),
    ]
    named = f"{receipt.title}: {one.tile.value}" if one and one.tile else receipt.title
    described = f"{lead}. {receipt.standing.said[0]}"
    return _document(
        named,
        described,
        "".join(main),
        _aside(receipt),
        language,
        receipt.base,
        receipt.link(receipt.release.number, ".json"),
    )


def _box(standing: Standing, language: str) -> str:
    said = "".join(f"<p><b>{_text(sentence)}</b></p>" for sentence in standing.said)
    asides = "".join(f"<p>{_text(sentence)}</p>" for sentence in standing.asides)
    changes = ""
    if standing.changes:
        heads = ("receipt_column_release", "receipt_changes", "receipt_was", "receipt_now")
        rows = [
            (str(change.release), change.what, change.was, change.now)
            for change in standing.changes
        ]
        changes = _grid(
            [say(language, head) for head in heads],
            (False,) * 4,
            rows,
            say(language, "receipt_changes"),
        )
    return f'<div class="standing {standing.state}" role="status">{said}{changes}{asides}</div>'


def _chart(one: Exhibit) -> str:
    if one.drawing is None:
        return ""
    figures = []
    for name, width in _WIDTHS.items():
        scene = draw(one.drawing, width)
        keyed = one.drawing.key and (not one.drawing.key_only_narrow or scene.abbreviated)
        figures.append(
            f'<figure class="{name}">{key_list(one.drawing.key) if keyed else ""}{as_svg(scene, None, one.title, one.alternative)}</figure>'
        )
    return "".join(figures)


def _table(table: Table, caption: str) -> str:
    return _grid(table.columns, table.numeric, table.rows, caption) if table.rows else ""


def _grid(
    heads: Sequence[str], numeric: Sequence[bool], rows: Iterable[Sequence[str]], caption: str
) -> str:
    kind = [' class="number"' if one else "" for one in numeric]
    head = "".join(
        f'<th scope="col"{of}>{_text(text)}</th>' for text, of in zip(heads, kind, strict=True)
    )
    body = "".join(
        "<tr>"
        + "".join(f"<td{of}>{_text(cell)}</td>" for cell, of in zip(row, kind, strict=True))
        + "</tr>"
        for row in rows
    )
    return (
        '<div class="scroll" role="region" tabindex="0" '
        f'aria-label="{_text(caption)}"><table><caption>{_text(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _formula(receipt: Receipt) -> str:
    language = receipt.view.language
    asked = "".join(
        f"<dt><code>{_text(one.name)}</code> = "
        f"<code>{_text(one.code or 'null')}</code></dt><dd>{_text(f'{one.label}: {one.words}')}</dd>"
        for one in receipt.parameters
    )
    asked = (
        f'<dl class="parameters">{asked}</dl>'
        if asked
        else f"<p>{_text(say(language, 'receipt_no_parameters'))}</p>"
    )
    lead = say(language, "receipt_formula_lead", number=str(receipt.release.number))
    query = f'<details open><summary>{_text(say(language, "receipt_sql"))}</summary><pre lang="en" tabindex="0"><code>{escape(receipt.card.sql.strip())}</code></pre></details>'
    return _section("receipt_formula", f"<p>{_text(lead)}</p>{asked}{query}", language)


def _origin(receipt: Receipt) -> str:
    entries = []
    for source in receipt.sources:
        from_whom = " · ".join(part for part in (source.publisher, source.date) if part)
        several = len(source.places) > 1
        places = (
            f"<ul>{''.join(f'<li>{_text(place)}</li>' for place in source.places)}</ul>"
            if several
            else "".join(f"<span>{_text(place)}</span>" for place in source.places)
        )
        linked = (
            f'<a rel="noreferrer" href="{_text(source.url)}">{_text(source.url)}</a>'
            if source.url.startswith(("https://", "http://"))
            else _text(source.url)
        )
        entries.append(
            f"<li><b>{_text(source.title)}</b><span>{_text(from_whom)}</span>{places}"
            f"{f'<span class=url>{linked}</span>' if source.url else ''}</li>"
        )
    return _section(
        "sources_page", f'<ol class="sources">{"".join(entries)}</ol>', receipt.view.language
    )


def _aside(receipt: Receipt) -> str:
    view, card, now = receipt.view, receipt.card, receipt.history.current
    language = view.language
    told = lambda key: _text(say(language, key, current=str(now.number)))
    size, dark = qr.path(receipt.link(receipt.release.number))
    code = f'<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label="{told("receipt_scan")}"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{dark}"/></svg>'
    query = urlencode(view.query())
    files = " ".join(
        f'<a href="{_text(_absolute(receipt.base, f"./download/{card.id}.{kind}?{query}"))}">{kind.upper()}</a>'
        for kind in ("csv", "xlsx")
    )
    links = [f'<a href="{_text(receipt.dashboard)}">{told("receipt_open")}</a>']
    if now.number != receipt.release.number:
        links.append(f'<a href="{_text(receipt.link(now.number))}">{told("receipt_today")}</a>')
    links += [
        f"{told('receipt_files')}: {files}",
        f'<a href="{_text(receipt.link(receipt.release.number, ".json"))}">{told("receipt_machine")}</a>',
    ]
    facts = [
        ("receipt_code", f'<b class="code">{receipt.code}</b>'),
        ("receipt_exhibit", f"<code>{_text(card.id)}</code>"),
        ("receipt_digest", f"<code>{_text(receipt.release.digest)}</code>"),
    ]
    return (
        "<aside><figure "
        f'class="scan">{code}<figcaption>{told("receipt_scan")}</figcaption></figure>'
        f"<dl>{''.join(f'<dt>{told(key)}</dt><dd>{value}</dd>' for key, value in facts)}</dl>"
        f'<ul class="links">{"".join(f"<li>{link}</li>" for link in links)}</ul></aside>'
    )


def _section(key: str, body: str, language: str) -> str:
    return f"<section><h2>{_text(say(language, key))}</h2>{body}</section>"


def _exhibit_gone(shown: Shown, language: str, base: str) -> Answer:
    why = say(language, "receipt_exhibit_gone_why", number=str(shown.release))
    return Answer(410, _sorry(say(language, "receipt_exhibit_gone"), [why], [], language, base))


def _release_gone(
    shown: Shown, card: Card, today: Store, damaged: bool, language: str, base: str
) -> Answer:
    view = shown.view(language).only(card.breakdowns)
    title = say(
        language,
        "receipt_release_damaged" if damaged else "receipt_release_gone",
        number=str(shown.release),
    )
    here = ranges(release.number for release in releases() if release.number != shown.release)
    why = say(
        language,
        "receipt_release_why",
        code=code_of(card, view, shown.release),
        title=card.title[language],
        releases=here,
    )
    now = str(today.release.number)
    links = [
        (
            say(language, "receipt_today", current=now),
            f"{base}r/{code_of(card, view, today.release.number)}?lang={language}",
        ),
        (
            say(language, "receipt_open", current=now),
            _absolute(base, address(card.area, view, card.id)),
        ),
    ]
    return Answer(503 if damaged else 404, _sorry(title, [why], links, language, base))


def _sorry(
    title: str, why: Iterable[str], links: Iterable[tuple[str, str]], language: str, base: str
) -> str:
    """Return a page that says why there is nothing to show, and leads on."""
    view = View(language)
    onward = [
        *links,
        (say(language, "front"), _absolute(base, address(FRONT, view))),
        (say(language, "figures_page"), _absolute(base, address(EXPLORER, view))),
    ]
    body = "".join(f"<p>{_text(sentence)}</p>" for sentence in why)
    listed = "".join(
        f'<li><a href="{_text(href)}">{_text(words)}</a></li>' for words, href in onward
    )
    main = f'<p class="kicker">{_text(say(language, "receipt"))}</p><h1>{_text(title)}</h1>{body}<ul class="links">{listed}</ul>'
    return _document(title, "", main, "", language, base, "")


def _document(
    title: str, described: str, main: str, aside: str, language: str, base: str, data: str
) -> str:
    links = "".join(
        f'<a href="?lang={code}" hreflang="{code}" '
        f'lang="{code}"{" aria-current=true" if code == language else ""}>{LANGUAGE_NAMES[code][1]}</a>'
        for code in LANGUAGES
    )
    brand = _text(say(language, "product"))
    described = (
        f'<meta name="description" content="{_text(described)}"><meta property="og:description" '
        f'content="{_text(described)}">'
        if described
        else ""
    )
    data = f'<link rel="alternate" type="application/json" href="{_text(data)}">' if data else ""
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><meta '
        'name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{_text(title)} — {brand}</title><meta property="og:title" '
        f'content="{_text(title)}">{described}{data}'
        f'<link rel="icon" href="{_mark()}"><style>{_style()}</style></head>\n'
        '<body><header><a class="brand" '
        f'href="{_text(_absolute(base, address(FRONT, View(language))))}">{brand}</a>'
        f'<nav aria-label="{_text(say(language, "language"))}">{links}</nav></header>\n<div '
        f'class="page"><main>{main}</main>{aside}</div></body></html>\n'
    )


@cache
def _style() -> str:
    """Return the style with both themes: the reader's device chooses, paper is always light."""
    light, dark = (
        block.replace(f':root[data-theme="{name}"]', ":root")
        for name, block in zip(theme.PALETTES, theme.css().splitlines(), strict=True)
    )
    both = f"{light}\n@media screen and (prefers-color-scheme:dark){{{dark}}}\n"
    return both + styles("key.css", "receipt.css")


@cache
def _mark() -> str:
    return "data:image/svg+xml," + quote(mark())


def _absolute(base: str, relative: str) -> str:
    return base + relative.removeprefix("./")


def _text(words: str) -> str:
    return escape(unbroken(words), quote=True)
