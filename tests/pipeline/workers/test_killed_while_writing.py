"""The end of the program if a worker is killed while it writes a result."""

import subprocess
import sys

import pytest

PROGRAM = """
import signal, sys, time
from kv2rdf.pipeline.workers.processes import map_in_order
from kv2rdf.pipeline.workers.watchdog import Watchdog

signal.signal(signal.SIGALRM, lambda *_: sys.exit(7))
signal.setitimer(signal.ITIMER_REAL, float(sys.argv[1]))
chunks = [100_000_000] * 1000
for _ in map_in_order(bytes, chunks, 1, watchdog=Watchdog(seconds=600, clock=time.monotonic)):
    pass
"""


@pytest.mark.parametrize("seconds", ["0.5", pytest.param("0.8", marks=pytest.mark.long)])
def test_a_program_ends_although_a_result_is_only_half_written(seconds: str) -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM, seconds], check=False, timeout=60)
    assert ended.returncode == 7
