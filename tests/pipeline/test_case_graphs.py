"""A few cases as rdflib graphs, in one call: what the release's own files say."""

from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from kv2rdf import pipeline
from kv2rdf.errors import ReadError
from tests.conftest import ROOT, build_quietly

SEED = ROOT / "seeds" / "kamervragen"
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/KVR*.xml"))


def test_a_graph_is_what_the_file_of_the_case_says(tmp_path: Path) -> None:
    sources = [SEED, *GOLDEN]
    build_quietly(tmp_path / "release", *sources)
    written = {
        path.stem: Graph().parse(path) for path in (tmp_path / "release").resolve().rglob("*.ttl")
        if path.parent.parent.name == "dossiers"
    }  # fmt: skip
    found = pipeline.graphs(sources)
    assert len(written) > 10
    for case, graph in written.items():
        assert isomorphic(found[case], graph), case
    assert ("kv", URIRef("https://w3id.org/kamervragen/def#")) in found["2022Z00634"].namespaces()


def test_the_readmes_python_does_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code = (ROOT / "README.md").read_text(encoding="utf-8").partition("```python\n")[2]
    said: dict[str, object] = {}
    exec(code.partition("```")[0], said)
    assert isinstance(said["case"], Graph)
    assert said["number"] == 7


def test_a_document_that_is_broken_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "broken.xml").write_text("<kvr>")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(ReadError, match=r"broken\.xml"):
        pipeline.graphs([tmp_path])
    (tmp_path / "broken.xml").unlink()
    assert pipeline.graphs([tmp_path]) == {}
