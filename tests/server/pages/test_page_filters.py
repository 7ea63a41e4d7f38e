"""Linked words and dates as HTML. No text from a source becomes markup."""

from datetime import date
from pathlib import Path

from kv2rdf.reference.page_words import PageWords
from kv2rdf.server.pages.case_people import LinkedWords
from kv2rdf.server.pages.page_filters import day_filters, with_links
from tests.server.pages.case_pages import page


def test_words_with_a_link_are_links_and_an_uncertain_one_is_marked() -> None:
    words = (
        LinkedWords(" Bij", "/nl/persoon/bij"),
        LinkedWords(", "),
        LinkedWords("Zee ", "/nl/naamvorm/Zee", is_certain=False),
    )
    assert with_links(words) == (
        '<a href="/nl/persoon/bij"> Bij</a>, <a href="/nl/naamvorm/Zee" class="unlinked">Zee </a>'
    )


def test_white_space_at_either_end_is_left_out() -> None:
    assert with_links((LinkedWords("\n Bij "), LinkedWords("en Zee \n"))) == "Bij en Zee"
    assert with_links(()) == ""


def test_every_value_is_escaped() -> None:
    bad = "<i>\"'&"
    shown = with_links(
        (LinkedWords(bad), LinkedWords(bad, bad), LinkedWords(bad, bad, is_certain=True))
    )
    assert "<i>" not in shown
    assert shown.count("&lt;i&gt;&#34;&#39;&amp;") == 5


def test_a_date_is_written_in_the_language_of_the_words() -> None:
    dutch, english = (day_filters(PageWords(language)) for language in ("nl", "en"))
    day = date(2022, 3, 1)
    assert dutch["day"](day) == '<time datetime="2022-03-01">1 maart 2022</time>'
    assert dutch["short_day"](day) == '<time datetime="2022-03-01">1 mrt 2022</time>'
    assert english["short_day"](day) == '<time datetime="2022-03-01">1 Mar 2022</time>'


def test_pages_in_two_languages_do_not_share_their_dates(golden_release: Path) -> None:
    days = [
        page(golden_release, "2022Z00634", language).xpath("string(//main//time)")
        for language in ("nl", "en", "nl")
    ]
    assert days == ["18 januari 2022", "18 January 2022", "18 januari 2022"]
