"""The handling of signals that end the program."""

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType

from kv2rdf.errors import Kv2rdfError


@contextmanager
def handle_signals(
    numbers: Iterable[int], handler: Callable[[int, FrameType | None], object]
) -> Iterator[None]:
    """Set the handler of some signals for the duration of the ``with`` block.

    Signals that are ignored, as under ``nohup``, remain ignored.
    """
    before = {number: signal.getsignal(number) for number in numbers}
    for number, present in before.items():
        if present is not signal.SIG_IGN:
            signal.signal(number, handler)
    try:
        yield
    finally:
        for number, present in before.items():
            signal.signal(number, present)


@contextmanager
def clean_end_on_signals() -> Iterator[None]:
    """Make SIGTERM and SIGHUP raise SystemExit, so that unfinished work is removed.

    The exit status is 128 plus the number of the signal: 143 or 129. If the signal also killed a
    worker process, the resulting error is not reported.
    """
    arrived: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        arrived.append(number)
        raise SystemExit(128 + number)

    with handle_signals((signal.SIGTERM, signal.SIGHUP), end):
        try:
            yield
        except Kv2rdfError:
            if arrived:
                raise SystemExit(128 + arrived[0]) from None
            raise
