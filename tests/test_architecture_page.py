"""The path of one document in docs/architecture.md is the path that it takes in the program."""

import inspect
import os
import re
import sys
from functools import reduce
from importlib import import_module
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from click.testing import CliRunner

from kv2rdf.cli import cli
from tests.ontology_terms import ROOT

_STEP = re.compile(r"^\d+\. `([\w.]+)` in `([\w/]+)\.py` ", re.MULTILINE)


def steps() -> list[Any]:
    """Return the functions on the path of one document, in the order of the page."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    way = page.partition("## The path of one document")[2].partition("\n## ")[0]
    found = []
    for name, path in _STEP.findall(way):
        module = import_module(f"kv2rdf.{path.replace('/', '.').removesuffix('.__init__')}")
        found.append(reduce(getattr, name.split("."), module))
    return found


def code(function: Any) -> CodeType:
    """Return the code of a function, or of the function that a command calls."""
    called = inspect.unwrap(getattr(function, "callback", function))
    found: CodeType = called.__code__
    return found


def test_the_seed_takes_the_way_that_the_page_describes(tmp_path: Path) -> None:
    expected = [code(step) for step in steps()]
    assert len(expected) == 10
    calls = tmp_path / "calls"
    file = os.open(calls, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    recorded: set[CodeType] = set()

    def record(frame: FrameType, event: str, _argument: object) -> None:
        # A worker is a fork, so what it calls is recorded in a file.
        if event == "call" and frame.f_code in expected and frame.f_code not in recorded:
            recorded.add(frame.f_code)
            os.write(file, f"{frame.f_code.co_qualname}\n".encode())

    command = ["build", str(ROOT / "seeds" / "kamervragen"), "--workers", "1", "--out"]
    before = sys.getprofile()
    sys.setprofile(record)
    try:
        result = CliRunner().invoke(cli, [*command, str(tmp_path / "release")])
    finally:
        sys.setprofile(before)
        os.close(file)
    assert result.exit_code == 0, result.output
    called = dict.fromkeys(calls.read_text(encoding="utf-8").splitlines())
    assert list(called) == [one.co_qualname for one in expected]
    assert (tmp_path / "release" / "dossiers" / "2022" / "2022Z00634.ttl").is_file()
