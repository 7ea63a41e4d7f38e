"""Queries on a release that is opened for one query and then closed."""

from collections.abc import Mapping
from pathlib import Path

from kv2rdf.query.found_texts import FoundText
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows, ResultTriples
from kv2rdf.rdf.vocabulary import PREFIXES


def answer(
    release: Path, sparql: str, prefixes: Mapping[str, str] = PREFIXES
) -> ResultRows | ResultTriples:
    with Release(release) as opened:
        return opened.query(sparql, prefixes)


def answer_rows(release: Path, sparql: str) -> list[tuple[str, ...]]:
    result = answer(release, sparql)
    assert isinstance(result, ResultRows)
    return list(result.rows)


def found(release: Path, search: str, first: int = 100) -> tuple[FoundText, ...]:
    with Release(release) as opened:
        return opened.search(search, first=first).texts
