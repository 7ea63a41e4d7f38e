"""The number of a question or an answer, as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.model.part_numbers import natural_sort_key, numbers_in
from tests.every_case import every_case


@every_case(
    ("label", "numbers"),
    [
        ("1", ("1",)),
        ("1 ", ("1",)),
        (" 12.", ("12",)),
        ("3a", ("3a",)),
        ("4 en 5", ("4", "5")),
        ("4 en5", ("4", "5")),
        ("2, 3 en 7", ("2", "3", "7")),
        ("2, 3, en 7", ("2", "3", "7")),
        ("1, 2, 3, 4, 5, 6, 7, 8 en 9", tuple("123456789")),
        ("2 t/m 4", ("2", "3", "4")),
        ("2 t/m4", ("2", "3", "4")),
        ("2 t / m 4", ("2", "3", "4")),
        ("1, 3 t/m 5 en 8", ("1", "3", "4", "5", "8")),
        ("8 t/m 11", ("8", "9", "10", "11")),
        ("4/5", ("4", "5")),
        ("3 en 2", ("2", "3")),
        ("2, 2 en 3", ("2", "3")),
        ("10 en 9", ("9", "10")),
        ("3a en 3b", ("3a", "3b")),
        ("4 t/m 4", ("4",)),
    ],
)
def test_a_label_has_its_numbers(label: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(label) == numbers


@every_case(
    "label",
    [
        "", " ", "en 3", "Vraag 1", "1–6 en 8", "1-6", "1 tot en met 7", "1 /tm 3", "12345", "1 2",
        "a", "3ab", "1;2", "1 en", ", 2", "5 t/m 2", "1 & 2", "²",
    ],
)  # fmt: skip
def test_a_text_that_is_not_a_label_has_no_numbers(label: str) -> None:
    assert numbers_in(label) is None


@every_case(
    ("label", "numbers"),
    [
        ("4en 5", ("4", "5")),
        ("2,3en7", ("2", "3", "7")),
        ("2t/m 4", ("2", "3", "4")),
        ("2t / m 4", ("2", "3", "4")),
    ],
)
def test_blanks_may_be_missing(label: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(label) == numbers


@pytest.mark.parametrize("label", ["1a t/m 3", "1a t/m 1c", "2 t/m 4a"])
def test_a_range_with_letters_is_not_a_label(label: str) -> None:
    assert numbers_in(label) is None


def test_digits_of_another_script_are_not_numbers() -> None:
    assert numbers_in("٣") is None


@given(
    st.lists(st.integers(min_value=1, max_value=400), min_size=1, max_size=9),
    st.sampled_from([", ", ",", " en ", "/", ", en ", " , "]),
)
def test_any_list_of_numbers_is_sorted_without_doubles(numbers: list[int], comma: str) -> None:
    assert numbers_in(comma.join(map(str, numbers))) == tuple(map(str, sorted(set(numbers))))


@given(st.integers(min_value=1, max_value=300), st.integers(min_value=0, max_value=60))
def test_any_range_has_all_numbers_between(first: int, more: int) -> None:
    expected = tuple(str(n) for n in range(first, first + more + 1))
    assert numbers_in(f"{first} t/m {first + more}") == expected


@given(st.text(alphabet="0123456789ab ,.en/tm-–", max_size=12).filter(lambda s: "t" not in s))
def test_any_label_has_sorted_numbers_or_none(label: str) -> None:
    numbers = numbers_in(label)
    assert numbers is None or list(numbers) == sorted(set(numbers), key=natural_sort_key)


def test_two_sorts_before_ten_and_three_before_three_a() -> None:
    assert sorted(["10", "3a", "2", "3", "x1"], key=natural_sort_key) == [
        "x1",
        "2",
        "3",
        "3a",
        "10",
    ]
