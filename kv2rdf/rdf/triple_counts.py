"""Counts of triples by property and of entities by class, to describe the dataset."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Self

from kv2rdf.rdf.vocabulary import RDF

_TYPE = f"<{RDF.type}>"


@dataclass
class TripleCounts:
    """Counts of triples, in total and by property, and of entities by class.

    ``properties`` and ``classes`` map addresses to counts. No triple may be added twice.
    """

    triples: int = 0
    properties: dict[str, int] = field(default_factory=dict)
    classes: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of_lines(cls, lines: Iterable[str]) -> Self:
        """Return the counts of the triples in lines of N-Triples or N-Quads."""
        counts = cls()
        counts.add_lines(lines)
        return counts

    def add_lines(self, lines: Iterable[str]) -> None:
        """Count the triples in lines of N-Triples or N-Quads."""
        for predicate, count in Counter(self._predicates(lines)).items():
            self.triples += count
            name = predicate[1:-1]
            self.properties[name] = self.properties.get(name, 0) + count

    def _predicates(self, lines: Iterable[str]) -> Iterator[str]:
        """Yield the predicate of each line.

        If a line states the class of an entity, the entity is also counted in ``classes``.
        """
        for line in lines:
            _, predicate, value = line.split(" ", 2)
            if predicate == _TYPE:
                name = value[1 : value.index(">")]
                self.classes[name] = self.classes.get(name, 0) + 1
            yield predicate

    def add(self, other: "TripleCounts") -> None:
        """Add the counts of ``other``, which must not include triples that are already counted."""
        both = self + other
        self.triples, self.properties, self.classes = both.triples, both.properties, both.classes

    def __add__(self, other: "TripleCounts") -> "TripleCounts":
        """Return the sum of the counts."""
        return TripleCounts(
            triples=self.triples + other.triples,
            properties=dict(Counter(self.properties) + Counter(other.properties)),
            classes=dict(Counter(self.classes) + Counter(other.classes)),
        )

    def __sub__(self, other: "TripleCounts") -> "TripleCounts":
        """Return these counts minus those of ``other``, which must be included in them."""
        return TripleCounts(
            triples=self.triples - other.triples,
            properties=dict(Counter(self.properties) - Counter(other.properties)),
            classes=dict(Counter(self.classes) - Counter(other.classes)),
        )
