"""A misprinted day of tabling, which a row of seeds/lookups.csv corrects."""

from datetime import date

import pytest
from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.sources.kvr.paper_in_progress import KvrReading
from kv2rdf.sources.kvr.repairs.day_from_row import take_tabling_day_from_row
from tests.kvr_document import document, items
from tests.papers import paper, read_paper

ROWS = {"KVR1.xml 2004-02-05": "2005-02-05"}


def read(id_: str, kind: PaperKind, tabled: date | None) -> KvrReading:
    dated = tabled if kind is PaperKind.QUESTIONS else date(2005, 2, 23)
    read_so_far = replace(paper(id_, kind), tabled=tabled, dated=dated)
    return KvrReading(paper=read_so_far, misprinted_days=ROWS)


@pytest.mark.parametrize("kind", [PaperKind.ANSWER, PaperKind.QUESTIONS])
def test_a_row_corrects_the_day_and_the_printed_day_is_kept(kind: PaperKind) -> None:
    after = take_tabling_day_from_row(read("KVR1", kind, date(2004, 2, 5))).numbered()
    assert after.tabled == date(2005, 2, 5)
    assert after.dated == (after.tabled if kind is PaperKind.QUESTIONS else date(2005, 2, 23))
    (remark,) = after.remarks
    assert (remark.rule, remark.part, remark.text) == (
        "dag-verkeerd-gedrukt", PartKind.QUESTION, "2004-02-05",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "text"),
    [("2004-02-05", "2004-02-05"), ("2004-02-5", "2004-02-05 | 2004-02-5"), ("", "2004-02-05")],
)
def test_the_remark_has_the_day_as_in_the_record_and_in_the_heading(
    printed: str, text: str
) -> None:
    before = replace(read("KVR1", PaperKind.ANSWER, date(2004, 2, 5)), printed_day=printed)
    (remark,) = take_tabling_day_from_row(before).remarks
    assert remark.text == text


@pytest.mark.parametrize(
    ("id_", "tabled"),
    [("KVR2", date(2004, 2, 5)), ("KVR1", date(2004, 2, 6)), ("KVR1", None)],
)
def test_a_row_is_only_for_its_document_and_its_printed_day(id_: str, tabled: date | None) -> None:
    before = read(id_, PaperKind.ANSWER, tabled)
    assert take_tabling_day_from_row(before) is before


def test_a_document_is_read_with_its_row() -> None:
    place = "Kamervragen met antwoord 1998-1999, nr. 1705, Tweede Kamer"
    record = items(
        Datum_indiening="1998-05-27",
        Datum_reaktie="1999-07-08",
        Vindplaats=place,
        Vraagnr_bij_indiening="2989913620",
    )
    content = document(record=record, tabled="27 mei 1998)", reply_day="1999-07-8")
    corrected = read_paper(content, "KVR9745.xml")
    assert corrected.tabled == date(1999, 5, 27)
    assert [remark.text for remark in corrected.remarks] == ["1998-05-27 | 27 mei 1998"]
    assert read_paper(content, "KVR9746.xml").tabled == date(1998, 5, 27)
