"""A release that is asked: words, and the named queries, of our store and of its peers."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TypeAlias

import requests
from rdflib import Dataset

from benchmarks import virtuoso
from benchmarks.measuring import Bench, Row, median, row
from kv2rdf.query import named_queries, text_search
from kv2rdf.query.sparql import Rows, answer
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.release.dumps import dump

_RARE, _FREQUENT = "euthanasie", "schiphol"
"""Of the whole archive some 300 texts have the one, and some 1,500 the other."""

PATIENCE = 30
"""Seconds after which a peer is given up."""

_A_CASE = """
SELECT ?id {
  ?reply eli-dl:answers_to/eli:is_part_of/kv:concernsDossier/eli-dl:process_id ?id
} LIMIT 1
"""
Asked: TypeAlias = Callable[[str], int]
"""Asks a query; gives how many rows came back."""


def words(release: Path, runs: int) -> Iterator[Row]:
    """Look up a rare word and a frequent one in the index, and by reading all texts."""
    for word in (_RARE, _FREQUENT):
        index = row(
            f"search {word}", 1, median(partial(text_search.search, release, [word], 20), runs)
        )
        scan = f'SELECT ?s {{ ?s kv:text ?t FILTER(CONTAINS(LCASE(?t), "{word}")) }}'
        yield index
        yield row(f"CONTAINS {word}", 1, median(partial(_rows, release, scan), runs), index)


def queries(release: Path, bench: Bench) -> Iterator[Row]:
    """Ask each named query of the whole release: our store, and Virtuoso where it is installed."""
    own = {}
    for name, text in _filled(release, indexed=True):
        own[name] = _measured(f"query {name}", partial(_rows, release), text, bench.runs)
        yield own[name]
    if programs := virtuoso.installed():
        with virtuoso.served(programs, release / dump.NQUADS, bench.folder / "virtuoso") as ask:
            for name, text in _filled(release, indexed=False):
                yield _measured(f"Virtuoso {name}", ask, text, bench.runs, own[name])


def of_few(release: Path, runs: int) -> Iterator[Row]:
    """Ask each named query of a small release: our store, and rdflib with all of it in memory."""
    read = Dataset(default_union=True)
    read.parse(data="".join(dump.lines_of(release / dump.NQUADS)), format="nquads")
    for name, text in _filled(release, indexed=False):
        own = _measured(f"few, {name}", partial(_rows, release), text, runs)
        yield own
        yield _measured(f"few, rdflib {name}", lambda asked: len(read.query(asked)), text, 1, own)


def _measured(name: str, ask: Asked, text: str, runs: int, against: Row | None = None) -> Row:
    """Ask, at most for as long as our patience lasts; a query that is refused says so."""
    try:
        with _patience():
            remark = f"{ask(text):,} rows"
            taken = median(lambda: ask(text), runs)
    except TimeoutError:
        remark, taken = "given up", PATIENCE
    except requests.HTTPError as error:
        remark, taken = f"refused: {error.response.text[:60]}", 0.0
    return row(name, 1, taken, against if taken else None, remark)


def _rows(release: Path, query: str) -> int:
    found = answer(release, query, PREFIXES)
    return len(found.rows) if isinstance(found, Rows) else 0


def _filled(release: Path, *, indexed: bool) -> Iterator[tuple[str, str]]:
    """Give the named queries, with a case that is there and a word that many texts have."""
    found = answer(release, _A_CASE, PREFIXES)
    case = found.rows[0][0] if isinstance(found, Rows) and found.rows else ""
    index = partial(text_search.candidates, release) if indexed else None
    for query in named_queries.queries():
        has = {parameter.name for parameter in query.parameters}
        values = {"case": case} if "case" in has else {}
        if query.name == "text-contains":
            values = {"words": _FREQUENT}
        yield query.name, query.filled(values, index)


@contextmanager
def _patience() -> Iterator[None]:
    def over(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
