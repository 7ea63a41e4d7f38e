"""Tests of one test with many cases."""

import inspect

import pytest

from tests.every_case import every_case


def test_every_case_that_fails_is_reported_with_its_arguments() -> None:
    @every_case(("number", "half"), [(2, 1), (4, 3), pytest.param(6, 3, id="six"), (8, 5)])
    def halved(number: int, half: int) -> None:
        assert number == 2 * half

    with pytest.raises(BaseExceptionGroup, match="2 of 4 cases fail") as caught:
        halved()
    assert [fault.__notes__ for fault in caught.value.exceptions] == [
        ["in the case {'number': 4, 'half': 3}"],
        ["in the case {'number': 8, 'half': 5}"],
    ]


def test_a_test_that_does_not_raise_what_it_expects_fails() -> None:
    @every_case("text", ["1", "x"])
    def refused(text: str) -> None:
        with pytest.raises(ValueError, match="invalid literal"):
            int(text)

    with pytest.raises(BaseExceptionGroup, match="1 of 2 cases fail"):
        refused()


def test_two_lists_of_cases_are_combined() -> None:
    seen = []

    @every_case("first", [1, 2])
    @every_case("second, third", [(3, 4), (5, 6)])
    def combined(first: int, second: int, third: int) -> None:
        seen.append((first, second, third))

    combined()
    assert seen == [(1, 3, 4), (1, 5, 6), (2, 3, 4), (2, 5, 6)]


def test_the_other_parameters_are_fixtures() -> None:
    @every_case("case", ["a"])
    def with_fixture(corpus: object, case: str) -> None:
        assert (corpus, case) == ("corpus", "a")

    assert list(inspect.signature(with_fixture).parameters) == ["corpus"]
    with_fixture(corpus="corpus")


def test_a_test_without_cases_is_refused() -> None:
    with pytest.raises(ValueError, match="a test of text has no cases"):
        every_case("text", [])
