"""The statements in the file of a case, by subject and property."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from kv2rdf.errors import ReleaseError
from kv2rdf.query.case_view.parsed_statements import EntityStatements, parsed_statements
from kv2rdf.query.case_view.register_entries import RegisterEntries
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import ELI, ELIDL, KV, RDF, RDFS

_INDEXED = frozenset({RDF.type, ELI.is_part_of, KV.concernsDossier, KV.citedIn})
"""The properties that can be used to look up subjects by a value."""


@dataclass(frozen=True, slots=True)
class CaseGraph:
    """The statements of one or more cases that share papers.

    ``subjects_by_value`` contains the subjects that have a value, by the property and the value.
    Entities of the register cannot be looked up in it.
    """

    statements: Mapping[str, EntityStatements]
    subjects_by_value: Mapping[str, Mapping[str, Sequence[str]]]
    register: RegisterEntries

    @classmethod
    def parse(cls, turtle: bytes) -> Self:
        """Return the statements in a Turtle file. Raises ReleaseError if it is damaged.

        An entry of the register is parsed when it is needed. If it is damaged, the method that
        needs it raises ReleaseError.
        """
        own, register = RegisterEntries.divide(turtle)
        parsed = cls._parsed(own, register)
        if parsed.statements.keys().isdisjoint(register.blocks):
            return parsed
        return cls._parsed(turtle, RegisterEntries.none())

    @classmethod
    def _parsed(cls, turtle: bytes, register: RegisterEntries) -> Self:
        subjects: dict[str, dict[str, list[str]]] = {name: {} for name in _INDEXED}
        return cls(parsed_statements(turtle, subjects), subjects, register)

    def all(self, subject: str, property_: Iri) -> tuple[str, ...]:
        """Return the values of a property, in the order of the file."""
        return tuple(self._values(subject, property_))

    def one(self, subject: str, property_: Iri) -> str | None:
        """Return the first value of a property in the file, or None if there is none."""
        # Called most often of all, so it calls few functions itself.
        found = self.statements.get(subject) or self.register.entry(subject)
        values = found.values.get(property_) if found is not None else None
        return values[0] if values else None

    def label(self, subject: str, language: str) -> str | None:
        """Return the label of an entity, if possible in ``language``, or None if it has none."""
        found = self._statements(subject)
        if found is None:
            return None
        labels, languages = found.values.get(RDFS.label, ()), found.label_languages
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
        found = self._statements(subject)
        return found.values.get(property_, ()) if found is not None else ()

    def _statements(self, subject: str) -> EntityStatements | None:
        return self.statements.get(subject) or self.register.entry(subject)
