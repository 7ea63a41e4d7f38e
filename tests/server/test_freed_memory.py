"""The server returns freed memory to the system."""

import subprocess
import sys

import pytest

from kv2rdf.server.freed_memory import keep_little_freed_memory, return_freed_memory

_GROWTH = """
import psutil
from kv2rdf.server.freed_memory import keep_little_freed_memory, return_freed_memory

if "limit" in {ways}:
    assert keep_little_freed_memory()
bytearray(300_000)
begin = psutil.Process().memory_info().rss
blocks = [bytearray(size) for _ in range(200) for size in (200_000, 2_000)]
for block in blocks:
    block[:] = b"x" * len(block)
del blocks[::2], block
if "return" in {ways}:
    assert return_freed_memory()
print(psutil.Process().memory_info().rss - begin)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="these are functions of the C library of GNU")
def test_memory_is_returned_although_later_memory_is_in_use() -> None:
    kept, limited, returned = (
        int(subprocess.check_output([sys.executable, "-c", _GROWTH.format(ways=ways)]))
        for ways in ((), ("limit",), ("return",))
    )
    assert kept > 20_000_000
    assert limited < 5_000_000
    assert returned < 5_000_000


def test_another_c_library_has_no_such_functions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    assert not keep_little_freed_memory()
    assert not return_freed_memory()
