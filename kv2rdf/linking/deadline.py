"""The clock of a case: when its answer was due, how long it took, whether it came in time.

The Tweede Kamer gives a minister three weeks (Reglement van Orde; seeds/terms.csv has the article
for each period). The rules of the Eerste Kamer set no term.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from kv2rdf.model.dossier import Clock
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.register import AnswerTerm


def clock(
    chamber: Chamber, tabled: date | None, answered: date | None, terms: Iterable[AnswerTerm]
) -> Clock:
    """Give the dates that follow for a case tabled and first answered on these days."""
    if tabled is None:
        return Clock()
    term = next(
        (
            t
            for t in terms
            if t.chamber == chamber and t.since <= tabled and (t.until is None or tabled <= t.until)
        ),
        None,
    )
    due = tabled + timedelta(days=term.days) if term else None
    return Clock(
        days=(answered - tabled).days if answered else None,
        due=due,
        in_time=answered <= due if answered and due else None,
        term=term,
    )
