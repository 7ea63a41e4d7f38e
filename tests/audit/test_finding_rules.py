"""Facts: those in findings, and those that a document prints otherwise than in a field for them."""

from pathlib import Path

import pytest

from kv2rdf.audit.additions import facts_added
from kv2rdf.audit.finding_rules import as_meant, lists_askers
from kv2rdf.audit.kvr.fields import Sort
from kv2rdf.audit.kvr.headings import named
from kv2rdf.audit.kvr.text import Piece
from kv2rdf.audit.results import Kind
from tests import kvr_document
from tests.audit.trial import audit, damaged
from tests.conftest import build_quietly

VRAGER = "kvr/meta/vraagdata/vrager"
TITLE = "kvr/meta/metadata/item[Bibliografische_omschrijving]"
REPLY = "Antwoord van minister Voorbeeld (Sociale Zaken). (Ontvangen 5 februari 2005)"


def fact(place: str, text: str) -> Piece:
    return Piece(place, place, Sort.FACT, text)


@pytest.mark.parametrize(
    ("words", "are_they"),
    [
        ("Örgü,VanVoorbeeld(ABC)", True),
        ("Örgü,VanVoorbeeld", False),
        ("VanVoorbeeld(ABC)", False),
        ("Örgü(ABC),VanVoorbeeld", False),
        ("Örgü,VanVoorbeeld(ABC),DeVries", False),
    ],
)
def test_the_askers_of_a_finding_are_those_that_are_listed(words: str, *, are_they: bool) -> None:
    pieces = [
        fact(VRAGER, "Ã–rgÃ¼"),
        fact(f"{VRAGER}/@partij", "ABC"),
        fact(VRAGER, "Van Voorbeeld"),
        fact(TITLE, "Vragen"),
    ]
    assert lists_askers(words, pieces) is are_they


def test_letters_are_mended_where_they_were_read_in_the_wrong_code_page() -> None:
    assert as_meant("FinanciÃ«n") == "Financiën"
    assert as_meant("Financiën") == "Financiën"
    assert as_meant("«Â€»") == "«Â€»"


def test_names_that_stood_in_one_are_kept_and_no_others(tmp_path: Path) -> None:
    xml = kvr_document.document(
        record=kvr_document.items(
            Bibliografische_omschrijving="Vragen van de leden Jansen (ABC) en De Vries (DEF) "
            "aan de minister van Marktzaken over het weer. (Ingezonden 5 februari 2005); Antwoord"
        ),
        askers='<vrager partij="ABC" oorsprong="parlement">Jansen en De Vries</vrager>',
    )
    (tmp_path / "KVR1.xml").write_text(xml, encoding="utf-8")
    build_quietly(tmp_path / "out", tmp_path / "KVR1.xml")
    told = audit(tmp_path / "out", tmp_path / "KVR1.xml")
    assert not told.faulty
    assert told.rules["indiener-uit-titel"] == len("JansenenDeVries")
    edited = damaged(
        tmp_path / "out",
        tmp_path / "other",
        lambda line: line.replace('#text> "Jansen en De Vries (', '#text> "Jansen en Pietersen ('),
    )
    told = audit(edited, tmp_path / "KVR1.xml")
    assert [r.words for r in told.remarks[Kind.ADDITION]] == ["JansenenPietersen(ABC)"]


@pytest.mark.parametrize(
    ("pieces", "term", "words", "added"),
    [
        ([fact(TITLE, "Vragen over FinanciÃ«n")], "title", "VragenoverFinanciën", False),
        ([fact(TITLE, "Vragen over FinanciÃ«n")], "title", "VragenoverFinancien", True),
        (
            [
                fact("kvr/mededeling/@mededeler", "Voorbeeld"),
                fact("kvr/mededeling/@functie", "minister"),
                fact(VRAGER, "Jansen"),
                fact("kvr/mededeling/@afdeling", "Defensie"),
            ],
            "officeAsInSource",
            "ministerDefensie",
            False,
        ),
        ([Piece("x", "x", Sort.PROSE, REPLY)], "officeAsInSource", "ministerSocialeZaken", False),
        ([Piece("x", "x", Sort.PROSE, REPLY)], "officeAsInSource", "ministerEconomie", True),
        ([Piece("x", "x", Sort.PROSE, "van Jansen")], "asInSource", "Jansen", True),
        (
            [
                Piece("kvr/@type", "kvr/@type", Sort.PROSE, "Zaken). (Ontvangen 5 februari 2005)"),
                Piece("x", "x", Sort.PROSE, "Antwoordvan minister Voorbeeld (Sociale"),
            ],
            "officeAsInSource",
            "ministerSocialeZaken",
            False,
        ),
    ],
)
def test_a_fact_is_added_unless_it_is_printed(
    pieces: list[Piece], term: str, words: str, *, added: bool
) -> None:
    told = list(facts_added([("thing", [(term, words)])], [pieces]))
    assert told == ([("thing", term, words)] if added else [])


def test_a_heading_that_is_torn_names_offices() -> None:
    torn = "Antwoord van minister Voorbeeld (Sociale Zaken), mede namens de Minister van Ontwik"
    assert list(named(torn))[1:] == ["minister Sociale Zaken"]


def test_a_case_without_a_title_goes_by_its_identifier() -> None:
    said = [("title", "ah-tk-1"), ("identifier", "ah-tk-1"), ("title", "Vragen")]
    told = list(facts_added([("thing", said)], [[fact(TITLE, "Iets anders")]]))
    assert told == [("thing", "title", "Vragen")]


@pytest.mark.parametrize(
    "by", ["Antwoordvan", "Antwoord van'", "Antwoord in", "Antwoord Antwoord", "Antwoord namens"]
)
def test_a_heading_may_be_misread(by: str) -> None:
    heading = f"{by}  minister Voorbeeld (Sociale Zaken), (ontvangen 5 februari 2005)"
    assert list(named(heading))[1:] == ["minister Sociale Zaken"]


@pytest.mark.parametrize("received", ["Ontvagen", "Qntvangen op", "Ontvarv gen"])
def test_the_day_of_a_heading_may_be_misread(received: str) -> None:
    heading = f"Antwoord van minister Voorbeeld (Sociale Zaken). ({received} 5 februari 2005)"
    assert list(named(heading))[1:] == ["minister Sociale Zaken"]


def test_a_heading_ends_in_its_day() -> None:
    assert list(named(f"Is dat zo? {REPLY} Ja.")) == [
        "van minister Voorbeeld (Sociale Zaken). (Ontva",
        "minister Sociale Zaken",
    ]
    asked = "Vragen van de leden Jansen (ABC) en De Vries (DEF) over het weer. (Ingezon"
    assert list(named(f"Zie ook: {asked}den 3 mei 2005)")) == [asked]
    assert list(named("De vragen van het lid Jansen (ABC) over het weer zijn beantwoord.")) == []
