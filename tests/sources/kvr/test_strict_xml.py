"""KVR documents that two XML parsers could read differently are held back."""

from encodings.aliases import aliases

import pytest

from kv2rdf.audit.kvr.text import field_texts, kvr_root
from kv2rdf.errors import ReadError
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.markup.document_encoding import READ
from tests.every_case import every_case
from tests.kvr_document import ASKER, document
from tests.papers import read_paper

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
LETTERS = "é«ë–’€ĳя"
CODECS = sorted(set(aliases.values()))


def questions(letters: str) -> str:
    """Return the elements of a question with these letters."""
    return f'<vraag nummer="1">Kent u {letters}?</vraag>'


def declared(name: str, letters: str) -> str:
    """Return a document that declares an encoding."""
    return document(questions=questions(letters)).replace("UTF-8", name, 1)


def encoded(text: str, codec: str) -> bytes | None:
    """Return the bytes of a text, or None if the encoding is unknown or lacks a character."""
    try:
        return text.encode(codec)
    # This is not a text encoding, or is available only on another system.
    except (UnicodeError, LookupError):
        return None


def is_read_by_both(content: bytes, letters: str) -> bool:
    """Whether a document is published. If so, the audit must read the same letters in it."""
    try:
        paper = read_paper(content)
    except ReadError:
        return False
    (question,) = paper.questions
    assert question.text.text == f"Kent u {letters}?"
    root = kvr_root(content)
    assert root is not None
    assert f"Kent u {letters}?" in [text.text for text in field_texts(root)]
    return True


@pytest.mark.sampled(4)
@pytest.mark.parametrize("codec", CODECS)
def test_whatever_the_build_reads_in_an_encoding_the_audit_reads(codec: str) -> None:
    """Every encoding of Python is tried, under each of its names."""
    letters = "".join(c for c in LETTERS if encoded(c, codec) is not None)
    names = {codec, codec.replace("_", "-"), *(a for a, c in aliases.items() if c == codec)}
    for name in sorted(names | {name.upper() for name in names}):
        content = encoded(declared(name, letters), codec)
        if content is not None and is_read_by_both(content, letters):
            assert name.upper() in READ


@every_case(
    ("name", "codec"),
    [
        ("UTF-8", "utf-8"), ("utf-8", "utf-8"), ("UTF-8", "utf-8-sig"), ("UTF-16", "utf-16"),
        ("UTF-16LE", "utf-16-le"), ("UTF-16BE", "utf-16-be"), ("US-ASCII", "ascii"),
        ("ISO-8859-1", "latin-1"), ("iso-8859-15", "iso-8859-15"), ("windows-1252", "cp1252"),
    ],
)  # fmt: skip
def test_the_encodings_that_are_read(name: str, codec: str) -> None:
    letters = "".join(c for c in LETTERS if encoded(c, codec) is not None)
    assert is_read_by_both(declared(name, letters).encode(codec), letters)


@every_case(
    ("name", "codec", "problem"),
    [
        ("UTF-7", "utf-7", "UTF-7 is not read"),
        ("UTF-32", "utf-32", "UTF-32 is not read"),
        ("UTF-32LE", "utf-32-le", "UTF-32LE is not read"),
        ("macintosh", "mac-roman", "MACINTOSH is not read"),
        ("GBK", "gbk", "GBK is not read"),
        ("windows-1250", "cp1250", "WINDOWS-1250 is not read"),
        ("IBM037", "cp037", "EBCDIC is not read"),
        ("UTF-8", "cp500", "EBCDIC is not read"),
        ("UTF-8", "latin-1", "broken XML"),
        ("US-ASCII", "utf-8", "declared as US-ASCII|broken XML"),
        ("ISO-8859-1", "utf-8", "declared as ISO-8859-1, but the bytes are UTF-8"),
        ("windows-1252", "utf-8", "declared as WINDOWS-1252, but the bytes are UTF-8"),
        ("ISO-8859-1", "utf-8-sig", "declared as ISO-8859-1, but the bytes are UTF-8"),
        ("UTF-16", "utf-8-sig", "declared as UTF-16, but the bytes are UTF-8"),
        ("UTF-16", "utf-8", "broken XML"),
        ("UTF-8", "utf-16", "declared as UTF-8, but the bytes are UTF-16LE"),
        ("ISO-8859-1", "utf-16", "declared as ISO-8859-1, but the bytes are UTF-16LE"),
        ("UTF-8", "utf-16-be", "declared as UTF-8, but the bytes are UTF-16BE"),
        ("UTF-16BE", "utf-16-le", "declared as UTF-16BE, but the bytes are UTF-16LE"),
    ],
)
def test_any_other_encoding_is_held_back(name: str, codec: str, problem: str) -> None:
    content = declared(name, "é").encode(codec)
    with pytest.raises(ReadError, match=problem):
        read_paper(content)


def test_a_declaration_of_any_length_is_read() -> None:
    spaces = " " * 2_000
    content = declared("ISO-8859-1", "é").replace(" encoding", f"{spaces} encoding")
    assert is_read_by_both(content.encode("latin-1"), "é")
    with pytest.raises(ReadError, match="declared as ISO-8859-1, but the bytes are UTF-8"):
        read_paper(content)


def test_a_byte_of_no_letter_is_held_back() -> None:
    content = declared("windows-1252", "§").encode("cp1252").replace(b"\xa7", b"\x81")
    with pytest.raises(ReadError, match="broken XML"):
        read_paper(content)


