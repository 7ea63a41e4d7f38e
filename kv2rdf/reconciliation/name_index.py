"""An index that finds equal and similar names."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from kv2rdf.reconciliation.entities import Entity

LEAST_SIMILARITY = 0.5
"""The minimum similarity of a candidate."""

_SIZE = 3


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of entities, sorted and indexed by groups of three letters.

    Each item of ``names`` contains the letters of a name, the position of its entity in
    ``entities``, and the weight of the name.
    """

    entities: tuple[Entity, ...]
    names: tuple[tuple[str, int, float], ...]
    pieces: dict[str, tuple[int, ...]]
    sizes: tuple[int, ...]

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> Self:
        """Return the index of the names of some entities."""
        ordered = tuple(entities)
        names = sorted(
            (letters, number, weight)
            for number, entity in enumerate(ordered)
            for letters, weight in entity.spellings
            if letters
        )
        pieces: dict[str, list[int]] = {}
        for place, (letters, _, _) in enumerate(names):
            for piece in _pieces(letters):
                pieces.setdefault(piece, []).append(place)
        return cls(
            entities=ordered,
            names=tuple(names),
            pieces={piece: tuple(places) for piece, places in pieces.items()},
            sizes=tuple(len(_pieces(letters)) for letters, _, _ in names),
        )

    def similarities(self, letters: str) -> dict[Entity, float]:
        """Return the entities with similar names, and their similarities, which are at most 1.

        The similarity is twice the number of common groups of three letters, divided by the total
        number of groups in the two names (the Dice coefficient), and multiplied by the weight of
        the name. It is 1 only if all letters are the same.
        """
        wanted = _pieces(letters) if letters else frozenset()
        common: Counter[int] = Counter()
        for piece in wanted:
            common.update(self.pieces.get(piece, ()))
        found: dict[Entity, float] = {}
        for place, count in common.items():
            name, number, weight = self.names[place]
            size = len(wanted) + self.sizes[place]
            similarity = weight * (1.0 if name == letters else min(0.99, 2 * count / size))
            entity = self.entities[number]
            if similarity >= max(LEAST_SIMILARITY, found.get(entity, 0)):
                found[entity] = similarity
        return found

    def beginning_with(self, letters: str) -> Iterator[Entity]:
        """Yield each entity with a name that begins with these letters, sorted by name."""
        seen: set[int] = set()
        for name, number, _ in self.names[bisect_left(self.names, (letters,)) :]:
            if not name.startswith(letters):
                return
            if number not in seen:
                seen.add(number)
                yield self.entities[number]


def _pieces(letters: str) -> frozenset[str]:
    """Return all groups of three letters in a name, with markers for its beginning and end."""
    marked = f"^{letters}$"
    return frozenset(marked[n : n + _SIZE] for n in range(len(marked) - _SIZE + 1))
