"""A new release replaces the old one while requests are answered."""

import asyncio
import gc
import json
import shutil
import time
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from starlette.testclient import TestClient

from kv2rdf.errors import ReleaseError
from kv2rdf.server.application import application
from kv2rdf.server.current_release import CurrentRelease
from kv2rdf.server.endpoints.component import endpoints
from kv2rdf.server.endpoints.metrics import Metrics
from kv2rdf.server.figure_routes import prepare_figures
from kv2rdf.server.served_release import ServedRelease
from tests.conftest import ROOT, build_quietly
from tests.server.clients import client, running_server
from tests.server.server_thread import serving
from tests.server.swaps import Load, link_to

FIGURE_PATHS = ("/nl/cijfers/lengte?vorm=csv", "/nl/cijfers/openstaand?vorm=csv")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, seed_release: Path) -> tuple[Path, Path]:
    """The release of the seed, and another that also has the documents of a golden case."""
    other = tmp_path_factory.mktemp("swap") / "other"
    seed = ROOT / "seeds" / "kamervragen"
    build_quietly(other, seed, ROOT / "tests" / "golden" / "questions-only")
    return seed_release.resolve(), other.resolve()


def swap_faults(two: tuple[Path, Path], folder: Path, swaps: int) -> list[str]:
    """Swap two releases under load, and return the faults in the answers."""
    link = folder / "release"
    link_to(link, two[0])
    current = CurrentRelease(link)
    versions = [current().version]

    def swap() -> None:
        for number in range(1, swaps + 1):
            link_to(link, two[number % 2])
            assert current.refresh()

    link_to(link, two[1])
    assert current.refresh()
    versions.append(current().version)
    link_to(link, two[0])
    assert current.refresh()
    with serving(current) as address:
        load = Load(address, tuple(versions))
        load.run_during(swap)
    assert load.counts.keys() == set(versions)
    return load.faults


def test_a_swap_loses_and_mixes_no_answer(two: tuple[Path, Path], tmp_path: Path) -> None:
    assert swap_faults(two, tmp_path, 3) == []


@pytest.mark.long
def test_200_swaps_lose_and_mix_no_answer(two: tuple[Path, Path], tmp_path: Path) -> None:
    assert swap_faults(two, tmp_path, 200) == []


@pytest.mark.long
def test_the_server_finds_a_new_release_by_itself(two: tuple[Path, Path], tmp_path: Path) -> None:
    link = tmp_path / "release"
    link_to(link, two[0])
    with running_server(link) as (address, _):
        first = requests.get(address, timeout=10).headers["X-KV-Release"]
        link_to(link, two[1])
        deadline = time.monotonic() + 20
        while (found := requests.get(address, timeout=10).headers["X-KV-Release"]) == first:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert found != first


def test_a_replaced_release_is_closed_although_its_pages_were_read(
    two: tuple[Path, Path], tmp_path: Path
) -> None:
    link = tmp_path / "release"
    link_to(link, two[0])
    current = CurrentRelease(link)
    programs = endpoints(Metrics(), lambda: datetime(2022, 3, 1, tzinfo=UTC), None)
    web = TestClient(application(current, (programs,)))
    queries = json.dumps({"q": {"query": "Palland"}})
    for path in ("/", "/nl/zaak/2022Z00634", "/nl/persoon", "/nl/jaar", "/sitemap.xml",
                 f"/reconcile?queries={queries}"):  # fmt: skip
        assert web.get(path).status_code == 200
    replaced = weakref.ref(current().release)
    link_to(link, two[1])
    assert current.refresh()
    gc.collect()
    assert replaced() is None