ATTRIBUTE = '<!ATTLIST vrager partij CDATA "SGP">'


@every_case(
    "doctype",
    [
        f"<!DOCTYPE html [{ATTRIBUTE}]>",
        f"<!DOCTYPE kvr [{ATTRIBUTE}]>",
        f'<!DOCTYPE kvr SYSTEM "kvr.dtd" [{ATTRIBUTE}]>',
        "<!DOCTYPE html>",
        "<!DOCTYPE kvr>",
        "<!DOCTYPE\nkvr [ ]\n>",
        "<!-- a comment --><!DOCTYPE html>",
        "<!-- a comment --><!DOCTYPE kvr>",
        "<?a b?>\n<!DOCTYPE kvr>",
        '<!DOCTYPE kvr SYSTEM "kvr.dtd">',
        '<!DOCTYPE kvr SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/xhtml1.dtd">',
        "<!DOCTYPE kvr [<!ELEMENT kvr ANY>]>",
        "<!DOCTYPE kvr [<!NOTATION n SYSTEM 'n'>]>",
        "<!DOCTYPE kvr [<!ENTITY % p ''>]>",
        "<!DOCTYPE kvr [<!-- nothing --><?nothing?>]>",
    ],
)
@every_case("codec", ["utf-8", "utf-16"])
def test_a_document_type_of_any_kind_is_held_back(doctype: str, codec: str) -> None:
    asker = ASKER.replace(' partij="ABC"', "")
    content = document(askers=asker).replace(DECLARATION, f"{doctype}\n").encode(codec)
    with pytest.raises(ReadError, match=r"document type of its own|broken XML"):
        read_paper(content)
    assert kvr_root(content) is None


@every_case("before", ["<!-- <!DOCTYPE kvr> -->", "<?a <!DOCTYPE html> ?>", "<!-- a -->\n<?a?>"])
@every_case("codec", ["utf-8", "utf-16"])
def test_the_word_for_a_document_type_is_not_a_document_type(before: str, codec: str) -> None:
    content = document(questions=questions("é")).replace(DECLARATION, before)
    assert is_read_by_both(content.encode(codec), "é")


@every_case(
    ("old", "new"),
    [
        ("kvr", "x:kvr"),
        ("<kvr", '<kvr xmlns="http://example.org/"'),
        ("<vraag nummer", "<x:vraag nummer"),
        ("partij=", "x:partij="),
    ],
)
def test_a_name_in_a_namespace_is_held_back(old: str, new: str) -> None:
    xml = document(questions=questions("é"))
    assert read_paper(xml.replace("<kvr", '<kvr xmlns:x="http://example.org/"')).questions
    changed = xml.replace(f"</{old}>", f"</{new}>").replace(f"<{old} type", f"<{new} type")
    changed = changed.replace(old, new, 1) if changed == xml else changed
    changed = changed.replace("</vraag>", "</x:vraag>") if "<x:vraag" in changed else changed
    changed = changed.replace(" type=", ' xmlns:x="http://example.org/" type=', 1)
    with pytest.raises(ReadError, match=r"namespace|cannot read"):
        read_paper(changed)


def test_letters_of_another_code_page_are_published_with_a_finding() -> None:
    bytes_ = declared("ISO-8859-1", "§").encode("latin-1")
    content = bytes_.replace(b"\xa7", b"\x93het bericht\x94 \x96 en \x92t plan van \x80 5")
    paper = read_paper(content)
    printed = "Kent u \x93het bericht\x94 \x96 en \x92t plan van \x80 5?"
    assert [part.text.text for part in paper.questions] == [printed]
    (remark,) = (r for r in paper.remarks if r.rule is FindingRule.CONTROL_CHARACTERS)
    place = "/kvr/vragen/vraag: U+0080, U+0092, U+0093, U+0094, U+0096"
    assert (remark.location, remark.text) == (place, None)


@pytest.mark.parametrize(
    ("letters", "found"),
    [("\x7f", True), ("\x9f", True), ("\x85", True), ("&#x93;", True), ("~", False),
     ("\xa0", False), ("\t\r\n", False), ("\xad\u200b", False)],
)  # fmt: skip
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_a_control_character_anywhere_has_a_finding(
    letters: str, codec: str, *, found: bool
) -> None:
    name = {"utf-8": "UTF-8", "utf-16": "UTF-16"}[codec]
    for xml in (
        declared(name, letters),
        document(subject=f"het {letters} weer").replace("UTF-8", name),
        document(questions='<vraag nummer="1">a <voetnoot nummer="1"/> ' + f"b{letters} c</vraag>"),
    ):
        content = xml.replace("UTF-8", name, 1).replace("&amp;", "&").encode(codec)
        remarks = [r for r in read_paper(content).remarks if "U+00" in r.location]
        assert bool(remarks) == found


@pytest.mark.parametrize("name", ["爽", "ŋĸ", "a\u3041\u3400", "\u2c00", "\U00020000"], ids=ascii)
@pytest.mark.parametrize(
    ("old", "new"), [(' aantal="2"', ' aantal="2" {}=""'), (DECLARATION, "<?{} ?>")]
)
def test_a_document_is_read_by_both_parsers_or_held_back(name: str, old: str, new: str) -> None:
    """Some of these are names in the fifth edition of XML 1.0, and not in those before."""
    content = document(questions=questions("é")).replace(old, new.format(name), 1).encode()
    is_known_to_both = name in {"爽", "ŋĸ"}
    assert is_read_by_both(content, "é") == is_known_to_both
