"""The statements in the file of a case, by subject and property."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

import pyoxigraph as ox

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import ELI, ELIDL, KV, RDF, RDFS

_INDEXED = frozenset({RDF.type, ELI.is_part_of, KV.concernsDossier, KV.citedIn})
"""The properties that can be used to look up subjects by a value."""


@dataclass(frozen=True, slots=True)
class CaseGraph:
    """The statements of one or more cases that share papers.

    Each value is a string: an address, or the text of a literal without its type. The values of
    each subject are stored by property, in the order of the file.
    """

    values_by_subject: Mapping[str, Mapping[str, Sequence[str]]]
    subjects_by_value: Mapping[str, Mapping[str, Sequence[str]]]
    """The subjects that have a value, by the property and the value."""
    label_languages: Mapping[str, Sequence[str | None]] = field(repr=False)
    """The languages of the labels of each subject, in the order of the labels."""

    @classmethod
    def parse(cls, turtle: bytes) -> Self:
        """Return the statements in a Turtle file. Raises ReleaseError if it is damaged."""
        found: dict[str, dict[str, list[str]]] = {}
        subjects: dict[str, dict[str, list[str]]] = {name: defaultdict(list) for name in _INDEXED}
        languages: dict[str, list[str | None]] = defaultdict(list)
        previous: object = None
        subject, values = "", dict[str, list[str]]()
        try:
            for subject_term, name_term, term, _ in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
                if subject_term != previous:  # the statements about a subject are adjacent
                    previous, subject = subject_term, subject_term.value
                    values = found.setdefault(subject, {})
                name = name_term.value
                value = "" if isinstance(term, ox.Triple) else term.value
                if name in values:
                    values[name].append(value)
                else:
                    values[name] = [value]
                if name in subjects:
                    subjects[name][value].append(subject)
                elif name == RDFS.label:
                    languages[subject].append(getattr(term, "language", None))
        except (SyntaxError, ValueError) as error:
            raise ReleaseError(f"the file of the case cannot be read: {error}") from error
        return cls(found, subjects, languages)

    def all(self, subject: str, property_: Iri) -> tuple[str, ...]:
        """Return the values of a property, in the order of the file."""
        return tuple(self._values(subject, property_))

    def one(self, subject: str, property_: Iri) -> str | None:
        """Return the first value of a property in the file, or None if there is none."""
        values = self._values(subject, property_)
        return values[0] if values else None

    def label(self, subject: str, language: str) -> str | None:
        """Return the label of an entity, if possible in ``language``, or None if it has none."""
        labels = self._values(subject, RDFS.label)
        languages = self.label_languages.get(subject, ())
        wanted = (label for label, its in zip(labels, languages, strict=True) if its == language)
        return next(wanted, labels[0] if labels else None)

    def subjects(self, property_: Iri, value: str) -> tuple[str, ...]:
        """Return the entities that have the given value of a property, in the order of the file.

        Raises KeyError if entities cannot be looked up by this property.
        """
        return tuple(dict.fromkeys(self.subjects_by_value[property_].get(value, ())))

    def is_a(self, thing: str, class_: Iri) -> bool:
        """Whether an entity is an instance of a class."""
        return class_ in self._values(thing, RDF.type)

    def of_class(self, class_: Iri) -> tuple[str, ...]:
        """Return the instances of a class, in the order of the file."""
        return self.subjects(RDF.type, class_)

    def case_address(self, number: str) -> str:
        """Return the address of the case with the given number.

        Raises ReleaseError if there is none.
        """
        for case in self.of_class(KV.Dossier):
            if number in self._values(case, ELIDL.process_id):
                return case
        raise ReleaseError(f"the file of the case does not contain the case {number}")

    def _values(self, subject: str, property_: Iri) -> Sequence[str]:
        properties = self.values_by_subject.get(subject)
        return properties.get(property_, ()) if properties is not None else ()
