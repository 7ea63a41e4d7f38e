"""A build in which one document takes too long ends, regardless of what the worker is doing."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.workers.processes import map_in_order
from kv2rdf.pipeline.workers.watchdog import Watchdog, begin_item
from tests.conftest import ROOT
from tests.kvr_document import document

_ENDLESS = re.compile("(a|aa)*b")
_BUILD = """
import re, sys
from kv2rdf.cli import build
from kv2rdf.pipeline.passes import {module} as slow

def never_end(*_arguments):
    {work}

if __name__ == "__main__":
    build._MOST_SECONDS = 0.4
    slow.{name} = never_end
    from kv2rdf.cli import cli
    cli(["build", "in", "--out", "out", "--workers", "1"])
"""
_ASLEEP = "import time; time.sleep(60)"
_STUCK_IN_C = "re.fullmatch('(a|aa)*b', 'a' * 99)"


def be_stuck_at_three(number: int) -> int:
    begin_item(f"KVR{number}.xml")
    if number == 3:
        _ENDLESS.fullmatch("a" * 99)  # This does not let another thread of this process run.
    return number


def be_slow(number: int) -> int:
    for part in range(4):
        begin_item(f"KVR{number}-{part}.xml")
        time.sleep(1)
    return number


@pytest.mark.long
def test_a_worker_that_is_stuck_in_c_code_ends_the_work_with_the_name() -> None:
    watchdog = Watchdog(seconds=0.3, clock=time.monotonic)
    with pytest.raises(ReleaseError, match=r"KVR3\.xml: took more than 0\.3 seconds"):
        list(map_in_order(be_stuck_at_three, range(6), 2, None, watchdog))


@pytest.mark.long
def test_the_time_is_that_of_one_item_and_not_of_a_chunk() -> None:
    watchdog = Watchdog(seconds=2.5, clock=time.monotonic)
    assert list(map_in_order(be_slow, range(2), 2, None, watchdog)) == [0, 1]


@pytest.mark.parametrize(
    ("module", "name", "work"),
    [
        ("cluster_triples", "assemble", _STUCK_IN_C),
        pytest.param("cluster_triples", "assemble", _ASLEEP, marks=pytest.mark.long),
        pytest.param("read_documents", "case_keys", _STUCK_IN_C, marks=pytest.mark.long),
        pytest.param("read_documents", "case_keys", _ASLEEP, marks=pytest.mark.long),
    ],
)
def test_a_build_with_one_worker_ends_with_status_2_and_the_name_of_the_document(
    module: str, name: str, work: str, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "KVR1.xml").write_text(document(), encoding="utf-8")
    script = tmp_path / "build.py"
    script.write_text(_BUILD.format(module=module, name=name, work=work), encoding="utf-8")
    process = subprocess.run(
        [sys.executable, script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert process.returncode == 2
    assert process.stderr == ("Error: KVR1.xml: took more than 0.4 seconds, so the build ended\n")
    assert list(_releases(tmp_path)) == []


def _releases(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.glob("out*") if path.suffix != ".lock")
