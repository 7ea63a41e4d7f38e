"""The signals with which a system ends a program: they end it as an error does, in order."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def clean_end_on_signals() -> Iterator[None]:
    """Let SIGTERM and SIGHUP raise SystemExit, so that unfinished work is removed.

    The exit status is 128 and the number of the signal: 143 or 129. A signal that is ignored, as
    under ``nohup``, stays ignored.
    """
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, _exit)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _exit(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
