"""Other programs read a server without settings, and find what is in its release.

``.ci/run`` installs the programs in ``build/readers``. The programs in Python run there, so that
they need no other package here; each prints JSON.
"""

import json
import subprocess
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
import rdflib
import requests
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from tests.readers.test_outside_readers import node, output_of
from tests.requirements import READERS
from tests.server.clients import server_at_base

pytestmark = pytest.mark.long
CASE = "/eli/nl/tk/zaak/2022Z00634"
PERSON = "/id/persoon/palland-hm-1979"
KV = "PREFIX kv: <https://w3id.org/kamervragen/def#> "
QUESTIONS = KV + "SELECT ?question ?text WHERE { ?question a kv:Question ; kv:text ?text }"
READ_CSV = """
import pandas
table = pandas.read_csv(address)
print(table.shape[0], *table.columns)
"""
ASK_ENDPOINT = """
from SPARQLWrapper import JSON, SPARQLWrapper
endpoint = SPARQLWrapper(address)
endpoint.setQuery(query)
endpoint.setReturnFormat(JSON)
print(len(endpoint.queryAndConvert()["results"]["bindings"]))
"""
READ_FEED = """
import feedparser
feed = feedparser.parse(address)
print(feed.bozo, feed.version, feed.entries[0].updated_parsed[0], feed.entries[0].link)
"""
READ_SITEMAP = """
from usp.tree import sitemap_tree_for_homepage
pages = list(sitemap_tree_for_homepage(address).all_pages())
print(*(page.url for page in pages))
"""
LOAD_ONTOLOGY = """
import owlready2
ontology = owlready2.get_ontology(address).load()
print(len(list(ontology.classes())) > 20)
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with server_at_base(tmp_path_factory.mktemp("readers")) as address:
        yield address


def printed(program: str, address: str, query: str = "") -> list[str]:
    """Return the words that a program prints, in the environment of the readers."""
    head = "import sys\naddress, query = sys.argv[1:]"
    command = [str(READERS / "bin" / "python"), "-c", head + program, address, query]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.split()


def test_the_store_of_rdflib_asks_the_endpoint(base: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{base}/sparql"))
    assert len(list(graph.query(QUESTIONS))) == 7


def test_requests_reads_rows_without_an_accept_header(base: str) -> None:
    answer = requests.get(f"{base}/sparql", params={"query": QUESTIONS}, timeout=30)
    assert len(answer.json()["results"]["bindings"]) == 7


@pytest.mark.readers("pandas")
def test_pandas_reads_the_rows_of_a_query(base: str) -> None:
    address = f"{base}/sparql?{urlencode({'query': QUESTIONS, 'format': 'csv'})}"
    assert printed(READ_CSV, address) == ["7", "question", "text"]


@pytest.mark.readers("pandas")
def test_pandas_reads_what_a_search_finds(base: str) -> None:
    count, *columns = printed(READ_CSV, f"{base}/nl/zoek?q=doxing&vorm=csv")
    assert (count, columns[:3]) == ("2", ["day", "case", "chamber"])


@pytest.mark.readers("SPARQLWrapper")
def test_sparqlwrapper_asks_the_endpoint(base: str) -> None:
    assert printed(ASK_ENDPOINT, f"{base}/sparql", QUESTIONS) == ["7"]


@pytest.mark.readers("node")
def test_comunica_asks_the_endpoint(base: str) -> None:
    assert len(json.loads(node("endpoint.mjs", f"{base}/sparql", QUESTIONS))) == 7


@pytest.mark.readers("node")
def test_comunica_reads_an_address(base: str) -> None:
    assert len(json.loads(node("endpoint.mjs", base + CASE, QUESTIONS))) == 7


@pytest.mark.readers("node")
@pytest.mark.parametrize("accept", ["text/turtle", "application/n-quads", "application/trig"])
def test_n3_reads_an_address(base: str, accept: str) -> None:
    assert int(node("fetched.mjs", base + CASE, accept)) > 300


@pytest.mark.readers("rapper")
@pytest.mark.parametrize("extension", ["ttl", "nt", "rdf"])
def test_rapper_reads_a_document(base: str, extension: str) -> None:
    lines = output_of("rapper", "-q", "--guess", f"{base}/doc{CASE}.{extension}").splitlines()
    assert len(set(lines)) > 300


@pytest.mark.readers("owlready2")
def test_owlready_loads_the_ontology_of_a_server(base: str) -> None:
    assert printed(LOAD_ONTOLOGY, f"{base}/def.rdf") == ["True"]


@pytest.mark.readers("feedparser")
@pytest.mark.parametrize(
    ("path", "year"),
    [("/nl/persoon/palland-hm-1979?vorm=atom", "2022"), ("/nl/zoek?q=doxing&vorm=atom", "2022")],
)
def test_feedparser_reads_a_feed(base: str, path: str, year: str) -> None:
    assert printed(READ_FEED, base + path) == [
        "False", "atom10", year, f"{base}/nl/zaak/2022Z00634"
    ]  # fmt: skip


@pytest.mark.readers("usp")
def test_a_reader_of_sitemaps_finds_the_pages(base: str) -> None:
    pages = printed(READ_SITEMAP, f"{base}/")
    assert f"{base}/nl/zaak/2022Z00634" in pages
    assert len(pages) == len(set(pages))


def test_the_requests_of_openrefine_are_answered(base: str) -> None:
    """OpenRefine 3 sends such requests for two rows, and for a column of dates of birth."""
    manifest = requests.get(f"{base}/reconcile", timeout=30).json()
    assert manifest["identifierSpace"].startswith(base)
    query = {
        "type": "person",
        "type_strict": "should",
        "properties": [{"pid": "party", "v": "CDA"}],
    }
    queries = {"q0": {"query": "Palland", **query}, "q1": {"query": "Van Dijk", **query}}
    result = post(base, queries=queries)
    assert result["q0"]["result"][0]["id"] == base + PERSON
    assert set(result["q0"]["result"][0]) >= {"id", "name", "score", "match", "type"}
    extension = {"ids": [base + PERSON], "properties": [{"id": "born"}]}
    assert post(base, extend=extension)["rows"][base + PERSON]["born"] == [
        {"date": "1979-09-13T00:00:00Z"}
    ]


def post(base: str, **fields: object) -> Any:
    """Send a form as OpenRefine does: one field, with JSON in it."""
    form = {name: json.dumps(value) for name, value in fields.items()}
    return requests.post(f"{base}/reconcile", data=form, timeout=30).json()
