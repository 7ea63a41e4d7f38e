"""Results of queries in XML, with characters that XML does not allow or would change."""

import io
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from kv2rdf.query.result_streams import write_result
from kv2rdf.query.sparql import SparqlStore
from kv2rdf.rdf.xml_characters import AllowedXmlWriter
from kv2rdf.server.documents.document_format import DOCUMENT_FORMATS
from kv2rdf.server.documents.rdf_syntax import rdf_bytes

REFUSED = "\x00\x01\x08\x0b\x0c\x0e\x1b\x1c\x1d\x1e\x1f\ufffe\uffff"
ALLOWED = "\t\n\r\x7f\x85\x9b\u2028\u2029\ufeff\ufdd0\ufffd\U0001fffe\U0010ffff\u202e\u0301"
TEXT = "".join(f"x{character}" for character in REFUSED + ALLOWED)
SHOWN = "".join(f"x{character}" for character in "\ufffd" * len(REFUSED) + ALLOWED)
TRIPLE = ox.Triple(ox.NamedNode("http://x.example/a"), ox.NamedNode("http://x.example/b"),
                   ox.Literal(TEXT))  # fmt: skip


class _Output(io.BytesIO):
    """An output whose methods can be replaced."""


def answer(query: str, media_type: str) -> bytes:
    store = ox.Store()
    store.add(ox.Quad(*TRIPLE))
    output = io.BytesIO()
    write_result(SparqlStore(store), query, None, media_type, output)
    return output.getvalue()


def test_rows_in_xml_are_well_formed() -> None:
    content = answer("SELECT ?o { ?s ?p ?o }", "application/sparql-results+xml")
    assert [found.text for found in ElementTree.fromstring(content).iter() if found.text] == [SHOWN]


@pytest.mark.parametrize("is_answer", [True, False])
def test_rdf_xml_is_well_formed(is_answer: bool) -> None:  # noqa: FBT001
    query = "CONSTRUCT WHERE { ?s ?p ?o }"
    content = (
        answer(query, "application/rdf+xml")
        if is_answer
        else rdf_bytes([TRIPLE], next(f for f in DOCUMENT_FORMATS if f.extension == "rdf"))
    )
    (found,) = ElementTree.fromstring(content).iter("{http://x.example/}b")
    assert found.text == SHOWN


@pytest.mark.parametrize("media_type", ["text/turtle", "application/ld+json", "application/trig"])
def test_other_formats_contain_every_character(media_type: str) -> None:
    content = answer("CONSTRUCT WHERE { ?s ?p ?o }", media_type)
    format_ = ox.RdfFormat.from_media_type(media_type)
    assert format_ is not None
    assert [quad.triple for quad in ox.parse(content, format=format_)] == [TRIPLE]


@pytest.mark.parametrize("error", [BrokenPipeError(32, "Broken pipe"), ValueError("closed")])
@pytest.mark.parametrize("method", ["write", "flush"])
@pytest.mark.parametrize("media_type", ["text/csv", "application/sparql-results+xml"])
def test_an_error_of_the_output_is_not_an_error_of_the_store(
    monkeypatch: pytest.MonkeyPatch, error: Exception, method: str, media_type: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    failing = _Output()
    monkeypatch.setattr(failing, method, fail)
    with pytest.raises(type(error)) as raised:
        write_result(SparqlStore(ox.Store()), "SELECT * {}", None, media_type, failing)
    assert raised.value is error


def test_a_character_may_be_cut_between_two_pieces() -> None:
    content = f"<a>{TEXT}</a>".encode()
    output = io.BytesIO()
    writer = AllowedXmlWriter(output)
    for number in range(len(content)):
        assert writer.write(content[number : number + 1]) == 1
    assert ElementTree.fromstring(output.getvalue()).text == SHOWN
