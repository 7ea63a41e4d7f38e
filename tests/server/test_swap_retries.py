"""A new release that cannot be served because of a fault of the machine is tried again."""

import asyncio
import shutil
from pathlib import Path

import pytest

from kv2rdf.server.current_release import CurrentRelease
from kv2rdf.server.served_release import ServedRelease
from tests.server.swaps import link_to


def test_a_release_is_tried_again_after_a_fault_of_the_machine(
    seed_release: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    new, link = tmp_path / "new", tmp_path / "release"
    shutil.copytree(seed_release.resolve(), new)
    link_to(link, seed_release.resolve())
    problems = [OSError("no memory for a store"), OSError("too many open files")]

    def prepare(release: ServedRelease) -> None:
        if release.release.files.folder == new and len(problems) == 2:
            raise problems.pop(0)

    async def enter(_folder: Path) -> None:
        if problems:
            raise problems.pop()

    async def nothing(_folder: Path) -> None:
        pass

    current = CurrentRelease(link, prepare)

    async def watch() -> None:
        async with current.watch(0.01, enter, nothing):
            link_to(link, new)
            while current().release.files.folder != new:
                await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(watch(), timeout=30))
    assert [record.message for record in caplog.records if record.levelname == "WARNING"] == [
        f"still serving release {current().version}: no memory for a store",
        f"still serving release {current().version}: too many open files",
    ]
