"""A value is computed once for each release, and the values of other releases can be read."""

import threading
import time

import pytest

from kv2rdf.server.per_release import PerRelease, keep_values, named_values


class _Release:
    """A release, of which only the identity matters."""


def test_the_value_of_one_release_is_read_while_that_of_another_is_computed() -> None:
    old, new = _Release(), _Release()
    is_begun, may_end = threading.Event(), threading.Event()

    def value(release: _Release) -> str:
        if release is new:
            is_begun.set()
            assert may_end.wait(20)
        return "new" if release is new else "old"

    kept = PerRelease(value)
    assert kept.value(old) == "old"
    preparing = threading.Thread(target=kept.value, args=(new,))
    preparing.start()
    assert is_begun.wait(20)
    found: list[str] = []
    reading = threading.Thread(target=lambda: found.append(kept.value(old)))
    reading.start()
    reading.join(5)
    may_end.set()
    assert found == ["old"]
    preparing.join()
    reading.join()
    assert kept.value(new) == "new"


def test_threads_that_need_a_value_at_the_same_time_compute_it_once() -> None:
    release, computed = _Release(), []

    def value(_: _Release) -> int:
        computed.append(0)
        time.sleep(0.02)
        return len(computed)

    kept = PerRelease(value)
    threads = [threading.Thread(target=kept.value, args=(release,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert kept.value(release) == 1


def test_named_values_that_have_been_computed_are_passed_on() -> None:
    release, other = _Release(), _Release()
    named = PerRelease[_Release, str](lambda _: "computed", "a value of a test")
    unnamed = PerRelease[_Release, str](lambda _: "also computed")
    assert named_values(release) == {}
    assert (named.value(release), unnamed.value(release)) == ("computed", "also computed")
    assert named_values(release) == {"a value of a test": "computed"}
    keep_values(other, {"a value of a test": "passed"})
    assert named.value(other) == "passed"
    keep_values(release, {"a value of a test": "passed"})
    assert named.value(release) == "computed"


def test_two_values_cannot_have_the_same_name() -> None:
    PerRelease(lambda _: 1, "one name")
    with pytest.raises(ValueError, match="another value is named 'one name'"):
        PerRelease(lambda _: 2, "one name")
