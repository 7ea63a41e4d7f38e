"""Searches in the text index of a release, compared with plain queries of the same index."""

import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.built_release import measured_release
from benchmarks.measurement import Benchmark, Row, medians_in_turn, processor_seconds, row
from kv2rdf.query.found_texts import SearchOrder, TextFilter
from kv2rdf.query.open_release import Release
from kv2rdf.query.search_grammar import index_query
from kv2rdf.query.sparql import rows_of

_RANKED = "SELECT rowid FROM text WHERE text MATCH ? ORDER BY rank LIMIT 20"
_UNSORTED = "SELECT rowid FROM text WHERE text MATCH ?"
_COUNT = "SELECT count(*) FROM text WHERE text MATCH ?"
_TEXTS = "SELECT replace(words, char(10), ' ') FROM text ORDER BY rowid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A search to measure. ``name`` describes the kind of search.

    ``is_plain`` states whether grep and CONTAINS can search for the same words.
    """

    name: str
    words: str
    order: SearchOrder = SearchOrder.RANK
    only: TextFilter = field(default_factory=TextFilter)
    is_plain: bool = False


SEARCHES = (
    Search(name="a rare word", words="euthanasie", is_plain=True),
    Search(name="a frequent word", words="schiphol", is_plain=True),
    Search(name="a phrase", words='"de heer van"', is_plain=True),
    Search(name="two words near each other", words="schiphol NEAR/10 geluid*"),
    Search(name="a frequent word, by day", words="schiphol", order=SearchOrder.DAY),
    Search(
        name="a frequent word, in one year",
        words="schiphol",
        only=TextFilter(since=date(1998, 1, 1), until=date(1998, 12, 31)),
    ),
    Search(name="a frequent word, one party", words="schiphol", only=TextFilter(party="VVD")),
)
"""In the whole archive, about 300 texts contain the rare word, and 1,500 the frequent one."""


def rows(bench: Benchmark) -> Iterator[Row]:
    """Measure each of ``SEARCHES`` on the release to measure."""
    with Release(measured_release(bench)) as release:
        yield from search_rows(release, SEARCHES, bench)


def search_rows(release: Release, searches: Sequence[Search], bench: Benchmark) -> Iterator[Row]:
    """Yield the rows of each search: a plain query of SQLite FTS5, our search, and other ways.

    The plain query is the floor: it returns only the numbers of the same texts. If the search is by
    rank, it returns the first 20 by rank. A search of plain words is compared with grep over a file
    of all texts, one per line, and with CONTAINS in SPARQL.
    """
    texts = bench.folder / "texts.txt"
    address = f"{release.files.text_index.as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as index:
        _write_texts(index, texts)
        for search in searches:
            yield from _rows(release, index, texts, search, bench.runs)


def _rows(
    release: Release, index: sqlite3.Connection, texts: Path, search: Search, runs: int
) -> Iterator[Row]:
    query = index_query(search.words)
    plain = _RANKED if search.order is SearchOrder.RANK else _UNSORTED
    find = partial(release.search, search.words, only=search.only, order=search.order)
    ((count,),) = index.execute(_COUNT, (query,))
    floor_seconds, seconds = medians_in_turn(
        (lambda: index.execute(plain, (query,)).fetchall(), find), runs, processor_seconds
    )
    floor = row(f"FTS5, {search.name}", 1, floor_seconds, remark=f"{count:,} texts")
    found = row(f"search, {search.name}", 1, seconds, floor, f"{find().total:,} texts")
    yield from (floor, found)
    if search.is_plain:
        words = search.words.strip('"')
        if shutil.which("grep"):
            lines, seconds = _grep(words, texts, runs)
            yield row(f"grep, {search.name}", 1, seconds, found, f"{lines:,} texts")
        scan = f'SELECT ?s {{ ?s kv:text ?t FILTER(CONTAINS(LCASE(?t), "{words}")) }}'
        (seconds,) = medians_in_turn((partial(release.query, scan),), runs, processor_seconds)
        number = len(rows_of(release.query(scan)))
        yield row(f"CONTAINS, {search.name}", 1, seconds, found, f"{number:,} texts")


def _write_texts(index: sqlite3.Connection, path: Path) -> None:
    """Write all texts of an index to a file, one per line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{text}\n" for (text,) in index.execute(_TEXTS))


def _grep(words: str, texts: Path, runs: int) -> tuple[int, float]:
    """Return the number of texts that contain words, as grep counts them, and its time."""
    command = ("grep", "-c", "-i", "-w", "-F", "-e", words, texts)
    find = partial(subprocess.run, command, capture_output=True, text=True, check=False)
    (seconds,) = medians_in_turn((find,), runs, processor_seconds)
    return int(find().stdout), seconds
