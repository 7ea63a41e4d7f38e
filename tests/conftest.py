"""Requirements of tests that a machine may not meet. Such tests are skipped unless required.

``KV2RDF_REQUIRE=corpus,long,…`` lists the requirements without which tests fail.
"""

import fcntl
import gc
import importlib.util
import os
import shutil
import signal
from collections import Counter
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import hypothesis
import pytest

from kv2rdf.pipeline.build import build
from kv2rdf.pipeline.settings import BuildResult, Settings
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.storage.remote_path import InputPath
from tests import real_documents

ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("KV2RDF_CORPUS", ROOT.parent / "shared" / "corpus"))
ROSTER = Path(os.environ.get("KV2RDF_ROSTER", ROOT.parent / "shared" / "roster"))
"""The folder of a roster of the Tweede Kamer, which others may not publish."""
WHEEL_PYTHON = ROOT / "build" / "wheel" / "venv" / "bin" / "python"
"""The Python of an environment with nothing but the wheel and what it requires."""

MOST_BUILDS = 4
"""How many releases a test may build with ``build_quietly``, unless it is marked ``long``."""
BUILDS: Counter[str] = Counter()
"""How many releases were built in this process."""

LONGEST = (
    "test_build_campaigns",
    "test_changed_documents",
    "test_interrupted",
    "test_build",
    "test_benchmarks",
    "test_archive",
    "test_graph",
    "test_increment",
)
# Tests that a shell starts in the background ignore Ctrl-C, and ``nohup`` makes them ignore SIGHUP.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

# No test depends on how fast the machine is.
hypothesis.settings.register_profile("any machine", deadline=None)
hypothesis.settings.load_profile("any machine")

AXE = ROOT / "build" / "browser" / "node_modules" / "axe-core" / "axe.min.js"
READERS = ROOT / "build" / "readers"
"""An environment with programs of others that read RDF, in Python and for Node."""

PYTHON_READERS = (
    "csvw", "datasette", "duckdb", "feedparser", "owlready2", "oxigraph", "pandas", "schemathesis",
    "SPARQLWrapper", "usp",
)  # fmt: skip
"""The packages in this environment that tests name, by the names of their folders."""

REQUIRED = set(filter(None, os.environ.get("KV2RDF_REQUIRE", "").split(",")))


def _unmet_reason(need: str, *names: str) -> str | None:  # noqa: PLR0911 - one a need
    """Return why a need is not met on this machine, or None if it is met.

    ``names`` are the arguments of the marker.
    """
    files = {
        "corpus": (CORPUS / "kvr-xml.tar.xz", "real documents"),
        "roster": (ROSTER / "persons_add.csv", "roster"),
    }
    if need in files and not files[need][0].is_file():
        path, what = files[need]
        return f"no {what} in {path.parent} (KV2RDF_{need.upper()})"
    if need == "cluster" and importlib.util.find_spec("distributed") is None:
        return "Dask is not installed: pip install 'kv2rdf[cluster]'"
    modules = ("fsspec", "s3fs", "moto", "flask_cors")
    if need == "remote" and None in map(importlib.util.find_spec, modules):
        return "moto or s3fs is not installed: pip install 'kv2rdf[remote]' 'moto[server]'"
    if need == "parquet" and None in map(importlib.util.find_spec, ("duckdb", "pyarrow")):
        return "duckdb or pyarrow is not installed: pip install 'kv2rdf[parquet]' pyarrow"
    if need in ("proxies", "readers", "shells") and (
        missing := [n for n in names if not _is_installed(n)]
    ):
        return f"{missing[0]} is not installed"
    has_browser = importlib.util.find_spec("playwright") and shutil.which("chromium")
    if need == "browser" and not (has_browser and AXE.is_file()):
        return "Chromium, Playwright or axe-core is not installed: .ci/run installs them"
    if need == "wheel" and not WHEEL_PYTHON.is_file():
        return "no wheel in build/wheel: .ci/run builds it"
    if need == "long" and "long" not in REQUIRED:
        return "takes minutes: add long to KV2RDF_REQUIRE"
    return None


def _is_installed(name: str) -> bool:
    """Whether a program is installed, with the packages that the tests use."""
    if name in PYTHON_READERS:
        return bool(list(READERS.glob(f"lib/python3.*/site-packages/{name}*")))
    return shutil.which(name) is not None and (
        name != "node" or (READERS / "node_modules").is_dir()
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the longest tests first, so that at the end no process waits for another."""
    order = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.path.stem, len(LONGEST)))


def pytest_collection_finish() -> None:
    """Exclude the collected tests from garbage collection: they live as long as the process.

    Otherwise each full collection looks at all of them again.
    """
    gc.collect()
    gc.freeze()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Return the parameter's name as the id of packed bytes.

    Packed files hold the time at which they were packed, and processes that share the tests must
    see the same ids.
    """
    return argname if isinstance(val, bytes) and not val.isascii() else None


def pytest_runtest_setup(item: pytest.Item) -> None:
    needs = "browser corpus long cluster parquet proxies readers remote roster shells wheel"
    for need in needs.split():
        marker = item.get_closest_marker(need)
        if marker is not None and (reason := _unmet_reason(need, *marker.args)):
            if need in REQUIRED:
                pytest.fail(f"{need} is required: {reason}")
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
    """Return a release that is built once, for all processes that share the tests.

    Tests must not change it.
    """
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "release").exists():
            build_quietly(folder / "release", *sources)
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
