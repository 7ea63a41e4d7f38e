"""A limit on the time of a request, even if the server continues to send slowly."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

_Result = TypeVar("_Result")


def result_within(seconds: float, work: Callable[[], _Result]) -> _Result:
    """Return the result of ``work``, or raise what it raises.

    Raises TimeoutError if there is no result after ``seconds`` seconds. The work is done in a
    separate thread, which is not stopped in that case, but does not delay the end of the program.
    """
    result: Future[_Result] = Future()

    def run() -> None:
        try:
            result.set_result(work())
        except BaseException as error:  # noqa: BLE001 - raised again by result()
            result.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return result.result(seconds)
