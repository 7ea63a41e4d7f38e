"""The names that Python programs can import, and the page that shows their use."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDF, URIRef

import kv2rdf
from kv2rdf.rdf import vocabulary
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "python.md"


def test_the_import_loads_no_library() -> None:
    code = "import sys, kv2rdf; kv2rdf.__version__; print(*sys.modules, sep=chr(10))"
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    loaded = set(process.stdout.splitlines())
    assert not loaded & {"rdflib", "lxml", "pyoxigraph", "click", "kv2rdf.pipeline"}


def test_every_public_name_is_listed_and_there() -> None:
    assert set(kv2rdf.__all__) <= set(dir(kv2rdf))
    for name in kv2rdf.__all__:
        assert getattr(kv2rdf, name) is not None
    assert kv2rdf.__all__ == sorted(kv2rdf.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        kv2rdf.nothing  # noqa: B018 - the access is what is tested


def test_our_terms_are_terms_of_rdflib() -> None:
    for name in (name for name in vars(vocabulary.KV) if not name.startswith("_")):
        term = kv2rdf.KV[name]
        assert isinstance(term, URIRef)
        assert str(term) == getattr(vocabulary.KV, name)
    with pytest.raises(AttributeError):
        kv2rdf.KV.Kwestion  # noqa: B018 - the access is what is tested


def test_several_sources_are_read_together(tmp_path: Path) -> None:
    page = (ROOT / "seeds" / "kamervragen" / "2022Z00634.txt").read_text(encoding="utf-8")
    (tmp_path / "2022Z00635.txt").write_text(page.replace("2022Z00634", "2022Z00635"))
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7")
    sources: list[str | Path] = [ROOT / "seeds" / "kamervragen", str(tmp_path)]
    papers = kv2rdf.read_papers(sources)
    assert {paper.source.id for paper in papers} == {"2022Z00634.txt", "2022Z00635.txt"}
    assert set(kv2rdf.case_graphs(sources)) == {"2022Z00634", "2022Z00635"}


def test_a_source_without_documents_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(kv2rdf.Kv2rdfError, match="no document"):
        kv2rdf.read_papers(tmp_path)


def test_a_base_can_be_set() -> None:
    base = "https://example.org"
    (graph,) = kv2rdf.case_graphs(ROOT / "seeds" / "kamervragen", base=base).values()
    assert set(graph.subjects(RDF.type, kv2rdf.KV.Dossier)) == {
        URIRef(f"{base}/eli/nl/tk/zaak/2022Z00634")
    }


def test_progress_is_reported(tmp_path: Path) -> None:
    steps: list[str] = []
    kv2rdf.build_release(
        ROOT / "seeds" / "kamervragen",
        tmp_path / "release",
        progress=lambda step, _done, _all: steps.append(step),
    )
    assert steps[:2] == ["read", "build"]


@pytest.mark.long
def test_every_example_of_the_page_runs(tmp_path: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) >= 7
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    process = subprocess.run(
        [sys.executable, "-W", "error", "-c", "".join(blocks)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert (process.returncode, process.stdout) == (0, ""), process.stderr
    assert "INFO:kv2rdf.pipeline.release_build:" in process.stderr


def test_the_page_shows_every_public_name() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [n for n in kv2rdf.__all__ if f"kv2rdf.{n}" not in text] == ["__version__"]
