"""The matching of persons from a service with rows of persons.csv, by their identifiers."""

from collections.abc import Iterable

from kv2rdf.exchange.additions.facts import Omission, PersonFact
from kv2rdf.linking.person_names import name_letters
from kv2rdf.reference.csv_rows import Row

_COLUMNS = {"wikidata": "wikidata_qid", "guid": "tk_guid", "parlement_id": "parlement_id"}


class PersonMatches:
    """The rows of persons, to which rows for new persons are added.

    ``added`` contains the new rows, ``not_added`` contains the persons who were left out, and
    ``unfilled`` contains identifiers from a service that are missing from an existing row. Existing
    rows are never changed.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        """Index the rows by their identifiers and surnames."""
        self.added: list[dict[str, str]] = []
        self.not_added: list[Omission] = []
        self.unfilled: list[Omission] = []
        self._keys: set[str] = set()
        self._by_identifier: dict[tuple[str, str], Row] = {}
        self._by_surname: dict[str, list[Row]] = {}
        for row in rows:
            self._index(row)

    def key(self, person: PersonFact, source: str) -> str | None:
        """Return the key of a person in persons.csv. A row is added if the person is new.

        ``source`` is the value of the column ``source`` in the new row. If the identity or the
        surname of the person is not certain, or if another row already uses the new key, the person
        is added to ``not_added``, and None is returned.
        """
        identifiers = {column: getattr(person, name) for name, column in _COLUMNS.items()}
        found = {
            row["key"]: row
            for column, value in identifiers.items()
            if (row := self._by_identifier.get((column, value))) is not None
        }
        if len(found) > 1:
            self._left_out(person, f"the identifiers are of two rows: {', '.join(found)}")
            return None
        for row in found.values():
            return self._known(person, row, identifiers)
        if not person.family:
            self._left_out(person, "it is not certain where the surname begins")
            return None
        for row in self._by_surname.get(name_letters(person.family), ()):
            if not _are_surely_two(person, row, identifiers):
                self._left_out(person, f"may be the same person as {row['key']}")
                return None
        return self._add(person, identifiers, source)

    def _known(self, person: PersonFact, row: Row, identifiers: dict[str, str]) -> str | None:
        for column, value in identifiers.items():
            if value and row[column] and row[column] != value:
                self._left_out(person, f"{row['key']} has the {column} {row[column]}, not {value}")
                return None
            if value and not row[column]:
                self.unfilled.append(Omission(row["key"], f"{column}: {value} ({person.name})"))
        return row["key"]

    def _add(self, person: PersonFact, identifiers: dict[str, str], source: str) -> str | None:
        ending = person.wikidata.lower() or person.guid[:8]
        key = f"{_slug(person.family)}-{ending}"
        if key in self._keys:
            self._left_out(person, f"the key {key} is used")
            return None
        row = {
            "key": key,
            "full_name": person.name,
            "given": person.given,
            "prefix": person.prefix,
            "family": person.family,
            "initials": person.initials,
            "gender": person.gender,
            "birth_date": person.birth if len(person.birth) > len("1955") else "",
            **identifiers,
            "source": source,
        }
        self.added.append(row)
        self._index(row)
        return key

    def _left_out(self, person: PersonFact, why: str) -> None:
        self.not_added.append(Omission(f"{person.name} ({person.identifier})", why))

    def _index(self, row: Row) -> None:
        self._keys.add(row["key"])
        for column in _COLUMNS.values():
            if row[column]:
                self._by_identifier[column, row[column]] = row
        self._by_surname.setdefault(name_letters(row["family"]), []).append(row)


def _are_surely_two(person: PersonFact, row: Row, identifiers: dict[str, str]) -> bool:
    """Whether a person and a row with the same surname differ in an identifier or date of birth."""
    if any(value and row[column] for column, value in identifiers.items()):
        return True
    birth = row.get("birth_date", "")
    length = min(len(birth), len(person.birth))
    return length > 0 and birth[:length] != person.birth[:length]


def _slug(family: str) -> str:
    words = (name_letters(word) for word in family.replace("-", " ").split())
    return "-".join(filter(None, ("".join(c for c in word if c.isascii()) for word in words)))
