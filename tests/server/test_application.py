"""The headers and errors that all answers share, and the files of a release."""

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import etree
from starlette.testclient import TestClient

from kv2rdf.query.open_release import Release
from kv2rdf.server import release_files
from tests.every_case import every_case
from tests.server.clients import client

ALWAYS = {
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-kv-data-date": "2022-02-25",
}


@pytest.fixture(scope="module")
def web(seed_release: Path) -> TestClient:
    return client(seed_release)


@every_case(
    ("method", "path", "status"),
    [
        ("GET", "/", 302),
        ("HEAD", "/", 302),
        ("OPTIONS", "/", 204),
        ("OPTIONS", "/no/such/path", 204),
        ("POST", "/", 405),
        ("GET", "/no/such/path", 404),
        ("GET", "/data/catalogue.ttl", 200),
        ("GET", "/data/README.md", 200),
        ("GET", "/data/LICENSE", 200),
        ("GET", "/data/SOURCES.csv", 200),
        ("GET", "/data/ontology/context.jsonld", 200),
        ("GET", "/data/none.ttl", 404),
        ("GET", "/assets/plain.css", 200),
        ("GET", "/assets/none.css", 404),
    ],
)
def test_every_answer_has_the_shared_headers(
    web: TestClient, method: str, path: str, status: int
) -> None:
    answer = web.request(method, path)
    assert answer.status_code == status
    assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
    assert answer.headers["x-kv-release"].startswith("2022-02-25-")
    assert "Accept" in answer.headers["vary"]
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_a_fault_of_the_server_has_them_too_and_shows_nothing_of_itself(
    seed_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(release_files.__dict__, "_MEDIA_TYPES", {})
    answer = client(seed_release).get("/data/catalogue.ttl", headers={"Accept": "text/plain"})
    assert answer.status_code == 500
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-kv-data-date"] == "2022-02-25"
    assert "KeyError" not in answer.text
    assert answer.text.startswith("500 Internal Server Error\nThis is a fault of the server")


def test_a_page_of_another_site_may_ask_what_it_may_send(web: TestClient) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}
    answer = web.options("/data/catalogue.ttl", headers=asked)
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in answer.headers["access-control-allow-headers"]
    assert "GET" in answer.headers["access-control-allow-methods"]


