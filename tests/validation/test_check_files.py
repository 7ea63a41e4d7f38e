"""Files are checked in any RDF format; a file that cannot be checked is reported in one line."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, RDFS, Dataset, Graph, URIRef

from kv2rdf.errors import InputError
from kv2rdf.rdf.vocabulary import HOME, KV
from kv2rdf.validation.check_files import validate_files
from kv2rdf.validation.results import ShapeResult
from tests.conftest import ROOT

EXAMPLE = ROOT / "output" / "example"
DOSSIER = EXAMPLE / "dossiers" / "2022" / "2022Z00634.ttl"


@pytest.fixture(scope="module")
def dossier_results() -> tuple[ShapeResult, ...]:
    """The results for the file of a case in the example."""
    return validate_files((DOSSIER,))


@pytest.mark.parametrize(
    ("extension", "rdf_format"),
    [
        ("nt", "nt"),
        pytest.param("ttl", "turtle", marks=pytest.mark.long),
        pytest.param("rdf", "xml", marks=pytest.mark.long),
    ],
)
def test_triples_of_any_format_are_read(
    tmp_path: Path, extension: str, rdf_format: str, dossier_results: tuple[ShapeResult, ...]
) -> None:
    path = tmp_path / f"dossier.{extension}"
    Graph().parse(DOSSIER).serialize(path, format=rdf_format, encoding="utf-8")
    assert validate_files((path,)) == dossier_results


@pytest.mark.long
# The warning is about rdflib's own code.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_quads_are_read_as_the_union_of_their_graphs(
    tmp_path: Path, dossier_results: tuple[ShapeResult, ...]
) -> None:
    dump = Dataset()
    for number, triple in enumerate(Graph().parse(DOSSIER)):
        dump.graph(URIRef(f"https://example.org/{number % 3}")).add(triple)
    for name, rdf_format in (("dump.nq", "nquads"), ("dump.trig", "trig")):
        dump.serialize(tmp_path / name, format=rdf_format, encoding="utf-8")
        assert validate_files((tmp_path / name,)) == dossier_results


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_the_dump_of_the_example_has_the_same_results_in_both_formats(tmp_path: Path) -> None:
    dump = Dataset()
    dump.parse(EXAMPLE / "kamervragen.nq", format="nquads")
    dump.serialize(tmp_path / "dump.trig", format="trig")
    dump_results = validate_files((EXAMPLE / "kamervragen.nq",))
    assert {c.comparison_key for c in validate_files((tmp_path / "dump.trig",))} == {
        c.comparison_key for c in dump_results
    }
    assert [c for c in dump_results if c.severity == "Violation"] == []


def test_files_are_checked_together(tmp_path: Path) -> None:
    """A file may refer to what is in another file."""
    lines = DOSSIER.read_text(encoding="utf-8").split("\n# ")
    head = lines[0]
    for number, section in enumerate(lines[1:]):
        (tmp_path / f"{number}.ttl").write_text(f"{head}\n# {section}", encoding="utf-8")
    parts = tuple(sorted(tmp_path.iterdir()))
    assert len(parts) == 4
    assert {c.severity for c in validate_files(parts)} == {"Warning"}
    assert "Violation" in {c.severity for c in validate_files(parts[:1])}


BROKEN: dict[str, tuple[str, bytes, str]] = {
    "text": ("a.txt", b"", r"not an RDF file by its extension \(\.ttl, "),
    "html": ("a.html", b"<html>", "not an RDF file"),
    "xhtml": ("a.xhtml", b"<html/>", "not an RDF file"),
    "svg": ("a.svg", b"<svg/>", "not an RDF file"),
    "no ending": ("ttl", b"", "not an RDF file"),
    "archive": ("a.tar.gz", b"", "not an RDF file"),
    "empty": ("a.ttl", b"", "has no triples"),
    "prefixes only": ("a.ttl", b"@prefix a: <a:> .", "has no triples"),
    "empty object": ("a.jsonld", b"{}", "has no triples"),
    "turtle": ("a.ttl", b"<a> <b> .", "is not valid Turtle: line 1 column 9: "),
    "triples": ("a.nt", b"what is this", "is not valid N-Triples: line 1 "),
    "quads": ("a.nq", b"<a:a> <b:b> .", "is not valid N-Quads: line 1 "),
    "trig": ("a.trig", b"<a:a> { <a:a> }", "is not valid TriG: line 1 "),
    "xml": ("a.rdf", b"<rdf", "is not valid RDF/XML: "),
    "other xml": ("a.owl", b"<a/>", "is not valid RDF/XML: "),
    "json": ("a.jsonld", b'{"a":', "is not valid JSON-LD: "),
    "not utf-8": ("a.ttl", b'<a:a> <b:b> "\xff" .', "is not valid Turtle: .*UTF-8"),
    "utf-16": ("a.ttl", "<a:a> <b:b> <c:c> .".encode("utf-16"), "is not valid Turtle: "),
    "json not utf-8": ("a.jsonld", b'{"a": "\xff"}', "is not valid JSON-LD: "),
    "bytes": ("a.ttl", b"\0\1\2", "is not valid Turtle: "),
    "deep turtle": ("a.ttl", b"<a:a> <b:b> " + b"[" * 5_000, "is not valid Turtle: "),
    "deep json": ("a.jsonld", b'{"a:a":' * 200_000, "is nested too deeply"),
    "deep context": ("a.jsonld", b'{"@context": ' * 500 + b"{}" + b"}" * 500, "JSON-LD"),
    "a triple as a term": ("a.ttl", b"<a:a> <b:b> <<( <a:a> <b:b> 1 )>> .", "triple is used"),
    "entities": ("a.rdf", b'<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', "declares entities"),
    "no gzip": ("a.ttl.gz", b"<a:a> <b:b> <c:c> .", "cannot be decompressed"),
    "cut gzip": ("a.ttl.gz", gzip.compress(b"<a:a> <b:b> <c:c> .")[:-9], "cannot be decompressed"),
    "other vocabulary": ("a.ttl", b"<a:a> a <b:b> .", r"nothing to check: .*/a\.ttl contains no "),
    "no types": ("a.ttl", b"<a:a> <b:b> 1 .", "nothing to check"),
    "context on the web": ("a.jsonld", b'{"@context": "http://127.0.0.1:9/c"}', "is not fetched"),
    "context in a file": ("a.jsonld", b'{"@context": ["file:///etc/passwd"]}', "is not fetched"),
    "context beside it": ("a.jsonld", b'[{"a": {"@context": "other.jsonld"}}]', "is not fetched"),
    "imported context": ("a.jsonld", b'{"@context": {"@import": "http://a/"}}', "is not fetched"),
}


@pytest.mark.parametrize(("name", "content", "message"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_cannot_be_checked_is_reported_in_one_line(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=message) as caught:
        validate_files((tmp_path / name,))
    assert "\n" not in str(caught.value)


@pytest.mark.long
def test_a_long_chain_of_classes_is_checked_or_reported(tmp_path: Path) -> None:
    links = "".join(f"<a:{n}> <{RDFS.subClassOf}> <a:{n + 1}> .\n" for n in range(2_000))
    text = f"<a:a> a <a:0> .\n{links}<a:2000> <{RDFS.subClassOf}> <{KV.Footnote}> ."
    (tmp_path / "a.ttl").write_text(text)
    with pytest.raises(InputError, match="nested too deeply"):
        validate_files((tmp_path / "a.ttl",))


@pytest.mark.sampled(3)
@pytest.mark.parametrize("address", [f"{HOME}/def", f"{HOME}/def/context.jsonld", "context.jsonld"])
def test_our_own_context_needs_no_network(tmp_path: Path, address: str) -> None:
    (tmp_path / "a.jsonld").write_text(
        json.dumps({"@context": address, "@id": "a:a", "@type": "Dossier"})
    )
    (tmp_path / "a.ttl").write_text(f"<a:a> a <{KV.Dossier}> .")
    found, same = (validate_files((tmp_path / name,)) for name in ("a.jsonld", "a.ttl"))
    assert found == same
    assert "Violation" in {result.severity for result in found}


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.ttl", lambda turtle: b"\xef\xbb\xbf" + turtle), ("a.TTL.gz", gzip.compress)],
    ids=["byte order mark", "gzip"],
)
def test_turtle_with_a_mark_or_compressed_is_read(
    tmp_path: Path, name: str, pack: Callable[[bytes], bytes]
) -> None:
    (tmp_path / name).write_bytes(pack(f"<a:a> a <{KV.Footnote}> .".encode()))
    assert "Violation" in {result.severity for result in validate_files((tmp_path / name,))}


def test_blank_nodes_of_two_files_are_different_things(tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        (tmp_path / name).write_text(f"_:same a <{KV.Dossier}> .")
    one = validate_files((tmp_path / "a.ttl",))
    assert len(validate_files((tmp_path / "a.ttl", tmp_path / "b.ttl"))) == 2 * len(one)


def test_an_invalid_value_is_reported_without_a_traceback(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """rdflib logs the error of its own conversion of the value."""
    path = tmp_path / "case.nt"
    case, day = "<https://example.org/case>", "<http://www.w3.org/2001/XMLSchema#date>"
    kinds = f"{case} <{RDF.type}> <{KV.Dossier}> ."
    path.write_text(f'{kinds}\n{case} <{DCTERMS.date}> "2022-02-30"^^{day} .\n', encoding="utf-8")
    assert any("2022-02-30" in str(result) for result in validate_files((path,)))
    assert not caplog.records
