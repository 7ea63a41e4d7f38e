"""The answer deadline of a case: when the answer was due, and how long it took.

The Reglement van Orde of the Tweede Kamer requires an answer within three weeks. For each period,
seeds/terms.csv lists the article that contains this rule. The rules of the Eerste Kamer set no
deadline.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from kv2rdf.model.dossier import AnswerDeadline
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.register import AnswerTerm


def answer_deadline(
    chamber: Chamber,
    tabled: date | None,
    answered: date | None,
    recorded: date | None,
    extended: date | None,
    terms: Iterable[AnswerTerm],
) -> AnswerDeadline:
    """Return the answer deadline of a case.

    ``tabled`` and ``answered`` are the dates of tabling and of the first answer. The deadline
    follows from the one of ``terms`` that was in force in ``chamber`` on the date of tabling.
    ``recorded`` is the date by which the answer is due according to a record, or None. If it is
    given, it is used instead of the term, and the result contains no term. ``extended`` is the
    latest date that a notice of delay announces for the answer, or None. It is ignored unless it is
    later than the original deadline. If the date of tabling is unknown, all fields of the result
    are None.
    """
    if tabled is None:
        return AnswerDeadline()
    in_force = next((t for t in terms if t.chamber == chamber and _is_in_force(t, tabled)), None)
    term = in_force if recorded is None else None
    due = tabled + timedelta(days=term.days) if term else recorded
    if extended is not None and (due is None or extended <= due):
        extended = None
    return AnswerDeadline(
        days=(answered - tabled).days if answered else None,
        due=due,
        is_in_time=answered <= due if answered and due else None,
        extended=extended,
        is_in_extended_time=answered <= extended if answered and extended else None,
        term=term,
    )


def _is_in_force(term: AnswerTerm, day: date) -> bool:
    return term.since <= day and (term.until is None or day <= term.until)
