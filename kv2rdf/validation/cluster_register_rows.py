"""The rows (triples) of the register that are needed to validate a single cluster."""

from collections.abc import Iterable, Mapping
from itertools import chain

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

    def rows_for(self, triples: Iterable[Triple]) -> dict[str, list[Triple]]:
        """Return the rows about all entities to which ``triples`` refer, directly or indirectly.

        The result maps each entity to its rows, in the order in which the entities are referred to.
        """
        found: dict[str, list[Triple]] = {}
        things: list[str] = [value for _, _, value in triples if isinstance(value, Iri)]
        for thing in things:
            if thing in found or not (thing in self.rows or thing in self.people):
                continue
            rows = self.people[thing] if thing in self.people else self.rows[thing]
            found[thing] = rows
            things += [value for _, _, value in rows if isinstance(value, Iri)]
        return found

    def all_rows(self) -> dict[str, list[Triple]]:
        """Return a mapping from each entity to its rows."""
        return self.rows | dict(self.people)


def triples_of(rows: Mapping[str, list[Triple]]) -> Iterable[Triple]:
    """Yield all triples in ``rows``, entity by entity."""
    return chain.from_iterable(rows.values())
