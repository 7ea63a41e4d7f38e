"""The rows of the register that are needed to check a single cluster."""

from collections.abc import Iterable, Mapping
from itertools import chain

from kv2rdf.rdf.terms import Iri, Triple


class RegisterClosure:
    """The rows of the register, by the thing that they describe."""

    def __init__(self, register: Iterable[Triple], people: Mapping[str, list[Triple]]) -> None:
        """Index all rows of the register.

        ``people`` maps the address of each person to the rows about that person. These may also
        describe other things, such as the memberships of the person.
        """
        self.people = people
        self.rows: dict[str, list[Triple]] = {}
        for triple in register:
            self.rows.setdefault(triple[0], []).append(triple)

    def rows_for(self, triples: Iterable[Triple]) -> dict[str, list[Triple]]:
        """Return the rows about everything that ``triples`` refer to, directly or indirectly.

        They are in the order in which the things are referred to.
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
        """Return the rows of all things."""
        return self.rows | dict(self.people)


def triples_of(rows: Mapping[str, list[Triple]]) -> Iterable[Triple]:
    """Yield the triples in rows, grouped by the thing that they describe."""
    return chain.from_iterable(rows.values())
