"""The examples that shapes are tried on: those that pass, and those that are broken in one way.

A file in tests/broken/ tells one thing of a passing example again, wrongly: ``# In:`` names the
golden case, whose statements about the same subjects it replaces. What the shapes must say of it
stands in the file, in SHACL's own words.
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
from kv2rdf.reference import folders
from kv2rdf.reference.concept_triples import concepts
from kv2rdf.validation.engines import Engine, engine
from kv2rdf.validation.results import Complaint
from tests.conftest import ROOT
from tests.papers import real_seeds

BROKEN = sorted((ROOT / "tests" / "broken").glob("*.ttl"))
GOLDEN = sorted(path.parent.name for path in (ROOT / "tests" / "golden").glob("*/expected.ttl"))
REGISTER, STATISTICS = "the-register", "the-statistics"
EVERY_FILE = [
    pytest.param(path, id=path.stem, marks=[] if number % 40 == 0 else pytest.mark.long)
    for number, path in enumerate(BROKEN)
]
"""All broken examples for a slow engine: one in forty in the short run, all in the long one."""

SHAPES = folders.folder("shapes")

Said = tuple[str, str, str, str]
"""What a complaint is about: severity, focus (empty for a blank node), component, shape."""


@dataclass(frozen=True)
class Broken:
    """A broken example: the graph it makes, and what must be said of it and of nothing else."""

    case: str
    ntriples: str
    expected: frozenset[Said]


@cache
def example(case: str) -> Graph:
    """Give a passing example: a golden case, or the register as in seeds/."""
    if case == REGISTER:
        rows = register(real_seeds().register, Addresses())
        return graph([*rows, *concepts(folders.folder("ontology"))])
    if case == STATISTICS:
        return statistics_of_the_seed()
    return Graph().parse(ROOT / "tests" / "golden" / case / "expected.ttl")


def statistics_of_the_seed() -> Graph:
    """Give the tables of counts of the example release, with what stands beside those of gaps."""
    dump = ROOT / "output" / "example" / "kamervragen.nq"
    lines = dump.read_text(encoding="utf-8").splitlines()
    ends = [f" <{Addresses().graph(name)}> ." for name in ("statistics", "meta")]
    said = [f"{line.removesuffix(end)} ." for end in ends for line in lines if line.endswith(end)]
    return Graph().parse(data="\n".join(said), format="nt")


@cache
def ntriples(case: str) -> str:
    """Give a passing example as N-Triples."""
    return example(case).serialize(format="nt")


@cache
def broken(path: Path) -> Broken:
    """Read a broken example."""
    case = path.read_text(encoding="utf-8").partition("# In: ")[2].splitlines()[0]
    told = Graph().parse(path)
    expected = frozenset(
        _said(told, result) for result in told.subjects(RDF.type, SH.ValidationResult)
    )
    for result in list(told.subjects(RDF.type, SH.ValidationResult)):
        told.remove((result, None, None))
    again = tuple({f"{subject.n3()} " for subject in told.subjects()})
    kept = (line for line in ntriples(case).split("\n") if not line.startswith(again))
    return Broken(case, told.serialize(format="nt") + "\n".join(kept), expected)


def said(judge: Engine, text: str) -> frozenset[Said]:
    """Give what an engine says of a graph."""
    return frozenset(map(_of, judge.validate(text)))


@cache
def said_of_example(case: str) -> frozenset[Said]:
    """Give what the fast engine says of a passing example: warnings only."""
    return said(engine("turbo", SHAPES), ntriples(case))


def _of(complaint: Complaint) -> Said:
    focus = complaint.focus if complaint.focus.startswith("http") else ""
    return complaint.severity, focus, complaint.component, _local(complaint.shape)


def _said(told: Graph, result: Node) -> Said:
    focus = told.value(result, SH.focusNode)
    severity = told.value(result, SH.resultSeverity) or SH.Violation
    component = told.value(result, SH.sourceConstraintComponent)
    shape = told.value(result, SH.sourceShape)
    named = "" if focus is None or isinstance(focus, BNode) else str(focus)
    return _local(severity), named, _local(component), _local(shape)


def _local(term: object) -> str:
    return str(term or "").rpartition("#")[2]
