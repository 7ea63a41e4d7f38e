"""Files are checked in any RDF format; an unreadable file is reported in one line."""

from pathlib import Path

import pytest
from rdflib import Dataset, Graph

from kv2rdf.errors import InputError
from kv2rdf.validation.check_files import validate_files
from tests.conftest import ROOT

EXAMPLE = ROOT / "output" / "example"
DOSSIER = EXAMPLE / "dossiers" / "2022" / "2022Z00634.ttl"


@pytest.mark.parametrize(
    ("extension", "rdf_format"), [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml")]
)
def test_triples_of_any_format_are_read(tmp_path: Path, extension: str, rdf_format: str) -> None:
    path = tmp_path / f"dossier.{extension}"
    Graph().parse(DOSSIER).serialize(path, format=rdf_format, encoding="utf-8")
    assert validate_files((path,)) == validate_files((DOSSIER,))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # in rdflib's own code
def test_quads_are_read_as_the_union_of_their_graphs(tmp_path: Path) -> None:
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
    assert len(parts) == 3
    assert {c.severity for c in validate_files(parts)} == {"Warning"}
    assert "Violation" in {c.severity for c in validate_files(parts[:1])}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.txt", "", "not an RDF file by its extension"),
        ("a.ttl", "<a> <b> .", "line 1: not valid Turtle"),
        ("a.nt", "what is this", "Invalid line"),
        ("a.rdf", "<rdf", "unclosed token"),
    ],
)
def test_a_file_that_is_not_rdf_is_reported_in_one_line(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=message) as caught:
        validate_files((tmp_path / name,))
    assert "\n" not in str(caught.value)
