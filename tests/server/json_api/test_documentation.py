"""The examples of docs/json-api.md, which are true for the release of the seed."""

import contextlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from kv2rdf.server.json_api.operations import OPERATIONS
from tests.conftest import ROOT
from tests.server.clients import client, running_server

PAGE = (ROOT / "docs" / "json-api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^    GET (\S+)\n\n```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
PROGRAMS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def without_more(answer: Any, shown: Any) -> Any:
    """Return an answer with only those members that the docs show."""
    if isinstance(shown, dict):
        return {name: without_more(answer[name], value) for name, value in shown.items()}
    if isinstance(shown, list):
        assert len(answer) == len(shown)
        return [without_more(*pair) for pair in zip(answer, shown, strict=True)]
    return answer


def test_the_answers_in_the_docs_are_given(seed_release: Path) -> None:
    web = client(seed_release)
    assert len(EXAMPLES) == 2
    for path, written in EXAMPLES:
        shown = json.loads(written)
        assert without_more(web.get(path).json(), shown) == shown


def test_the_docs_name_every_address() -> None:
    addresses, heading, _ = PAGE.partition("## Contents of every response")
    assert heading
    named = set(re.findall(r"`(/api/[^`?]*)", addresses))
    assert {operation.path for operation in OPERATIONS} <= named


@pytest.mark.long
def test_the_programs_in_the_docs_run(seed_release: Path) -> None:
    assert len(PROGRAMS) == 2
    with running_server(seed_release) as (server, _):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            for program in PROGRAMS:
                exec(program, {"server": server})  # the program of the docs
    assert printed.getvalue().startswith("Question 1 Heeft u kennisgenomen van het bericht «V")
    assert "Answer 1 Ja.\n" in printed.getvalue()
    assert printed.getvalue().endswith("True\n")
