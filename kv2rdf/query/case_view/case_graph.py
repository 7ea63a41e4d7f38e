"""The statements in the file of a case, which can be looked up by subject and property."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self, TypeAlias

import pyoxigraph as ox

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import RDF, RDFS

_Term: TypeAlias = ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple


@dataclass(frozen=True, slots=True)
class CaseGraph:
    """The statements of one or more cases that share papers.

    Values are returned as text: an address, or the text of a literal without its type.
    """

    values_by_subject: Mapping[str, Mapping[str, tuple[_Term, ...]]]
    subjects_by_value: Mapping[tuple[str, str], Sequence[str]]
    """The subjects that have an address as the value of a property, in the order of the file."""

    @classmethod
    def parse(cls, turtle: bytes) -> Self:
        """Return the statements in a Turtle file. Raises ReleaseError if it is damaged."""
        found: dict[str, dict[str, tuple[_Term, ...]]] = defaultdict(dict)
        subjects: dict[tuple[str, str], list[str]] = defaultdict(list)
        try:
            for triple in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
                subject, name, value = triple.subject.value, triple.predicate.value, triple.object
                values = found[subject]
                values[name] = (*values.get(name, ()), value)
                if isinstance(value, ox.NamedNode):
                    subjects[name, value.value].append(subject)
        except (SyntaxError, ValueError) as error:
            raise ReleaseError(f"the file of the case cannot be read: {error}") from error
        return cls(found, subjects)

    def all(self, subject: str, property_: Iri) -> tuple[str, ...]:
        """Return the values of a property, in the order of the file."""
        return tuple(map(_text, self._terms(subject, property_)))

    def one(self, subject: str, property_: Iri) -> str | None:
        """Return the first value of a property, or None if there is none."""
        return next(iter(self.all(subject, property_)), None)

    def label(self, subject: str, language: str) -> str | None:
        """Return the label of a thing in a language, or else in another, or else None."""
        labels = self._terms(subject, RDFS.label)
        ranked = sorted(labels, key=lambda term: getattr(term, "language", None) != language)
        return _text(ranked[0]) if ranked else None

    def subjects(self, property_: Iri, value: str) -> tuple[str, ...]:
        """Return the things with an address as a value of a property, in the file's order."""
        return tuple(dict.fromkeys(self.subjects_by_value.get((property_, value), ())))

    def is_a(self, thing: str, class_: Iri) -> bool:
        """Whether a thing is an instance of a class."""
        return class_ in self.all(thing, RDF.type)

    def of_class(self, class_: Iri) -> tuple[str, ...]:
        """Return the instances of a class, in the order of the file."""
        return self.subjects(RDF.type, class_)

    def _terms(self, subject: str, property_: Iri) -> tuple[_Term, ...]:
        return self.values_by_subject.get(subject, {}).get(property_, ())


def _text(term: _Term) -> str:
    return "" if isinstance(term, ox.Triple) else str(term.value)
