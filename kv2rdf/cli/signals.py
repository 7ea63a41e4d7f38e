"""The handling of signals that end the program."""

import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from kv2rdf.errors import Kv2rdfError

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_MOMENT = 0.01


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
    """Make signals that end a program raise an exception, so that unfinished work is removed.

    SIGINT raises KeyboardInterrupt. SIGTERM and SIGHUP raise SystemExit; the exit status is 128
    plus the number of the signal: 143 or 129. If an error follows from the signal, for example
    because the signal also killed a worker process, the error is not reported.
    """
    arrived: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        arrived.append(number)
        raise _ending(number)

    with handle_signals(_ENDING, end):
        sys.unraisablehook = _raise_again
        try:
            yield
        except Kv2rdfError:
            if arrived:
                raise _ending(arrived[0]) from None
            raise
        finally:
            sys.unraisablehook = sys.__unraisablehook__


def _ending(number: int) -> KeyboardInterrupt | SystemExit:
    return KeyboardInterrupt() if number == signal.SIGINT else SystemExit(128 + number)


def _raise_again(lost: "UnraisableHookArgs") -> None:
    """Raise the exception of a signal again if Python ignored it, for example in a finalizer.

    The signal is sent again a moment later, because an exception in this function is ignored too.
    It is sent to this thread, because a signal to another thread would not end its waiting. A
    signal that arrives in this function is also sent again.
    """
    raised = lost.exc_value
    while True:
        try:
            if (number := _number_of(raised)) is None:
                sys.__unraisablehook__(lost)
            else:
                _send_later(number)
        except (KeyboardInterrupt, SystemExit) as arrived:
            raised = arrived
        else:
            return


def _number_of(raised: BaseException | None) -> int | None:
    """Return the number of the signal that raised an exception, or None if none did."""
    if isinstance(raised, KeyboardInterrupt):
        return signal.SIGINT
    if isinstance(raised, SystemExit) and isinstance(raised.code, int):
        number = raised.code - 128
        return number if number in _ENDING else None
    return None


def _send_later(number: int) -> None:
    timer = threading.Timer(_MOMENT, signal.pthread_kill, (threading.get_ident(), number))
    timer.daemon = True
    timer.start()
