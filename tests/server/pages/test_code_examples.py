"""The programs that the query page offers. Each is run, and prints the answer of the server."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kv2rdf.query.result_formats import csv_text
from kv2rdf.server.pages.code_examples import code_examples
from tests.every_case import every_case
from tests.server.clients import running_server

COMMANDS = {
    "curl": ("sh", "-c"),
    "Python": (sys.executable, "-c"),
    "R": ("Rscript", "-e"),
    "JavaScript": ("node", "--input-type=module", "--eval"),
}
SOME_LONG = [
    pytest.param(language, marks=[] if language == "curl" else pytest.mark.long)
    for language in COMMANDS
]
"""The languages. A short test runs only curl, which starts faster than the others."""
PROGRAMS = {"curl": "curl", "R": "Rscript", "JavaScript": "node"}
COUNT = "# Hoeveel vragen?\nSELECT (COUNT(*) AS ?n) WHERE { ?q a kv:Question }"
HOSTILE = 'a\'b`c${d}e)"f)-"g%h&i+j#k\\\\l\u00e9\u2019 $(m) \\u0041'
HOSTILE_QUERY = (
    'SELECT ?v WHERE { BIND("""' + HOSTILE.replace('"', '\\"') + '""" AS ?v) }  # "\'`)-"'
)


@pytest.fixture(scope="module")
def endpoint(seed_release: Path) -> Iterator[str]:
    """The SPARQL service of a running server."""
    with running_server(seed_release, "--no-fair-use") as (address, _):
        yield f"{address}/sparql"


def printed(language: str, endpoint: str, query: str, format_: str) -> str:
    """Run a program, and return what it prints."""
    program = PROGRAMS.get(language, sys.executable)
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    examples = {c.language: c.text for c in code_examples(endpoint, query, format_)}
    command = [*COMMANDS[language], examples[language]]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("language", SOME_LONG)
def test_each_program_prints_the_rows(endpoint: str, language: str) -> None:
    assert "7" in printed(language, endpoint, COUNT, "csv").replace(endpoint, "")


@pytest.mark.parametrize("language", SOME_LONG)
def test_each_program_asks_exactly_the_query(endpoint: str, language: str) -> None:
    wanted = HOSTILE.replace("\\\\", "\\").replace("\\u0041", "A")
    shown = printed(language, endpoint, HOSTILE_QUERY, "csv")
    forms = (wanted, wanted.replace('"', '""'), repr(wanted), wanted.replace("\\", "\\\\"))
    assert any(form in shown for form in forms), shown


@every_case("end", ["\u2028", "\x85", "\x0b", "\x1c", "\r", "\n"])
def test_the_rows_in_python_may_contain_line_ends_of_every_kind(end: str) -> None:
    code = code_examples("http://x.example", COUNT, "csv")[1].text
    imports, _, rest = code.partition("\nquery")
    loop = rest[rest.index("for row") :]
    printed_rows: list[dict[str, str]] = []
    text = csv_text(("n", "m"), [(f"een{end}twee", "1")])
    exec(f"{imports}\n{loop}", {"text": text, "print": printed_rows.append})
    assert printed_rows == [{"n": f"een{end}twee", "m": "1"}]


@pytest.mark.parametrize("language", SOME_LONG)
def test_each_program_prints_triples_as_text(endpoint: str, language: str) -> None:
    query = "CONSTRUCT { <tag:a> kv:text 'b' } WHERE {}"
    assert '<tag:a> kv:text "b" .' in printed(language, endpoint, query, "ttl")


def test_there_is_a_program_for_each_language() -> None:
    assert [c.language for c in code_examples("http://x.example", COUNT, "csv")] == [*COMMANDS]
