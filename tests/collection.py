"""Which tests a run has, in which order they run, and in which order their modules are imported."""

import importlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

import pytest

TESTS = Path(__file__).parent

LONGEST = (
    "test_addresses",
    "test_dask",
    "test_seed_changes",
    "test_scripts",
    "test_build_campaigns",
    "test_orders_of_sources",
    "test_inference",
    "test_damaged_archives",
    "test_statistics",
    "test_large_record_files",
    "test_accessibility",
    "test_engines",
    "test_schemathesis",
    "test_archive_memory",
    "test_changed_documents",
    "test_interrupted",
    "test_build",
    "test_benchmarks",
    "test_archive",
    "test_graph",
    "test_increment",
)


def short_tests(items: Iterable[pytest.Item]) -> list[pytest.Item]:
    """Return the tests of a short run.

    These are all tests that are not marked ``long``. Of the cases of a test that is marked
    ``sampled(step)``, only the first of each group of ``step`` cases is included.
    """
    numbers: dict[str, Iterator[int]] = defaultdict(count)
    short = []
    for item in items:
        sampled = item.get_closest_marker("sampled")
        number = next(numbers[item.nodeid.partition("[")[0]])
        is_left_out = sampled is not None and number % sampled.args[0] != 0
        if not is_left_out and item.get_closest_marker("long") is None:
            short.append(item)
    return short


def longest_first(items: Iterable[pytest.Item]) -> list[pytest.Item]:
    """Return tests with the longest first, so that at the end no process waits for another."""
    order = {name: number for number, name in enumerate(LONGEST)}
    return sorted(items, key=lambda item: order.get(item.path.stem, len(LONGEST)))


def share_of_modules(number: int, processes: int) -> list[str]:
    """Return the names of the test modules that a process imports before it collects the tests.

    Pytest compiles a test module when it is imported for the first time, and saves the result. If
    all processes imported the modules in the same order, each would compile all of them. So each
    begins at another module.
    """
    files = sorted(TESTS.rglob("test_*.py"))
    first = len(files) * number // processes
    end = len(files) if number else 0
    return [
        ".".join(file.relative_to(TESTS.parent).with_suffix("").parts) for file in files[first:end]
    ]


def import_share(number: int, processes: int) -> None:
    """Import the share of a process, so that the others find these modules compiled."""
    for name in share_of_modules(number, processes):
        importlib.import_module(name)
