"""The formats of input documents: each is recognised by its content."""

from dataclasses import replace

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import PaperKind, SourceKind
from kv2rdf.reference.shipped_folders import folder
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.formats import recognise
from tests import kvr_document
from tests.every_case import every_case
from tests.papers import input_document, read_paper, read_papers, real_seeds

SEED = (folder("seeds") / "kamervragen" / "2022Z00634.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_kvr_document_is_recognised_by_its_content(encoding: str) -> None:
    xml = kvr_document.document().replace('encoding="UTF-8"', f'encoding="{encoding[:6].upper()}"')
    if encoding != "utf-8":
        xml = xml.partition("?>")[2].lstrip()
    paper = read_paper(xml.encode(encoding), "anything.bin")
    assert (paper.kind, paper.source.kind) == (PaperKind.ANSWER, SourceKind.KVR)
    assert (paper.source.id, paper.source.key) == ("anything.bin", "anything")


@pytest.mark.parametrize("byte_order_mark", ["", "\ufeff"])
def test_an_openkamer_page_is_recognised_by_its_first_word(byte_order_mark: str) -> None:
    papers = read_papers(byte_order_mark + SEED, "page.txt")
    assert [paper.kind.value for paper in papers] == [
        "schriftelijke-vragen",
        "antwoord",
        "mededeling",
    ]


@every_case(
    ("id_", "key"),
    [
        ("KVR1.xml", "KVR1"),
        ("KVR1.xml~0a1b2c3d", "KVR1~0a1b2c3d"),
        ("KVR1", "KVR1"),
        ("KVR1.2.xml", "KVR1.2"),
    ],
)
def test_the_key_of_a_source_is_its_name_without_the_ending(id_: str, key: str) -> None:
    assert read_paper(kvr_document.document(), id_).source.key == key


@every_case(
    ("id_", "key"),
    [
        ("zaken.jsonl-2009Z01319", "zaken-2009Z01319"),
        ("zaken.jsonl-2009Z01319~0a1b2c3d", "zaken-2009Z01319~0a1b2c3d"),
        ("zaken-2009Z01319", "zaken-2009Z01319"),
        ("zaken.1.json-2009", "zaken.1-2009"),
        ("a-very-long.name-20~0a1b2c3d", "a-very-long-2009Z01319~0a1b2c3d"),
    ],
)
def test_the_key_of_a_record_is_the_name_without_the_ending_and_its_number(
    id_: str, key: str
) -> None:
    record = "2009" if id_.endswith("-2009") else "2009Z01319"
    document = replace(input_document(id_, kvr_document.document()), record=record)
    (paper,) = recognise(document).papers(real_seeds().lookups)
    assert (paper.source.id, paper.source.key) == (id_, key)


@every_case(
    ("content", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04" + bytes(26) + b"mimetype", "a zip archive or an ODT"),
        (b"\x89PNG\r\n", "an image"),
        (b'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>', r"another kind \(schema\)"),
        (b"<feed/>", r"XML of another kind \(feed\)"),
        (b'{"value": []}', "JSON that is no record we know"),
        (b" [1, 2]", "JSON that is no record we know"),
        (b"\xff\xfe\x00\x01\x80", "bytes that are no text"),
        (b"\xff\xfe no text", "bytes that are no text"),
        (b"a\tb\n1\t2\n", "text that is no publication we know"),
        (b"Kamervragen zijn leuk", "text that is no publication we know"),
    ],
)
def test_a_document_of_another_kind_is_not_an_error(content: bytes, what: str) -> None:
    with pytest.raises(NotAPublicationError, match=what):
        read_papers(content, "some.file")


@every_case(
    ("content", "problem"),
    [
        (b"", "file: is empty"),
        (b"\n \n", "file: is empty"),
        (b"<kvr>\n<meta>\n</kvr>", r"line 3: broken XML"),
        (b"<kvr", "line 1: broken XML"),
        (b"<kvr>&nbsp;</kvr>", "broken XML"),
        (b"<kvr>\x00</kvr>", "broken XML"),
        (b'<?xml version="1.0" encoding="nonsense"?><kvr/>', "broken XML"),
        (b"<a>" * 300 + b"</a>" * 300, "broken XML"),
        (b'<!DOCTYPE kvr [<!ENTITY a "b">]><kvr>&a;</kvr>', "<!DOCTYPE kvr>"),
        (b'<!DOCTYPE kvr SYSTEM "file:///etc/passwd"><kvr/>', "<!DOCTYPE kvr>"),
        (b"<officiele-publicatie/>", "expected one kamervragen, found 0"),
        (
            b'<!DOCTYPE officiele-publicatie SYSTEM "op.dtd"><officiele-publicatie/>',
            "/officiele-publicatie: expected one kamervragen, found 0",
        ),
        (
            b'<!DOCTYPE officiele-publicatie [<!ENTITY a "b">]><officiele-publicatie/>',
            "<!DOCTYPE officiele-publicatie>: has a document type of its own",
        ),
        (
            b'<!DOCTYPE officiele-publicatie SYSTEM "op.dtd"><officiele-publicatie>&a;'
            b"</officiele-publicatie>",
            "&a;: is not a predefined entity",
        ),
        (b'<!DOCTYPE feed SYSTEM "feed.dtd"><feed/>', "<!DOCTYPE feed>: has a document type"),
        (
            b'<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "a.dtd"><html><br></html>',
            "/html: there is no reader for this kind yet",
        ),
        (b"<html><body/></html>", "there is no reader for this kind yet"),
        (b"<!DOCTYPE html><html><br></html>", "/html: there is no reader for this kind yet"),
        (b"<HTML>\n<BR></HTML>", "/html: there is no reader for this kind yet"),
        (b"<!DOCTYPE html [<!ENTITY a 'b'>]><html>&a;</html>", "has a document type of its own"),
        (b'{"value": [}', "JSON: broken"),
        (
            b"[1, 2",
            r"JSON: broken: Expecting .* If the file is not JSON, leave it out of the input",
        ),
        (b"Kamervraag 2022Z00634\n\xff", "byte 22: is not UTF-8"),
        (b"\xef\xbb\xbfKamervraag 2022Z00634\n\xff", "is not UTF-8"),
        (b"Kamervraag 634\n", "line 1: expected"),
    ],
)
def test_a_broken_publication_is_held_back(content: bytes, problem: str) -> None:
    with pytest.raises(ReadError, match=f"some.file: .*{problem}|{problem}"):
        read_papers(content, "some.file")


@pytest.mark.parametrize("name", ["zaken.jsonl", "zaken.json"])
def test_each_line_of_json_lines_is_parsed_by_itself(name: str) -> None:
    for content in (b'{"a": 1}\n{"a": 2}\n\n', b'{\n"a": 1}\n'):
        with pytest.raises(NotAPublicationError):
            read_papers(content, name)
    for content in (b'{"a": 1}\n{"a": \n', b'{"a": \n{"a": 1}\n'):
        with pytest.raises(ReadError, match=r"broken: Expecting value: line 1 column 7"):
            read_papers(content, name)


@pytest.mark.parametrize("name", ["zaken.json", "ZAKEN.JSON", "zaken.NDJSON"])
def test_broken_json_in_a_file_for_json_has_no_advice_to_leave_it_out(name: str) -> None:
    with pytest.raises(ReadError) as raised:
        read_papers(b"[1, 2", name)
    assert "leave it out" not in str(raised.value)


def test_an_external_entity_is_not_read() -> None:
    xml = b'<!DOCTYPE kvr [<!ENTITY a SYSTEM "file:///etc/hostname">]><kvr>&a;</kvr>'
    with pytest.raises(ReadError, match="has a document type of its own"):
        read_papers(xml)


SCAN = kvr_document.items(Vindplaats="Aanhangsel Tweede Kamer 1989-1990 nummer 492")


@every_case(
    ("content", "kind", "session"),
    [
        (
            kvr_document.document(record=f'{SCAN}<item attribuut="Odd">x</item>'),
            SourceKind.KVR_SCAN,
            "1989-1990",
        ),
        (
            kvr_document.document().replace("<vragen", "odd<vragen"),
            SourceKind.KVR,
            "2004-2005",
        ),
        (kvr_document.document(record=""), SourceKind.UNKNOWN, None),
        ("<kvr/>", SourceKind.UNKNOWN, None),
        ("Kamervraag 2022Z00634\n\nOdd", SourceKind.OPENKAMER, None),
        ("<officiele-publicatie/>", SourceKind.OFFICIAL, None),
        ("<html/>", SourceKind.UNKNOWN, None),
    ],
)
def test_a_publication_that_cannot_be_read_has_its_kind_and_session(
    content: str, kind: SourceKind, session: str | None
) -> None:
    publication, lookups = recognise(input_document("a", content)), real_seeds().lookups
    with pytest.raises(ReadError):
        publication.papers(lookups)
    assert publication.kind_and_session(lookups) == (kind, session)


@every_case("content", ["<kvr>", "", b"Kamervraag \xff", '{"a":'])
def test_a_broken_document_is_not_recognised(content: str | bytes) -> None:
    with pytest.raises(ReadError):
        recognise(input_document("a", content))
