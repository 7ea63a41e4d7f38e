"""The addresses of web pages in sources: valid ones are kept, and findings quote all others."""

import re
from urllib.parse import quote

import pytest

from kv2rdf.addresses import external
from kv2rdf.errors import MintError
from kv2rdf.model.paper import Paper, Remark
from kv2rdf.model.rules import FindingRule
from tests.hostile_addresses import HOSTILE, ODD
from tests.kvr_document import document, items
from tests.openkamer_page import KEYS, block, page
from tests.papers import read_paper, read_papers

RULE = FindingRule.UNUSABLE_ADDRESS
PRINTABLE = [a for a in (*HOSTILE, *ODD) if not re.search("[\0-\x1f\ud800-\udfff\ufffe\uffff]", a)]
"""The addresses that a document can contain."""


def remarks(paper: Paper) -> list[Remark]:
    """Return the remarks on addresses."""
    return [remark for remark in paper.remarks if remark.rule is RULE]


@pytest.mark.parametrize("address", ODD, ids=quote)
def test_a_valid_address_is_kept(address: str) -> None:
    assert external.web_address(address) == address


@pytest.mark.sampled(3)
@pytest.mark.parametrize("address", HOSTILE, ids=ascii)
def test_any_other_address_is_refused(address: str) -> None:
    assert not external.is_web_address(address)
    with pytest.raises(MintError, match="not the address of a page"):
        external.web_address(address)


def attribute_of(address: str) -> str:
    """Return an address as it is after XML is read, with single blanks."""
    return " ".join(address.split())


@pytest.mark.sampled(4)
@pytest.mark.parametrize("address", PRINTABLE, ids=quote)
def test_the_address_in_a_note_is_kept_or_in_a_finding(address: str) -> None:
    escaped = address.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    note = f'<noot nummer="1" weblink="{escaped}">De krant {escaped}.</noot>'
    paper = read_paper(document(question_notes=note))
    (printed,) = paper.question_notes
    assert printed.text == attribute_of(f"De krant {address}.")
    kept = printed.fields.page_url if printed.fields else None
    field = attribute_of(address)
    is_kept = external.is_web_address(field)
    is_broken_off = " " in field
    assert kept == (field if is_kept else None)
    found = [remark.text for remark in remarks(paper)]
    assert found == ([] if is_kept or is_broken_off or not field else [field])


@pytest.mark.sampled(4)
@pytest.mark.parametrize("address", PRINTABLE, ids=quote)
def test_the_permalink_of_a_record_is_kept_or_in_a_finding(address: str) -> None:
    paper = read_paper(document(record=items(Permalink=address)))
    printed = attribute_of(address)
    is_kept = external.is_web_address(printed)
    assert paper.source.page_url == (printed if is_kept else None)
    found = [(remark.location, remark.text) for remark in remarks(paper)]
    assert found == ([] if is_kept or not printed else [("metadata/item Permalink", printed)])


@pytest.mark.sampled(4)
@pytest.mark.parametrize("address", [a for a in PRINTABLE if "\x85" not in a], ids=quote)
@pytest.mark.parametrize("ending", ["", ".html"])
def test_the_pages_of_an_openkamer_page_are_kept_or_in_a_finding(address: str, ending: str) -> None:
    url = address + ending
    keys = KEYS.replace("https://example.org/kv-tk-2021Z00001.html", url)
    keys = keys.replace("https://example.org/ah-tk-20202021-1234.html", url)
    questions, answer = read_papers(page(block(1, "Weet u het?", "Ja."), keys=keys))
    is_kept = external.is_web_address(url) and external.extension(url) == "html"
    for paper, key in ((questions, "Bron vraag"), (answer, "Bron antwoord")):
        assert paper.page_url == (url if is_kept else None)
        found = [(remark.location, remark.text) for remark in remarks(paper)]
        assert found == ([] if is_kept else [(key, url or None)])
