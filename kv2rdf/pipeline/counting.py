"""How much there is of what: triples, classes and properties, for the dataset's own description."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kv2rdf.vocab import RDF

_TYPE = f"<{RDF.type}>"


@dataclass
class Census:
    """Counts over lines of N-Triples or N-Quads, each line once."""

    triples: int = 0
    properties: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)

    def count(self, lines: Iterable[str]) -> None:
        """Add lines."""
        for line in lines:
            _, predicate, value = line.split(" ", 2)
            self.triples += 1
            self.properties[predicate[1:-1]] += 1
            if predicate == _TYPE:
                self.classes[value[1 : value.index(">")]] += 1

    def add(self, other: "Census") -> None:
        """Add the counts of other lines."""
        self.triples += other.triples
        self.properties += other.properties
        self.classes += other.classes
