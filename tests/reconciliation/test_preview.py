"""Previews: small pages in HTML that load nothing and run no scripts."""

from base64 import b64encode
from hashlib import sha256

import pytest
from lxml import html
from msgspec.structs import replace

from kv2rdf.errors import UnknownEntityError
from kv2rdf.reconciliation.preview import PREVIEW_POLICY, preview_page
from kv2rdf.reconciliation.reconciler import Reconciler
from tests.every_case import every_case
from tests.reconciliation.small_register import (
    ABC,
    AT,
    MINISTRY,
    PUBLISHED,
    REGISTER,
    small_reconciler,
)

CASE = "https://w3id.org/kamervragen/eli/nl/tk/zaak/2022Z00634"


def page(reconciler: Reconciler, identifier: str) -> html.HtmlElement:
    return html.document_fromstring(preview_page(reconciler, identifier).decode())


@every_case(("identifier", "words"), [
    ("https://example.org/id/persoon/eva", ["Eva van Naam", "ABC, Tweede Kamer", "Q11"]),
    ("https://example.org/id/partij/old", ["Oude Lijst", "party", "1950-01-01", "1980-01-01"]),
    (MINISTRY.tooi or "", ["Wind en Water", "ministry", "WW"]),
    ("https://example.org/id/ambt/minister-wind", ["Wind en Water", "Oud Gediend, from 2003-"]),
])  # fmt: skip
def test_a_preview_describes_a_thing(identifier: str, words: list[str]) -> None:
    found = page(small_reconciler(), identifier)
    assert all(word in found.text_content() for word in words)
    assert [link.get("href") for link in found.iter("a")] == [identifier]


def test_a_case_is_described_from_the_release(loaded: Reconciler) -> None:
    words = page(loaded, CASE).text_content()
    for fact in ("Verdrievoudiging", "2022-01-18", "Hilde Palland", "answered", "Gemeenten"):
        assert fact in words


def test_names_are_escaped() -> None:
    name = "<script>alert(1)</script>\"' & {{ name }} \ud800"
    parties = (replace(ABC, name=name), *REGISTER.parties[1:])
    hostile = Reconciler.of(replace(REGISTER, parties=parties), AT, PUBLISHED)
    written = preview_page(hostile, AT.party(ABC))
    found = html.document_fromstring(written.decode())
    assert [element.tag for element in found.iter("script")] == []
    assert found.findtext(".//h1/a") == name.replace("\ud800", "?")
    assert {element.tag for element in found.iter()} <= {
        "html", "head", "meta", "title", "style", "body", "h1", "a", "p", "dl", "dt", "dd",
    }  # fmt: skip


def test_the_policy_allows_the_style_of_the_page_and_nothing_else() -> None:
    style = page(small_reconciler(), AT.party(ABC)).findtext(".//style") or ""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" == PREVIEW_POLICY


@every_case("identifier", ["", "Q11", "https://example.org/id/persoon/ria", "<b>"])
def test_nothing_else_has_a_preview(identifier: str) -> None:
    with pytest.raises(UnknownEntityError, match="the release contains no entity"):
        preview_page(small_reconciler(), identifier)
