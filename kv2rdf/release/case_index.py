"""The tables of the text index that assign texts to cases and contain facts about each case.

``place`` has a row for each pair of a text and a case to which the text belongs. ``dossier`` has a
row for each case. ``link`` contains the askers of each case, their parties, and the ministries
concerned. ``thing`` contains the addresses and the printed names to which the rows of ``link`` and
``label`` refer. ``label`` contains the names of entities.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kv2rdf.rdf import nquads
from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, KV, PREFIXES, RDFS, SKOS
from kv2rdf.release.search_words import search_words

_TABLES = (
    "CREATE TABLE dossier (number INTEGER PRIMARY KEY, address TEXT UNIQUE, chamber TEXT,"
    " process TEXT, title TEXT, day TEXT, state TEXT)",
    "CREATE TABLE place (text_row INTEGER, dossier INTEGER, kind TEXT, part TEXT,"
    " PRIMARY KEY (text_row, dossier)) WITHOUT ROWID",
    "CREATE TABLE thing (number INTEGER PRIMARY KEY, value TEXT UNIQUE)",
    "CREATE TABLE link (dossier INTEGER, role TEXT, thing INTEGER,"
    " PRIMARY KEY (dossier, role, thing)) WITHOUT ROWID",
    "CREATE INDEX link_of_thing ON link (thing)",
    "CREATE TABLE label (thing INTEGER, label TEXT, is_main INTEGER, folded TEXT,"
    " PRIMARY KEY (thing, label)) WITHOUT ROWID",
)
_NEW = (
    "CREATE TEMPORARY TABLE new_place (text_row INTEGER, kind TEXT, part TEXT, address TEXT)",
    "CREATE TEMPORARY TABLE new_work (address TEXT, dossier TEXT)",
    "CREATE TEMPORARY TABLE new_link (dossier TEXT, role TEXT, value TEXT)",
    "CREATE TEMPORARY TABLE new_label (value TEXT, label TEXT, is_main INTEGER, folded TEXT)",
)
_RESOLVED = (
    "CREATE INDEX temp.works ON new_work (address)",
    """INSERT OR IGNORE INTO place
    SELECT text_row, number, kind, part FROM new_place JOIN dossier USING (address) UNION
    SELECT text_row, number, kind, part FROM new_place JOIN new_work USING (address)
    JOIN dossier ON dossier.address = new_work.dossier""",
    "INSERT OR IGNORE INTO thing (value) SELECT value FROM new_link",
    "INSERT OR IGNORE INTO thing (value) SELECT value FROM new_label",
    """INSERT OR IGNORE INTO link SELECT dossier.number, role, thing.number
    FROM new_link JOIN dossier ON dossier.address = new_link.dossier JOIN thing USING (value)""",
    """INSERT OR IGNORE INTO label SELECT number, label, is_main, folded
    FROM new_label JOIN thing USING (value)""",
)
_ROLES = {
    f"<{PREFIXES['c']}indiener>": (
        (KV.nameForm, "form"),
        (ELIDL.participation_in_name_of, "party"),
    ),
    f"<{PREFIXES['c']}geadresseerde>": (
        (ELIDL.had_participant_organization, "ministry"),
        (KV.officeAsInSource, "ministry"),
    ),
    f"<{PREFIXES['c']}antwoordgever>": (
        (ELIDL.had_participant_organization, "ministry"),
        (KV.ministryAsInSource, "ministry"),
    ),
}
"""Maps each role of a participant to the indexed properties, each with its name in the index."""
_BATCH = 1_000
_LABELS = ((RDFS.label, 1), (SKOS.altLabel, 0))

WANTED_PROPERTIES = frozenset(
    f"<{property_}>"
    for property_ in (
        KV.concernsDossier, ELI.is_part_of, ELI.number, ELIDL.process_id, DCT.title,
        DCT.dateSubmitted, KV.state, KV.askedBy, KV.partyAsInSource, KV.partyAtTheTime,
        ELIDL.participation_role, RDFS.label, SKOS.altLabel,
        *(property_ for pairs in _ROLES.values() for property_, _ in pairs),
    )
)  # fmt: skip


class SubjectLines(NamedTuple):
    """The lines of one subject: its values by property, in N-Quads syntax."""

    subject: str
    values: Mapping[str, Sequence[str]]

    def all(self, property_: str) -> Sequence[str]:
        """Return the values of a property."""
        return self.values.get(f"<{property_}>", ())

    def text(self, property_: str) -> str | None:
        """Return the text of the first value of a property, or None if there is none."""
        return next((nquads.literal_text(value) for value in self.all(property_)), None)


def create_tables(index: sqlite3.Connection) -> None:
    """Create the tables, all empty."""
    for statement in _TABLES:
        index.execute(statement)


class CaseIndexWriter:
    """A writer that adds cases to the tables. Call ``resolve`` after the last line."""

    def __init__(self, index: sqlite3.Connection) -> None:
        """Create temporary tables beside those of the index."""
        self._index = index
        self._rows: dict[str, list[Sequence[object]]] = {}
        for statement in _NEW:
            index.execute(statement)

    def add(self, lines: SubjectLines) -> None:
        """Add the facts that the lines of a subject contain about a case or a name."""
        if is_case(lines.subject):
            self._add_case(lines)
        elif roles := lines.all(ELIDL.participation_role):
            dossier = lines.subject[1:].partition("#")[0]
            for property_, role in _ROLES.get(roles[0], ()):
                self._add_links(dossier, role, lines.all(property_))
        elif dossiers := lines.all(KV.concernsDossier):
            for dossier in dossiers:
                self._insert("new_work", (lines.subject[1:-1], dossier[1:-1]))
                self._add_links(dossier[1:-1], "party", lines.all(KV.partyAtTheTime))
        else:
            for row in _label_rows(lines):
                self._insert("new_label", row)

    def add_text(self, number: int, kind: str, lines: SubjectLines) -> None:
        """Record the cases to which a text belongs. ``number`` is its row number in the index."""
        part = lines.text(ELI.number)
        owners = (
            lines.all(KV.concernsDossier)
            or ((lines.subject,) if is_case(lines.subject) else ())
            or lines.all(ELI.is_part_of)
        )
        for owner in owners:
            self._insert("new_place", (number, kind, part, owner[1:-1]))

    def resolve(self) -> None:
        """Copy the new rows from the temporary tables to the tables of the index."""
        for table, rows in self._rows.items():
            if rows:
                self._write(table, rows)
        for statement in _RESOLVED:
            self._index.execute(statement)

    def _add_case(self, lines: SubjectLines) -> None:
        address = lines.subject[1:-1]
        chamber = "ek" if "/eli/nl/ek/" in address else "tk"
        facts = (lines.text(p) for p in (ELIDL.process_id, DCT.title, DCT.dateSubmitted))
        states = (value[1:-1].rpartition("/")[2] for value in lines.all(KV.state))
        self._insert("dossier", (None, address, chamber, *facts, next(states, None)))
        self._add_links(address, "asker", lines.all(KV.askedBy))
        self._add_links(address, "printed party", lines.all(KV.partyAsInSource))

    def _add_links(self, dossier: str, role: str, values: Iterable[str]) -> None:
        for value in values:
            thing = value[1:-1]
            if value.startswith('"'):
                thing = nquads.literal_text(value)
                self._insert("new_label", (thing, thing, 1, search_words(thing).strip()))
            self._insert("new_link", (dossier, role, thing))

    def _insert(self, table: str, row: Sequence[object]) -> None:
        rows = self._rows.setdefault(table, [])
        rows.append(row)
        if len(rows) == _BATCH:
            self._write(table, rows)
            rows.clear()

    def _write(self, table: str, rows: Sequence[Sequence[object]]) -> None:
        marks = ", ".join("?" * len(rows[0]))
        self._index.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def remove_cases(index: sqlite3.Connection, lines: Iterable[SubjectLines]) -> None:
    """Remove the cases and the names that ``lines`` describe.

    The texts whose row numbers are in the table ``removed_text`` are no longer assigned to cases.
    """
    index.execute("DELETE FROM place WHERE text_row IN (SELECT number FROM removed_text)")
    for subject_lines in lines:
        if is_case(subject_lines.subject):
            address = (subject_lines.subject[1:-1],)
            index.execute(
                "DELETE FROM link WHERE dossier = (SELECT number FROM dossier WHERE address = ?)",
                address,
            )
            index.execute("DELETE FROM dossier WHERE address = ?", address)
        for value, label, *_ in _label_rows(subject_lines):
            index.execute(
                "DELETE FROM label WHERE label = ?"
                " AND thing = (SELECT number FROM thing WHERE value = ?)",
                (label, value),
            )


def is_case(subject: str) -> bool:
    """Whether the subject of a line is a case."""
    return "/zaak/" in subject and "#" not in subject


def _label_rows(lines: SubjectLines) -> Iterator[tuple[str, str, int, str]]:
    """Yield, for each name, the address, the name, whether it is the main name, and its words.

    The words do not include text in brackets, as in "Kant (SP, Tweede Kamer)".
    """
    for property_, is_main in _LABELS:
        for value in lines.all(property_):
            label = nquads.literal_text(value)
            words = search_words(label.partition(" (")[0]).strip()
            yield lines.subject[1:-1], label, int(is_main and not value.endswith("@en")), words
