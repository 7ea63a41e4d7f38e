"""The places of texts in memory: a search by day finds what a query of the index finds."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from kv2rdf.query.found_texts import SearchOrder, TextFilter
from kv2rdf.query.open_release import Release
from kv2rdf.query.search_grammar import index_query
from kv2rdf.query.text_search import TextIndex
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Code, Dutch, Iri, Triple
from kv2rdf.rdf.vocabulary import DCT, ELIDL, HOME, KV
from kv2rdf.release.text_index import build_index
from tests.every_case import every_case

_PLACES = """
SELECT text.rowid, process, day, dossier.address FROM text
JOIN place ON place.text_row = text.rowid JOIN dossier ON dossier.number = place.dossier
WHERE text MATCH :query
"""
_FILTERS = (
    TextFilter(),
    TextFilter(chamber="tk"),
    TextFilter(chamber="ek", since=date(1990, 1, 1)),
    TextFilter(kinds=frozenset({"antwoord", "noot"})),
    TextFilter(party="CDA", kinds=frozenset({"vraag"})),
    TextFilter(ministry="justitie", until=date(2004, 12, 31)),
)


@pytest.fixture(scope="module")
def release(golden_release: Path) -> Iterator[Release]:
    with Release(golden_release) as opened:
        yield opened


def cases_of_texts(
    release: Release, words: str, only: TextFilter
) -> list[tuple[str, str, int, str]]:
    """Return the day, address, text and number of the first case that each text found belongs to.

    They are found by a query that joins all tables of the index, and sorted by address and text.
    """
    statement = _PLACES
    values: dict[str, object] = {"query": index_query(words)}
    for condition, more in only.conditions().items():
        statement += f" AND {condition}"
        values |= more
    first: dict[int, tuple[str, str, int, str]] = {}
    with closing(sqlite3.connect(release.files.text_index)) as index:
        for text, process, day, address in index.execute(f"{statement} ORDER BY process", values):
            first.setdefault(text, (day or "", address, text, process))
    return sorted(first.values(), key=lambda row: row[1:])


@every_case("only", _FILTERS)
@every_case("words", ["de", "minister OR staatssecretaris", "duin*"])
def test_a_search_by_day_finds_what_the_index_contains(
    release: Release, words: str, only: TextFilter
) -> None:
    rows = cases_of_texts(release, words, only)
    orders = {
        SearchOrder.DAY: sorted(rows, key=lambda row: row[0], reverse=True),
        SearchOrder.OLDEST: sorted(rows, key=lambda row: row[0] or "no day"),
    }
    for order, expected in orders.items():
        found = release.search(words, only=only, order=order, first=10_000)
        assert [text.case for text in found.texts] == [process for *_, process in expected]
        assert found.total == len(rows) == release.search(words, only=only).total
        page = release.search(words, only=only, order=order, first=2, offset=1)
        assert (page.texts, page.total) == (found.texts[1:3], found.total)


def test_the_filters_select_some_texts_and_leave_out_others(release: Release) -> None:
    counts = [len(cases_of_texts(release, "de", only)) for only in _FILTERS]
    assert counts[0] == max(counts)
    assert 0 < min(counts) <= max(counts[1:]) < counts[0]


CASE, OTHER = (Iri(f"{HOME}/eli/nl/tk/zaak/{number}") for number in (1, 2))
LOST = Iri(f"{HOME}/eli/nl/tk/kv/3/vraag/1")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[TextIndex]:
    """Two cases, of which the first has no day, and a text that belongs to no case."""
    triples: tuple[Triple, ...] = (
        *((case, DCT.title, Dutch("Over de fiets")) for case in (CASE, OTHER)),
        *((case, ELIDL.process_id, Code(number)) for case, number in ((CASE, "1"), (OTHER, "2"))),
        (OTHER, DCT.dateSubmitted, date(2005, 2, 3)),
        (LOST, KV.text, Dutch("Is dit een fiets?")),
    )
    path = tmp_path / "index.sqlite"
    build_index(sorted(nquads.quad_lines(triples, Iri(f"{HOME}/graph/1"))), path)
    with closing(TextIndex.open(path)) as opened:
        yield opened


@pytest.mark.parametrize("order", [SearchOrder.DAY, SearchOrder.OLDEST])
def test_a_text_without_a_case_comes_last_and_no_filter_selects_it(
    index: TextIndex, order: SearchOrder
) -> None:
    found = index.found_texts("fiets", order=order)
    assert ([text.case for text in found.texts], found.total) == (["2", "1", ""], 3)
    assert index.found_kinds("fiets", TextFilter()).cases_by_kind == {"zaak": {1, 2}}
    for only in (TextFilter(chamber="tk"), TextFilter(kinds=frozenset({"zaak", "vraag"}))):
        assert index.found_texts("fiets", only=only, order=order).total == 2


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    build_index((), tmp_path / "index.sqlite")
    with closing(TextIndex.open(tmp_path / "index.sqlite")) as empty:
        assert empty.found_texts("fiets", order=SearchOrder.DAY).total == 0
        assert empty.found_kinds("fiets", TextFilter(kinds=frozenset({"vraag"}))).cases == set()
