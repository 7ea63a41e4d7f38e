"""A waiting time of more than a year that only one paper states is not published."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Paper
from tests.linking.dossiers import dossier, rules
from tests.papers import paper, part

TABLED = date(2004, 2, 5)
DOUBT = "wachttijd-niet-zeker"


def answer(days: int, *, see_also: tuple[str, ...] = ()) -> Paper:
    """Return an answer with its questions, dated so many days after the tabling."""
    printed = paper("KVR1", PaperKind.ANSWER, annex="9", dated=TABLED + timedelta(days),
                    questions=(part("Een?", "1"),), answers=(part("Ja.", "1"),),
                    see_also=see_also)  # fmt: skip
    return replace(printed, tabled=TABLED)


@pytest.mark.parametrize(("days", "is_doubtful"), [(365, False), (366, True)])
def test_a_wait_of_more_than_a_year_in_one_paper_is_doubtful(
    days: int, *, is_doubtful: bool
) -> None:
    found = dossier(answer(days))
    assert ((DOUBT, "KVR1") in rules(found.questions)) == is_doubtful
    assert found.deadline.days == (None if is_doubtful else days)
    assert found.deadline.is_in_time is (None if is_doubtful else False)
    assert (found.tabled, found.answered) == (TABLED, TABLED + timedelta(days))
    assert found.deadline.due is not None


def test_the_finding_has_both_dates() -> None:
    (finding,) = [f for f in dossier(answer(400)).questions.findings if f.rule == DOUBT]
    assert (finding.location, finding.text) == ("dagen", "2004-02-05 | 2005-03-11")


def test_a_reference_or_another_paper_confirms_the_wait() -> None:
    notice = paper("KVR2", PaperKind.NOTICE, annex="8", dated=date(2004, 3, 1), notice="Later.")
    referring = answer(400, see_also=("zie ook Aanhangsel Handelingen nr. 8",))
    for papers in ((answer(400), notice), (referring,)):
        found = dossier(*papers)
        assert found.deadline.days == 400
        assert DOUBT not in [rule for rule, _ in rules(found.questions)]


def test_a_case_without_one_of_the_dates_is_not_doubtful() -> None:
    for papers in (
        replace(answer(400), tabled=None),
        replace(answer(400), dated=None),
    ):
        assert DOUBT not in [rule for rule, _ in rules(dossier(papers).questions)]
