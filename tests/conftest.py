"""Hooks and fixtures of all tests, and the releases that tests share."""

import fcntl
import gc
import os
import signal
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from kv2rdf.cli import child_process
from kv2rdf.pipeline.build import build
from kv2rdf.pipeline.settings import BuildResult, Settings
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.storage.remote_path import InputPath
from tests import real_documents
from tests.collection import import_share, longest_first, short_tests
from tests.requirements import CORPUS, NEEDS, REQUIRED, unmet_reason
from tests.temporary_folder import use_memory

ROOT = Path(__file__).parent.parent

MOST_BUILDS = 4
"""The maximum number of releases that a test may build, unless it is marked ``long``."""
BUILDS: Counter[str] = Counter()
"""The number of releases that were built in this process."""

OBJECTS_BETWEEN_COLLECTIONS = 20_000
"""The number of new objects after which Python looks for garbage; by default, 700 to 2,000."""

LEFT_OUT = pytest.StashKey[int]()
"""The number of long tests that are deselected."""

# Tests that a shell starts in the background ignore Ctrl-C, and ``nohup`` makes them ignore SIGHUP.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

# No test depends on the speed of the machine. The short tests try fewer random examples.
hypothesis.settings.register_profile(
    "any machine", deadline=None, max_examples=100 if "long" in REQUIRED else 20
)
hypothesis.settings.load_profile("any machine")


def pytest_configure() -> None:
    """Keep the files of tests in memory, if there is room."""
    use_memory()


def pytest_collection(session: pytest.Session) -> None:
    """Collect the tests without garbage collection, which saves a fifth of the time.

    If several processes share all tests, they also share the work to compile them.
    """
    gc.disable()
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker and session.config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        processes = int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
        import_share(int(worker.removeprefix("gw")), processes)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the long tests unless they are required, and run the longest tests first.

    A test that is deselected takes no time, but one that is skipped takes some milliseconds.
    """
    if "long" not in REQUIRED:
        short = short_tests(items)
        left_out = list(set(items) - set(short))
        config.stash[LEFT_OUT] = len(left_out)
        config.hook.pytest_deselected(items=left_out)
        items[:] = short
    items[:] = longest_first(items)


def pytest_collection_finish() -> None:
    """Exclude the collected tests from garbage collection, because they are never freed.

    Otherwise, each full collection would examine all of them again. Triples are many small objects
    that soon die, so collections are rarer than usual, which saves a twelfth of the time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    gc.enable()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send the number of deselected tests to the process that reports."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left out"] = session.config.stash.get(LEFT_OUT, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Receive the number of deselected tests from a process."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left out", 0)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if left_out := config.stash.get(LEFT_OUT, 0):
        terminalreporter.write_line(f"{left_out} long tests were not run (KV2RDF_REQUIRE=long)")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Return the parameter's name as the id of packed bytes.

    Packed files contain the time at which they were packed, and processes that share the tests must
    see the same ids.
    """
    return argname if isinstance(val, bytes) and not val.isascii() else None


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers():
        if marker.name in NEEDS and (reason := unmet_reason(marker.name, *marker.args)):
            if marker.name in REQUIRED:
                pytest.fail(f"{marker.name} is required: {reason}")
            pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fail a short test that builds many releases, so that the short tests stay short."""
    before = BUILDS.total()
    result = yield
    if item.get_closest_marker("long") is None:
        refuse_many_builds(BUILDS.total() - before)
    return result


def refuse_many_builds(count: int) -> None:
    """Fail if a short test has built more releases than it may."""
    if count > MOST_BUILDS:
        pytest.fail(f"builds {count} releases: mark it long, or share a release with other tests")


@pytest.fixture(scope="session", autouse=True)
def commands_in_this_process() -> Iterator[None]:
    """Run queries in the process of the tests, because click's CliRunner replaces its stdout."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(child_process, "CAN_FORK", False)
        yield


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents. Tests that use it are marked ``corpus``."""
    return CORPUS


@pytest.fixture(scope="session")
def seed_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of the seed."""
    return shared_release(tmp_path_factory, "seed", ROOT / "seeds" / "kamervragen")


@pytest.fixture(scope="session")
def golden_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of all golden cases and the seed."""
    sources = (ROOT / "tests" / "golden", ROOT / "seeds" / "kamervragen")
    return shared_release(tmp_path_factory, "golden", *sources)


@pytest.fixture(scope="session")
def sample(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a few hundred real documents of each kind."""
    folder = tmp_path_factory.mktemp("sample")
    real_documents.extract_sample(corpus / "kvr-xml.tar.xz", folder)
    return folder


@pytest.fixture(scope="session")
def real_release(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of the sample."""
    return shared_release(tmp_path_factory, "sample", sample)


def shared_release(factory: pytest.TempPathFactory, name: str, *sources: Path) -> Path:
    """Return a release that is built only once for all processes that share the tests.

    Tests must not change it.
    """
    return shared_output(factory, name, lambda out: build_quietly(out, *sources))


def shared_output(
    factory: pytest.TempPathFactory, name: str, write: Callable[[Path], object]
) -> Path:
    """Return the output of ``write``, called once for all processes that share the tests.

    Tests must not change it.
    """
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "release").exists():
            write(folder / "release")
    return folder / "release"


def build_quietly(
    out: Path,
    *sources: InputPath,
    workers: int = 1,
    limit: int | None = None,
    engine: str = "shacl",
    base: str = HOME,
) -> BuildResult:
    """Build a release without a terminal."""
    BUILDS["built"] += 1
    settings = Settings(
        sources=sources,
        out=out,
        clock=lambda: datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        host="test",
        workers=workers,
        limit=limit,
        engine=engine,
        base=base,
    )
    return build(settings, lambda _step, _done, _all: None)
