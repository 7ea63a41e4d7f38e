"""Requirements of tests that a machine may lack.

Tests are skipped if a requirement is not met, unless it is listed as required.
``KV2RDF_REQUIRE=corpus,long,…`` lists the requirements without which tests fail. The long tests are
run only if ``long`` is in this list.
"""

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

_ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("KV2RDF_CORPUS", _ROOT.parent / "shared" / "corpus"))
ROSTER = Path(os.environ.get("KV2RDF_ROSTER", _ROOT.parent / "shared" / "roster"))
"""The folder of a roster of the Tweede Kamer, which others may not publish."""
WHEEL_PYTHON = _ROOT / "build" / "wheel" / "venv" / "bin" / "python"
"""The Python of an environment with only the wheel and its requirements."""

PYTHON_IMAGE = "docker.io/library/python:3.13-slim"
"""The image from which the container of docs/operate.md is built."""

CONTAINER_LIMITS = (
    "--network", "none", "--cgroups", "disabled", "--ulimit", "nofile=4096:4096",
    "--ulimit", "nproc=4096:4096",
)  # fmt: skip
"""The options with which a container can also be run inside another container."""

AXE = _ROOT / "build" / "browser" / "node_modules" / "axe-core" / "axe.min.js"
EDITOR = _ROOT / "kv2rdf" / "server" / "editor" / "node_modules"
READERS = _ROOT / "build" / "readers"
"""An environment with external programs that read RDF, in Python and for Node."""

PYTHON_READERS = (
    "csvw", "datasette", "duckdb", "feedparser", "owlready2", "oxigraph", "pandas", "schemathesis",
    "SPARQLWrapper", "usp",
)  # fmt: skip
"""The packages in this environment that tests name, by the names of their folders."""

NEEDS = (
    "browser", "container", "corpus", "cluster", "parquet", "proxies", "readers", "remote",
    "roster", "shells", "wheel",
)  # fmt: skip
"""The names of the requirements, which are names of marks too."""
REQUIRED = set(filter(None, os.environ.get("KV2RDF_REQUIRE", "").split(",")))
"""The requirements without which tests fail."""


def unmet_reason(need: str, *names: str) -> str | None:  # noqa: PLR0911 - one a need
    """Return the reason why a need is not met on this machine, or None if it is met.

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
    if need == "browser" and "editor" in names and not EDITOR.is_dir():
        return "the query editor is not installed: make editor"
    if need == "container" and (found := _missing_image()) is not None:
        return found
    if need == "wheel" and not WHEEL_PYTHON.is_file():
        return "no wheel in build/wheel: .ci/run builds it"
    return None


def _missing_image() -> str | None:
    """Return the reason why no container can be built, or None if one can be."""
    if shutil.which("podman") is None:
        return "podman is not installed"
    command = ("podman", "image", "exists", PYTHON_IMAGE)
    is_there = subprocess.run(command, capture_output=True, check=False).returncode == 0
    if not is_there:
        return f"there is no image: podman pull {PYTHON_IMAGE}"
    trial = ("podman", "run", "--rm", *CONTAINER_LIMITS, PYTHON_IMAGE, "true")
    ended = subprocess.run(trial, capture_output=True, text=True, check=False)
    return f"podman cannot run a container: {ended.stderr.strip()}" if ended.returncode else None


def _is_installed(name: str) -> bool:
    """Whether a program is installed, with the packages that the tests use."""
    if name in PYTHON_READERS:
        return bool(list(READERS.glob(f"lib/python3.*/site-packages/{name}*")))
    return shutil.which(name) is not None and (
        name != "node" or (READERS / "node_modules").is_dir()
    )
