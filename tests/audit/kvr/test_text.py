"""What a KVR document prints, place by place."""

import pytest

from kv2rdf.audit.kvr.dates import day_and_rest
from kv2rdf.audit.kvr.fields import Sort
from kv2rdf.audit.kvr.text import Piece, Unknown, document, printed
from tests import kvr_document


def read(xml: str) -> list[Piece | Unknown]:
    root = document(xml.encode())
    assert root is not None
    return list(printed(root))


def texts(xml: str, sort: Sort = Sort.PROSE) -> dict[str, str]:
    """Give the words of one sort, by where they stand."""
    return {
        piece.where: " ".join(piece.text.split())
        for piece in read(xml)
        if isinstance(piece, Piece) and piece.sort is sort
    }


def test_an_ordinary_document_prints_its_questions_answers_and_notes() -> None:
    xml = kvr_document.document(
        questions='<vraag nummer="1">Kent u <voetnoot nummer="1"/>het\n bericht?</vraag>',
        question_notes='<noot nummer="1" bron="De Krant">De Krant, 3 mei</noot>',
        explanation="<toelichting>Ter aanvulling.</toelichting>",
    )
    assert texts(xml) == {
        "kvr/vragen/vraag": "Kent u het bericht?",
        "kvr/vragen/noten/noot": "De Krant, 3 mei",
        "kvr/toelichting": "Ter aanvulling.",
        "kvr/antwoorden/antwoord[1]": "Ja.",
        "kvr/antwoorden/antwoord[2]": "Niets.",
    }
    assert texts(xml, Sort.NUMBER) == {
        "kvr/vragen/vraag/@nummer": "1",
        "kvr/vragen/noten/noot/@nummer": "1",
        "kvr/antwoorden/antwoord[1]/@nummer": "1",
        "kvr/antwoorden/antwoord[2]/@nummer": "2",
    }
    assert texts(xml, Sort.FACT)["kvr/meta/vraagdata/vrager/@partij"] == "ABC"


def test_running_text_in_attributes_is_text() -> None:
    xml = kvr_document.document(
        last_line="waarom niet?", tabled="2005-02-5", answered="23 februari 2005). Ja, dat is zo."
    )
    found = texts(xml)
    assert found["kvr/@type"] == "waarom niet?"
    assert found["kvr/meta/antwoorddata/@antwoorddatum"] == "Ja, dat is zo."
    assert texts(xml, Sort.DAY)["kvr/meta/vraagdata/@indiendatum"] == "2005-02-05 2005-02-5"


def test_a_kind_of_paper_is_no_text() -> None:
    assert "kvr/@type" not in texts(kvr_document.document(last_line="Nader antwoord"))
    assert "kvr/@type" not in texts(kvr_document.document(last_line="Nader  antwoord "))


@pytest.mark.parametrize(
    ("xml", "unknown"),
    [
        (kvr_document.document(answer_notes="los"), Unknown("kvr/antwoorden/noten", "los")),
        (
            kvr_document.document(questions='<vraag nummer="1">A<al>B</al></vraag>'),
            Unknown("kvr/vragen/vraag/al", "B"),
        ),
        (
            kvr_document.document(questions='<vraag nummer="1" slot="Einde">A</vraag>'),
            Unknown("kvr/vragen/vraag/@slot", "Einde"),
        ),
        (
            kvr_document.document(record=kvr_document.items(Extra="Meer")),
            Unknown("kvr/meta/metadata/item[Extra]", "Meer"),
        ),
    ],
)
def test_what_the_table_does_not_have_is_told(xml: str, unknown: Unknown) -> None:
    assert unknown in read(xml)


def test_what_is_blank_has_nothing_to_hide() -> None:
    xml = kvr_document.document(explanation='<kop kleur=" "><naam/></kop>')
    assert not [u for u in read(xml) if isinstance(u, Unknown)]
    assert not [u for u in read(kvr_document.document()) if isinstance(u, Unknown)]


@pytest.mark.parametrize("content", [b"", b"<kvr>", b"<other/>", b"<!DOCTYPE kvr []><kvr/>"])
def test_what_is_no_kvr_document_is_none(content: bytes) -> None:
    assert document(content) is None


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("2005-07-8", ("2005-07-08", "2005-07-8", "")),
        ("23 maart 2005), zie ook", ("2005-03-23", "23 maart 2005", "zie ook")),
        ("op 3mei 1990} Ja.", ("1990-05-03", "op 3mei 1990", "Ja.")),
        ("31 april 1990) Ja.", ("", "", "31 april 1990) Ja.")),
        ("Uoktober 1993", ("", "", "Uoktober 1993")),
        ("2005-07-081", ("", "", "2005-07-081")),
        (", 6 augustus 1985) Ja", ("1985-08-06", "6 augustus 1985", "Ja")),
        (", Ja", ("", "", ", Ja")),
    ],
)
def test_a_day_is_cut_from_the_start(text: str, cut: tuple[str, str, str]) -> None:
    assert day_and_rest(text) == cut


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ('2 <voetnoot nummer="1"/>⁄ <voetnoot nummer="2"/> procent', "2 1⁄ 2 procent"),
        ('tot <voetnoot nummer="0"/> graden', "tot 0 graden"),
        ('de krant <voetnoot nummer="1"/>, en', "de krant , en"),
        ('<voetnoot nummer="1"/> van <voetnoot nummer="2"/>⁄ 3', "van 2⁄ 3"),
        ('1⁄2 <voetnoot nummer="3"/>', "1⁄2"),
        ('de CO <voetnoot nummer="2"/>-norm', "de CO2-norm"),
        ('de ECO <voetnoot nummer="2"/>-norm', "de ECO -norm"),
        ('40 m <voetnoot nummer="3"/>gas', "40 m3gas"),
        ('40 m <voetnoot nummer="1"/>gas', "40 m gas"),
        ('U <voetnoot nummer="3"/>O <voetnoot nummer="8"/>.', "U3O8."),
        ('Bent U <voetnoot nummer="3"/>Op', "Bent U Op"),
    ],
)
def test_a_mark_that_is_a_figure_is_text_and_no_other(marks: str, words: str) -> None:
    xml = kvr_document.document(questions=f'<vraag nummer="1">{marks}</vraag>')
    assert texts(xml)["kvr/vragen/vraag"] == words


def test_a_text_has_the_number_of_its_element() -> None:
    numbers = {p.where: p.number for p in read(kvr_document.document()) if isinstance(p, Piece)}
    assert numbers["kvr/antwoorden/antwoord[2]"] == "2"
    assert numbers["kvr/meta/vraagdata/vrager"] == ""


def test_text_behind_the_subject_is_text_of_a_question() -> None:
    subject = "de markt. (Ingekomen 13 september 1984) Wil de minister ingrijpen?"
    xml = kvr_document.document(subject=subject)
    where = "kvr/meta/vraagdata/@onderwerp"
    assert texts(xml, Sort.FACT)[where] == "de markt."
    assert texts(xml, Sort.DAY)[where] == "1984-09-13 13 september 1984"
    assert texts(xml)[where] == "Wil de minister ingrijpen?"
