"""The Vindplaats of a KVR document."""

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import Chamber, SourceKind
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.vindplaats import read_vindplaats
from kv2rdf.sources.markup.xml_node import Node
from tests.every_case import every_case
from tests.kvr_document import document, items
from tests.papers import read_paper

TK, EK = "tk", "ek"

MISPRINTED = FindingRule.VINDPLAATS_IS_MISPRINTED
META = Node.parse("KVR1.xml", b"<meta/>")


@every_case(
    ("printed", "chamber", "session", "number", "edition"),
    [
        ("Kamervragen met antwoord 2004-2005, nr. 1262, Tweede Kamer", TK, "2004-2005", "1262", 0),
        ("Kamervragen met antwoord 2004-2005, nr. 1262H, Tweede Kamer", TK, "2004-2005", "1262", 1),
        ("Kamervragen met antwoord 2005-2006, nr. 17a, Tweede Kamer", TK, "2005-2006", "17a", 0),
        ("Kamervragen met antwoord 1994-1995, nr. 31, Eerste Kamer", EK, "1994-1995", "31", 0),
        ("Kamervragen 2006-2007, vraagnr. 2060723030, Tweede Kamer", TK, "2006-2007", None, 0),
        ("Kamervragen 2006-2007, vraagnr. 206072196H, Tweede Kamer", TK, "2006-2007", None, 1),
        ("Kamervragen 2002-2003, vraagnr. 2020310870", TK, "2002-2003", None, 0),
        ("Aanhangsel Tweede Kamer 1989-1990 nummer 492", TK, "1989-1990", "492", 0),
        ("Aanhangsel Eerste Kamer 1988-1989 nummer 7", EK, "1988-1989", "7", 0),
        ("Aanhangsel Tweede Kamer 1989-1990 nummer 207a", TK, "1989-1990", "207a", 0),
        ("Aanhangsel Tweede Kamer 1989-1990 nummer 492 Herdruk", TK, "1989-1990", "492", 1),
        ("Aanhangsel Tweede Kamer 1989-1990 nummer 492 2e Herdruk", TK, "1989-1990", "492", 2),
        ("Kamervragen met antwoord 1997-1998, nr. 11952eH, Tweede Kamer", TK, "1997-1998",
         "1195", 2),
        ("Kamervragen met antwoord 2004-2005, nr. 12 (herdruk), Eerste Kamer", EK, "2004-2005",
         "12", 1),
        ("Aanhangsel 1988-1989, nr. 7, Eerste Kamer", EK, "1988-1989", "7", 0),
    ],
)  # fmt: skip
def test_a_vindplaats_is_read(
    printed: str, chamber: str, session: str, number: str | None, edition: int
) -> None:
    vindplaats = read_vindplaats(META, printed, {})
    assert (vindplaats.chamber, vindplaats.session_year) == (Chamber(chamber), session)
    assert (vindplaats.annex_number.number if vindplaats.annex_number else None) == number
    assert vindplaats.annex_number is None or vindplaats.annex_number.session == session.replace(
        "-", ""
    )
    assert vindplaats.edition == edition


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("Kamervragen met antwoord 2004-2005, nr. 1262, Tweede Kamer", SourceKind.KVR),
        ("Kamervragen 2006-2007, vraagnr. 2060723030, Tweede Kamer", SourceKind.KVR_QUESTIONS),
        ("Aanhangsel Eerste Kamer 1988-1989 nummer 7", SourceKind.KVR_SCAN),
    ],
)
def test_a_vindplaats_has_the_part_of_the_edition(printed: str, kind: SourceKind) -> None:
    assert read_vindplaats(META, printed, {}).kind is kind


def test_a_missing_chamber_is_read_from_the_head_of_the_page() -> None:
    printed = "Kamervragen met antwoord 2004-2005, nr. 1262"
    meta = Node.parse("KVR1.xml", b'<meta><header kamer="1"/></meta>')
    assert read_vindplaats(meta, printed, {}).chamber is Chamber.EK
    with pytest.raises(ReadError, match="names no chamber"):
        read_vindplaats(META, printed, {})


@every_case(
    "printed",
    [
        "",
        "Handelingen 2004-2005",
        "Kamervragen 2004, nr. 1",
        "Kamervragen 0000-0001, nr. 1",
        "Kamervragen met antwoord 2004-2005, nr., Tweede Kamer",
        "Kamervragen met antwoord 2004-2005, nr. a, Tweede Kamer",
        "Kamervragen 204-2005, nr. 1, Tweede Kamer",
        "Kamervragen 20040-2005, nr. 1, Tweede Kamer",
        "Kamervragen 2004-205, nr. 1, Tweede Kamer",
        "Kamervragen 2004-20055, nr. 1, Tweede Kamer",
        "Kamervragen 2004-2005, nr. 12345, Tweede Kamer",
        "Kamervragen 2006-2007, vraagnr. 20607230, Tweede Kamer",
        "Kamervragen 2006-2007, vraagnr. 20607230300, Tweede Kamer",
        "Kamervragen met antwoord 2004-2005, nr. ١٢, Tweede Kamer",
    ],
)
def test_an_unknown_form_of_vindplaats_is_refused(printed: str) -> None:
    with pytest.raises(ReadError, match="cannot read the Vindplaats"):
        read_vindplaats(META, printed, {})


def test_a_misprinted_vindplaats_is_looked_up() -> None:
    meant = "Kamervragen met antwoord 1997-1998, nr. 1195H, Tweede Kamer"
    vindplaats = read_vindplaats(META, "nr. 11952eH", {"nr. 11952eH": meant})
    assert vindplaats.annex_number is not None
    assert (vindplaats.annex_number.number, vindplaats.edition) == ("1195", 1)


def test_a_paper_of_a_misprinted_vindplaats_has_a_finding_with_the_printed_one() -> None:
    printed = "Aanhangsel Eerste Kamer 1990-1991 nummer 377"
    paper = read_paper(document(record=items(Vindplaats=printed)))
    assert (paper.chamber, paper.annex_number and paper.annex_number.number) == (Chamber.TK, "377")
    assert [remark.text for remark in paper.remarks if remark.rule == MISPRINTED] == [printed]


def test_a_paper_of_another_vindplaats_has_no_such_finding() -> None:
    other = "Aanhangsel Eerste Kamer 1990-1991 nummer 376"
    paper = read_paper(document(record=items(Vindplaats=other)))
    assert MISPRINTED not in {remark.rule for remark in paper.remarks}
    assert paper.chamber is Chamber.EK
