"""Words of a scan that are joined: their positions, and the words themselves."""

from pathlib import Path

from kv2rdf.query.case_view.case_blocks import case_page
from kv2rdf.query.case_view.forms import case_text
from kv2rdf.query.case_view.mended_words import (
    MendedWord,
    kept_text,
    mended_words,
    removed_places,
)
from kv2rdf.query.open_release import Release
from kv2rdf.query.release_facts import release_day, rule_names
from kv2rdf.reference.page_words import PageWords
from tests.every_case import every_case


@every_case(
    ("text", "joined", "expected"),
    [
        ("de motiverings- plicht", "de motiveringsplicht",
         (MendedWord("motiverings- plicht", "motiveringsplicht"),)),
        ("15 maart j l . is", "15 maart jl. is", (MendedWord("j l .", "jl."),)),
        ("Ja.", None, ()),
        ("Ja.", "Ja.", ()),
        ("Ja.", "Nee.", ()),
    ],
)  # fmt: skip
def test_each_word_that_was_joined_is_found(
    text: str, joined: str | None, expected: tuple[MendedWord, ...]
) -> None:
    assert mended_words(text, joined) == expected


def test_a_place_in_the_printed_text_is_also_a_place_in_the_joined_text() -> None:
    text = "de motiverings- plicht geldt"
    removed = removed_places(text, "de motiveringsplicht geldt")
    start = text.index("plicht")
    assert kept_text(text, removed, 0, start) == "de motiverings"
    assert kept_text(text, removed, start, len(text)) == "plicht geldt"


def test_what_is_kept_of_a_long_text_is_its_joined_form() -> None:
    text = "de motiverings- plicht geldt j l . niet " * 20
    joined = text.replace("- ", "").replace("j l .", "jl.")
    removed = removed_places(text, joined)
    assert len(removed) == 20 * 4
    assert kept_text(text, removed, 0, len(text)) == joined
    pieces = [kept_text(text, removed, at, at + 7) for at in range(0, len(text), 7)]
    assert "".join(pieces) == joined
    assert len(mended_words(text, joined)) == 20 * 2


def test_notices_and_notes_of_a_scan_are_read_with_their_words_joined(golden_release: Path) -> None:
    with Release(golden_release) as release:
        view = release.case_view("ah-tk-19881989-331")
        page = case_page(view, PageWords("nl"), rule_names(release, "nl"), release_day(release))
    (notice,) = view.notices
    (note,) = view.notes
    assert "beantwoor- ding w o r d t u" in str(notice.text)
    assert note.text == "De Duinpost van 3 november j l . , katern Wetenschap- pen"
    shown = case_text(page, "text", 1000)
    assert "De beantwoording wordt u later gezonden." in shown
    assert "De Duinpost van 3 november jl. , katern Wetenschappen" in shown
