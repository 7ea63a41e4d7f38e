"""The return of freed memory to the system, with functions of the GNU C library.

See mallopt(3) and malloc_trim(3). Other C libraries do not have these functions.
"""

import ctypes
from typing import Final

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
_SETTINGS: Final = ((_TRIM_THRESHOLD, 1_000_000), (_MMAP_THRESHOLD, 128 * 1024), (_ARENA_MAX, 2))


def keep_little_freed_memory() -> bool:
    """Limit how much freed memory the C library keeps, and return whether this succeeded.

    By default, the library keeps much of the memory that a large query or page needed, in separate
    arenas for up to eight threads per processor core. The limits also apply to memory that is
    allocated by the SPARQL engine. This function must be called before threads are started.
    """
    library = ctypes.CDLL(None)
    if not hasattr(library, "mallopt"):
        return False
    return all(library.mallopt(setting, value) == 1 for setting, value in _SETTINGS)


def return_freed_memory() -> bool:
    """Return all freed memory to the system now, and return whether there was any."""
    library = ctypes.CDLL(None)
    return hasattr(library, "malloc_trim") and bool(library.malloc_trim(0))
