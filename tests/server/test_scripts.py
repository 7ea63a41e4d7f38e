"""No text from a request or from the data is ever run as a script on a page."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from starlette.requests import Request

from kv2rdf.server.documents.content import ThingDocument
from kv2rdf.server.documents.html_document import html_content
from kv2rdf.server.served_release import SCOPE_KEY, ServedRelease
from tests.every_case import every_case
from tests.server.in_process import Caller, caller
from tests.server.script_vectors import VECTORS

PLACES = (
    "/{}",
    "/{}.html",
    "/doc/{}",
    "/doc/id/persoon/{}",
    "/data/{}",
    "/assets/{}",
    "/nl/zaak/{}",
    "/en/zaak/{}",
    "/nl/zoek?q={}",
    "/nl/zoek?q=doxing&{}",
    "/en/persoon/{}",
    "/nl/onderwerp/thema/{}",
    "/en/jaar/{}",
    "/en/begrippen/{}",
    "/nl/begrippen/lijst/{}",
    "/nl/jaar/2022?p={}",
    "/nl/cijfers/{}",
    "/en/cijfers/fracties?jaar={}",
    "/nl/gaten?vorm={}",
    "/eli/nl/tk/zaak/2022Z00634/{}",
    "/?q={}",
    "/nl/zaak/2022Z00634?{}",
    "/doc/dataset.html?x={}",
    "/reconcile?queries={}",
    "/reconcile/preview?id={}",
    "/reconcile/view?id={}",
    "/reconcile/suggest/entity?prefix={}",
    "/sitemap/{}.xml",
)


ADDRESSES = ("href", "src", "action", "formaction", "data", "content", "poster")
WORDS = ("x", "doxing", quote("{"))
"""Harmless words: one that is not found, one that is found, and one that no search understands."""


class PageParts(HTMLParser):
    """The elements of a page with the names of their attributes, and all that runs a script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[tuple[str, ...]] = set()
        self.scripts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add((tag, *(name for name, _ in attrs)))
        for name, value in attrs:
            text = (value or "").strip().lower()
            is_script = text.startswith(("javascript:", "data:")) or (
                name == "content" and "url=javascript:" in text
            )
            is_address = name in ADDRESSES
            if (is_address and is_script) or name.startswith("on") or name in ("style", "srcdoc"):
                self.scripts.append(f"{tag} {name}={value}")


@pytest.fixture(scope="module")
def call(seed_release: Path) -> Iterator[Caller]:
    with caller(seed_release) as made:
        yield made


@cache
def elements(call: Caller, place: str) -> set[tuple[str, ...]]:
    """Return the elements of the page at a place if it contains harmless words."""
    pages = [call(place.format(word), "text/html").content.decode() for word in WORDS]
    return {element for page in pages for element in PageParts(page).elements}


def faults(call: Caller, place: str, text: str) -> Iterator[str]:
    """Yield the faults in the answer if a text is in the path or in a parameter."""
    answer = call(place.format(text), "text/html")
    if answer.status >= 500 or answer.headers["x-content-type-options"] != "nosniff":
        yield f"{place}: {text}: {answer.status}"
    if "unsafe" in answer.headers["content-security-policy"]:
        yield f"{place}: {text}: {answer.headers['content-security-policy']}"
    if answer.headers.get("content-type", "").startswith("text/html"):
        page = PageParts(answer.content.decode())
        more = page.elements - elements(call, place)
        yield from (f"{place}: {text}: {part}" for part in (*more, *page.scripts))
    location = answer.headers.get("location", "/")
    if not location.startswith("/") or location.startswith("//"):
        yield f"{place}: {text}: redirects to {location}"


def test_the_check_finds_every_vector_with_an_element() -> None:
    pages = {vector: PageParts(f"<p>{vector}</p>") for vector in VECTORS}
    unharmed = {v for v, page in pages.items() if page.elements == {("p",)} and not page.scripts}
    assert unharmed == {vector for vector in VECTORS if not re.search("<[a-zA-Z]", vector)}


def test_two_hundred_vectors_in_paths_and_parameters_are_text(call: Caller) -> None:
    assert len(VECTORS) >= 200
    # Each vector is tried in one place. The long test tries it in all places.
    pairs = [(PLACES[number % len(PLACES)], vector) for number, vector in enumerate(VECTORS)]
    found = [fault for place, v in pairs for fault in faults(call, place, quote(v, safe=""))]
    assert found == []


@pytest.mark.long
def test_every_vector_in_every_place_is_text(call: Caller) -> None:
    texts = sorted({quote(vector, safe=safe) for vector in VECTORS for safe in ("", "/")})
    found = [fault for place in PLACES for text in texts for fault in faults(call, place, text)]
    assert found == []


@every_case(
    "path", ["//x.example/", "/\\x.example", "/%2F/x.example", "/doc//x.example", "/%5cx.example"]
)
def test_no_path_leads_to_another_host(call: Caller, path: str) -> None:
    assert list(faults(call, "{}", path)) == []


def test_vectors_in_the_data_are_text(seed_release: Path) -> None:
    release = ServedRelease.open(seed_release)
    request = Request({"type": "http", "method": "GET", "path": "/", SCOPE_KEY: release})
    thing = ox.NamedNode(f"{release.base}/id/persoon/x")
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    values: list[ox.NamedNode | ox.Literal] = [
        ox.NamedNode("javascript:alert(7391)"),
        ox.NamedNode("data:text/html,7391"),
        *(ox.Literal(vector, language="nl") for vector in VECTORS),
    ]
    triples = tuple(ox.Triple(thing, label, value) for value in values)
    document = ThingDocument("/id/persoon/x", thing.value, (), None, triples)
    page = html_content(request, document).decode()
    assert PageParts(page).scripts == []
    tags = {tag for tag, *_ in PageParts(page).elements}
    assert not tags & {"script", "img", "svg", "iframe", "form", "style", "base", "object"}
    assert page.count("alert(7391)") > 150
