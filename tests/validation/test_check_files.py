"""Check takes RDF as users have it, and says in a line what it cannot take."""

from pathlib import Path

import pytest
from rdflib import Dataset, Graph

from kv2rdf.errors import InputError
from kv2rdf.validation import check_files
from tests.conftest import ROOT

EXAMPLE = ROOT / "output" / "example"
DOSSIER = EXAMPLE / "dossiers" / "2022" / "2022Z00634.ttl"


@pytest.mark.parametrize(("ending", "form"), [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml")])
def test_triples_of_any_form_are_taken(tmp_path: Path, ending: str, form: str) -> None:
    path = tmp_path / f"dossier.{ending}"
    Graph().parse(DOSSIER).serialize(path, format=form, encoding="utf-8")
    assert check_files.checked((path,)) == check_files.checked((DOSSIER,))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # it warns of itself
def test_quads_are_taken_as_the_union_of_their_graphs(tmp_path: Path) -> None:
    dump = Dataset()
    dump.parse(EXAMPLE / "kamervragen.nq", format="nquads")
    dump.serialize(tmp_path / "dump.trig", format="trig")
    of_dump = check_files.checked((EXAMPLE / "kamervragen.nq",))
    assert {c.finding for c in check_files.checked((tmp_path / "dump.trig",))} == {
        c.finding for c in of_dump
    }
    assert [c for c in of_dump if c.severity == "Violation"] == []


def test_files_are_checked_together(tmp_path: Path) -> None:
    """What one file points at may stand in another."""
    lines = DOSSIER.read_text(encoding="utf-8").split("\n# ")
    head = lines[0]
    for number, section in enumerate(lines[1:]):
        (tmp_path / f"{number}.ttl").write_text(f"{head}\n# {section}", encoding="utf-8")
    parts = tuple(sorted(tmp_path.iterdir()))
    assert len(parts) == 3
    assert {c.severity for c in check_files.checked(parts)} == {"Warning"}
    assert "Violation" in {c.severity for c in check_files.checked(parts[:1])}


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.txt", "", "no ending of an RDF file"),
        ("a.ttl", "<a> <b> .", "line 1: is no Turtle"),
        ("a.nt", "what is this", "Invalid line"),
        ("a.rdf", "<rdf", "unclosed token"),
    ],
)
def test_what_is_no_rdf_is_told_of_in_a_line(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=told) as caught:
        check_files.checked((tmp_path / name,))
    assert "\n" not in str(caught.value)
