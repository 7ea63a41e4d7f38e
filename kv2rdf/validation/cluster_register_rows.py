"""The rows of the register that are needed to check a cluster on its own."""

from collections.abc import Iterable

from kv2rdf.rdf.terms import Iri, Triple


class RegisterClosure:
    """The rows of the register, by the thing that they describe."""

    def __init__(self, register: Iterable[Triple]) -> None:
        """Index all rows of the register."""
        self.rows: dict[str, list[Triple]] = {}
        for triple in register:
            self.rows.setdefault(triple[0], []).append(triple)

    def rows_for(self, triples: Iterable[Triple]) -> list[Triple]:
        """Return the rows about every thing that ``triples`` refer to, directly or indirectly."""
        found: list[Triple] = []
        seen: set[str] = set()
        things = [value for _, _, value in triples if isinstance(value, Iri)]
        for thing in things:
            if thing in seen or thing not in self.rows:
                continue
            seen.add(thing)
            rows = self.rows[thing]
            found += rows
            things += [value for _, _, value in rows if isinstance(value, Iri)]
        return found
