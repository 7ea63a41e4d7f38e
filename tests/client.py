"""A user's program that uses every public name of kv2rdf: it reads, builds and queries.

The arguments are a folder of documents and the folder of the release. It prints the folder from
which kv2rdf was imported. ``test_typed_package`` checks its types and runs it.
"""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from rdflib import RDF, Graph, URIRef

import kv2rdf


def numbers_of_questions(documents: Path) -> list[tuple[str, ...]]:
    """Return the printed numbers of all questions."""
    papers = kv2rdf.read_papers(documents)
    return [question.numbers for paper in papers for question in paper.questions]


def case_in(graphs: Mapping[str, Graph], identifier: str) -> set[object]:
    """Return the addresses of the case with an identifier."""
    dossier: URIRef = kv2rdf.KV.Dossier
    return set(graphs[identifier].subjects(RDF.type, dossier))


def build(documents: Path, out: Path) -> tuple[int, list[str]]:
    """Build a release. Return the number of its cases, and the ids of the documents held back."""
    steps: list[str] = []

    def note(step: str, done: int, of: int) -> None:
        steps.append(f"{step} {done + 1}/{of + 1}")

    result = kv2rdf.build_release([documents], out, now=date(2026, 1, 2), progress=note)
    assert steps
    return result.dossiers, [held.id for held in result.held_back]


def answer_rows(out: Path, select: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a SELECT."""
    with kv2rdf.open_release(out) as release:
        result = release.query(select)
        assert isinstance(result, kv2rdf.ResultRows), "CONSTRUCT has triples"
        return result.rows


def turtle(out: Path, construct: str) -> bytes:
    """Return the triples of a CONSTRUCT as Turtle."""
    with kv2rdf.open_release(str(out)) as release:
        result = release.query(construct)
        assert isinstance(result, kv2rdf.ResultTriples), "SELECT has rows"
        return result.turtle


def problem_with(out: Path) -> str:
    """Return the reason why a release cannot be opened."""
    try:
        kv2rdf.open_release(out).close()
    except kv2rdf.Kv2rdfError as error:
        return str(error)
    return ""


def main(documents: Path, out: Path) -> None:
    """Try every public name."""
    assert numbers_of_questions(documents)[:2] == [("1",), ("2",)]
    assert len(case_in(kv2rdf.case_graphs(documents), "2022Z00634")) == 1
    assert problem_with(out)
    assert build(documents, out) == (1, [])
    assert problem_with(out) == ""
    assert answer_rows(out, "SELECT ?n { ?d eli-dl:process_id ?n }") == (("2022Z00634",),)
    assert b"kv:Dossier" in turtle(out, "CONSTRUCT { ?d a ?k } { ?d a ?k FILTER(?k = kv:Dossier) }")
    with kv2rdf.open_release(out) as release:
        assert [text.address for text in release.search("doxing", first=1).texts]
        assert len(release.case("2022Z00634")) > 100
        assert release.verify() == ()
    results = kv2rdf.check_files(out / "dossiers" / "2022" / "2022Z00634.ttl")
    assert [str(result.message) for result in results if result.severity == "Violation"] == []
    sys.stdout.write(f"{kv2rdf.__version__}\n{kv2rdf.__file__}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
