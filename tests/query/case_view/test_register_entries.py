"""The entries of the register are parsed when they are needed, and nothing is lost by that."""

from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.query.case_view.case_graph import CaseGraph
from kv2rdf.query.case_view.case_view import case_view
from kv2rdf.query.case_view.register_entries import RegisterEntries
from kv2rdf.rdf.turtle import REGISTER_HEADING
from kv2rdf.rdf.vocabulary import FOAF, HOME, RDF, RDFS

_HEADING = f"\n# {REGISTER_HEADING}\n"
_START = f"@base <{HOME}/> .\n@prefix rdfs: <{RDFS.label.removesuffix('label')}> .\n\n"
_CASE = '# As printed\n\n<zaak/1> rdfs:label "Zaak"@nl .\n'


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_case_has_the_same_view_whether_or_not_entries_are_parsed_apart(
    golden_release: Path, language: str
) -> None:
    files = sorted(golden_release.glob("dossiers/*/*.ttl"))
    assert files
    for file in files:
        written = file.read_text(encoding="utf-8")
        assert RegisterEntries.divide(written.encode())[1].blocks, file.name
        whole = CaseGraph.parse(written.replace(_HEADING, "\n").encode())
        divided = CaseGraph.parse(written.encode())
        address = whole.case_address(file.stem)
        assert case_view(divided, address, language) == case_view(whole, address, language)


def test_each_entry_of_a_file_has_its_statements(seed_release: Path) -> None:
    (file,) = seed_release.glob("dossiers/*/*.ttl")
    written = file.read_bytes()
    _, register = RegisterEntries.divide(written)
    whole = CaseGraph.parse(written.replace(_HEADING.encode(), b"\n"))
    assert f"{HOME}/id/partij/cda" in register.blocks
    for address in register.blocks:
        assert register.entry(address) == whole.statements[address]


def test_other_turtle_has_no_entries_apart() -> None:
    written = f"<{HOME}/a> <{RDFS.label}> 'A' .\n{_HEADING}\n<{HOME}/b> <{RDFS.label}> 'B' .\n"
    graph = CaseGraph.parse(written.encode())
    assert not graph.register.blocks
    assert graph.label(f"{HOME}/b", "nl") == "B"


def test_an_entry_about_an_entity_of_the_case_is_not_lost() -> None:
    entry = "<zaak/1> a <http://xmlns.com/foaf/0.1/Person> .\n"
    graph = CaseGraph.parse(f"{_START}{_CASE}{_HEADING}\n{entry}".encode())
    assert graph.label(f"{HOME}/zaak/1", "nl") == "Zaak"
    assert graph.is_a(f"{HOME}/zaak/1", FOAF.Person)
    assert graph.subjects(RDF.type, FOAF.Person) == (f"{HOME}/zaak/1",)


@pytest.mark.parametrize("subject", ["id/partij/a", f"{HOME}/id/partij/a"])
def test_an_entry_is_found_by_its_whole_address(subject: str) -> None:
    entries = f'<{subject}> rdfs:label "Lijst A"@nl , "List A"@en .\n\n'
    graph = CaseGraph.parse(f"{_START}{_CASE}{_HEADING}\n{entries}".encode())
    assert graph.label(f"{HOME}/id/partij/a", "en") == "List A"
    assert graph.label(f"{HOME}/id/partij/b", "en") is None


def test_a_damaged_entry_is_an_error_when_it_is_needed() -> None:
    entries = '<id/partij/a> rdfs:label "Lijst A .\n'
    graph = CaseGraph.parse(f"{_START}{_CASE}{_HEADING}\n{entries}".encode())
    assert graph.label(f"{HOME}/zaak/1", "nl") == "Zaak"
    with pytest.raises(ReleaseError, match="the file of the case cannot be read"):
        graph.label(f"{HOME}/id/partij/a", "nl")


def test_the_files_of_a_release_share_their_header(golden_release: Path) -> None:
    """Otherwise, each parsed entry would keep the header of its file in memory."""
    files = sorted(golden_release.glob("dossiers/*/*.ttl"))[:2]
    first, second = (RegisterEntries.divide(file.read_bytes())[1] for file in files)
    assert first.header is second.header
