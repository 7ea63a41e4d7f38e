"""The statements in docs/other-programs.md, whose commands and programs are all run.

``.ci/run`` installs the programs in ``build/readers``.
"""

import ast
import csv
import io
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.requirements import READERS

PAGE = (ROOT / "docs" / "other-programs.md").read_text(encoding="utf-8")
QUESTIONS = "SELECT (COUNT(*) AS ?n) { ?x a <https://w3id.org/kamervragen/def#Question> }"


def section(title: str) -> str:
    """Return the text of a section of the page."""
    return PAGE.partition(f"\n## {title}")[2].partition("\n## ")[0]


def commands(title: str) -> list[str]:
    """Return the commands of a section, without those that install a program."""
    (block,) = re.findall(r"^```sh\n(.*?)^```$", section(title), re.MULTILINE | re.DOTALL)
    lines = block.replace("\\\n", "").splitlines()
    return [line for line in lines if not line.startswith("pip install ")]


def program(title: str) -> str:
    """Return the program in Python of a section."""
    (block,) = re.findall(r"^```python\n(.*?)^```$", section(title), re.MULTILINE | re.DOTALL)
    return str(block)


@pytest.fixture(scope="module")
def folder(seed_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which ``output/release`` is the release of the seed."""
    folder = tmp_path_factory.mktemp("programs")
    (folder / "output").mkdir()
    (folder / "output" / "release").symlink_to(seed_release.resolve())
    return folder


def environment() -> dict[str, str]:
    """Return an environment in which the programs and kv2rdf are found."""
    paths = (READERS / "bin", Path(sys.executable).parent, os.environ["PATH"])
    return {**os.environ, "PATH": os.pathsep.join(map(str, paths))}


def output(folder: Path, *command: str) -> str:
    """Return the output of a command, and check that it succeeds."""
    ended = subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@contextmanager
def server(folder: Path, command: str, option: str) -> Iterator[str]:
    """Return a context in which a server of the page runs; ``option`` sets its free port."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [*command.split(), *option.format(port=port).split()]
    with subprocess.Popen(words, cwd=folder, env=environment(), stderr=subprocess.DEVNULL) as run:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            run.terminate()


def answer(url: str, accept: str) -> str:
    """Return the answer of a server, which may still be starting."""
    for _ in range(300):
        try:
            request = urllib.request.Request(url, headers={"Accept": accept})
            with urllib.request.urlopen(request) as response:
                return str(response.read().decode())
        except urllib.error.URLError:
            time.sleep(0.1)
    raise TimeoutError(url)


@pytest.mark.readers("oxigraph")
def test_the_server_of_oxigraph_answers_queries(folder: Path) -> None:
    load, serve = commands("Oxigraph")
    output(folder, *load.split())
    with server(folder, serve, "--bind 127.0.0.1:{port}") as address:
        query = urllib.parse.urlencode({"query": QUESTIONS})
        found = answer(f"{address}/query?{query}", "text/csv")
    assert list(csv.reader(io.StringIO(found))) == [["n"], ["7"]]


@pytest.mark.readers("datasette", "sqlite3")
def test_datasette_searches_and_describes_the_tables(folder: Path) -> None:
    write, extract, serve = commands("datasette")
    output(folder, *write.split())
    output(folder, "sh", "-c", extract)
    with server(folder, serve, "--port {port}") as address:
        rows = json.loads(
            answer(f"{address}/kamervragen/questions.json?_search=doxing&_shape=array", "*/*")
        )
        page = answer(f"{address}/kamervragen/questions", "text/html")
    assert rows
    assert all("doxing" in row["text"].casefold() for row in rows)
    assert "Questions (Vragen)" in page
    assert "number as printed (nummer als gedrukt)" in page
    assert "CC0 1.0" in page


@pytest.mark.readers("duckdb")
def test_duckdb_counts_late_cases(folder: Path) -> None:
    for command in commands("DuckDB"):
        output(folder, *command.split())
    found = output(folder, "python", "-W", "error", "-c", program("DuckDB"))
    assert ast.literal_eval(found) == [(2022, 1, 1, 1)]


@pytest.mark.readers("pandas")
def test_pandas_reads_the_sqlite_file(folder: Path) -> None:
    output(folder, *commands("datasette")[0].split())
    found = output(folder, "python", "-W", "error", "-c", program("pandas"))
    assert ast.literal_eval(found) == [
        {"name_as_printed": "Hilde Palland", "cases": 1},
        {"name_as_printed": "Inge van Dijk", "cases": 1},
    ]


@pytest.mark.readers("csvw")
def test_csvw_finds_the_tables_valid(folder: Path) -> None:
    output(folder, *commands("DuckDB")[-1].split())
    assert output(folder, "csvwvalidate", "output/tables/csv-metadata.json").split() == ["OK"]
