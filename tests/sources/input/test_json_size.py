"""The limits on the values and the nesting of JSON."""

from collections.abc import Callable

import pytest

from kv2rdf.audit.records.json_values import is_too_large
from kv2rdf.sources.input.json_size import size_problem
from tests.every_case import every_case

MANY = "has more than 100,000 values in a record in JSON"
DEEP = "has more than 32 levels of nested lists and objects in JSON"


def list_of(count: int, value: bytes) -> bytes:
    return b"[%b]" % b", ".join([value] * count)


@pytest.mark.parametrize(
    "content_of",
    [
        lambda n: list_of(n - 1, b"1"),
        pytest.param(lambda n: list_of(n - 1, b"[\n]"), marks=pytest.mark.long),
        pytest.param(lambda n: list_of(n - 1, b'"[[,,{{\\",,"'), marks=pytest.mark.long),
        pytest.param(lambda n: b'{"a": %b}' % list_of(n - 2, b"{}"), marks=pytest.mark.long),
        pytest.param(
            lambda n: b'{"a": [[], {}], "b": %b}' % list_of(n - 5, b'""'), marks=pytest.mark.long
        ),
        pytest.param(
            lambda n: list_of((n - 1) // 3, b'{"a": 1, "b": 2}') + b" " * (n % 3 and 9),
            marks=pytest.mark.long,
        ),
    ],
    ids=["numbers", "empty lists", "texts", "empty objects", "fields", "objects"],
)
def test_values_are_counted(content_of: Callable[[int], bytes]) -> None:
    inside, outside = content_of(100_000), content_of(100_003)
    assert size_problem(inside) is None
    assert not is_too_large(inside)
    assert size_problem(outside) == MANY
    assert is_too_large(outside)


@pytest.mark.long
def test_one_value_more_than_the_limit_is_too_many() -> None:
    assert size_problem(list_of(99_999, b"[]")) is None
    assert size_problem(list_of(100_000, b"[]")) == MANY
    assert [is_too_large(list_of(count, b"[]")) for count in (99_999, 100_000)] == [False, True]


@every_case(("opening", "closing"), [(b"[", b"]"), (b'{"a": ', b"}")])
@every_case("inner", [b"[]", b"[1]", b"{ }"])
def test_levels_are_counted(opening: bytes, closing: bytes, inner: bytes) -> None:
    inside = opening * 31 + inner + closing * 31
    outside = opening + inside + closing
    assert [size_problem(inside), size_problem(outside)] == [None, DEEP]
    assert [is_too_large(inside), is_too_large(outside)] == [False, True]


def test_brackets_and_commas_in_texts_do_not_count() -> None:
    content = b'{"a": "%b"}' % (b'[{,\\"' * 200_000)
    assert size_problem(content) is None
    assert not is_too_large(content)
