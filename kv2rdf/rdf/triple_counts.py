"""How much there is of what: triples, classes and properties, for the dataset's own description."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from kv2rdf.rdf.vocabulary import RDF

_TYPE = f"<{RDF.type}>"


@dataclass
class Census:
    """Counts over lines of N-Triples or N-Quads, each line once."""

    triples: int = 0
    properties: dict[str, int] = field(default_factory=dict)
    classes: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterable[str]) -> Self:
        """Count lines."""
        census = cls()
        census.count(lines)
        return census

    def count(self, lines: Iterable[str]) -> None:
        """Add lines."""
        properties: Counter[str] = Counter()
        classes: Counter[str] = Counter()
        for line in lines:
            _, predicate, value = line.split(" ", 2)
            properties[predicate[1:-1]] += 1
            if predicate == _TYPE:
                classes[value[1 : value.index(">")]] += 1
        self.add(Census(properties.total(), properties, classes))

    def add(self, other: "Census") -> None:
        """Add the counts of other lines."""
        both = self + other
        self.triples, self.properties, self.classes = both.triples, both.properties, both.classes

    def __add__(self, other: "Census") -> "Census":
        """Give the counts of both."""
        return Census(
            triples=self.triples + other.triples,
            properties=dict(Counter(self.properties) + Counter(other.properties)),
            classes=dict(Counter(self.classes) + Counter(other.classes)),
        )

    def __sub__(self, other: "Census") -> "Census":
        """Give the counts without those of ``other``, which are among them."""
        return Census(
            triples=self.triples - other.triples,
            properties=dict(Counter(self.properties) - Counter(other.properties)),
            classes=dict(Counter(self.classes) - Counter(other.classes)),
        )
