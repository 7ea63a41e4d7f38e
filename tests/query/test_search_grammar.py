"""The grammar of a search: the meaning of each search, and the errors in invalid ones."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.errors import QueryError
from kv2rdf.query.search_grammar import index_query
from kv2rdf.release.text_index import TOKENS
from tests.every_case import every_case

TEXTS = {
    1: "De raad van state adviseert over asiel voor kinderen",
    2: "De staat vraagt raad over asiel",
    3: "Kinderen krijgen nu een twee drie asiel",
    4: "Het asielrecht van de procureur-generaal",
    5: "Belasting op honden or katten",
}


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"CREATE VIRTUAL TABLE text USING fts5(words, {TOKENS})")
        database.executemany("INSERT INTO text(rowid, words) VALUES (?, ?)", TEXTS.items())
        yield database


def numbers(index: sqlite3.Connection, search: str) -> str:
    query = "SELECT rowid FROM text WHERE text MATCH ? ORDER BY rowid"
    return "".join(str(number) for (number,) in index.execute(query, (index_query(search),)))


@every_case(
    ("search", "found"),
    [
        ("asiel", "123"), ("ASIEL", "123"), ("asiel*", "1234"), ("raad asiel", "12"),
        ("raad AND asiel", "12"), ("kinderen OR raad", "123"), ("kinderen OR raad state", "13"),
        ("(kinderen OR raad) state", "1"), ("asiel NOT kinderen", "2"),
        ("NOT kinderen asiel", "2"), ("asiel NOT kinderen NOT staat", ""),
        ("asiel NOT (kinderen state)", "23"), ("asiel AND NOT kinderen", "2"),
        ("asiel NOT state raad", "2"), ('"raad van state"', "1"), ('"raad van st*"', "1"),
        ('"raad van st"*', "1"), ('"raad van" OR belasting', "15"), ("“raad van state”", "1"),
        ("„raad van state”", "1"), ("procureur-generaal", "4"), ("generaal-procureur", ""),
        ("asiel NEAR/1 kinderen", "1"), ("kinderen NEAR/1 asiel", "1"),
        ("asiel NEAR/0 kinderen", ""), ("kinderen NEAR/4 asiel", "1"),
        ("kinderen NEAR/5 asiel", "13"), ("kinderen NEAR asiel", "13"),
        ('"raad van state" NEAR/2 as*', "1"), ("kinderen NEAR/1 asiel OR honden", "15"),
        ("honden or katten", "5"), ("honden OF katten", ""), ("((asiel))", "123"),
        ("asiel kind* NOT (raad OR staat) OR (belasting honden)", "35"),
    ],
)  # fmt: skip
def test_a_search_finds(index: sqlite3.Connection, search: str, found: str) -> None:
    assert numbers(index, search) == found


@every_case(
    ("search", "message"),
    [
        ("", "a word or a phrase is missing: <here>"),
        ("asiel OR", "a word or a phrase is missing after OR: asiel OR<here>"),
        ("asiel OR OR raad", "a word or a phrase is missing after OR: asiel OR <here>OR raad"),
        ("AND asiel", "a word or a phrase is missing: <here>AND asiel"),
        ("(asiel OR raad", "the ) for this bracket is missing: <here>(asiel OR raad"),
        ("asiel) raad", "this bracket has no opening bracket: asiel<here>) raad"),
        ("asiel ()", "a word or a phrase is missing after (: asiel (<here>)"),
        ("NOT asiel", "a word that must be in the text is needed besides NOT: <here>NOT asiel"),
        ("raad NOT", "a word or a phrase is missing after NOT: raad NOT<here>"),
        ("a NEAR b NEAR c", "NEAR needs two words or phrases, not three: "
                            "a NEAR b <here>NEAR c"),
        ("(a b) NEAR c", "NEAR needs words or phrases, not brackets: (a b) <here>NEAR c"),
        ("a NEAR (b c)", "a word or a phrase is missing after NEAR: a NEAR <here>(b c)"),
        ("a NEAR/x b", "NEAR/ must end in a number, as in NEAR/5: a <here>NEAR/x b"),
        ("a NEAR/101 b", "NEAR allows at most 100 words: a <here>NEAR/101 b"),
        ('raad "van state', 'the quote that begins here does not end: raad <here>"van state'),
        ("asiel -kinderen", "to leave a word out, write NOT kinderen: asiel <here>-kinderen"),
        ("*asiel", "a * must be the end of a word, as in belasting*: <here>*asiel"),
        ("as*el", "a * must be the end of a word, as in belasting*: <here>as*el"),
        ("asiel-*", "a * must be the end of a word, as in belasting*: <here>asiel-*"),
        ("raad …", "there is no word to search for: raad <here>…"),
        ('raad ""', 'there is no word to search for: raad <here>""'),
    ],
)  # fmt: skip
def test_a_wrong_search_is_reported_in_one_line_that_shows_where(search: str, message: str) -> None:
    with pytest.raises(QueryError) as error:
        index_query(search)
    assert str(error.value) == message


def test_a_long_search_shows_the_place_alone() -> None:
    with pytest.raises(QueryError) as error:
        index_query(f"{'raad ' * 50}) {'staat ' * 50}")
    assert str(error.value) == (
        "this bracket has no opening bracket: raad raad raad raad raad raad <here>)"
        " staat staat staat staat staa"
    )


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        ("a" * 2_000, "a" * 2_001),
        (f"{'(' * 20}a{')' * 20}", f"{'(' * 21}a{')' * 21}"),
        ("a NEAR/100 b", "a NEAR/101 b"),
    ],
)
def test_a_search_has_a_limit(index: sqlite3.Connection, inside: str, outside: str) -> None:
    assert numbers(index, inside) == ""
    with pytest.raises(QueryError):
        index_query(outside)


@given(st.lists(st.sampled_from(
    ["asiel", "kinderen", '"raad van"', "st*", "AND", "OR", "NOT", "NEAR", "NEAR/3", "(", ")", "²"]
)).map(" ".join) | st.text(max_size=20))  # fmt: skip
def test_sqlite_reads_every_search_that_the_grammar_accepts(search: str) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"CREATE VIRTUAL TABLE text USING fts5(words, {TOKENS})")
        try:
            query = index_query(search)
        except QueryError:
            return
        assert database.execute("SELECT * FROM text WHERE text MATCH ?", (query,)).fetchall() == []
