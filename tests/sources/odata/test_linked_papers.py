"""The papers that a record lists."""

from datetime import date
from typing import Any

import pytest

from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import AnnexNumber, Paper
from tests.papers import read_papers
from tests.sources.odata.examples import record

DAY = "2031-02-03T00:00:00+01:00"


def linked(kind: str, identifier: str | None = None, **fields: Any) -> dict[str, Any]:
    versions = [{"ExterneIdentifier": identifier}]
    return {"Soort": kind, "Datum": DAY, "DocumentVersie": versions, **fields}


def papers(*documents: dict[str, Any]) -> tuple[Paper, ...]:
    return read_papers(record(Document=list(documents)))


def test_the_question_paper_has_the_identifier_in_the_record() -> None:
    (paper,) = papers(linked("Schriftelijke vragen", "kv-tk-2031Z00001"))
    assert paper.publication == "kv-tk-2031Z00001"


def test_an_answer_is_a_paper_without_text() -> None:
    documents = (
        linked("Antwoord schriftelijke vragen", "ah-tk-20302031-0012", Onderwerp=" Antwoord  op"),
        linked("Antwoord schriftelijke vragen (nader)", Aanhangselnummer="303100345"),
    )
    _, answer, further = papers(*documents)
    assert (answer.kind, answer.title, answer.dated) == (
        PaperKind.ANSWER,
        "Antwoord op",
        date(2031, 2, 3),
    )
    assert answer.annex_number == AnnexNumber(session="20302031", number="12")
    assert answer.publication == "ah-tk-20302031-0012"
    assert answer.cases == (("2031Z00001",),)
    assert further.kind is PaperKind.FURTHER_ANSWER
    assert further.annex_number == AnnexNumber(session="20302031", number="345")


def test_the_day_of_receipt_comes_before_the_day_of_the_letter() -> None:
    received = "2031-02-04T00:00:00+01:00"
    document = linked("Antwoord schriftelijke vragen", "ah-tk-20302031-12", DatumOntvangst=received)
    assert papers(document)[1].dated == date(2031, 2, 4)


@pytest.mark.parametrize(
    ("document", "text"),
    [
        (linked("Mededeling (uitstel antwoord)", "ah-tk-20302031-9"),
         f"Mededeling (uitstel antwoord) | ah-tk-20302031-9 | {DAY}"),
        (linked("Antwoord schriftelijke vragen", DocumentNummer="2031D00001"),
         f"Antwoord schriftelijke vragen | 2031D00001 | {DAY}"),
        (linked("Bijlage", Onderwerp="Kaart"), f"Bijlage | {DAY} | Kaart"),
    ],
)  # fmt: skip
def test_any_other_document_is_kept_in_a_remark(document: dict[str, Any], text: str) -> None:
    (paper,) = papers(document)
    assert [(remark.location, remark.text) for remark in paper.remarks] == [("Document", text)]


def test_a_deleted_document_is_left_out() -> None:
    deleted = linked("Antwoord schriftelijke vragen", "ah-tk-20302031-12", Verwijderd=True)
    (paper,) = papers(deleted)
    assert paper.remarks == ()