def test_an_error_is_a_page_json_or_text(web: TestClient) -> None:
    page = web.get("/data/x", headers={"Accept": "text/html", "Accept-Language": "en"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "The release has no file &#39;x&#39;." in page.text
    written = web.get("/data/x", headers={"Accept": "application/json"})
    assert written.headers["content-type"] == "application/problem+json"
    fields = json.loads(written.text)
    assert (fields["status"], fields["title"]) == (404, "Not Found")
    assert fields["links"] == [{"href": "/nl/data", "title": "all files"}]
    text = web.get("/data/x", headers={"Accept": "image/png"})
    assert text.headers["content-type"].startswith("text/plain")
    assert text.text.splitlines()[:2] == ["404 Not Found", "The release has no file 'x'."]


def test_links_begin_with_the_path_of_the_proxy(seed_release: Path) -> None:
    web = client(seed_release, "/kv")
    assert 'href="/kv/data/catalogue.ttl"' in web.get("/kv/nl/data").text
    assert web.get("/kv/data/catalogue.ttl").status_code == 200
    written = web.get("/kv/data/x", headers={"Accept": "application/json"})
    assert json.loads(written.text)["links"][0]["href"] == "/kv/nl/data"


def test_redirects_and_documents_begin_with_the_path_of_the_proxy(seed_release: Path) -> None:
    web, case = client(seed_release, "/kv"), "/eli/nl/tk/zaak/2022Z00634"
    turtle = {"Accept": "text/turtle"}
    assert web.get(f"/kv{case}", headers=turtle).headers["location"] == f"/kv/doc{case}"
    assert web.get(f"/kv{case}").headers["location"] == "/kv/nl/zaak/2022Z00634"
    assert web.get("/kv/kv-tk-2022Z00634").headers["location"] == "/kv/eli/nl/tk/kv/2022Z00634"
    document = web.get(f"/kv/doc{case}", headers=turtle)
    assert document.headers["content-location"] == f"/kv/doc{case}.ttl"
    assert f'</kv/doc{case}.nt>; rel="alternate"' in document.headers["link"]
    assert web.get(f"/kv/doc{case}.ttl").content == document.content


def test_a_redirect_is_not_kept_for_ever(web: TestClient) -> None:
    answer = web.get("/eli/nl/tk/zaak/ah-tk-20212022-1881")
    assert (answer.status_code, answer.headers["cache-control"]) == (301, "public, max-age=60")


def test_every_listed_file_is_sent_as_it_is(web: TestClient, seed_release: Path) -> None:
    files = Release(seed_release).files
    names = [files.name(path) for path in files.listed()]
    assert len(names) > 5
    for name in (*names, files.name(files.manifest)):
        answer = web.get(f"/data/{name}", headers={"Accept-Encoding": "identity"})
        assert answer.status_code == 200
        assert answer.content == (files.folder / name).read_bytes()
        digest = b64encode(sha256(answer.content).digest()).decode()
        assert answer.headers["repr-digest"] == f"sha-256=:{digest}:"


@every_case(
    "name",
    [
        "run.json",
        "store/CURRENT",
        "checksums.json",
        "../release/catalogue.ttl",
        "%2e%2e/catalogue.ttl",
        "/etc/passwd",
        "%2Fetc%2Fpasswd",
        "dossiers",
        "dossiers/",
        "catalogue.ttl%00",
    ],
)
def test_no_other_file_is_sent(web: TestClient, name: str) -> None:
    assert web.get(f"/data/{name}").status_code == 404


def test_a_part_of_a_file_is_sent(web: TestClient, seed_release: Path) -> None:
    whole = (seed_release / "catalogue.ttl").read_bytes()
    answer = web.get("/data/catalogue.ttl", headers={"Range": "bytes=10-19"})
    assert (answer.status_code, answer.content) == (206, whole[10:20])
    assert answer.headers["content-range"] == f"bytes 10-19/{len(whole)}"
    etag = answer.headers["etag"]
    same = {"Range": "bytes=10-19", "If-Range": etag}
    assert web.get("/data/catalogue.ttl", headers=same).status_code == 206
    other = {"Range": "bytes=10-19", "If-Range": '"other"'}
    assert web.get("/data/catalogue.ttl", headers=other).content == whole
    beyond = {"Range": f"bytes={len(whole)}-"}
    assert web.get("/data/catalogue.ttl", headers=beyond).status_code == 416


def test_a_file_that_the_client_has_is_not_sent_again(web: TestClient) -> None:
    first = web.get("/data/catalogue.ttl")
    etag, changed = first.headers["etag"], first.headers["last-modified"]
    assert not etag.startswith("W/")
    for condition in (
        {"If-None-Match": etag},
        {"If-None-Match": f'"x", W/{etag}'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": changed},
    ):
        answer = web.get("/data/catalogue.ttl", headers=condition)
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == etag
    for condition in (
        {"If-None-Match": '"x"', "If-Modified-Since": changed},
        {"If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT"},
    ):
        assert web.get("/data/catalogue.ttl", headers=condition).status_code == 200


@pytest.mark.parametrize("page", ["begrippen", "cijfers"])
def test_an_unknown_page_has_a_link_to_the_list_below_the_path_of_a_proxy(
    page: str, seed_release: Path
) -> None:
    with client(seed_release, "/kamervragen") as below:
        answer = below.get(f"/kamervragen/nl/{page}/nothing", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    links = etree.HTML(answer.text).xpath("//main//a/@href")
    assert f"/kamervragen/nl/{page}" in links
