"""A receipt for programs: codes, values, query, sources and revisions under stable names; writes no
page.
"""

from __future__ import annotations

from app.exhibit.names import mark_words
from app.exhibit.parts import Table
from app.plain.proof import Receipt
from app.release.releases import Release


def as_data(receipt: Receipt) -> dict[str, object]:
    """Return the receipt for programs: codes, values, query, sources, revisions."""
    card, view, one, history = receipt.card, receipt.view, receipt.one, receipt.history
    table = one.table if one else Table((), (), (), ())
    return {
        "code": receipt.code,
        "address": receipt.link(),
        "language": view.language,
        "exhibit": card.id,
        "area": card.area,
        "view": {
            name: code
            for name, code in zip(
                ("region", "sector", "period"), (view.place, view.sector, view.period), strict=True
            )
            if name in card.breakdowns
        },
        "release": _release_data(receipt.release),
        "today": _release_data(receipt.today.release),
        "state": receipt.standing.state,
        "mark": mark_words(receipt.release, view.language),
        "said": [*receipt.standing.said, *receipt.standing.asides],
        "revisions": [
            {
                "release": change.release,
                "published": change.published.isoformat(),
                "compared_with": change.before,
                "kind": change.kind,
                "role": change.role,
                "row": dict(change.row),
                "column": change.column,
                "was": change.was,
                "is": change.now,
            }
            for change in history.revisions
        ],
        "exact": receipt.exact,
        "as_of_now": {
            "period": history.asked.period,
            "title": receipt.as_of_now.title,
            "marks": [dict(row) for row in receipt.as_of_now.marks],
            "finding": [dict(row) for row in receipt.as_of_now.finding_rows],
        }
        if receipt.as_of_now
        else None,
        "corrections": [
            {
                "release": entry.release,
                "what": entry.what,
                "was": entry.was,
                "is": entry.now,
                "reason": entry.reason,
            }
            for entry in receipt.changelog
        ],
        "compared": list(history.compared),
        "not_read": list(history.unread),
        "not_computed": list(history.not_computed),
        "title": receipt.title,
        "subtitle": one.subtitle if one else "",
        "definition": card.definition[view.language],
        "measures": list(card.measures),
        "unit": card.unit,
        "decimals": card.decimals,
        "table": {"columns": list(table.columns), "rows": [list(row) for row in table.rows]},
        "marks": [dict(row) for row in one.marks] if one else [],
        "finding": [dict(row) for row in one.finding_rows] if one else [],
        "notes": [{"kind": note.kind, "text": note.text} for note in one.notes] if one else [],
        "sql": card.sql,
        "vocabulary": [
            {"name": word.name, "meaning": word.meaning, "sql": word.sql}
            for word in receipt.vocabulary
        ],
        "parameters": {parameter.name: parameter.code for parameter in receipt.parameters},
        "sources": [
            {
                "source": source.code,
                "publisher": source.publisher,
                "title": source.title,
                "date": source.date,
                "places": list(source.places),
                "url": source.url,
            }
            for source in receipt.sources
        ],
        "dashboard": receipt.dashboard,
    }


def _release_data(release: Release) -> dict[str, object]:
    return {
        "number": release.number,
        "published": release.published.isoformat(),
        "digest": release.digest,
        "mark": release.mark,
    }
