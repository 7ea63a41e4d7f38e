"""Other programs read the addresses of a release from a real server, with default settings.

The base of the release is the address of the server, so each address identifies an entity.
"""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
import requests

from tests.server.clients import server_at_base

pytestmark = pytest.mark.long
CASE = "/eli/nl/tk/zaak/2022Z00634"
TITLE = rdflib.URIRef("http://purl.org/dc/terms/title")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with server_at_base(tmp_path_factory.mktemp("strangers")) as address:
        yield address


@pytest.mark.parametrize("format_", [None, "turtle", "xml", "nt", "json-ld"])
def test_rdflib_reads_an_address(base: str, format_: str | None) -> None:
    graph = rdflib.Graph().parse(f"{base}{CASE}", format=format_)
    assert graph.value(rdflib.URIRef(f"{base}{CASE}"), TITLE) is not None
    assert len(graph) > 300


@pytest.mark.parametrize("path", ["/def", "/shapes", "/id/begrip/indiener", "/dataset"])
def test_rdflib_reads_what_has_the_same_address_in_all_releases(base: str, path: str) -> None:
    assert len(rdflib.Graph().parse(f"{base}{path}")) > 5


def test_pyoxigraph_reads_what_requests_gets(base: str) -> None:
    answer = requests.get(f"{base}{CASE}", headers={"Accept": "application/n-quads"}, timeout=10)
    assert answer.url == f"{base}/doc{CASE}"
    quads = list(ox.parse(answer.content, format=ox.RdfFormat.N_QUADS))
    assert {str(quad.subject) for quad in quads} >= {f"<{base}{CASE}>", f"<{base}/doc{CASE}>"}


def test_curl_follows_an_identifier_to_a_page(base: str) -> None:
    command = ["curl", "--silent", "--location", f"{base}/kv-tk-2022Z00634"]
    if shutil.which(command[0]) is None:
        pytest.skip("curl is not installed")
    page = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert page.startswith("<!doctype html>")
    assert f"{base}{CASE}" in page


@pytest.mark.readers("rapper")
def test_rapper_guesses_the_format(base: str) -> None:
    command = ["rapper", "--guess", "--count", f"{base}{CASE}"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "returned" in result.stderr


def test_a_download_is_continued(base: str, tmp_path: Path) -> None:
    whole = requests.get(f"{base}/data/kamervragen.nq.gz", timeout=10).content
    part = tmp_path / "part.gz"
    part.write_bytes(whole[:1000])
    command = ["curl", "--silent", "--continue-at", "-", "--output", str(part)]
    if shutil.which(command[0]) is None:
        pytest.skip("curl is not installed")
    subprocess.run([*command, f"{base}/data/kamervragen.nq.gz"], check=True)
    assert part.read_bytes() == whole
