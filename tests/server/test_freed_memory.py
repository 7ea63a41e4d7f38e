"""The server returns freed memory to the system."""

import ctypes
import logging
import subprocess
import sys
from types import SimpleNamespace

import pytest

from kv2rdf.server.freed_memory import keep_little_freed_memory, return_freed_memory

_GROWTH = """
import psutil
from kv2rdf.server.freed_memory import keep_little_freed_memory, return_freed_memory

if "limit" in {ways}:
    keep_little_freed_memory()
bytearray(300_000)
begin = psutil.Process().memory_info().rss
blocks = [bytearray(size) for _ in range(200) for size in (200_000, 2_000)]
for block in blocks:
    block[:] = b"x" * len(block)
del blocks[::2], block
if "return" in {ways}:
    return_freed_memory()
print(psutil.Process().memory_info().rss - begin)
"""


@pytest.mark.skipif(
    not hasattr(ctypes.CDLL(None), "mallopt"), reason="needs functions of the GNU C library"
)
def test_memory_is_returned_although_later_memory_is_in_use() -> None:
    kept, limited, returned = (
        int(subprocess.check_output([sys.executable, "-c", _GROWTH.format(ways=ways)]))
        for ways in ((), ("limit",), ("return",))
    )
    assert kept > 20_000_000
    assert limited < 5_000_000
    assert returned < 5_000_000


def test_a_server_with_another_c_library_logs_once_that_it_keeps_freed_memory(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    with caplog.at_level(logging.INFO, "kv2rdf"):
        keep_little_freed_memory()
        return_freed_memory()
    (record,) = caplog.records
    assert record.name == "kv2rdf.server.freed_memory"
    assert record.getMessage() == "this C library has no mallopt: freed memory may be kept"


def test_a_setting_that_is_refused_is_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    library = SimpleNamespace(mallopt=lambda setting, _: int(setting != -8))
    monkeypatch.setattr("ctypes.CDLL", lambda _: library)
    with caplog.at_level(logging.INFO, "kv2rdf"):
        keep_little_freed_memory()
    assert caplog.messages == ["mallopt(-8, 2) failed: freed memory may be kept"]
