"""The signals with which a system ends a program. They end it in good order, as an error does."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from kv2rdf.errors import Kv2rdfError


@contextmanager
def clean_end_on_signals() -> Iterator[None]:
    """Let SIGTERM and SIGHUP raise SystemExit, so that unfinished work is removed.

    The exit status is 128 plus the number of the signal: 143 or 129. A signal that is ignored, as
    under ``nohup``, stays ignored. The signal may also have killed a worker process. The error that
    results from this is not reported.
    """
    arrived: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        arrived.append(number)
        raise SystemExit(128 + number)

    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, end)
    try:
        yield
    except Kv2rdfError:
        if arrived:
            raise SystemExit(128 + arrived[0]) from None
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
