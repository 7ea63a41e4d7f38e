"""The promises in docs/threat-model.md, and the tests that each of them names."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kv2rdf.cli.serve import serve_command
from tests.campaigns.fuzzed_requests import PATHS
from tests.conftest import ROOT
from tests.server.in_process import Caller, caller

_PAGE = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
_PROMISES = _PAGE.partition("## What we promise")[2].partition("\n## ")[0]
_ROWS = [line.strip("| ").split(" | ") for line in _PROMISES.splitlines() if line.startswith("| ")]
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def functions_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_bytes())
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def unheld(rows: list[list[str]]) -> list[str]:
    """Return the promises that name no test, or a test that does not exist."""
    return [
        row[0]
        for row in rows
        if not (named := _TEST.findall(row[-1]))
        or any(not (ROOT / f).is_file() or name not in functions_in(ROOT / f) for f, name in named)
    ]


def test_every_promise_names_tests_that_exist() -> None:
    assert len(_ROWS) >= 20
    assert unheld(_ROWS[1:]) == []


def test_a_promise_without_a_test_is_found() -> None:
    here = "tests/server/test_threat_model.py"
    rows = [["a", "no test"], ["b", f"`{here}::test_none`"], ["c", "`tests/none.py::test_x`"]]
    assert unheld([*rows, ["d", f"`{here}::test_a_promise_without_a_test_is_found`"]]) == [*"abc"]


@pytest.fixture(scope="module")
def call(seed_release: Path) -> Iterator[Caller]:
    with caller(seed_release) as made:
        yield made


def files_of(release: Path) -> dict[Path, tuple[int, int]]:
    paths = [path for path in release.resolve().rglob("*") if path.is_file()]
    return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in paths}


def test_requests_change_no_file(call: Caller, seed_release: Path) -> None:
    before = files_of(seed_release)
    for path in PATHS:
        for method in ("GET", "POST", "PUT", "DELETE", "PATCH"):
            call(path, method=method)
    assert files_of(seed_release) == before


WATCHED = """
import sys
from pathlib import Path
from tests.campaigns.fuzzed_requests import PATHS
from tests.server.accept_headers import ACCEPT
from tests.server.in_process import caller

opened = []
with caller(Path(sys.argv[1])) as call:
    for path in PATHS:
        call(path)  # what the program loads when it is first used
    sys.addaudithook(lambda event, values: opened.append((event, values[0] if values else "")))
    hostile = ["/../../etc/passwd", "/data/../run.json", "/data/%2e%2e/x", "/assets/../page.py"]
    for path in (*PATHS, *hostile, "/doc/http://127.0.0.1/", "/file:///etc/passwd"):
        for client in ("Firefox", "rdflib"):
            call(path, ACCEPT[client][0])
for event, value in opened:
    if event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "open"):
        print(event, value)
"""


@pytest.mark.long
def test_requests_open_no_connection_and_no_file_outside_the_release(seed_release: Path) -> None:
    command = [sys.executable, "-c", WATCHED, str(seed_release)]
    result = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    lines = {line.partition(" ")[::2] for line in result.stdout.splitlines()}
    assert {event for event, _ in lines} == {"open"}
    below = (str(seed_release.resolve()), str(ROOT / "kv2rdf"), str(Path(os.__file__).parent))
    assert {file for _, file in lines if not file.startswith(below)} == set()


class Loaded(HTMLParser):
    """The addresses that a browser loads without being asked to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.addresses += [values[name] or "" for name in ("src", "srcset") if name in values]
        if tag == "link" and {"stylesheet", "icon", "preload"} & set((values["rel"] or "").split()):
            self.addresses.append(values["href"] or "")


def test_pages_load_nothing_from_other_hosts(call: Caller) -> None:
    pages = [call(path, "text/html") for path in PATHS]
    html = [p for p in pages if p.headers.get("content-type", "").startswith("text/html")]
    loaded = [address for page in html for address in Loaded(page.content.decode()).addresses]
    assert len(html) >= 5
    assert loaded
    assert [a for a in loaded if not a.startswith("/") or a.startswith("//")] == []


def test_no_answer_sets_a_cookie_or_allows_credentials(call: Caller) -> None:
    for path in PATHS:
        headers = call(path, origin="https://example.org", cookie="a=b").headers
        assert headers["access-control-allow-origin"] == "*"
        assert not {"set-cookie", "access-control-allow-credentials"} & set(headers)


@pytest.mark.parametrize("path", ["/doc/eli/nl/tk/zaak/2022Z00634", "/2022Z00634", "/nothing"])
def test_the_host_header_changes_no_document(call: Caller, path: str) -> None:
    plain = call(path)
    for header in ("host", "x_forwarded_host", "x_forwarded_prefix", "forwarded"):
        other = call(path, **{header: "attacker.example"})
        assert (other.status, other.content) == (plain.status, plain.content)
        assert dict(other.headers) == dict(plain.headers)


def test_the_default_host_is_this_machine() -> None:
    (host,) = [option for option in serve_command.params if option.name == "host"]
    assert host.default == "127.0.0.1"
