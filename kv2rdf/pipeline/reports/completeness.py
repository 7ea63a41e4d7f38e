"""The completeness of a release: how many papers are known to exist, and how many it contains.

The papers in the lists are compared with those in the release in a temporary SQLite database on
disk, so memory use does not depend on the length of the lists.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice

from kv2rdf.model.completeness import (
    CountedChamber,
    CountedPaper,
    PaperGroup,
    Presence,
    PresenceCount,
)
from kv2rdf.model.identified_paper import identified_paper
from kv2rdf.pipeline.passes.results import CaseSummary, HeldPaper

_PAPERS_PER_BATCH = 1_000
_CHAMBERS, _KINDS = tuple(CountedChamber), tuple(CountedPaper)
_TABLES = """
CREATE TABLE held (
    id INTEGER PRIMARY KEY, session TEXT, year TEXT, chamber TEXT, kind TEXT,
    has_record INTEGER, has_metadata INTEGER, has_text INTEGER
);
CREATE TABLE held_key (key TEXT PRIMARY KEY, held INTEGER) WITHOUT ROWID;
CREATE TABLE listed (
    key TEXT PRIMARY KEY, session TEXT, year TEXT, chamber TEXT, kind TEXT
) WITHOUT ROWID;
"""
_COUNTS = """
SELECT session, year, chamber, kind, SUM(known), SUM(listed), SUM(held), SUM(has_record),
    SUM(has_metadata), SUM(has_text)
FROM (
    SELECT session, year, chamber, kind, 1 AS known,
        id IN (SELECT held FROM held_key JOIN listed USING (key)) AS listed, 1 AS held,
        has_record, has_metadata, has_text
    FROM held
    UNION ALL
    SELECT session, year, chamber, kind, 1, 1, 0, 0, 0, 0
    FROM listed WHERE NOT EXISTS (SELECT 1 FROM held_key WHERE held_key.key = listed.key)
)
GROUP BY session, year, chamber, kind
"""
_ORDER = (
    Presence.KNOWN,
    Presence.LISTED,
    Presence.HELD,
    Presence.RECORD,
    Presence.METADATA,
    Presence.TEXT,
)


def count_presences(
    identifiers: Iterable[str], dossiers: Iterable[CaseSummary]
) -> tuple[PresenceCount, ...]:
    """Return the number of papers in each group, for each ``Presence``, such as known or listed.

    A group contains the papers of one kind, in one session and chamber.

    A paper is known if it is in a dossier or in a list. ``identifiers`` contains the identifiers in
    the lists. If several of them identify the same paper, the paper is counted once. Groups of an
    unknown session come after the others, and kinds are in the order in which they are defined.
    """
    with closing(sqlite3.connect("", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.executescript(_TABLES)
        connection.execute("BEGIN")
        _insert_held(connection, (paper for d in dossiers for paper in d.counts.held_papers))
        connection.executemany(
            "INSERT OR IGNORE INTO listed VALUES (?, ?, ?, ?, ?)", _listed_rows(identifiers)
        )
        rows = connection.execute(_COUNTS).fetchall()
    counts = {
        PaperGroup(
            session=session, year=year, chamber=CountedChamber(chamber), kind=CountedPaper(kind)
        ): numbers
        for session, year, chamber, kind, *numbers in rows
    }
    return tuple(
        PresenceCount(group=group, presence=presence, number=number)
        for group in sorted(counts, key=_position)
        for presence, number in zip(_ORDER, counts[group], strict=True)
    )


def _insert_held(connection: sqlite3.Connection, papers: Iterable[HeldPaper]) -> None:
    """Store the papers of the release.

    If several papers have the same key, the key is stored only for the first.
    """
    numbered = enumerate(papers)
    while batch := list(islice(numbered, _PAPERS_PER_BATCH)):
        connection.executemany(
            "INSERT INTO held VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (_held_row(number, paper) for number, paper in batch),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO held_key VALUES (?, ?)",
            ((key, number) for number, paper in batch for key in paper.keys),
        )


def _held_row(number: int, paper: HeldPaper) -> tuple[object, ...]:
    group = (paper.group.session, paper.group.year, paper.group.chamber, paper.group.kind)
    has = (p in paper.presences for p in (Presence.RECORD, Presence.METADATA, Presence.TEXT))
    return (number, *group, *has)


def _listed_rows(identifiers: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for identifier in identifiers:
        paper = identified_paper(identifier)
        group = paper.group
        yield paper.key, group.session, group.year, group.chamber, group.kind


def _position(group: PaperGroup) -> tuple[object, ...]:
    return (
        not group.session,
        group.session,
        not group.year,
        group.year,
        _CHAMBERS.index(group.chamber),
        _KINDS.index(group.kind),
    )
