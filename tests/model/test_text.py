"""Passages, cut in two and put together again."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.model.text import Mark, Passage
from tests.papers import passage

WORDS = st.lists(st.sampled_from(["Ja.", "neen", "(zie", "daar)", "3", "–"]), min_size=1).map(
    " ".join
)


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """Give any text, with marks anywhere in it."""
    text = draw(WORDS)
    offsets = st.one_of(st.none(), st.integers(min_value=0, max_value=len(text)))
    marks = draw(st.lists(st.tuples(st.sampled_from("123"), offsets), max_size=4))
    return Passage(
        paragraphs=(text,),
        marks=tuple(Mark(number=number, offset=offset) for number, offset in marks),
    )


def neighbourhoods(*texts: Passage) -> Iterator[tuple[str, str]]:
    """Give each mark, and the three characters before it, blanks apart."""
    for text in texts:
        for mark in text.marks:
            before = "".join(text.text[: mark.offset].split())
            yield mark.number, "lost" if mark.offset is None else before[-3:]


def letters(*texts: Passage) -> str:
    """Give what is printed, blanks apart."""
    return "".join("".join(text.text.split()) for text in texts)


@given(passages(), st.data())
def test_a_cut_keeps_every_character_and_every_mark(text: Passage, data: st.DataObject) -> None:
    at = data.draw(st.integers(min_value=0, max_value=len(text.text)))
    halves = [half for half in text.cut(at, at) if half is not None]
    assert letters(*halves) == letters(text)
    assert sorted(mark.number for half in halves for mark in half.marks) == sorted(
        mark.number for mark in text.marks
    )
    for half in halves:
        assert all(0 <= (mark.offset or 0) <= len(half.text) for mark in half.marks)


@given(passages(), st.data())
def test_what_is_cut_and_joined_has_its_marks_where_they_were(
    text: Passage, data: st.DataObject
) -> None:
    at = data.draw(st.integers(min_value=0, max_value=len(text.text)))
    first, then = text.cut(at, at)
    joined = first.followed_by("", then) if first and then else first or then
    assert joined is not None
    assert letters(joined) == letters(text)
    assert sorted(neighbourhoods(joined)) == sorted(neighbourhoods(text))


@given(passages(), st.data())
def test_between_two_places_only_their_words_go(text: Passage, data: st.DataObject) -> None:
    start = data.draw(st.integers(min_value=0, max_value=len(text.text)))
    end = data.draw(st.integers(min_value=start, max_value=len(text.text)))
    halves = [half for half in text.cut(start, end) if half is not None]
    assert letters(*halves) == "".join((text.text[:start] + text.text[end:]).split())
    marks = [mark.number for half in halves for mark in half.marks]
    assert not halves or sorted(marks) == sorted(mark.number for mark in text.marks)


@given(passages(), st.sampled_from(["", "3", "en 4"]), passages())
def test_a_text_that_follows_keeps_its_marks(first: Passage, words: str, then: Passage) -> None:
    joined = first.followed_by(words, then)
    assert letters(joined) == letters(first) + "".join(words.split()) + letters(then)
    assert [mark.number for mark in joined.marks] == [
        mark.number for mark in (*first.marks, *then.marks)
    ]


@pytest.mark.parametrize(
    ("before", "words", "behind", "whole"),
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
def test_a_blank_stands_where_print_has_one(
    before: str, words: str, behind: str, whole: str
) -> None:
    assert passage(before).followed_by(words, passage(behind)).text == whole


def test_a_mark_that_opens_a_text_stays_at_the_words_before_it() -> None:
    joined = passage("29 maart").followed_by("2001", passage("is gezegd", ("1", 0), ("2", 2)))
    assert joined == passage("29 maart 2001 is gezegd", ("1", 13), ("2", 16))


def test_a_mark_between_two_halves_goes_with_the_first() -> None:
    first, then = passage("een twee drie", ("1", 3), ("2", 6), ("3", 13)).cut(4, 8)
    assert (first, then) == (passage("een", ("1", 3), ("2", 3)), passage("drie", ("3", 4)))


def test_all_marks_go_with_the_half_that_there_is() -> None:
    text = passage("een twee", ("1", 3), ("2", 8))
    assert text.cut(3, 8) == (passage("een", ("1", 3), ("2", 3)), None)
    assert text.cut(0, 4) == (None, passage("twee", ("1", 0), ("2", 4)))
    assert text.cut(0, 8) == (None, None)


def test_a_mark_whose_place_is_lost_is_kept() -> None:
    lost = Mark(number="1", offset=None)
    first, then = Passage(paragraphs=("een twee",), marks=(lost,)).cut(3, 3)
    assert first is not None
    assert then is not None
    assert (first.marks, then.marks) == ((lost,), ())
    assert passage("nul").followed_by("", first).marks == (lost,)
