"""Passages that are split and joined again, and their marks."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.model.text import Mark, Passage, with_letters_together
from tests.every_case import every_case
from tests.papers import passage

WORDS = st.lists(st.sampled_from(["Ja.", "neen", "(zie", "daar)", "3", "–"]), min_size=1).map(
    " ".join
)


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """Return any text, with marks anywhere in it."""
    text = draw(WORDS)
    offsets = st.one_of(st.none(), st.integers(min_value=0, max_value=len(text)))
    marks = draw(st.lists(st.tuples(st.sampled_from("123"), offsets), max_size=4))
    return Passage(
        paragraphs=(text,),
        marks=tuple(Mark(number=number, offset=offset) for number, offset in marks),
    )


def marks_with_context(*texts: Passage) -> Iterator[tuple[str, str]]:
    """Yield the number of each mark and the three characters before it, without blanks."""
    for text in texts:
        for mark in text.marks:
            before = "".join(text.text[: mark.offset].split())
            yield mark.number, "lost" if mark.offset is None else before[-3:]


def letters(*texts: Passage) -> str:
    """Return the characters of texts, without blanks."""
    return "".join("".join(text.text.split()) for text in texts)


@given(passages(), st.data())
def test_a_split_keeps_every_character_and_every_mark(text: Passage, data: st.DataObject) -> None:
    at = data.draw(st.integers(min_value=0, max_value=len(text.text)))
    sides = [side for side in text.split_around(at, at) if side is not None]
    assert letters(*sides) == letters(text)
    assert sorted(mark.number for side in sides for mark in side.marks) == sorted(
        mark.number for mark in text.marks
    )
    for side in sides:
        assert all(0 <= (mark.offset or 0) <= len(side.text) for mark in side.marks)


@given(passages(), st.data())
def test_a_text_that_is_split_and_joined_has_its_marks_where_they_were(
    text: Passage, data: st.DataObject
) -> None:
    at = data.draw(st.integers(min_value=0, max_value=len(text.text)))
    first, second = text.split_around(at, at)
    joined = first.followed_by("", second) if first and second else first or second
    assert joined is not None
    assert letters(joined) == letters(text)
    assert sorted(marks_with_context(joined)) == sorted(marks_with_context(text))


@given(passages(), st.data())
def test_a_split_around_words_removes_only_those_words(text: Passage, data: st.DataObject) -> None:
    start = data.draw(st.integers(min_value=0, max_value=len(text.text)))
    end = data.draw(st.integers(min_value=start, max_value=len(text.text)))
    sides = [side for side in text.split_around(start, end) if side is not None]
    assert letters(*sides) == "".join((text.text[:start] + text.text[end:]).split())
    marks = [mark.number for side in sides for mark in side.marks]
    assert not sides or sorted(marks) == sorted(mark.number for mark in text.marks)


@given(passages(), st.sampled_from(["", "3", "en 4"]), passages())
def test_joined_texts_keep_their_marks(first: Passage, words: str, second: Passage) -> None:
    joined = first.followed_by(words, second)
    assert letters(joined) == letters(first) + "".join(words.split()) + letters(second)
    assert [mark.number for mark in joined.marks] == [
        mark.number for mark in (*first.marks, *second.marks)
    ]


@every_case(
    ("first", "words", "second", "whole"),
    [
        ("29 maart", "2001", "is", "29 maart 2001 is"),
        ("29 maart", "2001", ". In", "29 maart 2001. In"),
        ("29 maart", "2001", ", en", "29 maart 2001, en"),
        ("zie", "2", "(daar)", "zie 2 (daar)"),
        ("zie", "3", ") en", "zie 3) en"),
        ("in", "2004", "€ 3 mln.", "in 2004 € 3 mln."),
        ("in", "1985", "/1986", "in 1985/1986"),
        ("in", "1985", "-1986", "in 1985-1986"),
        ("in", "1985", "– en", "in 1985 – en"),
        ("voor", "25", "%", "voor 25%"),
        ("voor", "20", "000", "voor 20 000"),
        ("", "1000", "• te laat", "1000 • te laat"),
        ("van 19 juni", "1991", "", "van 19 juni 1991"),
    ],
)
def test_a_blank_is_put_where_the_printed_text_has_one(
    first: str, words: str, second: str, whole: str
) -> None:
    assert passage(first).followed_by(words, passage(second)).text == whole


def test_a_mark_at_the_start_of_a_text_is_put_after_the_words_before_it() -> None:
    joined = passage("29 maart").followed_by("2001", passage("is gezegd", ("1", 0), ("2", 2)))
    assert joined == passage("29 maart 2001 is gezegd", ("1", 13), ("2", 16))


def test_a_mark_between_the_two_sides_is_put_on_the_first() -> None:
    first, second = passage("een twee drie", ("1", 3), ("2", 6), ("3", 13)).split_around(4, 8)
    assert (first, second) == (passage("een", ("1", 3), ("2", 3)), passage("drie", ("3", 4)))


def test_a_side_alone_has_all_marks() -> None:
    text = passage("een twee", ("1", 3), ("2", 8))
    assert text.split_around(3, 8) == (passage("een", ("1", 3), ("2", 3)), None)
    assert text.split_around(0, 4) == (None, passage("twee", ("1", 0), ("2", 4)))
    assert text.split_around(0, 8) == (None, None)


def test_a_mark_without_an_offset_is_kept() -> None:
    lost = Mark(number="1", offset=None)
    first, second = Passage(paragraphs=("een twee",), marks=(lost,)).split_around(3, 3)
    assert first is not None
    assert second is not None
    assert (first.marks, second.marks) == ((lost,), ())
    assert passage("nul").followed_by("", first).marks == (lost,)


@every_case(
    ("printed", "name"),
    [
        ("B i j - R a a t", "Bij-Raat"),
        ("V a n d e n B i j", "Van den Bij"),
        ("V a n d e n Bij", "Van den Bij"),
        ("D e R a a t", "De Raat"),
        ("R a a t - v a n B i j", "Raat-van Bij"),
        ("Bij R a a t ", "Bij Raat"),
        ("A. B. Raat", "A. B. Raat"),
        ("Van den Bij", "Van den Bij"),
        ("Vandenberg", "Vandenberg"),
    ],
)
def test_the_letters_of_a_name_are_put_together(printed: str, name: str) -> None:
    assert with_letters_together(printed) == name
