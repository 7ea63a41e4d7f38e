"""A few cases as rdflib graphs in one call: the same triples as in the files of a release."""

from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from kv2rdf.errors import ReadError
from kv2rdf.pipeline import case_graphs
from tests.conftest import ROOT, build_quietly

SEED = ROOT / "seeds" / "kamervragen"
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/KVR*.xml"))[::3]


@pytest.mark.long
def test_a_graph_equals_the_file_of_its_case(tmp_path: Path) -> None:
    sources = [SEED, *GOLDEN]
    build_quietly(tmp_path / "release", *sources)
    written = {
        path.stem: Graph().parse(path) for path in (tmp_path / "release").resolve().rglob("*.ttl")
        if path.parent.parent.name == "dossiers"
    }  # fmt: skip
    graphs = case_graphs.graphs(sources)
    assert len(written) > 5
    for case, graph in written.items():
        assert isomorphic(graphs[case], graph), case
    assert ("kv", URIRef("https://w3id.org/kamervragen/def#")) in graphs["2022Z00634"].namespaces()


def test_a_broken_document_is_an_error_and_other_files_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "broken.xml").write_text("<kvr>")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(ReadError, match=r"broken\.xml"):
        case_graphs.graphs([tmp_path])
    (tmp_path / "broken.xml").unlink()
    assert case_graphs.graphs([tmp_path]) == {}
