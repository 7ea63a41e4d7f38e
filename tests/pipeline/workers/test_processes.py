"""Work over processes: in order, a few chunks at a time, and a death is told of."""

import os
from collections.abc import Iterator

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.workers.processes import chunked, mapped


def squared(number: int) -> int:
    return number * number


def dying(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_chunks(workers: int) -> None:
    assert list(mapped(squared, range(12), workers)) == [n * n for n in range(12)]


def test_only_a_few_chunks_are_under_way() -> None:
    taken = 0

    def counted() -> Iterator[int]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield number

    results = mapped(squared, counted(), 2)
    next(results)
    assert taken <= 5
    assert sum(1 for _ in results) == 99


def test_a_worker_that_dies_is_told_of() -> None:
    with pytest.raises(ReleaseError, match="a worker process died"):
        list(mapped(dying, range(10), 2))


def test_chunks_end_by_number_or_by_weight() -> None:
    assert list(chunked(range(5), 2)) == [[0, 1], [2, 3], [4]]
    heavy = [1, 20_000_000, 1, 1]
    assert list(chunked(heavy, 3, lambda size: size)) == [[1, 20_000_000], [1, 1]]
    assert list(chunked([], 3)) == []
