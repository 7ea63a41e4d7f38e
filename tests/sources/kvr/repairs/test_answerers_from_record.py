"""The answerers of a scan, completed from the record of the library."""

import pytest

from kv2rdf.model.paper import Mention, Paper
from tests.every_case import every_case
from tests.kvr_document import document, items
from tests.papers import read_paper


def read(element: str, *names: str, also: str = "") -> Paper:
    """Read a document with this ``antwoorder`` and these names in the record."""
    persons = "".join(f"<persoon>{name}</persoon>" for name in names)
    record = items() + f'<item attribuut="Beantwoorder">{persons}</item>'
    answerers = f"{element}<mede-antwoorder>{also}</mede-antwoorder>"
    return read_paper(document(record=record, answerers=answerers))


def test_the_only_person_in_the_record_has_the_ministry_in_the_heading() -> None:
    paper = read('<antwoorder functie="" ministerie="Justitie"/>', "Bij")
    assert paper.answerers == (Mention(printed="Bij", name="Bij", ministry="Justitie"),)
    (remark,) = (r for r in paper.remarks if r.rule == "antwoordgever-volgens-record")
    assert remark.text is None


def test_a_person_on_whose_behalf_it_is_does_not_answer() -> None:
    element = '<antwoorder functie="" ministerie="Justitie"/>'
    paper = read(element, "Bij", "De Raat", also="de heer de Raat, minister van Zee")
    assert paper.answerers == (Mention(printed="Bij", name="Bij", ministry="Justitie"),)


def test_of_several_persons_none_has_the_ministry() -> None:
    paper = read('<antwoorder functie="" ministerie="Justitie"/>', "Bij", "Raat")
    assert [(m.name, m.ministry) for m in paper.answerers] == [("Bij", None), ("Raat", None)]
    (remark,) = (r for r in paper.remarks if r.rule == "antwoordgever-volgens-record")
    assert remark.text == "Justitie"


@pytest.mark.parametrize("name", ["-", "Mededeling", "minister van Zaken."])
def test_words_that_are_not_a_name_are_not_taken(name: str) -> None:
    paper = read('<antwoorder functie="" ministerie=""/>', name)
    assert paper.answerers == ()
    (remark,) = (r for r in paper.remarks if r.rule == "antwoordgever-uit-opschrift")
    assert (remark.location, remark.text) == ("metadata/item Beantwoorder", name)


@every_case(
    ("printed", "recorded", "name"),
    [
        ("V a n B i j e - r e n", "Van Bijeren", "Van Bijeren"),
        ("Van Bije– ren", "Van Bijeren", "Van Bijeren"),
        ("V a n d e n B i j", "Van Den Bij", "Van den Bij"),
        ("V a n d e n B i j", "V a n d e n B i j", "Van den Bij"),
        ("B i j - R a a t", "BijRaat 18051987", "Bij-Raat"),
        ("B i j", "Raat", "Bij"),
        ("Bij", "B ij", "Bij"),
    ],
)
def test_gaps_in_a_name_are_closed_as_in_the_record(printed: str, recorded: str, name: str) -> None:
    paper = read(
        f'<antwoorder functie="minister" ministerie="Zee">{printed}</antwoorder>', recorded
    )
    (answerer,) = paper.answerers
    assert (answerer.printed, answerer.name) == (printed, name)
    assert "antwoordgever-volgens-record" not in {remark.rule for remark in paper.remarks}
