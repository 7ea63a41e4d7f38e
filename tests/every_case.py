"""A test of many short cases that is one test for pytest, which needs milliseconds for each."""

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest

Test = Callable[..., None]


def every_case(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Test], Test]:
    """Return a decorator that calls a test with every case, and reports all cases that fail.

    The arguments are those of ``pytest.mark.parametrize``. The other parameters of the test are
    fixtures, which the cases share, so no case may change one.
    """
    words = names.split(", ") if isinstance(names, str) else list(names)
    rows = [arguments(words, case) for case in cases]

    def decorate(test: Test) -> Test:
        signature = inspect.signature(test)

        @functools.wraps(test)
        def call_with_each(**fixtures: object) -> None:
            faults = [fault for row in rows if (fault := fault_of(test, fixtures, row))]
            if faults:
                raise BaseExceptionGroup(f"{len(faults)} of {len(rows)} cases fail", faults)

        fixtures = [each for name, each in signature.parameters.items() if name not in words]
        vars(call_with_each)["__signature__"] = signature.replace(parameters=fixtures)
        return call_with_each

    if not rows:
        raise ValueError(f"a test of {names} has no cases")
    return decorate


def arguments(words: list[str], case: Any) -> dict[str, object]:
    """Return the arguments of a case by their names."""
    values = case.values if hasattr(case, "marks") else case if len(words) > 1 else (case,)
    return dict(zip(words, values, strict=True))


def fault_of(
    test: Test, fixtures: dict[str, object], row: dict[str, object]
) -> BaseException | None:
    """Return why a case fails, with its arguments, or None if it passes."""
    try:
        test(**fixtures, **row)
    except (Exception, pytest.fail.Exception) as fault:
        fault.add_note(f"in the case {row!r}")
        return fault
    return None
