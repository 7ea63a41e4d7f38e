"""The exceptions that signals raise while a command cleans up after itself."""

import gc
import os
import signal
import sys
import time

import pytest

from kv2rdf.cli.signals import clean_end_on_signals
from kv2rdf.errors import ReleaseError

ENDINGS = pytest.mark.parametrize(
    ("number", "ending"),
    [
        (signal.SIGINT, KeyboardInterrupt),
        (signal.SIGTERM, SystemExit),
        (signal.SIGHUP, SystemExit),
    ],
)


class Finalized:
    """An object that sends this process a signal when it is removed from memory."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        os.kill(os.getpid(), self.number)


@ENDINGS
def test_a_signal_in_a_finalizer_ends_the_command_without_a_message(
    number: int, ending: type[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    @clean_end_on_signals()
    def work() -> None:
        Finalized(number)
        gc.collect()
        time.sleep(10)  # The exception ends this.

    with pytest.raises(ending) as raised:
        work()
    assert getattr(raised.value, "code", 128 + number) == 128 + number
    assert capsys.readouterr() == ("", "")


class Failing:
    """An object whose removal from memory fails."""

    def __del__(self) -> None:
        raise ValueError("failed")


@ENDINGS
def test_a_signal_while_an_ignored_error_is_printed_ends_the_command(
    number: int, ending: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[object] = []

    def send_signal(lost: object) -> None:
        sent.append(lost)
        os.kill(os.getpid(), number)
        time.sleep(1)  # The exception ends this.

    @clean_end_on_signals()
    def work() -> None:
        Failing()
        gc.collect()
        time.sleep(10)  # The exception ends this.

    monkeypatch.setattr(sys, "__unraisablehook__", send_signal)
    with pytest.raises(ending) as raised:
        work()
    assert getattr(raised.value, "code", 128 + number) == 128 + number
    assert len(sent) == 1


@ENDINGS
def test_an_error_that_follows_from_a_signal_is_not_reported(
    number: int, ending: type[BaseException]
) -> None:
    @clean_end_on_signals()
    def work() -> None:
        try:
            os.kill(os.getpid(), number)
        except BaseException as lost:
            raise ReleaseError("a callback raised an exception") from lost

    with pytest.raises(ending):
        work()


def test_an_error_without_a_signal_is_reported() -> None:
    with pytest.raises(ReleaseError), clean_end_on_signals():
        raise ReleaseError("damaged")
