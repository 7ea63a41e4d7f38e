"""Steps that no signal may interrupt, such as the removal of an unfinished release."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def postpone_signals() -> Iterator[None]:
    """Call the Python handlers of signals that end a program only at the end of this context.

    Outside the main thread this does nothing, because handlers run in the main thread only.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    arrived: list[tuple[int, FrameType | None]] = []
    handlers = {
        int(number): handler
        for number in _SIGNALS
        if callable(handler := signal.getsignal(number))  # not ignored, and not left to the system
    }
    for number in handlers:
        signal.signal(number, lambda number, frame: arrived.append((number, frame)))
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for number, frame in arrived:
            handlers[number](number, frame)
