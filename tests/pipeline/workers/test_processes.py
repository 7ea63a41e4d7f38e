"""Work in several processes: ordered results, few chunks at a time, and dead workers."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from pickle import PicklingError

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.workers.processes import map_in_order, split_into_chunks
from tests.every_case import every_case


def square(number: int) -> int:
    return number * number


def one_over(number: int) -> float:
    return 1 / number


def die_at_three(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_chunks(workers: int) -> None:
    assert list(map_in_order(square, range(12), workers)) == [n * n for n in range(12)]


@pytest.mark.long
def test_only_a_few_chunks_are_in_progress() -> None:
    taken = 0

    def count_taken() -> Iterator[int]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield number

    results = map_in_order(square, count_taken(), 2)
    next(results)
    assert taken <= 5
    assert sum(1 for _ in results) == 99


@pytest.mark.long
def test_a_worker_that_dies_is_an_error() -> None:
    with pytest.raises(ReleaseError, match="a worker process died"):
        list(map_in_order(die_at_three, range(10), 2))


def test_a_worker_may_die_after_its_last_result() -> None:
    results = map_in_order(square, [3], 2)
    assert next(results) == 9
    for worker in multiprocessing.active_children():
        worker.kill()
        worker.join()
    assert list(results) == []


def test_an_error_of_a_worker_is_raised_with_the_place_where_it_arose() -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        list(map_in_order(one_over, [1, 0, 1, 1], 2))
    assert "in one_over" in raised.value.__notes__[0]
    assert multiprocessing.active_children() == []


class TwoWordsError(Exception):
    """An error that pickle writes, but cannot read again."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


def fail_with_two_words(_: int) -> None:
    raise TwoWordsError("too", "wet")


def end_itself(_: int) -> None:
    raise SystemExit(7)


def unpicklable(_: int) -> object:
    return lambda: None


@every_case(
    ("work", "message"),
    [
        (fail_with_two_words, "a worker failed: TwoWordsError: too wet"),
        (end_itself, "a worker ended itself with status 7"),
    ],
)
def test_an_error_that_cannot_be_sent_is_raised_in_its_words(
    work: Callable[[int], object], message: str
) -> None:
    with pytest.raises(ReleaseError, match=message) as raised:
        list(map_in_order(work, [1, 2], 2))
    assert "Traceback" in raised.value.__notes__[0]
    assert multiprocessing.active_children() == []


def test_a_result_that_cannot_be_sent_is_an_error_that_names_it() -> None:
    with pytest.raises((AttributeError, PicklingError), match="unpicklable"):
        list(map_in_order(unpicklable, [1, 2], 2))
    assert multiprocessing.active_children() == []


def test_no_worker_is_left_if_the_results_are_not_all_used() -> None:
    results = map_in_order(square, range(12), 2)
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_a_chunk_ends_at_its_size_or_its_weight() -> None:
    assert list(split_into_chunks(range(5), 2)) == [[0, 1], [2, 3], [4]]
    heavy = [1, 20_000_000, 1, 1]
    assert list(split_into_chunks(heavy, 3, lambda size: size)) == [[1, 20_000_000], [1, 1]]
    assert list(split_into_chunks([], 3)) == []
