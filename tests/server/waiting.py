"""Waiting for what a server does a little later."""

import time
from collections.abc import Callable

MOST_SECONDS = 20
"""The maximum number of seconds that a test waits."""


def wait_until(is_true: Callable[[], bool]) -> None:
    """Wait until ``is_true()``. Raises AssertionError if it takes too long."""
    deadline = time.monotonic() + MOST_SECONDS
    while not is_true():
        assert time.monotonic() < deadline
        time.sleep(0.02)
