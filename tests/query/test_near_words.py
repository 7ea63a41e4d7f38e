"""The words of a search that occur in no text, and the most similar words that do."""

import sqlite3

import pytest

from kv2rdf.query.index_reader import IndexReader
from kv2rdf.query.near_words import UnknownWord, unknown_words
from tests.every_case import every_case

TEXTS = (
    "asielzoekers in de asielopvang",
    "asielzoeker asielzoekers kinderen",
    "gemeenteraadsverkiezingen en verkiezingen",
    "schiphol onderwijs 20078",
)


@pytest.fixture(scope="module")
def reader() -> IndexReader:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute("CREATE VIRTUAL TABLE text USING fts5(words)")
    connection.executemany("INSERT INTO text VALUES (?)", [(text,) for text in TEXTS])
    return IndexReader(connection, None)


@every_case(
    ("search", "nearest"),
    [
        ("asielzoekers", {}),
        ("Asielzoekers onderwijs", {}),
        ("asielzoekrs", {"asielzoekrs": "asielzoekers"}),
        ("asielzoekerx", {"asielzoekerx": "asielzoekers"}),
        ("onderwjis", {"onderwjis": "onderwijs"}),
        ("Schippol", {"schippol": "schiphol"}),
        ("gemmenteraadsverkiezzingen", {"gemmenteraadsverkiezzingen": "gemeenteraadsverkiezingen"}),
        ('"in de asielopvangg"', {"asielopvangg": "asielopvang"}),
        ("kinderen NOT asielopvangg", {"asielopvangg": "asielopvang"}),
        ("zzzz OR schiphol", {"zzzz": None}),
        ("enn", {"enn": None}),
        ("20079", {"20079": None}),
        ("asielz*", {}),
        ("aa bb cc dd ff gg", dict.fromkeys(("aa", "bb", "cc", "dd", "ff"))),
    ],
)
def test_a_word_that_occurs_nowhere_has_the_most_similar_word(
    reader: IndexReader, search: str, nearest: dict[str, str | None]
) -> None:
    expected = tuple(UnknownWord(*item) for item in nearest.items())
    assert unknown_words(reader.rows, search) == expected