def test_a_damaged_release_does_not_replace_the_present_one(
    two: tuple[Path, Path], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    link, damaged = tmp_path / "release", tmp_path / "damaged"
    link_to(link, two[0])
    current = CurrentRelease(link)
    version = current().version
    shutil.copytree(two[1], damaged)
    (damaged / "run.json").write_text(json.dumps({}))
    link_to(link, damaged)
    assert not current.refresh()
    assert not current.refresh()
    assert current().version == version
    assert [record.message for record in caplog.records] == [
        f"still serving release {version}: {damaged}/run.json: cannot be read: 'finished'"
    ]
    link_to(link, two[1])
    assert current.refresh()
    link.unlink()
    assert not current.refresh()


def test_a_release_is_prepared_before_it_is_served(two: tuple[Path, Path], tmp_path: Path) -> None:
    link = tmp_path / "release"
    link_to(link, two[0])
    prepared: list[tuple[str, str]] = []

    def prepare(release: ServedRelease) -> None:
        prepared.append((release.version, current().version))

    current = CurrentRelease(link, prepare)
    first = current().version

    async def nothing(_folder: Path) -> None:
        pass

    async def watch() -> None:
        async with current.watch(0.01, nothing, nothing):
            assert prepared == [(first, first)]
            link_to(link, two[1])
            while current().version == first:
                await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(watch(), timeout=30))
    assert prepared == [(first, first), (current().version, first)]


def test_figures_are_right_while_they_are_prepared(two: tuple[Path, Path], tmp_path: Path) -> None:
    expected: dict[str, dict[str, str]] = {}
    for release in two:
        for path in FIGURE_PATHS:
            answer = client(release).get(path)
            expected.setdefault(answer.headers["X-KV-Release"], {})[path] = answer.text
    link = tmp_path / "release"
    link_to(link, two[0])
    begun: list[tuple[str, str]] = []

    def steps(served: ServedRelease) -> Iterator[Callable[[], object]]:
        for step in prepare_figures(served):
            begun.append((served.version, current().version))
            yield step

    current = CurrentRelease(link, None, steps)
    replaced = weakref.ref(current().release)
    web = TestClient(application(current))
    versions: list[str] = []

    def read(path: str) -> None:
        answer = web.get(path)
        versions.append(answer.headers["X-KV-Release"])
        assert answer.text == expected[versions[-1]][path]

    async def nothing(_folder: Path) -> None:
        pass

    async def watch() -> None:
        async with current.watch(0.01, nothing, nothing):
            while {*versions} != {*expected} or [v for v, _ in begun].count(versions[-1]) < 1:
                await asyncio.to_thread(read, FIGURE_PATHS[len(versions) % 2])
                if len(versions) == 2:
                    link_to(link, two[1])

    asyncio.run(asyncio.wait_for(watch(), timeout=60))
    assert versions[0] == begun[0][0]
    assert all(prepared == served for prepared, served in begun)
    assert Counter(version for version, _ in begun)[versions[-1]] == 1
    deadline = time.monotonic() + 20
    while replaced() is not None:  # until the step that has begun ends
        assert time.monotonic() < deadline
        time.sleep(0.05)
        gc.collect()


def test_a_release_that_is_damaged_later_is_still_served(
    two: tuple[Path, Path], caplog: pytest.LogCaptureFixture
) -> None:
    def refuse() -> None:
        raise ReleaseError("the store is damaged")

    current = CurrentRelease(two[0], None, lambda _: (refuse, lambda: pytest.fail("a step ran")))

    async def nothing(_folder: Path) -> None:
        pass

    async def watch() -> None:
        async with current.watch(10, nothing, nothing):
            while not caplog.records:
                await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(watch(), timeout=30))
    assert [record.message for record in caplog.records] == [
        f"release {current().version} is not prepared: the store is damaged"
    ]


def test_a_release_that_cannot_be_prepared_is_not_served(
    two: tuple[Path, Path], tmp_path: Path
) -> None:
    link = tmp_path / "release"
    link_to(link, two[0])

    def refuse(release: ServedRelease) -> None:
        raise ReleaseError(f"{release.version} is damaged")

    current = CurrentRelease(link, refuse)
    link_to(link, two[1])
    assert not current.refresh()
