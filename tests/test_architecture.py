"""The architecture: which rooms may import which, how long files are, and how they are named."""

import re
import subprocess
import sys
import tomllib
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, cast

import grimp
import pytest

from tests.allow_list import AllowListContract

ROOT = Path(__file__).parent.parent
FILES = sorted(
    path for top in ("kv2rdf", "tests", "benchmarks") for path in (ROOT / top).rglob("*.py")
)
PACKAGE = [path for path in FILES if path.is_relative_to(ROOT / "kv2rdf")]
ROOMS = sorted(
    path.stem
    for path in (ROOT / "kv2rdf").iterdir()
    if path.suffix == ".py" or (path / "__init__.py").is_file()
    if path.name not in {"__init__.py", "errors.py"}
)


def test_no_text_is_split_where_only_unicode_ends_a_line() -> None:
    """Lines end at a line feed. ``str.splitlines`` also splits texts at U+2028 or U+0085."""
    found = [path for path in PACKAGE if ".splitlines(" in path.read_text(encoding="utf-8")]
    assert found == []


def test_the_import_contracts_are_kept() -> None:
    linted = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout


@cache
def allow_list() -> dict[str, Any]:
    """Return the options of the contract that lists what each room may import."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    (found,) = [contract for contract in contracts if contract["type"] == "allow_list"]
    return cast("dict[str, Any]", found)


@cache
def imports() -> grimp.ImportGraph:
    """Return the import graph of the package, including external libraries."""
    return grimp.build_graph("kv2rdf", include_external_packages=True, cache_dir=None)


def problems(importer: str, *imported: str) -> list[str]:
    """Return the problems that the allow-lists report if a module has more imports."""
    graph = deepcopy(imports())
    for name in imported:
        graph.add_import(importer=importer, imported=name)
    check = AllowListContract("", {}, allow_list()).check(graph, verbose=False)
    assert check.kept == (not check.metadata["problems"])
    return cast("list[str]", check.metadata["problems"])


def allowed(room: str) -> set[str]:
    """Return the rooms in the line of ``room``."""
    (line,) = [line for line in allow_list()["rooms"] if line.startswith(f"{room}:")]
    return set(line.partition(":")[2].split())


@pytest.mark.sampled(4)
@pytest.mark.parametrize("room", ROOMS)
def test_a_forbidden_import_breaks_the_contract(room: str) -> None:
    others = {"errors", *ROOMS} - allowed(room) - {room}
    assert others
    module = f"kv2rdf.{room}.planted"
    names = [*(f"kv2rdf.{other}" for other in (*others, "room_of_tomorrow")), "networkx"]
    found = problems(module, *names)
    assert {f"{module} may not import {name}" for name in names} <= set(found)
    assert problems(module, "networkx") == [f"{module} may not import networkx"]


def test_an_allowed_import_keeps_the_contract() -> None:
    assert problems("kv2rdf.audit.planted", "kv2rdf.errors") == []
    assert problems("kv2rdf.sources.markup.planted", "lxml.etree") == []


def test_a_room_that_has_no_line_may_import_nothing() -> None:
    (problem,) = problems("kv2rdf.room_of_tomorrow.planted", "kv2rdf.errors")
    assert problem.endswith("the room room_of_tomorrow is not in the list")


def test_a_line_that_nothing_needs_breaks_the_contract() -> None:
    options = allow_list() | {"rooms": [*allow_list()["rooms"], "room_of_yesterday: errors"]}
    check = AllowListContract("", {}, options).check(imports(), verbose=False)
    assert check.metadata["problems"] == [
        "room_of_yesterday: errors is allowed, but never imported"
    ]


def test_no_file_is_longer_than_250_lines() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {path: length for path, length in lengths.items() if length > 250} == {}


def test_every_file_opens_with_a_sentence() -> None:
    opening = re.compile(r'(?:#.*\n|\n)*"""')
    silent = [path for path in FILES if not opening.match(path.read_text(encoding="utf-8"))]
    assert [path for path in silent if path.name != "__init__.py" or path.read_bytes()] == []


def test_no_file_has_a_vague_name() -> None:
    vague = {"utils", "helpers", "common", "manager", "misc", "util", "helper"}
    assert [path for path in FILES if vague & {path.stem, path.parent.name}] == []


def test_no_clock_environment_or_chance_below_what_a_user_calls() -> None:
    words = (
        "datetime.now",
        "date.today",
        "time.time",
        "os.environ",
        "random.",
        "uuid.",
        "secrets.",
    )
    found = [
        (path.name, word)
        for path in PACKAGE
        if "cli" not in path.parts and path.name != "api.py"
        for word in words
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []
