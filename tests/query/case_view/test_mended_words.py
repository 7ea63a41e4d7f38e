"""Words of a scan that are joined: which they are, and how they read."""

import pytest

from kv2rdf.query.case_view.mended_words import (
    MendedWord,
    kept_characters,
    kept_text,
    mended_words,
)


@pytest.mark.parametrize(
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
    kept = kept_characters(text, "de motiveringsplicht geldt")
    start = text.index("plicht")
    assert kept_text(text, kept, 0, start) == "de motiverings"
    assert kept_text(text, kept, start, len(text)) == "plicht geldt"
