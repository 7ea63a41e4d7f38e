"""Query results as a table, CSV, JSON and Turtle."""

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from rdflib import Graph

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.query.named_queries import NamedQuery, Parameter, query_list
from kv2rdf.query.result_formats import result_text
from kv2rdf.query.sparql import ResultRows, ResultTriples, SparqlStore
from kv2rdf.release import sparql_store as publishing
from tests.every_case import every_case

QUADS = """\
<https://e.org/a> <https://e.org/name> "Ada, \\"A\\""@nl <https://e.org/graph/1> .
<https://e.org/a> <https://e.org/text> "een\\ntwee" <https://e.org/graph/2> .
<https://e.org/b> <https://e.org/name> "Ben" <https://e.org/graph/2> .
"""
NAMES = "SELECT ?name ?text { ?s e:name ?name OPTIONAL { ?s e:text ?text } } ORDER BY ?name"
PREFIXES = {"e": "https://e.org/"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> SparqlStore:
    """A store with three statements."""
    folder = tmp_path_factory.mktemp("release")
    dump = folder / "dump.nq.gz"
    dump.write_bytes(gzip.compress(QUADS.encode()))
    publishing.build_store(dump, folder / "store")
    return SparqlStore.open(folder / "store")


def rows(*cells: tuple[str, ...]) -> ResultRows:
    return ResultRows(("name", "n"), cells, b"{}")


def test_a_table_has_one_line_per_row_and_their_number(store: SparqlStore) -> None:
    assert result_text(store.result(NAMES, PREFIXES), "table") == (
        "name      text\n"
        "--------  --------\n"
        'Ada, "A"  een twee\n'
        "Ben\n"
        "(2 rows)\n"
    )  # fmt: skip


def test_csv_keeps_every_character(store: SparqlStore) -> None:
    csv = result_text(store.result(NAMES, PREFIXES), "csv")
    assert csv == 'name,text\n"Ada, ""A""","een\ntwee"\nBen,\n'


def test_json_is_the_sparql_results_format(store: SparqlStore) -> None:
    results = json.loads(result_text(store.result(NAMES, PREFIXES), "json"))
    assert results["head"] == {"vars": ["name", "text"]}
    assert results["results"]["bindings"][1] == {"name": {"type": "literal", "value": "Ben"}}
    assert results["results"]["bindings"][0]["name"]["xml:lang"] == "nl"


@pytest.mark.parametrize(("format_", "text"), [
    ("table", "answer\n------\ntrue\n(1 row)\n"),
    ("csv", "answer\ntrue\n"),
    ("json", '{"head":{},"boolean":true}\n'),
])  # fmt: skip
def test_an_ask_has_one_row(store: SparqlStore, format_: str, text: str) -> None:
    assert result_text(store.result('ASK { ?s e:name "Ben" }', PREFIXES), format_) == text


def test_an_ask_may_be_false(store: SparqlStore) -> None:
    no = store.result('ASK { ?s e:name "Nobody" }', PREFIXES)
    assert isinstance(no, ResultRows)
    assert no.rows == (("false",),)


@pytest.mark.parametrize("format_", ["ttl", "table"])
def test_a_construct_is_turtle_with_our_prefixes(store: SparqlStore, format_: str) -> None:
    result = store.result("CONSTRUCT { ?s e:called ?n } { ?s e:name ?n }", PREFIXES)
    turtle = result_text(result, format_)
    assert isinstance(result, ResultTriples)
    assert "@prefix e: <https://e.org/> ." in turtle
    assert "e:called" in turtle
    assert len(Graph().parse(data=turtle, format="turtle")) == 2


def test_a_describe_reads_all_graphs(store: SparqlStore) -> None:
    turtle = result_text(store.result("DESCRIBE e:a", PREFIXES), "ttl")
    assert len(Graph().parse(data=turtle, format="turtle")) == 2


@pytest.mark.parametrize("format_", ["csv", "json"])
def test_triples_cannot_be_csv_or_json(format_: str) -> None:
    with pytest.raises(QueryError, match="triples, which can be shown as ttl or jsonld"):
        result_text(ResultTriples(b""), format_)


@pytest.mark.parametrize("format_", ["ttl", "jsonld"])
def test_rows_cannot_be_triples(format_: str) -> None:
    problem = f"rows, which can be shown as table, csv or json; {format_} is for CONSTRUCT"
    with pytest.raises(QueryError, match=problem):
        result_text(rows(), format_)


def test_a_table_without_rows_has_its_heading() -> None:
    assert result_text(rows(), "table") == "name  n\n----  -\n(0 rows)\n"


def test_columns_stay_aligned_with_wide_characters_and_accents() -> None:
    table = result_text(rows(("水水", "1"), ("e\u0301e\u0301", "2"), ("Yeşilgöz", "3")), "table")
    assert table.splitlines()[2:5] == ["水水      1", "e\u0301e\u0301        2", "Yeşilgöz  3"]


def test_blank_nodes_and_addresses_are_text(store: SparqlStore) -> None:
    result = store.result("SELECT ?b ?i { BIND(BNODE() AS ?b) BIND(e:a AS ?i) }", PREFIXES)
    assert isinstance(result, ResultRows)
    blank, address = result.rows[0]
    assert blank.startswith("_:")
    assert address == "https://e.org/a"


@every_case("query", ["", "SELECT", "SELECT * { ?s nope:p ?o }", "CLEAR ALL"])
def test_an_invalid_query_is_an_error(store: SparqlStore, query: str) -> None:
    with pytest.raises(QueryError, match="the query cannot be run"):
        store.result(query, PREFIXES)


def test_a_broken_store_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="the store cannot be read"):
        SparqlStore.open(tmp_path / "none")
    (tmp_path / "store").mkdir()
    with pytest.raises(ReleaseError, match="the store cannot be read"):
        SparqlStore.open(tmp_path / "store")


def test_a_query_list_has_questions_and_parameters() -> None:
    query = NamedQuery(
        name="late",
        title="Late",
        nl="Wat was te laat?",
        en="What was late?",
        group="time",
        parameters=(Parameter(name="year", meaning="the year", nl="het jaar", default="2022"),),
        text="",
    )
    assert query_list([query]) == (
        "late\n    What was late?\n    Wat was te laat?\n    --set year=… the year (2022)"
    )


@every_case("cell", ["a\rb", "a\nb", "a\r\nb", 'a "b", c', "\x1b[31m\x00\u2028\r"])
def test_any_cell_comes_back_from_csv(cell: str) -> None:
    text = result_text(rows((cell, "1")), "csv")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["name", "n"], [cell, "1"]]
    assert text.startswith("name,n\n")
    assert text.endswith(",1\n")
