"""The return of freed memory to the system, with functions of the GNU C library.

See mallopt(3) and malloc_trim(3). Other C libraries do not have these functions.
"""

import ctypes
import logging
from typing import Final

_LOGGER = logging.getLogger(__name__)
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""The numbers of the settings in malloc.h."""
_SETTINGS: Final = (
    # At most 1 MB is kept at the end of the heap, so that small requests can use it again.
    (_TRIM_THRESHOLD, 1_000_000),
    # The default. When it is set, the library does not raise it after each large block is freed.
    (_MMAP_THRESHOLD, 128 * 1024),
    # All threads share two arenas, because each arena keeps its own freed memory.
    (_ARENA_MAX, 2),
)


def keep_little_freed_memory() -> None:
    """Limit how much freed memory the C library keeps, or log that it has no limit.

    By default, the library keeps much of the memory that a large query or page needed, in separate
    arenas for up to eight threads per processor core. The limits also apply to memory that is
    allocated by the SPARQL engine. This function must be called before threads are started.
    """
    library = ctypes.CDLL(None)
    if not hasattr(library, "mallopt"):
        _LOGGER.info("this C library has no mallopt: freed memory may be kept")
        return
    for setting, value in _SETTINGS:
        if library.mallopt(setting, value) != 1:
            _LOGGER.info("mallopt(%d, %d) failed: freed memory may be kept", setting, value)


def return_freed_memory() -> None:
    """Return all freed memory to the system now, if the C library has a function for it."""
    library = ctypes.CDLL(None)
    if hasattr(library, "malloc_trim"):
        library.malloc_trim(0)
