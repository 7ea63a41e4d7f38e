"""Every external program reads the same statements in a release, without any warning.

``.ci/run`` installs the programs: Raptor's ``rapper``, and in ``build/readers`` N3.js, Comunica,
shacl-engine and Owlready2.
"""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, Dataset, Graph, URIRef

from kv2rdf.query.named_queries import NamedQuery, all_queries
from kv2rdf.rdf.vocabulary import HOME
from tests.conftest import ROOT
from tests.example import EXAMPLE
from tests.open_releases import answer_rows
from tests.requirements import READERS

HERE = Path(__file__).parent
TURTLE = sorted(
    [*EXAMPLE.rglob("*.ttl"), *(ROOT / "ontology").glob("*.ttl"), *(ROOT / "shapes").glob("*.ttl")]
)
FILES = pytest.mark.parametrize(
    "path", [EXAMPLE / "kamervragen.nq", *TURTLE], ids=lambda path: path.name
)
SMALL = [path for path in TURTLE if path.stat().st_size < 60_000]
TOLD_APART = [query for query in all_queries() if not query.parameters or query.name == "findings"]


def output_of(*command: str | Path) -> str:
    """Return the output of a program, and check that it succeeds without any warning."""
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


def node(script: str, *arguments: str | Path) -> str:
    """Run a script of this folder in Node, with the packages of ``build/readers``."""
    copy = READERS / script
    copy.write_bytes((HERE / script).read_bytes())
    return output_of("node", copy, *arguments)


def statements(path: Path) -> int:
    """Return the number of distinct statements that pyoxigraph reads in a file."""
    form = ox.RdfFormat.N_QUADS if path.suffix == ".nq" else ox.RdfFormat.TURTLE
    return len(set(ox.parse(path=str(path), format=form, base_iri=f"{HOME}/")))


@pytest.mark.sampled(4)
@pytest.mark.readers("rapper")
@FILES
def test_raptor_reads_every_statement(path: Path) -> None:
    form = "nquads" if path.suffix == ".nq" else "turtle"
    lines = output_of("rapper", "-q", "-i", form, "-o", "ntriples", path, f"{HOME}/").splitlines()
    assert len(set(lines)) == statements(path)


@pytest.mark.readers("node")
@FILES
def test_n3_reads_every_statement(path: Path) -> None:
    form = "N-Quads" if path.suffix == ".nq" else "Turtle"
    assert int(node("statements.mjs", path, form, f"{HOME}/")) == statements(path)


@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated")  # rdflib warns itself
@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path.name, marks=[] if path in SMALL else pytest.mark.long)
        for path in (EXAMPLE / "kamervragen.nq", *TURTLE)
    ],
)
def test_rdflib_reads_every_statement(path: Path) -> None:
    form = "nquads" if path.suffix == ".nq" else "turtle"
    read = Dataset(default_union=True)
    read.parse(data=path.read_text(encoding="utf-8"), format=form, publicID=f"{HOME}/")
    assert len(read) == statements(path)


@pytest.mark.readers("node")
@pytest.mark.parametrize("query", TOLD_APART, ids=lambda query: query.name)
def test_comunica_answers_as_we_do(query: NamedQuery, seed_release: Path, tmp_path: Path) -> None:
    filled = query.filled_text({})
    (tmp_path / "query.rq").write_text(filled, encoding="utf-8")
    rows = json.loads(node("rows.mjs", EXAMPLE / "kamervragen.nq", tmp_path / "query.rq"))
    theirs = Counter(tuple(sorted(filter(None, row.values()))) for row in rows)
    ours = Counter(tuple(sorted(filter(None, r))) for r in answer_rows(seed_release, filled))
    assert theirs == ours


@pytest.mark.readers("node")
def test_shacl_engine_finds_warnings_where_we_do_and_no_violation() -> None:
    shapes = [path for path in sorted((ROOT / "shapes").glob("*.ttl")) if path.stem != "graphs"]
    results = json.loads(node("violations.mjs", f"{HOME}/", EXAMPLE / "kamervragen.ttl", *shapes))
    notes = [(focus, shape.rpartition("#")[2], severity) for focus, shape, severity in results]
    assert Counter((shape, severity.rpartition("#")[2]) for _, shape, severity in notes) == {
        ("noteHasText", "Warning"): 4
    }


@pytest.mark.readers("owlready2")
@pytest.mark.parametrize("name", ["kv", "borrowed", "concepts", "alignment", "axioms"])
def test_owlready_loads_the_ontology(name: str, tmp_path: Path) -> None:
    text = (ROOT / "ontology" / f"{name}.ttl").read_text(encoding="utf-8")
    ontology = Graph().parse(data=text, format="turtle", publicID=f"{HOME}/")
    ontology.serialize(tmp_path / "ontology.rdf", format="xml")
    classes, _ = output_of(
        READERS / "bin" / "python", HERE / "classes.py", tmp_path / "ontology.rdf"
    ).split()
    named = [c for c in ontology.subjects(RDF.type, OWL.Class) if isinstance(c, URIRef)]
    assert int(classes) == len(named)
