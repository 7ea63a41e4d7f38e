"""The execution of work in a child process, with limits on memory and time.

Queries run in such a process (see ``kv2rdf.query.process_limits``). On Windows, the work is done in
this process, without limits.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

import click

from kv2rdf.cli.exit_status import exit_status
from kv2rdf.cli.failures import Failure, Interruption
from kv2rdf.cli.output import quantity
from kv2rdf.cli.signals import handle_signals
from kv2rdf.query.process_limits import end_with_parent, is_out_of_memory, limit_memory

CAN_FORK = hasattr(os, "fork")
"""Whether this system can start a child process that continues the work of this one."""
_ENDING = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP} if os.name == "posix" else set()


def run_in_child(work: Callable[[], None], *, megabytes: int, seconds: int | None) -> None:
    """Execute ``work`` in a child process with limits on memory and time.

    The child writes its own results and errors. Raises Exit if its exit status is not 0,
    Interruption if the user interrupts it, and Failure if another signal or a limit ends it.
    """
    if not CAN_FORK:
        work()
        return
    reading, writing = os.pipe()
    our_life, our_end = os.pipe()
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.close(our_end)
        end_with_parent(our_life)
        _run_and_exit(work, megabytes, seconds, writing, mask)
    os.close(writing)
    os.close(our_life)
    with _killed_at_our_end(child):
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        _, status = os.waitpid(child, 0)
    os.close(our_end)
    with os.fdopen(reading, "rb") as messages:
        _report(status, messages.read(), megabytes, seconds)


def end_time_limit() -> None:
    """End the time limit of this child process.

    The rest of the work, such as writing to a slow reader, may take any amount of time.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)


def _run_and_exit(
    work: Callable[[], None], megabytes: int, seconds: int | None, errors: int, mask: set[int]
) -> NoReturn:
    """Execute ``work`` within limits of memory and time, and exit from this process.

    Messages that the SPARQL engine writes to standard error are redirected to the file descriptor
    ``errors``, because they are not meant for users. ``mask`` is the signal mask to restore.
    """
    for number in _ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    os.set_blocking(errors, False)
    sys.stderr = os.fdopen(os.dup(2), "w", buffering=1, errors="backslashreplace")
    os.dup2(errors, 2)
    limit_memory(megabytes)
    if seconds is not None:
        signal.setitimer(signal.ITIMER_REAL, seconds)
    os._exit(exit_status(lambda: _limited(work, megabytes)))


def _limited(work: Callable[[], None], megabytes: int) -> None:
    try:
        work()
    except MemoryError as error:
        raise _out_of_memory(megabytes) from error


@contextmanager
def _killed_at_our_end(child: int) -> Iterator[None]:
    """Kill a child process if a signal ends this process during the ``with`` block."""

    def end(number: int, _frame: FrameType | None) -> None:
        with suppress(ProcessLookupError, ChildProcessError):  # The child has just exited.
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        if number == signal.SIGINT:
            raise Interruption("interrupted")
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    with handle_signals(_ENDING, end):
        yield


def _report(status: int, messages: bytes, megabytes: int, seconds: int | None) -> None:
    """Raise an exception that describes how a child failed. Return if it succeeded.

    ``status`` is the status from ``os.waitpid``. ``messages`` contains the messages of the SPARQL
    engine.
    """
    if os.WIFEXITED(status):
        if code := os.WEXITSTATUS(status):
            raise click.exceptions.Exit(code)
        return
    number = os.WTERMSIG(status)
    if number == signal.SIGINT:
        raise Interruption("interrupted")
    if number == signal.SIGALRM:
        raise Failure(f"there is no answer after {quantity(seconds or 0, 'second')} (--timeout)")
    if is_out_of_memory(messages):
        raise _out_of_memory(megabytes)
    if number == signal.SIGKILL:
        raise Failure("the query was killed, perhaps because the machine has no memory left")
    name = signal.Signals(number).name
    raise Failure(f"the query crashed the SPARQL engine ({name}); it may be nested too deeply")


def _out_of_memory(megabytes: int) -> Failure:
    return Failure(f"the query needs more than {megabytes:,} MB of memory; see --memory")
