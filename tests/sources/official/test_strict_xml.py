"""Official papers that two XML parsers could read differently are held back."""

import pytest

from kv2rdf.audit.official.text import official_root
from kv2rdf.errors import ReadError
from kv2rdf.model.rules import FindingRule
from tests.every_case import every_case
from tests.papers import read_paper
from tests.sources.official.metadata_examples import REPLY, metadata_list
from tests.sources.official.papers import ASKED, note, official, question

ROOT = "officiele-publicatie"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
ATTRIBUTE = '<!ATTLIST nadruk type CDATA "vet">'


def with_document_type(xml: str, declaration: str) -> str:
    """Return a document that has a document type declaration."""
    return xml.replace(DECLARATION, f"{DECLARATION}{declaration}\n")


@pytest.mark.parametrize(
    ("name", "codec", "problem"),
    [
        ("macintosh", "mac-roman", "MACINTOSH is not read"),
        ("GBK", "gbk", "GBK is not read"),
        ("UTF-7", "utf-7", "UTF-7 is not read"),
        ("UTF-32", "utf-32", "UTF-32 is not read"),
        ("utf8", "utf-8", "UTF8 is not read"),
        ("ISO-8859-1", "utf-8", "declared as ISO-8859-1, but the bytes are UTF-8"),
        ("ISO-8859-1", "utf-8-sig", "declared as ISO-8859-1, but the bytes are UTF-8"),
        ("UTF-8", "utf-16", "declared as UTF-8, but the bytes are UTF-16LE"),
    ],
)
@pytest.mark.parametrize("distance", [0, 2_000])
@pytest.mark.parametrize(
    "xml",
    [official(question("1", "Kent u het cafe?")), metadata_list(REPLY, title="Het cafe")],
    ids=["paper", "metadata"],
)
def test_an_encoding_that_programs_decode_differently_is_held_back(
    name: str, codec: str, problem: str, distance: int, xml: str
) -> None:
    letters = "café" if codec != "gbk" else "café 中"
    declared = DECLARATION.replace(" encoding", f"{' ' * distance} encoding").replace("UTF-8", name)
    text = xml.replace(DECLARATION, declared).replace("cafe", letters).replace("Officiële", "O")
    content = text.replace("officiële", "o").encode(codec)
    with pytest.raises(ReadError, match=problem):
        read_paper(content)


@pytest.mark.parametrize(
    ("name", "codec"),
    [("windows-1252", "cp1252"), ("ISO-8859-15", "iso-8859-15"), ("UTF-16", "utf-16")],
)
def test_a_published_paper_is_read_by_the_audit(name: str, codec: str) -> None:
    xml = official(question("1", "Kost het € 5?")).replace("UTF-8", name).encode(codec)
    assert read_paper(xml).questions[0].text.text == "Kost het € 5?"
    assert official_root(xml) is not None


@every_case(
    "declaration",
    [
        f"<!DOCTYPE {ROOT} [{ATTRIBUTE}]>",
        f"<!DOCTYPE other [{ATTRIBUTE}]>",
        f"<!DOCTYPE p:{ROOT} [{ATTRIBUTE}]>",
        f'<!DOCTYPE {ROOT} SYSTEM "op.dtd" [%declarations;]>',
        f"<!DOCTYPE {ROOT} [<!NOTATION n SYSTEM 'n'>]>",
        f"<!DOCTYPE {ROOT} [ ]>",
        "<!DOCTYPE other>",
        '<!DOCTYPE other SYSTEM "op.dtd">',
    ],
)
@every_case("codec", ["utf-8", "utf-16"])
def test_declarations_or_another_name_hold_a_paper_back(declaration: str, codec: str) -> None:
    """Otherwise an emphasis would be published that nobody printed."""
    xml = with_document_type(official(question("1", "Kent u <nadruk>het</nadruk>?")), declaration)
    content = xml.replace("UTF-8", codec.upper()).encode(codec)
    with pytest.raises(ReadError, match="has a document type of its own"):
        read_paper(content)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('<extref doc="http://example.org/caf&eacute;">dit</extref>', "&eacute;"),
        ('<extref doc="http://example.org/?a&amp;b&nbsp;">dit</extref>', "&nbsp;"),
        ("<nadruk type='&onbekend;'>dit</nadruk>", "&onbekend;"),
    ],
)
def test_an_entity_in_an_attribute_holds_a_paper_back(text: str, problem: str) -> None:
    """Parsers leave it out, so another address would be published."""
    xml = with_document_type(
        official(question("1", f"<al>{text}</al>")), f'<!DOCTYPE {ROOT} SYSTEM "op.dtd">'
    )
    with pytest.raises(ReadError, match=f"{problem}: is an entity in an attribute"):
        read_paper(xml)


@every_case(
    "text",
    [
        '<extref doc="http://example.org/?a&amp;b&#233;">caf&eacute;</extref>',
        "<!-- <a b='&c;'> -->caf&eacute;",
        "<?a <a b='&c;'> ?>caf&eacute;",
        "<![CDATA[<a b='&c;'>]]>caf&eacute;",
    ],
)
def test_other_entities_do_not_hold_a_paper_back(text: str) -> None:
    xml = with_document_type(
        official(question("1", f"<al>{text}</al>")), f'<!DOCTYPE {ROOT} SYSTEM "op.dtd">'
    )
    assert read_paper(xml).questions[0].text.text.endswith("café")


@pytest.mark.parametrize("name", ["\u2c00", "\u3400"])
def test_a_paper_that_the_second_parser_cannot_read_is_held_back(name: str) -> None:
    with pytest.raises(ReadError, match="broken XML"):
        read_paper(official(question("1", f"Kent u <?{name} ?>het?")))


@pytest.mark.parametrize(
    ("paper", "place"),
    [
        (official(question("1", "Kent u \x93het\x94?")), "vraag/al: U+0093, U+0094"),
        (official(question("1", "a" + note("1", "b\x80"))), "vraag/al/noot/noot.al: U+0080"),
        (official(asked=ASKED.replace("sluis", "sl&#x92;uis")), "kamervraagonderwerp: U+0092"),
    ],
)
def test_letters_of_another_code_page_have_a_finding(paper: str, place: str) -> None:
    (remark,) = (r for r in read_paper(paper).remarks if r.rule is FindingRule.CONTROL_CHARACTERS)
    assert remark.location.endswith(place)
