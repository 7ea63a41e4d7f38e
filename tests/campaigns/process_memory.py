"""The memory that a piece of work needs in addition to that of the idle process."""

from collections.abc import Callable
from pathlib import Path


def additional_bytes(work: Callable[[], int]) -> tuple[int, int]:
    """Do some work, and return the additional bytes of the resident set, and the work's result."""
    idle = _resident_bytes("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", encoding="utf-8")  # It resets VmHWM.
    result = work()
    return _resident_bytes("VmHWM") - idle, result


def _resident_bytes(field: str) -> int:
    """Return the resident set of this process (``VmRSS``) or the highest so far (``VmHWM``)."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field)) * 1024
