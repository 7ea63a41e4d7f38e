"""The signals that stop the server, while one of its processes starts another.

Ctrl-C in a terminal sends SIGINT to all processes of a program, and some supervisors send SIGTERM
to all of them. A new process begins with the default reaction to both, which would end it with a
traceback, or before the process that waits for it knows why.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker

_ENDING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def blocked_signals() -> Iterator[None]:
    """Block SIGINT and SIGTERM in this thread while the context is open.

    A process that is started meanwhile begins with both signals blocked. When it has set its own
    reactions, it must call ``accept_signals``.
    """
    resource_tracker.ensure_running()  # The start of this process unblocks the signals.
    signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        accept_signals()


def accept_signals() -> None:
    """Unblock SIGINT and SIGTERM. Those that have arrived meanwhile now have their effect."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
