"""The examples for tests of the shapes: valid examples, and examples with one error.

A broken example is a file in tests/broken/ or a row of the table of mutations. A file replaces one
entity of a valid example with an invalid one: ``# In:`` names the golden case, and the file's
triples replace those about the same subjects. The file also contains the expected results, in
SHACL's own vocabulary. The results of the rows are in ``results_of_mutations.txt``.
"""

from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Protocol

import msgspec
import pytest
from rdflib import RDF, SH, BNode, Graph
from rdflib.term import Node

from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.people import PeopleRows
from kv2rdf.mapping.register import register
from kv2rdf.mapping.statistics import statistics
from kv2rdf.model.brought_source import BroughtSource
from kv2rdf.pipeline.passes.case_summary import case_summary
from kv2rdf.pipeline.reports.statistics import observations
from kv2rdf.rdf.rdflib_graph import graph
from kv2rdf.rdf.terms import Triple
from kv2rdf.reference import shipped_folders
from kv2rdf.reference.ontology_triples import concept_triples
from kv2rdf.validation.engines import Engine, engine
from kv2rdf.validation.results import ShapeResult
from tests.conftest import ROOT
from tests.golden_case import case_papers, clusters_of, expected_graph
from tests.papers import real_seeds
from tests.validation.rows_of_cases import ROWS_OF_CASES
from tests.validation.rows_of_other_prints import ROWS_OF_OTHER_PRINTS
from tests.validation.rows_of_participations import ROWS_OF_PARTICIPATIONS
from tests.validation.rows_of_parts import ROWS_OF_PARTS
from tests.validation.rows_of_the_register import ROWS_OF_THE_REGISTER

GOLDEN = sorted(path.parent.name for path in (ROOT / "tests" / "golden").glob("*/expected.ttl"))
REGISTER, STATISTICS = "the-register", "the-statistics"
SHAPES = shipped_folders.folder("shapes")

ResultKey = tuple[str, str, str, str]
"""A short form of a result: severity, focus (empty for a blank node), component, shape."""


class BrokenExample(Hashable, Protocol):
    """An example with one error."""

    @property
    def name(self) -> str:
        """What is wrong."""

    @property
    def case(self) -> str:
        """The valid example."""

    def changed_triples(self, valid: Graph) -> Graph:
        """Return the triples that replace those about the same subjects."""


