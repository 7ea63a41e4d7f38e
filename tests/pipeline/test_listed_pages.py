"""Every paper whose identifier is in a list links to its own page, and to no other."""

from collections import Counter
from pathlib import Path

import pytest

from tests import kvr_document
from tests.conftest import build_quietly
from tests.every_case import every_case
from tests.kvr_document import items
from tests.listed_pages import compare, listed_identifiers, pages_by_source, printed_identifiers
from tests.real_documents import extract_sample

PLACE = "Kamervragen met antwoord 2004-2005, nr. 0012H, Eerste Kamer"
PAPER = "https://w3id.org/kamervragen/eli/nl/tk/ah/20042005/12"
PAGE = "https://zoek.officielebekendmakingen.nl/ah-tk-20042005-12.html"


@every_case(
    ("number", "expected"), [("0012H", "12"), ("1195", "1195"), ("11952eH", "1195"), ("7a", "7a")]
)
def test_the_identifier_of_a_paper_is_made_from_its_printed_place(
    number: str, expected: str
) -> None:
    record = items(Vindplaats=PLACE.replace("0012H", number))
    documents = [("KVR1.xml", kvr_document.document(record=record))]
    assert list(printed_identifiers(documents)) == [("KVR1.xml", f"ah-ek-20042005-{expected}")]


@every_case(
    ("listed", "pages", "faults"),
    [
        ({"ah-tk-20042005-12"}, {PAPER: {PAGE}}, (0, 0)),
        (set(), {PAPER: set()}, (0, 0)),
        ({"ah-tk-20042005-12"}, {PAPER: set()}, (1, 0)),
        ({"ah-tk-20042005-12"}, {}, (1, 0)),
        ({"ah-tk-20042005-12"}, {PAPER: {PAGE, PAGE.replace("12", "13")}}, (0, 1)),
        ({"ah-tk-20042005-12"}, {PAPER: {PAGE}, f"{PAPER}3": {f"{PAGE}3"}}, (0, 1)),
        (set(), {PAPER: {PAGE}}, (0, 1)),
    ],
)
def test_a_wrong_page_is_found(
    listed: set[str], pages: dict[str, set[str]], faults: tuple[int, int]
) -> None:
    printed = [("KVR1.xml", "ah-tk-20042005-12")]
    found = compare(printed, listed, {"KVR1.xml": pages}, Counter())
    assert (len(found.without_page), len(found.with_other_page)) == faults


@pytest.mark.corpus
@pytest.mark.long
def test_real_papers_link_to_their_own_pages(corpus: Path, tmp_path: Path) -> None:
    folder, list_ = tmp_path / "in", tmp_path / "in" / "list.txt"
    folder.mkdir()
    extract_sample(corpus / "kvr-xml.tar.xz", folder, per_kind=25)
    (real_list,) = (corpus / "identifiers").glob("*.txt.xz")
    documents = [(p.name, p.read_text(encoding="utf-8")) for p in sorted(folder.iterdir())]
    printed = list(printed_identifiers(documents))
    left_out = {identifier for _, identifier in printed[::5]}
    listed = listed_identifiers(real_list) - left_out
    list_.write_text("\n".join(sorted(listed)), encoding="utf-8")
    build_quietly(tmp_path / "out", folder)
    counts: Counter[str] = Counter()
    pages = pages_by_source(tmp_path / "out" / "kamervragen.nq.gz")
    assert compare(printed, listed, pages, counts) == ([], [])
    linked = counts["documents that link to their page, and to no other"]
    assert linked == counts["documents whose identifier is in the list"] > 15
    assert counts["documents that print their place"] > linked
