"""Lists of identifiers in the input, and the pages that they refer to.

A release links a paper in a list to its official page. The audit checks that each such page belongs
to an identifier in a list, and that every answer or notice in a list has a page.
"""

import re
import sqlite3
from collections.abc import Iterator

from kv2rdf.audit.dump.terms import IDENTIFIER, IS_EXEMPLIFIED_BY, LISTED

TABLE = "CREATE TABLE listed (identifier TEXT PRIMARY KEY) WITHOUT ROWID;"
_LINE = re.compile(rb"[^\r\n]+")
_GROUPS = re.compile(rb"(-[0-9A-Za-z]+)+")
_MOST_CHARACTERS = 100
_PAGE = "'https://zoek.officielebekendmakingen.nl/' || identifier || '.html'"


def listed_identifiers(content: bytes) -> list[str] | None:
    """Return the identifiers in a list, or None if the document is not a list.

    A list has one identifier on each line, with optional spaces and tabs around it.
    """
    found = []
    for line in _LINE.finditer(content.removeprefix(b"\xef\xbb\xbf")):
        word = line[0].strip(b" \t")
        if not word:
            continue
        is_identifier = word[:2] in (b"ah", b"kv") and _GROUPS.fullmatch(word, 2)
        if not is_identifier or len(word) > _MOST_CHARACTERS:
            return None
        found.append(word.decode("ascii"))
    return found or None


def insert_listed(connection: sqlite3.Connection, identifiers: list[str]) -> None:
    """Insert the identifiers of a list."""
    rows = ((identifier,) for identifier in identifiers)
    connection.executemany("INSERT OR IGNORE INTO listed VALUES (?)", rows)


def pages_of_no_list(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield each page that the release attributes to a list but that no list refers to.

    Each item is a pair of the address of the file in the graph, and the address of the page.
    """
    yield from connection.execute(
        "SELECT thing.address, link.address FROM link JOIN thing ON thing.key = link.thing"
        " WHERE link.predicate = ? AND thing.address IN"
        " (SELECT file.address FROM link AS rule JOIN thing AS file ON file.key = rule.thing"
        f" WHERE rule.address = ?) AND link.address NOT IN (SELECT {_PAGE} FROM listed)"
        " ORDER BY 1, 2",
        (IS_EXEMPLIFIED_BY, LISTED),
    )


def papers_without_page(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield the address and identifier of each listed answer or notice that has no page."""
    yield from connection.execute(
        "SELECT thing.address, text FROM literal JOIN thing ON thing.key = literal.thing"
        " WHERE predicate = ? AND text IN (SELECT identifier FROM listed)"
        " AND thing.address LIKE '%/ah/%' AND NOT EXISTS (SELECT 1 FROM thing AS file"
        " WHERE file.address = thing.address || '/nld/html') ORDER BY 1, 2",
        (IDENTIFIER,),
    )
