"""A date that only the library's record gives is reported, unless the paper prints it elsewhere."""

from datetime import date

import pytest

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import Paper
from tests.kvr_document import ANSWERS, document, items, notice
from tests.papers import read_paper

RULE = "dag-volgens-record"


def reported(paper: Paper) -> list[tuple[PartKind | None, str | None]]:
    """Return what the remarks on dates of the record are about, and the dates in them."""
    return [(r.part, r.text) for r in paper.remarks if r.rule == RULE]


def test_a_day_that_only_the_record_gives_is_reported_with_its_place() -> None:
    assert reported(read_paper(document())) == []
    assert reported(read_paper(document(tabled=""))) == [(PartKind.QUESTION, "2005-02-05")]
    answered = read_paper(document(reply_day=""))
    assert reported(answered) == [(None, "2005-02-23")]
    assert answered.dated == date(2005, 2, 23)


def test_a_day_that_a_heading_among_the_answers_prints_is_not_reported() -> None:
    heading = "Antwoord van minister Voorbeeld (Marktzaken). (Ontvangen 23 februari 2005)"
    with_heading = ANSWERS.replace("Ja.", f"{heading} Ja.")
    assert reported(read_paper(document(reply_day="", answers=with_heading))) == []
    later = with_heading.replace("23 februari", "24 februari")
    assert reported(read_paper(document(reply_day="", answers=later))) == [(None, "2005-02-23")]


def test_the_day_of_a_notice_is_in_its_own_element() -> None:
    assert reported(read_paper(notice("Dit kan niet binnen de termijn."))) == []


@pytest.mark.parametrize("tabled", ["2005-02-05", None])
def test_a_day_that_a_repair_replaced_is_not_reported(tabled: str | None) -> None:
    title = "Vragen van het lid A, op 9 februari 2005 medegedeeld aan de minister"
    place = "Kamervragen met antwoord 2004-2005, nr. 12, Eerste Kamer"
    record = items(Bibliografische_omschrijving=title, Vindplaats=place, Datum_indiening=tabled,
                   Vraagnr_bij_indiening=None)  # fmt: skip
    found = read_paper(document(record=record, tabled=""))
    assert found.tabled == date(2005, 2, 9)
    assert reported(found) == []
