"""The shapes accept every valid example, and removing any constraint makes a test fail."""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kv2rdf.validation.engines import Engine, Shacl, shapes_in
from tests.validation.examples import (
    BROKEN,
    FILES,
    GOLDEN,
    REGISTER,
    ROWS,
    SHAPES,
    STATISTICS,
    BrokenExample,
    BrokenFile,
    broken_ntriples,
    broken_results,
    example,
    example_results,
    ntriples,
    result_keys,
)

CONSTRAINTS = (
    SH["class"], SH.closed, SH.datatype, SH.disjoint, SH.equals, SH["in"], SH.languageIn,
    SH.lessThan, SH.lessThanOrEquals, SH.maxCount, SH.minCount, SH.minInclusive, SH.minLength,
    SH.nodeKind, SH["or"], SH.pattern, SH.property, SH.qualifiedMinCount, SH.sparql,
    SH.targetClass, SH.targetSubjectsOf, SH.uniqueLang,
)  # fmt: skip
OTHER_PROPERTIES = {
    RDF.type, SH.path, SH.message, SH.severity, SH.ignoredProperties, SH.select,
    SH.qualifiedValueShape,
}  # fmt: skip
COMPANIONS: dict[Node, tuple[Node, ...]] = {
    SH.closed: (SH.ignoredProperties,),
    SH.qualifiedMinCount: (SH.qualifiedValueShape,),
}
"""Parameters that have no meaning without the constraint."""
KS = "https://w3id.org/kamervragen/shapes#"


def _local(term: object) -> str:
    return str(term).rpartition("#")[2] if isinstance(term, URIRef) else str(term)


def _name(constraint: tuple[Node, Node, Node]) -> str:
    shape, parameter, value = constraint
    what = "list" if isinstance(value, BNode) else _local(value)[:30]
    return f"{_local(shape)}-{_local(parameter)}-{what}"


@cache
def copied_shapes() -> Graph:
    return shapes_in(SHAPES) + Graph()


@contextmanager
def engine_without(constraint: tuple[Node, Node, Node]) -> Iterator[Engine]:
    """Yield an engine with all shapes except one constraint and its companions."""
    shapes = copied_shapes()
    subject, parameter, _ = constraint
    removed = {constraint}
    for companion in COMPANIONS.get(parameter, ()):
        removed.update(shapes.triples((subject, companion, None)))
    for triple in removed:
        shapes.remove(triple)
    try:
        yield Shacl(shapes)
    finally:
        for triple in removed:
            shapes.add(triple)


def constraints() -> list[tuple[Node, Node, Node]]:
    """Return every constraint of the shapes: a triple that can be removed."""
    ours = (t for t in shapes_in(SHAPES) if t[1] in CONSTRAINTS and str(t[0]).startswith(KS))
    return sorted(ours, key=_name)


def short_and_long() -> Iterator[tuple[tuple[Node, Node, Node], bool]]:
    """Yield every constraint, and whether a short test run removes it.

    A short run removes one in 400 of each kind, and at least one.
    """
    numbers: dict[Node, Iterator[int]] = defaultdict(count)
    for constraint in constraints():
        yield constraint, next(numbers[constraint[1]]) % 400 == 0


def test_every_property_of_the_shapes_is_classified() -> None:
    ours = {p for s, p, _ in shapes_in(SHAPES) if str(s).startswith(KS)}
    rules = {p for p in ours if str(p).startswith((KS, "http://www.w3.org/2000/01/rdf-schema#"))}
    assert ours - rules == set(CONSTRAINTS) | OTHER_PROPERTIES


@pytest.mark.sampled(4)
@pytest.mark.parametrize("case", [*GOLDEN, REGISTER, STATISTICS])
def test_valid_examples_have_no_violation(case: str) -> None:
    assert [c for c in example_results(case) if c[0] == "Violation"] == []


@pytest.mark.sampled(2)
@pytest.mark.parametrize("broken", FILES, ids=lambda broken: broken.name)
def test_a_broken_file_has_exactly_the_expected_results(broken: BrokenFile) -> None:
    expected = broken.expected()
    assert expected
    assert broken_results(broken) - example_results(broken.case) == expected


def test_every_class_shape_is_closed_and_applies_to_an_example() -> None:
    shapes = shapes_in(SHAPES)
    described = {
        class_
        for case in (*GOLDEN, REGISTER, STATISTICS)
        for class_ in example(case).objects(None, RDF.type)
    }
    for shape, class_ in shapes.subject_objects(SH.targetClass):
        is_closed = (shape, SH.closed, None) in shapes
        rules = [*shapes.objects(shape, SH.sparql), *shapes.objects(shape, SH["or"])]
        assert is_closed or len(rules) == 1, shape
        assert class_ in described, class_
    closed = {
        class_
        for shape in shapes.subjects(SH.closed)
        for class_ in shapes.objects(shape, SH.targetClass)
    }
    assert closed == set(shapes.objects(None, SH.targetClass))


def test_every_message_is_in_both_languages() -> None:
    shapes = shapes_in(SHAPES)
    for shape in set(shapes.subjects(SH.message)):
        languages = []
        for message in shapes.objects(shape, SH.message):
            assert isinstance(message, Literal), shape
            languages.append(str(message.language))
        assert sorted(languages) == ["en", "nl"], shape


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "constraint",
    [
        pytest.param(constraint, id=_name(constraint), marks=[] if is_short else pytest.mark.long)
        for constraint, is_short in short_and_long()
    ],
)
def test_no_constraint_can_be_removed_unnoticed(constraint: tuple[Node, Node, Node]) -> None:
    """Without it, some broken example has other results, or some valid example is rejected."""
    with engine_without(constraint) as weaker:
        assert any(_differences(weaker, constraint))


def _differences(weaker: Engine, constraint: tuple[Node, Node, Node]) -> Iterator[bool]:
    """Yield for each example whether its results change, the most likely examples first."""
    own = {_local(constraint[0]), _local(constraint[2])}
    outer = {_local(s) for s in shapes_in(SHAPES).transitive_subjects(None, constraint[0])}

    def distance(broken: BrokenExample) -> tuple[bool, bool]:
        listed = _listed_shapes()[broken.name]
        return own.isdisjoint(listed), outer.isdisjoint(listed)

    for broken in sorted(BROKEN, key=distance):
        yield result_keys(weaker, broken_ntriples(broken)) != broken_results(broken)
    for case in (*GOLDEN, REGISTER, STATISTICS) if constraint[1] == SH.property else ():
        yield result_keys(weaker, ntriples(case)) != example_results(case)


@cache
def _listed_shapes() -> dict[str, set[str]]:
    """Return the shapes and constraints in the expected results of each broken example."""
    lines = (Path(__file__).parent / "results_of_mutations.txt").read_text("utf-8").splitlines()
    rows = zip(ROWS, lines, strict=True)
    return {
        **{row.name: set(re.findall(r"\((\w+)\)", line)) for row, line in rows},
        **{file.name: {shape for _, _, _, shape in file.expected()} for file in FILES},
    }


def test_no_shape_is_defined_in_two_files() -> None:
    subjects: dict[Node, Path] = {}
    for path in sorted(SHAPES.glob("*.ttl")):
        for subject in set(Graph().parse(path).subjects()):
            if isinstance(subject, URIRef):
                assert subject not in subjects, (subject, path, subjects[subject])
                subjects[subject] = path
