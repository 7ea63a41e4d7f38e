"""The texts of a KVR document, field by field."""

from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.text import FieldText, UnknownField, field_texts, kvr_root
from tests import kvr_document
from tests.every_case import every_case


def read(xml: str) -> list[FieldText | UnknownField]:
    root = kvr_root(xml.encode())
    assert root is not None
    return list(field_texts(root))


def texts(xml: str, comparison: Comparison = Comparison.PROSE) -> dict[str, str]:
    """Return the texts with this comparison, by location."""
    return {
        text.location: " ".join(text.text.split())
        for text in read(xml)
        if isinstance(text, FieldText) and text.comparison is comparison
    }


def unknown_fields(xml: str) -> list[UnknownField]:
    return [text for text in read(xml) if isinstance(text, UnknownField)]


def test_an_ordinary_document_has_questions_answers_and_notes() -> None:
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
    assert texts(xml, Comparison.NUMBER) == {
        "kvr/vragen/vraag/@nummer": "1",
        "kvr/vragen/noten/noot/@nummer": "1",
        "kvr/antwoorden/antwoord[1]/@nummer": "1",
        "kvr/antwoorden/antwoord[2]/@nummer": "2",
    }
    assert texts(xml, Comparison.FACT)["kvr/meta/vraagdata/vrager/@partij"] == "ABC"


def test_running_text_in_attributes_is_text() -> None:
    xml = kvr_document.document(
        last_line="waarom niet?", tabled="2005-02-5", reply_day="23 februari 2005). Ja, dat is zo."
    )
    prose, dates = texts(xml), texts(xml, Comparison.DATE)
    assert prose["kvr/@type"] == "waarom niet?"
    assert prose["kvr/meta/antwoorddata/@antwoorddatum"] == "Ja, dat is zo."
    assert dates["kvr/meta/vraagdata/@indiendatum"] == "2005-02-05 2005-02-5"


def test_a_kind_of_paper_is_not_text() -> None:
    assert "kvr/@type" not in texts(kvr_document.document(last_line="Nader antwoord"))
    assert "kvr/@type" not in texts(kvr_document.document(last_line="Nader  antwoord "))


@every_case(
    ("xml", "unknown"),
    [
        (kvr_document.document(answer_notes="los"), UnknownField("kvr/antwoorden/noten", "los")),
        (
            kvr_document.document(questions='<vraag nummer="1">A<al>B</al></vraag>'),
            UnknownField("kvr/vragen/vraag/al", "B"),
        ),
        (
            kvr_document.document(questions='<vraag nummer="1" slot="Einde">A</vraag>'),
            UnknownField("kvr/vragen/vraag/@slot", "Einde"),
        ),
        (
            kvr_document.document(record=kvr_document.items(Extra="Meer")),
            UnknownField("kvr/meta/metadata/item[Extra]", "Meer"),
        ),
    ],
)
def test_a_field_that_is_not_in_the_table_is_unknown(xml: str, unknown: UnknownField) -> None:
    assert unknown_fields(xml) == [unknown]


def test_an_unknown_field_without_text_is_not_reported() -> None:
    assert unknown_fields(kvr_document.document(explanation='<kop kleur=" "><naam/></kop>')) == []
    assert unknown_fields(kvr_document.document()) == []


@every_case("content", [b"", b"<kvr>", b"<other/>", b"<!DOCTYPE kvr []><kvr/>"])
def test_another_document_has_no_kvr_root(content: bytes) -> None:
    assert kvr_root(content) is None


@every_case(
    ("marks", "text"),
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
        ('Bent U <voetnoot nummer="3"/>Op de', "Bent U Op de"),
    ],
)
def test_a_mark_is_text_only_if_it_is_a_digit_of_the_text(marks: str, text: str) -> None:
    xml = kvr_document.document(questions=f'<vraag nummer="1">{marks}</vraag>')
    assert texts(xml)["kvr/vragen/vraag"] == text


def test_a_text_has_the_number_of_its_element() -> None:
    numbers = {
        text.location: text.number
        for text in read(kvr_document.document())
        if isinstance(text, FieldText)
    }
    assert numbers["kvr/antwoorden/antwoord[2]"] == "2"
    assert numbers["kvr/meta/vraagdata/vrager"] == ""


def test_text_after_the_subject_is_text_of_a_question() -> None:
    subject = "de markt. (Ingekomen 13 september 1984) Wil de minister ingrijpen?"
    xml = kvr_document.document(subject=subject)
    location = "kvr/meta/vraagdata/@onderwerp"
    assert texts(xml, Comparison.FACT)[location] == "de markt."
    assert texts(xml, Comparison.DATE)[location] == "1984-09-13 13 september 1984"
    assert texts(xml)[location] == "Wil de minister ingrijpen?"


@every_case(
    ("mark", "text"),
    [("999", "Een 999⁄ 2"), ("1000", "Een ⁄ 2"), ("x", "Een ⁄ 2"),
     ("1 t/m 5", "Een ⁄ 2"), ("1*", "Een ⁄ 2"), ("", "Een ⁄ 2")],
)  # fmt: skip
def test_only_a_mark_that_is_one_number_is_part_of_a_fraction(mark: str, text: str) -> None:
    """Any other mark is unreadable: it is a finding, and not part of the text."""
    vraag = f'<vraag>Een <voetnoot nummer="{mark}"/>⁄ 2</vraag>'
    assert texts(f"<kvr><vragen>{vraag}</vragen></kvr>") == {"kvr/vragen/vraag": text}
