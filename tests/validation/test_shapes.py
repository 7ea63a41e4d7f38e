"""Shapes that cannot lie: each passes, each fails, and none can be taken away unseen."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kv2rdf.validation.engines import Engine, Turbo, engine, shapes_in
from tests.validation.examples import (
    BROKEN,
    GOLDEN,
    REGISTER,
    SHAPES,
    STATISTICS,
    Said,
    broken,
    example,
    ntriples,
    said,
    said_of_example,
)

CONSTRAINTS = (
    SH["class"], SH.closed, SH.datatype, SH["in"], SH.languageIn, SH.lessThanOrEquals, SH.maxCount,
    SH.minCount, SH.minInclusive, SH.minLength, SH.nodeKind, SH["or"], SH.pattern, SH.property,
    SH.qualifiedMinCount, SH.sparql, SH.targetClass, SH.uniqueLang,
)  # fmt: skip
OTHERWISE = {
    RDF.type, SH.path, SH.message, SH.severity, SH.ignoredProperties, SH.select,
    SH.qualifiedValueShape,
}  # fmt: skip
TOGETHER: dict[Node, tuple[Node, ...]] = {
    SH.closed: (SH.ignoredProperties,),
    SH.qualifiedMinCount: (SH.qualifiedValueShape,),
}
"""What has no meaning without the other."""
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
def without(taken: tuple[Node, Node, Node]) -> Iterator[Engine]:
    """Give an engine of all shapes but for one constraint, and what has no meaning without it."""
    shapes = copied_shapes()
    subject, parameter, _ = taken
    gone = {taken}
    for word in TOGETHER.get(parameter, ()):
        gone.update(shapes.triples((subject, word, None)))
    for triple in gone:
        shapes.remove(triple)
    try:
        yield Turbo(shapes)
    finally:
        for triple in gone:
            shapes.add(triple)


def constraints() -> list[tuple[Node, Node, Node]]:
    """Give every constraint of the shapes: a triple that can be taken away."""
    ours = (t for t in shapes_in(SHAPES) if t[1] in CONSTRAINTS and str(t[0]).startswith(KS))
    return sorted(ours, key=_name)


def test_every_word_of_the_shapes_is_a_constraint_we_know_to_break() -> None:
    ours = {p for s, p, _ in shapes_in(SHAPES) if str(s).startswith(KS)}
    rules = {p for p in ours if str(p).startswith((KS, "http://www.w3.org/2000/01/rdf-schema#"))}
    assert ours - rules == set(CONSTRAINTS) | OTHERWISE


@pytest.mark.parametrize("case", [*GOLDEN, REGISTER, STATISTICS])
def test_the_examples_pass(case: str) -> None:
    assert [c for c in said_of_example(case) if c[0] == "Violation"] == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_example_gets_the_complaints_it_names_and_no_other(path: Path) -> None:
    example_ = broken(path)
    assert example_.expected
    new = said(engine("turbo", SHAPES), example_.ntriples) - said_of_example(example_.case)
    assert new == example_.expected


def test_every_shape_for_a_class_is_closed_and_met_by_an_example() -> None:
    shapes = shapes_in(SHAPES)
    described = {
        class_
        for case in (*GOLDEN, REGISTER, STATISTICS)
        for class_ in example(case).objects(None, RDF.type)
    }
    for shape, class_ in shapes.subject_objects(SH.targetClass):
        assert (shape, SH.closed, None) in shapes, shape
        assert class_ in described, class_


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
    "taken",
    [  # one in three in the short run, all in the long one
        pytest.param(taken, id=_name(taken), marks=[] if n % 3 == 0 else pytest.mark.long)
        for n, taken in enumerate(constraints())
    ],
)
def test_no_constraint_can_be_taken_away_unseen(taken: tuple[Node, Node, Node]) -> None:
    """Without it, some broken example gets other complaints, or some example passes no more."""
    with without(taken) as less:
        assert any(_seen(less, taken))


def _seen(less: Engine, taken: tuple[Node, Node, Node]) -> Iterator[bool]:
    """Try the examples: first those of which the shape, or the one it names, or one above tells."""
    named = {_local(taken[0]), _local(taken[2])}
    above = {_local(shape) for shape in shapes_in(SHAPES).transitive_subjects(None, taken[0])}

    def far(path: Path) -> tuple[bool, bool]:
        return not _names(named, broken(path).expected), not _names(above, broken(path).expected)

    for path in sorted(BROKEN, key=far):
        example_ = broken(path)
        new = said(less, example_.ntriples) - said_of_example(example_.case)
        yield new != example_.expected
    for case in (*GOLDEN, REGISTER, STATISTICS) if taken[1] == SH.property else ():
        yield said(less, ntriples(case)) != said_of_example(case)


def _names(shapes: set[str], expected: frozenset[Said]) -> bool:
    return any(shape in shapes for _, _, _, shape in expected)


def test_the_shapes_are_turtle_without_a_name_used_twice() -> None:
    subjects: dict[Node, Path] = {}
    for path in sorted(SHAPES.glob("*.ttl")):
        for subject in set(Graph().parse(path).subjects()):
            if isinstance(subject, URIRef):
                assert subject not in subjects, (subject, path, subjects[subject])
                subjects[subject] = path
