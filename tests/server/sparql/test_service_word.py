"""The engine never gets a query with the letters of SERVICE, however they are hidden in it."""

import socket
import threading
from contextlib import suppress

import pyoxigraph as ox
import pytest

from kv2rdf.errors import QueryError
from kv2rdf.server.sparql.service_word import query_without_service
from tests.every_case import every_case

PLAIN = (
    "SELECT * { SERVICE <URL> {} }",
    "SELECT*{service<URL>{}}",
    "SELECT*{SERVICESILENT<URL>{}}",
    "SELECT * { FILTER EXISTS { SERVICE SILENT <URL> {} } }",
    "SELECT * { OPTIONAL { { SERVICE <URL> {} } } }",
    "SELECT * { VALUES ?u { <URL> } SERVICE ?u {} }",
    "BASE <URL> SELECT * { SERVICE <x> {} }",
    "PREFIX x: <URL> SELECT * { SERVICE x: {} }",
    "PREFIX : <URL> SELECT*{SERVICE:x{}}",
    "PREFIX x: <URL> SELECT*{SERVICEx:x{}}",
    "SELECT*{?s ?p 1SERVICE<URL>{}}",
    "SELECT*{?s ?p trueSERVICE<URL>{}}",
    'SELECT*{?s ?p "a"SERVICE<URL>{}}',
    "SELECT*{#\nSERVICE#\n<URL>{}}",
)
HIDDEN = (
    "SELECT*{FILTER(1<2)SERVICE#>\n<URL>{}}",
    'SELECT*{FILTER(1<2)#>"""\n SERVICE <URL> {} #"""\n}',
    'SELECT*{FILTER(1<2#>"""\n)SERVICE <URL> {} #"""\n}',
    'SELECT*{VALUES ?x {"""a" } SERVICE <URL> {} #\\x"""\n}',
    "PREFIX x: <x:> SELECT*{OPTIONAL{?s ?p x:.SERVICE <URL>{}}}",
    "PREFIX x:<http://127.0.0.1:8> SELECT*{OPTIONAL{?s ?p x:SERVICE <URL>{}}}",
)
"""Queries in which the engine finds SERVICE, and a tokenizer does not."""


class Accepted(threading.Thread):
    """A server that accepts connections and closes them. It counts them."""

    def __init__(self, server: socket.socket) -> None:
        super().__init__(daemon=True)
        self.count = 0
        self._server = server

    def run(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._server.accept()
                self.count += 1
                connection.close()


def has_connected(query: str) -> bool:
    """Whether the engine opens a connection when it runs an unchanged query."""
    store = ox.Store()
    node = ox.NamedNode("http://127.0.0.1:8")
    store.add(ox.Quad(node, node, node))
    with socket.create_server(("127.0.0.1", 0)) as server:
        accepted = Accepted(server)
        accepted.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        with suppress(OSError, RuntimeError, SyntaxError):
            tuple(store.query(query.replace("URL", address)))  # type: ignore[arg-type]
        server.shutdown(socket.SHUT_RDWR)
        accepted.join()
    return accepted.count > 0


@every_case("query", [*PLAIN[:3], *HIDDEN])
def test_the_engine_itself_would_open_a_connection(query: str) -> None:
    assert has_connected(query)


@every_case("query", PLAIN)
def test_the_word_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        query_without_service(query)


@every_case("query", HIDDEN)
def test_a_hidden_word_does_not_reach_the_engine(query: str) -> None:
    try:
        safe = query_without_service(query)
    except QueryError:
        return
    assert "service" not in safe.lower()
    assert not has_connected(safe)


@pytest.mark.parametrize("query", ["SELECT ?service {}", "SELECT * { ?s x:Service ?o }"])
def test_variables_and_names_with_these_letters_are_refused(query: str) -> None:
    with pytest.raises(QueryError, match="no name with a prefix may contain"):
        query_without_service(query)


def test_strings_addresses_and_comments_may_have_these_letters() -> None:
    query = """
    PREFIX x: <http://example.org/service#> # the service
    SELECT ?o { VALUES (?s ?o) { (x:a "Een SERVICE") (<http://example.org/service#a> 'service') } }
    """
    safe = query_without_service(query)
    values = [[str(term) for term in row] for row in ox.Store().query(query)]  # type: ignore[union-attr]
    assert [[str(term) for term in row] for row in ox.Store().query(safe)] == values  # type: ignore[union-attr]
    assert "service" not in safe.lower()


def test_the_engine_does_not_read_escapes_outside_strings_and_addresses() -> None:
    with pytest.raises(SyntaxError):
        ox.Store().query(r"SELECT * { \u0053ERVICE <http://127.0.0.1:1/> {} }")


def test_a_query_without_these_letters_is_not_changed() -> None:
    query = "SELECT * { ?s ?p 'servic' } # e"
    assert query_without_service(query) is query
