"""The page numbers of a KVR document."""

import pytest

from tests.kvr_document import document, items, questions_only
from tests.papers import read_paper

FOOTER = '<footer vetnummer="2040509430"/>'


def with_pages(numbers: str, content: str) -> str:
    return content.replace(FOOTER, f'<footer allpagenumbers="{numbers}"/>')


@pytest.mark.parametrize(
    ("numbers", "pages"), [("", None), ("13", "13"), ("981 982", "981-982"), ("1 2 3", "1-3")]
)
def test_the_footer_has_all_page_numbers(numbers: str, pages: str | None) -> None:
    assert read_paper(with_pages(numbers, document())).pages == pages


def test_of_a_scan_only_the_first_page_is_certain() -> None:
    record = items(Vindplaats="Aanhangsel Tweede Kamer 1984-1985 nummer 127", Beginpagina="343",
                   Eindpagina="344")  # fmt: skip
    assert read_paper(with_pages("344", document(record=record))).pages == "343"


def test_a_paper_without_a_number_has_no_pages_of_the_aanhangsel() -> None:
    assert read_paper(with_pages("1 2", questions_only()), "V040509430.xml").pages is None


@pytest.mark.parametrize(
    ("footer", "pages"),
    [
        ("Tweede Kamer, vergaderjaar 1990-1991, Aanhangsel", "25"),
        ("Eerste Kamer, vergaderjaar 1990-1991, 21 800 IX B, nr. 161b", None),
    ],
)
def test_the_pages_of_a_kamerstuk_are_not_those_of_the_aanhangsel(
    footer: str, pages: str | None
) -> None:
    record = items(Vindplaats="Aanhangsel Tweede Kamer 1990-1991 nummer 376", Beginpagina="25")
    content = document(record=record)
    assert FOOTER in content
    printed = content.replace(FOOTER, f'<footer lopendefooter="{footer}"/>')
    assert read_paper(printed).pages == pages
