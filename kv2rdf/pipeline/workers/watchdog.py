"""A watchdog, which ends a build if a single document takes too long.

The watchdog only guards against errors in the program. Documents that are too large are held back
because of the limits in kv2rdf/model/limits.py.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.context import BaseContext

from kv2rdf.errors import ReleaseError

_SLOT_SIZE = 256
_NUMBER_SIZE = 8
_LONGEST_PAUSE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Watchdog:
    """The maximum number of seconds for one document, and the clock that measures them."""

    seconds: float
    clock: Callable[[], float]

    @property
    def pause(self) -> float:
        """The number of seconds between two checks of the workers."""
        return min(_LONGEST_PAUSE, self.seconds / 4)


class ItemBoard:
    """Shared memory to which each worker writes the name of the item that it is working on.

    The parent process can read it even if a worker hangs.
    """

    def __init__(self, context: BaseContext, workers: int) -> None:
        """Create a board with a slot for each worker."""
        self._memory = context.RawArray("c", _SLOT_SIZE * workers)
        self._slots_taken = context.Value("i", 0)

    def take_slot(self) -> Callable[[str], None]:
        """Take a slot for this worker. Return a function that writes the name of an item to it."""
        with self._slots_taken.get_lock():
            start = self._slots_taken.value * _SLOT_SIZE
            self._slots_taken.value += 1
        count = 0

        def write(name: str) -> None:
            nonlocal count
            count += 1
            content = count.to_bytes(_NUMBER_SIZE, "big") + name.encode("utf-8", "replace")
            self._memory[start : start + _SLOT_SIZE] = content[:_SLOT_SIZE].ljust(_SLOT_SIZE, b"\0")

        return write

    def slots(self) -> list[bytes]:
        """Return the content of each slot.

        This content is a number that changes with each item, followed by the name of the item.
        """
        content = bytes(self._memory.raw)
        return [content[at : at + _SLOT_SIZE] for at in range(0, len(content), _SLOT_SIZE)]


@dataclass(slots=True)
class BoardWatch:
    """A monitor of a board.

    It stores the content of each slot, and when that content was first seen.
    """

    board: ItemBoard
    watchdog: Watchdog
    _seen: dict[int, tuple[bytes, float]] = field(default_factory=dict)

    def check(self) -> None:
        """Raise ReleaseError if a worker has worked on one item for too long."""
        now = self.watchdog.clock()
        for number, slot in enumerate(self.board.slots()):
            before, since = self._seen.get(number, (b"", now))
            if slot != before:
                self._seen[number] = slot, now
                continue
            name = slot[_NUMBER_SIZE:].rstrip(b"\0").decode("utf-8", "replace")
            if name and now - since > self.watchdog.seconds:
                raise ReleaseError(
                    f"{name}: took more than {self.watchdog.seconds:g} seconds, so the build ended"
                )


_writers: list[Callable[[str], None]] = []
"""The function that writes to the board for this process. The list is empty without a board."""


def set_writer(write: Callable[[str], None]) -> None:
    """Set the function that ``begin_item`` calls in this process."""
    _writers.append(write)


def begin_item(name: str) -> None:
    """Record that this process begins to work on an item. An empty ``name`` means no item."""
    for write in _writers:
        write(name)
