"""The Turtle of a golden case, in the order in which a reviewer reads it.

Findings and texts come first, because they are what a case is usually about, and then the people.
Documents, activities and register entries follow. Each group has a heading, and inferred statements
are separate from printed ones.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from kv2rdf.rdf import turtle
from kv2rdf.rdf.nquads import iri
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, KV, RDF

_NaturalKey: TypeAlias = tuple[tuple[str | int, ...], str]
"""A key that sorts the addresses of ``vraag/2`` and ``vraag/10`` by their numbers."""

_GRAPHS = "Graphs"
_GROUPS: Mapping[str, tuple[Iri, ...]] = {
    "Findings": (KV.Finding,),
    "Questions": (KV.Question,),
    "Answers": (KV.Answer,),
    "Explanations": (KV.Explanation,),
    "Notices": (KV.Notice,),
    "Footnotes": (KV.Footnote,),
    "Participations": (ELIDL.Participation, KV.Candidate),
    "Documents": (KV.QuestionDocument, KV.AnswerDocument, ELI.Expression, ELI.Manifestation),
    "Case and activities": (KV.Dossier, ELIDL.Activity),
    _GRAPHS: (KV.PrintedGraph, KV.DerivedGraph, KV.FindingsGraph),
}
_ON_A_TEXT = frozenset(map(iri, (KV.FootnoteMark, KV.Citation)))
_REGISTER = "Names, register entries and sources"
_FORMER = "Former addresses"
_ORDER = (*_GROUPS, _REGISTER, _FORMER)
_GROUP_OF_CLASS = {iri(class_): name for name, classes in _GROUPS.items() for class_ in classes}
_TYPE, _REPLACED = iri(RDF.type), iri(DCT.isReplacedBy)
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|<[^>]*>')
_USED_PREFIX = re.compile(r"([\w-]+):")


class CaseGraph(NamedTuple):
    """A graph of a dossier, as N-Triples lines without duplicates.

    ``is_inferred`` is false for the graph of printed statements, and for that of the findings.
    """

    dossier: str
    lines: tuple[str, ...]
    is_inferred: bool


def grouped_turtle(graphs: Sequence[CaseGraph], register: Iterable[str], base: str) -> str:
    """Return graphs and the lines of the register graph as Turtle, the most important groups first.

    Raises ValueError if an entity in one of the graphs is in no group, or in more than one.
    """
    groups = _groups_of_subjects(line for graph in graphs for line in graph.lines)
    sections: dict[tuple[str, str], list[str]] = {(_REGISTER, ""): list(register)}
    for graph, label in zip(graphs, _labels(graphs), strict=True):
        for line in graph.lines:
            group = groups[_subject(line)]
            sections.setdefault((group, "" if group == _GRAPHS else label), []).append(line)
    bodies = {
        f"{group}{label}": _body(group, lines, base)
        for (group, label), lines in sorted(sections.items(), key=_rank)
        if lines
    }
    text = "".join(f"\n# {heading}\n\n{body}" for heading, body in bodies.items())
    return _header(bodies.values(), base) + text


def _labels(graphs: Sequence[CaseGraph]) -> Iterator[str]:
    """Yield the label of each graph in a heading. It names the dossier if there are several."""
    are_several = len({graph.dossier for graph in graphs}) > 1
    for graph in graphs:
        dossier = f" of {graph.dossier}" if are_several else ""
        yield f"{dossier}, inferred" if graph.is_inferred else dossier


def _rank(section: tuple[tuple[str, str], list[str]]) -> int:
    return _ORDER.index(section[0][0])


def _body(group: str, lines: Iterable[str], base: str) -> str:
    """Return the lines of a group as Turtle, without blank lines if they are former addresses."""
    body = turtle.body(sorted(lines, key=_place), base)
    return body.replace("\n\n", "\n") if group == _FORMER else body


def _place(line: str) -> _NaturalKey:
    """Return a key that sorts lines by their subjects, and numbers in subjects by their value."""
    subject = _subject(line)
    pieces = re.split("([0-9]+)", subject.rstrip(">"))
    return tuple(int(p) if number % 2 else p for number, p in enumerate(pieces)), subject


def _groups_of_subjects(lines: Iterable[str]) -> dict[str, str]:
    """Map subjects to groups. A mark or a citation is in the group of the text that contains it."""
    classes: dict[str, set[str]] = {}
    predicates: dict[str, set[str]] = {}
    for line in lines:
        subject, predicate, value = line.split(" ", 2)
        predicates.setdefault(subject, set()).add(predicate)
        classes.setdefault(subject, set())
        if predicate == _TYPE:
            classes[subject].add(value.removesuffix(" .\n"))
    groups = {}
    for subject, own in classes.items():
        of_text = classes[f"{subject.partition('#')[0]}>"] if own & _ON_A_TEXT else own
        names = {_GROUP_OF_CLASS[class_] for class_ in of_text & _GROUP_OF_CLASS.keys()}
        if predicates[subject] == {_REPLACED}:
            names.add(_FORMER)
        if len(names) != 1:
            raise ValueError(f"{subject} must be in one group, not in {sorted(names)}")
        groups[subject] = names.pop()
    return groups


def _subject(line: str) -> str:
    return line.partition(" ")[0]


def _header(bodies: Iterable[str], base: str) -> str:
    """Return the declarations of the base and of the prefixes that are used."""
    used = {name for body in bodies for name in _USED_PREFIX.findall(_QUOTED.sub("", body))}
    declarations = turtle.header(base).splitlines(keepends=True)
    return "".join(
        line
        for line in declarations
        if line.startswith("@base") or line.split(" ")[1].rstrip(":") in used
    )
