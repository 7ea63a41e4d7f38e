"""The library's record at the beginning of a KVR document."""

import pytest

from kv2rdf.audit.finding_rules import with_encoding_repaired
from kv2rdf.errors import ReadError
from kv2rdf.model.text import with_restored_letters
from kv2rdf.sources.kvr.library_record import (
    persons,
    question_number,
    read_items,
    subjects,
)
from kv2rdf.sources.markup.xml_node import Node
from tests.every_case import every_case


@every_case(
    ("printed", "number"),
    [
        ("2040509430", "2040509430"),
        ("2989916200", "2989916200"),
        ("2990016200", "2990016200"),
        ("206072196H", "2060721960"),
        ("2000110743", "2000110743"),
        ("0", None),
        ("", None),
        ("2040609430", None),
        ("3040509430", None),
        ("20405094300", None),
        ("204050943a", None),
    ],
)
def test_a_question_number_holds_two_years_in_sequence(printed: str, number: str | None) -> None:
    assert question_number(printed) == number


@every_case(
    ("line", "expected"),
    [
        ("Verkeer (Wegen)", ("Verkeer (Wegen)",)),
        ("Belastingen (Overig) Verkeer, vervoer en waterstaat (Wegen)",
         ("Belastingen (Overig)", "Verkeer, vervoer en waterstaat (Wegen)")),
        ("Recht (Straf (jeugd)) Recht (Overig)", ("Recht (Straf (jeugd))", "Recht (Overig)")),
        ("Recht (Overig) Recht (Overig)", ("Recht (Overig)",)),
        ("Verkeer", ()),
        ("Recht (Overig) Verkeer", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_a_rubriek_line_is_split_at_its_brackets(line: str, expected: tuple[str, ...]) -> None:
    assert subjects(line) == expected


@every_case(
    "inside",
    [
        '<item attribuut="Kleur">blauw</item>',
        '<item attribuut="Omvang">1</item><item attribuut="Omvang">2</item>',
        "<item>1</item>",
        '<item attribuut="Omvang" kleur="blauw">1</item>',
        "<thing>1</thing>",
        "stray",
    ],
)
def test_an_unknown_item_is_refused(inside: str) -> None:
    with pytest.raises(ReadError, match=r"KVR1\.xml: /metadata"):
        read_items(Node.parse("KVR1.xml", f"<metadata>{inside}</metadata>".encode()))


def test_items_are_read_with_single_blanks() -> None:
    xml = (
        b'<metadata><item attribuut="Indiener">\n <persoon>A</persoon> <persoon>B</persoon></item>\
 <item attribuut="Omvang"> 1  pag.\n</item></metadata>'
    )
    items, remarks = read_items(Node.parse("KVR1.xml", xml))
    assert items == {"Indiener": "A B", "Omvang": "1 pag."}
    assert remarks == ()


def test_wrongly_decoded_letters_are_restored_with_a_remark() -> None:
    item = '<item attribuut="Inhoud">FinanciÃ«n en RosenmÃ¶ller</item>'
    xml = f"<metadata>{item}</metadata>".encode()
    items, remarks = read_items(Node.parse("KVR1.xml", xml))
    assert items == {"Inhoud": "Financiën en Rosenmöller"}
    (remark,) = remarks
    assert (remark.rule, remark.text) == ("letters-hersteld", "FinanciÃ«n en RosenmÃ¶ller")


@every_case(
    ("printed", "restored"),
    [
        ("Ã\x87Ã¶rÃ¼z", "Çörüz"),  # the byte 87 became a control character
        ("Ã‡Ã¶rÃ¼z", "Çörüz"),  # the byte 87 became a double dagger
        ("Th.ÂA.ÂM. Meijer", "Th.A.M. Meijer"),  # the second byte of each space was lost
        ("Â«verkeerÂ»", "«verkeer»"),
    ],
)
def test_a_byte_may_have_become_a_control_character_or_have_been_lost(
    printed: str, restored: str
) -> None:
    assert with_restored_letters(printed) == restored
    assert with_encoding_repaired(printed) == restored


@every_case("printed", ["Financiën", "São Paulo", "SÃ O PAULO", "Â", "A.Âb", "aÂB", "\x87Ö", ""])
def test_correct_letters_are_unchanged(printed: str) -> None:
    assert with_restored_letters(printed) == printed


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ("<persoon>Kade</persoon> <persoon>Van  Groen</persoon><persoon/>", ("Kade", "Van Groen")),
        ("MeÃ«der", ("Meëder",)),
        ("", ()),
    ],
)
def test_the_record_names_each_person_separately(item: str, names: tuple[str, ...]) -> None:
    other = '<item attribuut="Indiener"><persoon>Bij</persoon></item>'
    xml = f'<metadata>{other}<item attribuut="Beantwoorder">{item}</item></metadata>'
    record = Node.parse("KVR1.xml", xml.encode())
    assert persons(record, "Beantwoorder") == names
    assert persons(record, "Bron") == ()


def test_a_long_line_of_subjects_is_split_fast() -> None:
    assert subjects("a (b) " * 5000 + "x") == ()
