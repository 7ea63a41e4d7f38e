"""The rows (triples) of the register that are needed to validate a single cluster."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Iri, Triple


class RegisterClosure:
    """The rows (triples) of the register, by the entity that they describe."""

    def __init__(self, register: Iterable[Triple], people: Mapping[str, list[Triple]]) -> None:
        """Index the rows of the register by subject.

        ``people`` maps the address of each person to the rows about that person and about entities
        that belong to the person, such as memberships.
        """
        self.people = people
        self.rows: dict[str, list[Triple]] = {}
        for triple in register:
            self.rows.setdefault(triple[0], []).append(triple)
        self._entities = {*self.rows, *people}
        self._references: dict[str, tuple[Iri, ...]] = {}
        self._lines: dict[str, tuple[str, ...]] = {}

    def rows_for(self, triples: Iterable[Triple]) -> dict[str, list[Triple]]:
        """Return the rows about all entities to which ``triples`` refer, directly or indirectly.

        The result maps each entity to its rows, in the order in which the entities are referred to.
        """
        found: dict[str, list[Triple]] = {}
        things = list(_references(triples))
        for thing in things:
            if thing not in found and thing in self._entities:
                found[thing] = self._rows_about(thing)
                if thing not in self._references:
                    self._references[thing] = _references(found[thing])
                things += self._references[thing]
        return found

    def lines_about(self, things: Iterable[str]) -> Iterator[str]:
        """Yield the rows about entities as lines of N-Triples, entity by entity.

        The lines of an entity are made only once, because many clusters refer to it. Raises
        KeyError if an entity is not in the register.
        """
        for thing in things:
            if thing not in self._lines:
                self._lines[thing] = tuple(nquads.triple_lines(self._rows_about(thing)))
            yield from self._lines[thing]

    def _rows_about(self, thing: str) -> list[Triple]:
        return self.people[thing] if thing in self.people else self.rows[thing]

    def all_rows(self) -> dict[str, list[Triple]]:
        """Return a mapping from each entity to its rows."""
        return self.rows | dict(self.people)


def _references(triples: Iterable[Triple]) -> tuple[Iri, ...]:
    """Return the addresses to which triples refer, each once."""
    return tuple(dict.fromkeys(value for _, _, value in triples if isinstance(value, Iri)))


def triples_of(rows: Mapping[str, list[Triple]]) -> Iterable[Triple]:
    """Yield all triples in ``rows``, entity by entity."""
    return chain.from_iterable(rows.values())
