"""The refresh of authority tables with rows from online services."""

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.exchange.additions.chamber_facts import ENTITIES, ChamberRows, chamber_facts
from kv2rdf.exchange.additions.decisions import Additions, ExistingRows, additions
from kv2rdf.exchange.additions.facts import Facts
from kv2rdf.exchange.additions.review import diff, review_page
from kv2rdf.exchange.additions.text_tables import (
    FILLED,
    MEMBERSHIPS,
    PERSONS,
    TENURES,
    TextTable,
    all_rows,
    read_text_table,
    rows_as_text,
)
from kv2rdf.exchange.additions.wikidata_facts import KnownItems, wikidata_facts
from kv2rdf.exchange.services.chamber_service import entity_rows
from kv2rdf.exchange.services.item_service import replaced_items
from kv2rdf.exchange.services.json_client import JsonClient
from kv2rdf.exchange.services.query_service import held_positions
from kv2rdf.reference.authority_tables import SOURCES
from kv2rdf.reference.csv_rows import Row
from kv2rdf.reference.shipped_folders import folder
from kv2rdf.release.replacement_folder import FolderKind, replacement_folder

TABLES = "authority"
DIFF = "additions.diff"
REVIEW = "review.md"
_FOLDER = FolderKind(
    name="additions to the authority tables", required=REVIEW, files=frozenset((TABLES, DIFF))
)
_Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The URLs of the services to query, or None for services that are not queried.

    ``queries`` is the query service of Wikidata, ``items`` is the API of Wikidata, and ``chamber``
    is the open data of the Tweede Kamer.
    """

    queries: str | None
    items: str | None
    chamber: str | None


@dataclass(frozen=True, slots=True)
class RefreshResult:
    """The additions to the tables, and the diffs of all tables as one text."""

    added: Additions
    diff: str


def refresh_tables(
    out: Path, services: Services, client: JsonClient, day: date, progress: _Progress
) -> RefreshResult:
    """Query the services, and add rows to the tables in the folder ``out``.

    The folder is created if necessary. In the end, it contains a folder of tables, a diff, and a
    page on which the additions can be reviewed. Existing rows are not changed. Either all files are
    written or none. ``day`` is the date of the queries, which is recorded in the new rows.
    ``progress`` is called with the name of a step, the number of its parts that are done, and the
    number of all its parts, or 0 if that is unknown. Raises ServiceError if a service returns no
    usable answer, SeedError if a table is not valid, and ReleaseError if ``out`` contains any other
    files, if a table in it does not end with a line feed, or if another process is writing to it.
    """
    with replacement_folder(out.absolute(), _FOLDER) as new:
        old_tables = out.absolute() / TABLES if out.exists() else None
        shipped = folder("seeds") / "authority"
        tables = {
            name: all_rows(shipped, old_tables, name)
            for name in (*FILLED, SOURCES, "parties.csv", "offices.csv", "seats.csv")
        }
        facts, replaced = _facts(tables, services, client, progress)
        found = additions(_existing(tables), facts, day)
        changes = _write(new, old_tables, tables, found, {said.source for said in facts})
        (new / DIFF).write_text(changes, encoding="utf-8", newline="")
        page = review_page(found, replaced)
        (new / REVIEW).write_text(page, encoding="utf-8", newline="")
        return RefreshResult(found, changes)


def _facts(
    tables: dict[str, TextTable], services: Services, client: JsonClient, progress: _Progress
) -> tuple[tuple[Facts, ...], tuple[tuple[str, str | None], ...]]:
    """Return the facts from the services, and the items that were merged or deleted in Wikidata."""
    facts: list[Facts] = []
    replaced: tuple[tuple[str, str | None], ...] = ()
    if services.chamber:
        answers = []
        for number, entity in enumerate(ENTITIES):
            progress("ask the chamber", number, len(ENTITIES))
            answers.append(entity_rows(client, services.chamber, entity))
        facts.append(chamber_facts(ChamberRows(*answers), _party_names(tables)))
    if services.queries:
        progress("ask Wikidata", 0, 0)
        known = KnownItems(_by_item(tables["parties.csv"]), _by_item(tables["offices.csv"]))
        statements = held_positions(client, services.queries, known.positions)
        facts.append(wikidata_facts(statements, known))
    if services.items:
        progress("ask which items were merged", 0, 0)
        names = (PERSONS, "parties.csv", "offices.csv")
        items = {row["wikidata_qid"] for name in names for row in tables[name].rows}
        replaced = replaced_items(client, services.items, items - {""})
    return tuple(facts), replaced


def _party_names(tables: dict[str, TextTable]) -> dict[str, str]:
    """Return a mapping from party names to keys, without names that belong to two parties."""
    found: dict[str, set[str]] = {}
    for row in tables["parties.csv"].rows:
        for name in (row["name"], row["abbreviation"], *row["aliases"].split("|")):
            if name:
                found.setdefault(name, set()).add(row["key"])
    return {name: min(keys) for name, keys in found.items() if len(keys) == 1}


def _by_item(table: TextTable) -> dict[str, str]:
    """Return a mapping from Wikidata items to row keys, without items that occur in two rows."""
    count = Counter(row["wikidata_qid"] for row in table.rows)
    return {
        row["wikidata_qid"]: row["key"]
        for row in table.rows
        if row["wikidata_qid"] and count[row["wikidata_qid"]] == 1
    }


def _existing(tables: dict[str, TextTable]) -> ExistingRows:
    return ExistingRows(
        persons=tables[PERSONS].rows,
        memberships=tables[MEMBERSHIPS].rows,
        tenures=tables[TENURES].rows,
        offices=tables["offices.csv"].rows,
        seats=tables["seats.csv"].rows,
    )


def _write(
    new: Path,
    old: Path | None,
    tables: dict[str, TextTable],
    found: Additions,
    sources: set[str],
) -> str:
    """Write the tables in ``old`` to ``new``, with the new rows at the end, and return the diff.

    ``found`` contains the new rows, and ``sources`` contains the names of the services that were
    queried. Raises ReleaseError if a table in ``old`` does not end with a line feed.
    """
    target = new / TABLES
    if old is not None:
        shutil.copytree(old, target)
    else:
        target.mkdir()
    added = {PERSONS: found.persons, MEMBERSHIPS: found.memberships, TENURES: found.tenures}
    changes = []
    for name, rows in (*added.items(), (SOURCES, _sources(tables[SOURCES], old, sources))):
        path = target / name
        before = path.read_bytes().decode() if path.is_file() else ""
        if not rows:
            continue
        if before and not before.endswith("\n"):
            raise ReleaseError(f"{path.name}: the last line has no end, so no row can follow it")
        text = rows_as_text(name, tables[name].columns, rows, heading=not before)
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(text)
        changes.append(diff(name, before, before + text))
    return "".join(changes)


def _sources(table: TextTable, old: Path | None, names: set[str]) -> tuple[Row, ...]:
    """Return the rows for the sources in ``names`` that SOURCES.csv in ``old`` lacks."""
    here: set[str] = set()
    if old is not None and (old / SOURCES).is_file():
        here = {row["name"] for row in read_text_table(old / SOURCES).rows}
    wanted = {row["name"]: row for row in table.rows if row["name"] in names - here}
    return tuple(wanted.values())
