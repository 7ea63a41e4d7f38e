"""The table of mutations: each row has exactly the results in ``results_of_mutations.txt``.

The file has one line for each row, in the order of the table: the row, and each result with its
severity (unless it is a violation), component, property and shape or SPARQL constraint. The focus
node is named, with its class, if it is not the subject of the row. The following command writes the
file again::

    KV2RDF_WRITE_GOLDEN=1 pytest tests/validation/test_mutations.py
"""

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph, Literal, URIRef

from kv2rdf.rdf.vocabulary import HOME, PREFIXES
from kv2rdf.validation.engines import shapes_in
from kv2rdf.validation.results import Severity, ShapeResult
from tests.validation.examples import (
    ROWS,
    SHAPES,
    broken_ntriples,
    changed_ntriples,
    example,
    ntriples,
    results,
)
from tests.validation.mutations import COPY, MISSING, NO_ADDRESS, TWICE, term
from tests.validation.rows import Row

RESULTS = Path(__file__).parent / "results_of_mutations.txt"


def line(row: Row) -> str:
    """Return a row with its results, without those of the valid example."""
    found = set(results(broken_ntriples(row))) - set(results(ntriples(row.case)))
    texts = sorted({(where(row, result), what(result)) for result in found})
    return f"{row.name}: {'; '.join(result + place for place, result in texts)}\n"


def what(result: ShapeResult) -> str:
    """Return the severity, component, property and shape of a result."""
    severity = "" if result.severity is Severity.VIOLATION else f"{result.severity.lower()} "
    component = result.component.removesuffix("ConstraintComponent")
    path = "".join(f" {short(path)}" for path in result.path.split())
    return f"{severity}{component}{path} ({constraint_name(result)})"


def constraint_name(result: ShapeResult) -> str:
    """Return the name of the shape, or that of the constraint in SPARQL with the same message."""
    named = {result.shape}
    if result.component.startswith("SPARQL"):
        message = Literal(result.message, lang="en")
        constraints = set(shapes_in(SHAPES).objects(URIRef(result.shape), SH.sparql))
        named = set(map(str, constraints & set(shapes_in(SHAPES).subjects(SH.message, message))))
    (name,) = named
    return name.rpartition("#")[2]


def where(row: Row, result: ShapeResult) -> str:
    """Return the focus node with its class, or nothing if the row itself is about it."""
    if result.focus in {str(row.subject), str(COPY)} or not result.focus.startswith("http"):
        return ""
    targets = set(shapes_in(SHAPES).objects(None, SH.targetClass))
    classes = targets & set(example(row.case).objects(URIRef(result.focus), RDF.type))
    kinds = "/".join(sorted(re.split("[#/]", str(class_))[-1] for class_ in classes))
    return f" at {kinds} {short(result.focus)}"


def short(address: str) -> str:
    """Return an address with a prefix, or relative to the base."""
    for prefix, namespace in PREFIXES.items():
        if address.startswith(namespace):
            return f"{prefix}:{address.removeprefix(namespace)}"
    return f"<{address.removeprefix(f'{HOME}/')}>"


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.long), 40])
def test_every_row_has_exactly_the_results_in_the_file(step: int) -> None:
    """A short run tests every twelfth row."""
    is_writing = bool(os.environ.get("KV2RDF_WRITE_GOLDEN"))
    text = "".join(map(line, ROWS if is_writing else ROWS[::step]))
    if is_writing:
        RESULTS.write_text(text, encoding="utf-8")
    lines = RESULTS.read_text(encoding="utf-8").splitlines(keepends=True)
    assert len(lines) == len(ROWS)
    assert "".join(lines if is_writing else lines[::step]) == text


def test_every_row_has_a_result() -> None:
    lines = RESULTS.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.search(r": .*\(\w+\)", line)] == []


def test_no_row_is_in_the_table_twice() -> None:
    assert [name for name, count in Counter(row.name for row in ROWS).items() if count > 1] == []


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.long), 8])
def test_every_row_changes_its_subject_only(step: int) -> None:
    for row in ROWS[::step]:
        (subject,) = set(Graph().parse(data=changed_ntriples(row), format="nt").subjects())
        assert isinstance(subject, URIRef) == (row.mutation.name != NO_ADDRESS.name), row
        assert subject in {row.subject, COPY} or not isinstance(subject, URIRef), row


def test_a_mutation_with_an_argument_changes_that_value_only() -> None:
    one, two = (Literal(text) for text in ("one", "two"))
    about = Graph().add((COPY, RDF.value, one))
    TWICE('"two"').apply(about, COPY, f"<{RDF.value}>")
    assert set(about.objects()) == {one, two}
    MISSING('"one"').apply(about, COPY, f"<{RDF.value}>")
    assert set(about.objects()) == {two}


@pytest.mark.parametrize("argument", ['"three"', "c:antwoord"])
def test_a_value_that_is_not_there_cannot_be_removed(argument: str) -> None:
    about = Graph().add((COPY, RDF.value, term('"one"')))
    with pytest.raises(AssertionError):
        MISSING(argument).apply(about, COPY, f"<{RDF.value}>")
