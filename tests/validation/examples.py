"""The examples that the shapes are tested on: valid ones, and ones broken in one way.

A file in tests/broken/ replaces one thing of a valid example with something wrong: ``# In:`` names
the golden case, and the file's triples replace those about the same subjects. The expected results
are in the file as well, in SHACL's own vocabulary.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, SH, BNode, Graph
from rdflib.term import Node

from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.register import register
from kv2rdf.rdf.rdflib_graph import graph
from kv2rdf.reference import shipped_folders
from kv2rdf.reference.concept_triples import concept_triples
from kv2rdf.validation.engines import Engine, engine
from kv2rdf.validation.results import ShapeResult
from tests.conftest import ROOT
from tests.papers import real_seeds

BROKEN = sorted((ROOT / "tests" / "broken").glob("*.ttl"))
GOLDEN = sorted(path.parent.name for path in (ROOT / "tests" / "golden").glob("*/expected.ttl"))
REGISTER, STATISTICS = "the-register", "the-statistics"
EVERY_FILE = [
    pytest.param(path, id=path.stem, marks=[] if number % 40 == 0 else pytest.mark.long)
    for number, path in enumerate(BROKEN)
]
"""The broken examples for a slow engine: one in forty in a short test run, all in a long one."""

SHAPES = shipped_folders.folder("shapes")

ResultKey = tuple[str, str, str, str]
"""A result in short: severity, focus (empty for a blank node), component, shape."""


@dataclass(frozen=True)
class BrokenExample:
    """A broken example: its whole graph, and the exact results it must have."""

    case: str
    ntriples: str
    expected: frozenset[ResultKey]


@cache
def example(case: str) -> Graph:
    """Return a valid example: a golden case, the register of seeds/, or the statistics."""
    if case == REGISTER:
        rows = register(real_seeds().register, Addresses())
        return graph([*rows, *concept_triples(shipped_folders.folder("ontology"))])
    if case == STATISTICS:
        return example_statistics()
    return Graph().parse(ROOT / "tests" / "golden" / case / "expected.ttl")


def example_statistics() -> Graph:
    """Return the tables of counts of the example release, and the rest of its meta graph."""
    dump = ROOT / "output" / "example" / "kamervragen.nq"
    lines = dump.read_text(encoding="utf-8").splitlines()
    ends = [f" <{Addresses().graph(name)}> ." for name in ("statistics", "meta")]
    triples = [
        f"{line.removesuffix(end)} ." for end in ends for line in lines if line.endswith(end)
    ]
    return Graph().parse(data="\n".join(triples), format="nt")


@cache
def ntriples(case: str) -> str:
    """Return a valid example as N-Triples."""
    return example(case).serialize(format="nt")


@cache
def broken_example(path: Path) -> BrokenExample:
    """Read a broken example."""
    case = path.read_text(encoding="utf-8").partition("# In: ")[2].splitlines()[0]
    wrong = Graph().parse(path)
    results = list(wrong.subjects(RDF.type, SH.ValidationResult))
    expected = frozenset(_expected(wrong, result) for result in results)
    for result in results:
        wrong.remove((result, None, None))
    replaced = tuple({f"{subject.n3()} " for subject in wrong.subjects()})
    kept = (line for line in ntriples(case).split("\n") if not line.startswith(replaced))
    return BrokenExample(case, wrong.serialize(format="nt") + "\n".join(kept), expected)


def result_keys(engine_: Engine, text: str) -> frozenset[ResultKey]:
    """Return the results of an engine for a graph in N-Triples."""
    return frozenset(map(_key, engine_.validate(text)))


@cache
def example_results(case: str) -> frozenset[ResultKey]:
    """Return the results of the fast engine for a valid example: warnings only."""
    return result_keys(engine("turbo", SHAPES), ntriples(case))


def _key(result: ShapeResult) -> ResultKey:
    focus = result.focus if result.focus.startswith("http") else ""
    return result.severity, focus, result.component, _local(result.shape)


def _expected(report: Graph, result: Node) -> ResultKey:
    focus = report.value(result, SH.focusNode)
    severity = report.value(result, SH.resultSeverity) or SH.Violation
    component = report.value(result, SH.sourceConstraintComponent)
    shape = report.value(result, SH.sourceShape)
    address = "" if focus is None or isinstance(focus, BNode) else str(focus)
    return _local(severity), address, _local(component), _local(shape)


def _local(term: object) -> str:
    return str(term or "").rpartition("#")[2]