@dataclass(frozen=True)
class BrokenFile:
    """A file in tests/broken/."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def case(self) -> str:
        return self.path.read_text(encoding="utf-8").partition("# In: ")[2].splitlines()[0]

    def changed_triples(self, _: Graph) -> Graph:
        """Return the triples of the file, without the expected results."""
        wrong = Graph().parse(self.path)
        for result in tuple(wrong.subjects(RDF.type, SH.ValidationResult)):
            wrong.remove((result, None, None))
        return wrong

    def expected(self) -> frozenset[ResultKey]:
        """Return the results that the file expects."""
        wrong = Graph().parse(self.path)
        listed = wrong.subjects(RDF.type, SH.ValidationResult)
        return frozenset(_expected(wrong, result) for result in listed)


FILES = tuple(BrokenFile(path) for path in sorted((ROOT / "tests" / "broken").glob("*.ttl")))
SOME_PEOPLE = (
    "dijk-i-1975",
    "hirsi-ali-a-1969",
    "bruins-slot-hgj-1977",
    "yesilgoz-zegerius-d-1977",
)
"""The people in the example of the register: three from the seed, and one other."""
_BROUGHT = BroughtSource(
    name="Voorbeeldlijst",
    what="members",
    where="https://example.org/lijst",
    licence="CC BY-NC 4.0",
    persons=("dijk-i-1975",),
    spells=("0fb4c192-5fc6-4188-9dc7-af5c86f5c6b8",),
)
"""A source that a user adds, in the example of the register."""
ROWS = (
    *ROWS_OF_CASES,
    *ROWS_OF_PARTS,
    *ROWS_OF_OTHER_PRINTS,
    *ROWS_OF_PARTICIPATIONS,
    *ROWS_OF_THE_REGISTER,
)
BROKEN: tuple[BrokenExample, ...] = (*FILES, *ROWS)


def for_broken_examples(
    distance: int, step: int, always: Collection[str] = ()
) -> pytest.MarkDecorator:
    """Return a mark for a test of one in ``step`` broken examples, and of those in ``always``.

    A short test uses one in ``distance`` of these.
    """
    chosen = [each for n, each in enumerate(BROKEN) if n % step == 0 or each.name in always]
    return pytest.mark.parametrize(
        "broken",
        [
            pytest.param(
                broken, id=broken.name, marks=[] if n % distance == 0 else pytest.mark.long
            )
            for n, broken in enumerate(chosen)
        ],
    )


@cache
def example(case: str) -> Graph:
    """Return a valid example: a golden case, the register of seeds/, or the statistics."""
    if case == REGISTER:
        sources = (_BROUGHT,)
        known = msgspec.structs.replace(real_seeds().register, brought_sources=sources)
        at = Addresses()
        people = PeopleRows(known, at)
        some = chain.from_iterable(people[f"{at.base}/id/persoon/{key}"] for key in SOME_PEOPLE)
        rows = chain(register(known, at), some)
        return graph([*rows, *concept_triples(shipped_folders.folder("ontology"))])
    if case == STATISTICS:
        return example_statistics()
    return expected_graph(ROOT / "tests" / "golden" / case)


def example_statistics() -> Graph:
    """Return the tables of counts of the example release, and the rest of its meta graph.

    The source of the example does not name those who answered, so the rows about ministries are
    those of a golden case.
    """
    dump = ROOT / "output" / "example" / "kamervragen.nq"
    lines = dump.read_text(encoding="utf-8").splitlines()
    ends = [f" <{Addresses().graph(name)}> ." for name in ("statistics", "meta")]
    triples = [
        f"{line.removesuffix(end)} ." for end in ends for line in lines if line.endswith(end)
    ]
    return Graph().parse(data="\n".join(triples), format="nt") + graph(_rows_of_ministries())


def _rows_of_ministries() -> Iterator[Triple]:
    """Yield the rows of the table of days to answer, for a case that a ministry answered."""
    papers = case_papers(ROOT / "tests" / "golden" / "answered-by-a-name-in-a-known-office")
    at = Addresses()
    summaries = [case_summary(d, {}, at) for c in clusters_of(papers) for d in c.dossiers]
    for triple in statistics(observations(summaries), at):
        if "/statistiek/ministerie/" in triple[0]:
            yield triple


@cache
def ntriples(case: str) -> str:
    """Return a valid example as N-Triples."""
    return example(case).serialize(format="nt")


@cache
def changed_ntriples(broken: BrokenExample) -> str:
    """Return the triples of a broken example that replace a part of the valid one, as N-Triples."""
    return broken.changed_triples(example(broken.case)).serialize(format="nt")


@cache
def broken_ntriples(broken: BrokenExample) -> str:
    """Return a broken example as N-Triples."""
    changed = changed_ntriples(broken)
    replaced = tuple({f"{line.partition(' ')[0]} " for line in changed.split("\n") if line})
    kept = (line for line in ntriples(broken.case).split("\n") if not line.startswith(replaced))
    return changed + "\n".join(kept)


@cache
def results(text: str) -> tuple[ShapeResult, ...]:
    """Return the results of the fast engine for a graph in N-Triples."""
    return engine("shacl", SHAPES).validate(text)


def broken_results(broken: BrokenExample) -> frozenset[ResultKey]:
    """Return the results of the fast engine for a broken example."""
    return frozenset(map(_key, results(broken_ntriples(broken))))


def result_keys(engine_: Engine, text: str) -> frozenset[ResultKey]:
    """Return the results of an engine for a graph in N-Triples."""
    return frozenset(map(_key, engine_.validate(text)))


def example_results(case: str) -> frozenset[ResultKey]:
    """Return the results of the fast engine for a valid example: warnings only."""
    return frozenset(map(_key, results(ntriples(case))))


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
