"""The figure of the kinds of reasons that notices of delay give.

The reasons are sentences, which differ in nearly every notice. A reason belongs to a kind if it
contains one of the words for that kind. It may belong to several kinds.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from kv2rdf.server.pages.figures.figure import (
    Figure,
    FigureRow,
    FigureValue,
    ResultTable,
    Share,
)

_QUERY = """\
SELECT ?reason (COUNT(?notice) AS ?notices) WHERE {
  ?notice a kv:DelayNotice
  OPTIONAL { ?notice kv:delayReason ?reason }
}
GROUP BY ?reason
ORDER BY DESC(?notices) ?reason
"""
_KINDS = {
    "reason_information": re.compile(
        "informatie|inlichting|gegevens|ambtsbericht|navraag|inwinnen"
    ),
    "reason_consultation": re.compile("overleg|afstem|afgestemd"),
    "reason_together": re.compile("samenhang|gezamenlijk|tegelijk"),
    "reason_recess": re.compile("reces|vakantie"),
    "reason_inquiry": re.compile("onderzoek|onderzocht"),
}
"""The kinds of reasons, and the words by which a reason of each kind is recognised."""
_OTHER, _NONE = "reason_other", "reason_none"


def _reasons(rows: ResultTable) -> tuple[FigureRow, ...]:
    """Return a row for each kind of reason, the most frequent first.

    The rows for other reasons and for notices without a reason come last.
    """
    kinds: Counter[str] = Counter()
    for reason, notices in rows:
        for kind in delay_kinds(reason):
            kinds[kind] += int(notices)
    total = sum(int(notices) for _, notices in rows)
    order = sorted(_KINDS, key=lambda kind: -kinds[kind])
    return tuple(
        (kind, kinds[kind], Share(kinds[kind], total))
        for kind in (*order, _OTHER, _NONE)
        if kinds[kind]
    )


def delay_kinds(reason: str) -> tuple[str, ...]:
    """Return the keys of the kinds of a reason. An empty text means that no reason was given."""
    if not reason:
        return (_NONE,)
    return tuple(_found_kinds(reason.casefold())) or (_OTHER,)


def _found_kinds(words: str) -> Iterator[str]:
    for kind, pattern in _KINDS.items():
        if pattern.search(words):
            yield kind


def _first_reason(rows: tuple[FigureRow, ...]) -> Mapping[str, FigureValue] | None:
    """Return the most frequent kind of reason and its share, or None if no kind was found."""
    found = next((row for row in rows if row[0] in _KINDS), None)
    return {"name": found[0], "value": found[2]} if found else None


DELAY_REASONS = Figure(
    name="uitstel",
    columns=("reason", "notices", "share"),
    query=_QUERY,
    table=_reasons,
    finding=_first_reason,
    bar="notices",
)
"""The figure of reasons for delay."""
