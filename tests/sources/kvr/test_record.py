"""The library's record at the head of a KVR document."""

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import Chamber, SourceKind
from kv2rdf.sources.kvr import record as kvr_metadata
from kv2rdf.sources.markup.xml_node import Node

TK, EK = "tk", "ek"

META = Node.parse("KVR1.xml", b"<meta/>")


@pytest.mark.parametrize(
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
def test_a_vindplaats_says_where_a_paper_is_printed(
    printed: str, chamber: str, session: str, number: str | None, edition: int
) -> None:
    place = kvr_metadata.place(META, {"Vindplaats": printed}, {})
    assert (place.chamber, place.session_year) == (Chamber(chamber), session)
    assert (place.annex_number.number if place.annex_number else None) == number
    assert place.annex_number is None or place.annex_number.session == session.replace("-", "")
    assert place.edition == edition


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("Kamervragen met antwoord 2004-2005, nr. 1262, Tweede Kamer", SourceKind.KVR),
        ("Kamervragen 2006-2007, vraagnr. 2060723030, Tweede Kamer", SourceKind.KVR_QUESTIONS),
        ("Aanhangsel Eerste Kamer 1988-1989 nummer 7", SourceKind.KVR_SCAN),
    ],
)
def test_a_vindplaats_says_which_part_of_the_edition_it_is(printed: str, kind: SourceKind) -> None:
    assert kvr_metadata.place(META, {"Vindplaats": printed}, {}).kind is kind


def test_the_head_of_the_page_tells_the_chamber_that_a_vindplaats_lacks() -> None:
    printed = {"Vindplaats": "Kamervragen met antwoord 2004-2005, nr. 1262"}
    meta = Node.parse("KVR1.xml", b'<meta><header kamer="1"/></meta>')
    assert kvr_metadata.place(meta, printed, {}).chamber is Chamber.EK
    with pytest.raises(ReadError, match="names no chamber"):
        kvr_metadata.place(META, printed, {})


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "Handelingen 2004-2005",
        "Kamervragen 2004, nr. 1",
        "Kamervragen 0000-0001, nr. 1",
        "Kamervragen met antwoord 2004-2005, nr. ١٢, Tweede Kamer",
    ],
)
def test_another_vindplaats_is_refused(printed: str) -> None:
    with pytest.raises(ReadError, match="cannot read the Vindplaats"):
        kvr_metadata.place(META, {"Vindplaats": printed}, {})


def test_a_misprinted_vindplaats_is_looked_up() -> None:
    meant = "Kamervragen met antwoord 1997-1998, nr. 1195H, Tweede Kamer"
    place = kvr_metadata.place(META, {"Vindplaats": "nr. 11952eH"}, {"nr. 11952eH": meant})
    assert place.annex_number is not None
    assert (place.annex_number.number, place.edition) == ("1195", 1)


@pytest.mark.parametrize(
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
    assert kvr_metadata.question_number(printed) == number


@pytest.mark.parametrize(
    ("line", "subjects"),
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
def test_a_rubriek_line_is_cut_at_its_brackets(line: str, subjects: tuple[str, ...]) -> None:
    assert kvr_metadata.subjects(line) == subjects


@pytest.mark.parametrize(
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
def test_an_item_we_do_not_know_is_refused(inside: str) -> None:
    with pytest.raises(ReadError, match=r"KVR1\.xml: /metadata"):
        kvr_metadata.items(Node.parse("KVR1.xml", f"<metadata>{inside}</metadata>".encode()))


def test_the_items_are_read_with_their_blanks_as_one() -> None:
    xml = (
        b'<metadata><item attribuut="Indiener">\n <persoon>A</persoon> <persoon>B</persoon></item>\
 <item attribuut="Omvang"> 1  pag.\n</item></metadata>'
    )
    found, remarks = kvr_metadata.items(Node.parse("KVR1.xml", xml))
    assert found == {"Indiener": "A B", "Omvang": "1 pag."}
    assert remarks == ()


def test_letters_that_were_read_wrongly_are_mended_and_what_stood_there_is_kept() -> None:
    item = '<item attribuut="Inhoud">FinanciÃ«n en RosenmÃ¶ller</item>'
    xml = f"<metadata>{item}</metadata>".encode()
    found, remarks = kvr_metadata.items(Node.parse("KVR1.xml", xml))
    assert found == {"Inhoud": "Financiën en Rosenmöller"}
    (remark,) = remarks
    assert (remark.rule, remark.text) == ("letters-hersteld", "FinanciÃ«n en RosenmÃ¶ller")


@pytest.mark.parametrize("printed", ["Financiën", "São Paulo", "SÃ O PAULO", "Â", ""])
def test_letters_that_are_right_stay(printed: str) -> None:
    assert kvr_metadata.mended(printed) == printed


@pytest.mark.parametrize(
    ("words", "printed", "name", "office"),
    [
        (("minister", "Justitie", "Donner"), "Donner", "Donner", "minister Justitie"),
        (("minister", "Justitie", ""), "minister Justitie", None, "minister Justitie"),
        (
            ("de", "", "heer Nuis, staatssecretaris van Cultuur."),
            "heer Nuis, staatssecretaris van Cultuur.",
            "Nuis",
            "staatssecretaris van Cultuur",
        ),
        (
            ("de", "Ontvangen 3 april 1995", "heer Vermeend staatssecretaris van Zaken"),
            "heer Vermeend staatssecretaris van Zaken",
            "Vermeend",
            "staatssecretaris van Zaken",
        ),
        (("mevrouw", "Ontvangen 3 april 1995", "Kok"), "Kok", "Kok", None),
    ],
)
def test_who_answers_is_printed_as_the_source_has_it(
    words: tuple[str, str, str], printed: str, name: str | None, office: str | None
) -> None:
    (mention,) = kvr_metadata.officer(*words)
    assert (mention.printed, mention.name, mention.office) == (printed, name, office)


@pytest.mark.parametrize(
    "words", [("", "", ""), ("de", "Ontvangen 3 april 1995", ""), ("de", "", "")]
)
def test_nobody_is_made_up(words: tuple[str, str, str]) -> None:
    assert kvr_metadata.officer(*words) == ()


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ("<persoon>Kade</persoon> <persoon>Van  Groen</persoon><persoon/>", ("Kade", "Van Groen")),
        ("MeÃ«der", ("Meëder",)),
        ("", ()),
    ],
)
def test_the_record_names_each_person_apart(item: str, names: tuple[str, ...]) -> None:
    other = '<item attribuut="Indiener"><persoon>Bij</persoon></item>'
    xml = f'<metadata>{other}<item attribuut="Beantwoorder">{item}</item></metadata>'
    record = Node.parse("KVR1.xml", xml.encode())
    assert kvr_metadata.persons(record, "Beantwoorder") == names
    assert kvr_metadata.persons(record, "Bron") == ()


def test_a_line_of_subjects_is_cut_in_no_time() -> None:
    assert kvr_metadata.subjects("a (b) " * 5000 + "x") == ()
