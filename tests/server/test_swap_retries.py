"""A new release is served after one that could not be served, whatever the reason was."""

import asyncio
import shutil
from pathlib import Path

import pytest

from kv2rdf.errors import QueryError
from kv2rdf.server.current_release import CurrentRelease
from kv2rdf.server.served_release import ServedRelease
from tests.server.swaps import link_to


async def nothing(_folder: Path) -> None:
    pass


async def serve_newer(current: CurrentRelease, new: Path, link: Path) -> None:
    """Point a link at a release, and wait until it is served."""
    link_to(link, new)
    while current().release.files.folder != new:
        await asyncio.sleep(0.01)


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

    current = CurrentRelease(link, prepare)

    async def watch() -> None:
        async with current.watch(0.01, enter, nothing):
            await serve_newer(current, new, link)

    asyncio.run(asyncio.wait_for(watch(), timeout=30))
    assert [record.message for record in caplog.records if record.levelname == "WARNING"] == [
        f"still serving release {current().version}: no memory for a store",
        f"still serving release {current().version}: too many open files",
    ]


def test_a_link_that_leads_to_itself_does_not_end_the_watch(
    seed_release: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    new, link = tmp_path / "new", tmp_path / "release"
    shutil.copytree(seed_release.resolve(), new)
    link_to(link, seed_release.resolve())
    current = CurrentRelease(link)

    async def watch() -> None:
        async with current.watch(0.01, nothing, nothing):
            link_to(link, link)
            while not caplog.records:
                await asyncio.sleep(0.01)
            await serve_newer(current, new, link)

    asyncio.run(asyncio.wait_for(watch(), timeout=30))


def test_a_release_whose_queries_fail_does_not_end_the_watch(
    seed_release: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    bad, new, link = tmp_path / "bad", tmp_path / "new", tmp_path / "release"
    shutil.copytree(seed_release.resolve(), new)
    shutil.copytree(seed_release.resolve(), bad)
    link_to(link, seed_release.resolve())

    def prepare(release: ServedRelease) -> None:
        if release.release.files.folder == bad:
            raise QueryError("no answer")

    current = CurrentRelease(link, prepare)

    async def watch() -> None:
        async with current.watch(0.01, nothing, nothing):
            link_to(link, bad)
            while not caplog.records:
                await asyncio.sleep(0.01)
            await serve_newer(current, new, link)

    asyncio.run(asyncio.wait_for(watch(), timeout=30))
    assert [record.message for record in caplog.records if record.levelname == "WARNING"] == [
        f"still serving release {current().version}: no answer"
    ]
