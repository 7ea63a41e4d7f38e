"""Spans of texts, and the longest prefix of one text that another contains."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.audit.matching.spans import (
    MIN_BLOCK,
    USED,
    Span,
    longest_prefix,
    unused_spans,
    with_used,
    without_space,
)
from tests.every_case import every_case


def test_white_space_is_not_text() -> None:
    assert without_space(" Kent\n\tu  het?\u00a0") == "Kentuhet?"


def test_used_characters_separate_spans() -> None:
    text = with_used("Kentuhet?", 4, 1)
    assert list(unused_spans(text)) == [Span(0, "Kent"), Span(5, "het?")]


@every_case(
    ("text", "other", "found"),
    [
        ("abcd", "xabcabcdabcd", Span(4, "abcd")),
        ("abcd", "xabcabc", Span(1, "abc")),
        ("abcd", f"ab{USED}cd", Span(0, "ab")),
        ("abcd", "a", None),
        ("a", "a", None),
    ],
)
def test_the_longest_prefix_is_where_it_is_first_found(
    text: str, other: str, found: Span | None
) -> None:
    assert longest_prefix(text, other, 2) == found


@pytest.mark.parametrize(("length", "found"), [(7, None), (8, Span(0, "x" * 8))])
def test_eight_characters_in_a_row_are_a_match(length: int, found: Span | None) -> None:
    assert longest_prefix(f"{'x' * length}a", f"{'x' * length}b", MIN_BLOCK) == found


@given(st.text("ab", max_size=9), st.text("ab", max_size=30), st.integers(1, 4))
def test_no_longer_prefix_is_found(text: str, other: str, min_length: int) -> None:
    lengths = [n for n in range(min_length, len(text) + 1) if text[:n] in other]
    longest = text[: max(lengths, default=0)]
    expected = Span(other.index(longest), longest) if longest else None
    assert longest_prefix(text, other, min_length) == expected
