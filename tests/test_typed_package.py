"""The package is typed, as its classifier states: in a checkout and as a wheel."""

import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import kv2rdf
from tests.conftest import ROOT
from tests.requirements import WHEEL_PYTHON

CLIENT = ROOT / "tests" / "client.py"
WRONG = (
    "KV: int = kv2rdf.KV.Question",
    "Kv2rdfError: int = kv2rdf.Kv2rdfError('x')",
    "ResultRows: int = kv2rdf.ResultRows(variables=(), rows=(), json=b'').rows",
    "ResultTriples: int = kv2rdf.ResultTriples(b'').turtle",
    "__version__: int = kv2rdf.__version__",
    "build_release: str = kv2rdf.build_release('a', 'b').dossiers",
    "case_graphs: list[str] = kv2rdf.case_graphs('a')",
    "check_files: str = kv2rdf.check_files('a')[0].severity.nothing",
    "open_release: str = kv2rdf.open_release('a').case(1)",
    "read_papers: int = kv2rdf.read_papers('a')[0].questions[0].text.text",
)
"""A line for each public name, with an error in its types."""

CHECKOUT = pytest.param(Path(sys.executable), id="checkout", marks=pytest.mark.long)
WHEEL = pytest.param(WHEEL_PYTHON, id="wheel", marks=pytest.mark.wheel)


def clean_environment() -> dict[str, str]:
    """Return the environment without what would lead to the package in another folder."""
    return {name: value for name, value in os.environ.items() if not re.search("PYTHON|MYPY", name)}


@pytest.mark.parametrize("python", [CHECKOUT, WHEEL])
def test_a_client_is_type_checked_against_the_package(python: Path, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    files = {
        "client.py": CLIENT.read_text(encoding="utf-8"),
        "examples.py": "".join(examples),
        "wrong.py": "import kv2rdf\n" + "\n".join(WRONG),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    mypy = [sys.executable, "-m", "mypy", "--strict", "--no-incremental"]
    result = subprocess.run(
        [*mypy, "--python-executable", str(python), *files],
        cwd=tmp_path,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    problems = re.findall(r"^(\S+): error:", result.stdout, re.MULTILINE)
    wrong_lines = [f"wrong.py:{number}" for number, _ in enumerate(WRONG, start=2)]
    assert sorted(set(problems)) == sorted(wrong_lines), result.stdout + result.stderr


def test_every_public_name_has_a_line_that_is_wrong_and_is_in_the_client() -> None:
    assert [line.partition(":")[0] for line in WRONG] == kv2rdf.__all__
    client = CLIENT.read_text(encoding="utf-8")
    assert [name for name in kv2rdf.__all__ if f"kv2rdf.{name}" not in client] == []


@pytest.mark.wheel
def test_a_client_runs_with_the_wheel_alone(tmp_path: Path) -> None:
    (tmp_path / "client.py").write_bytes(CLIENT.read_bytes())
    documents = ROOT / "seeds" / "kamervragen"
    result = subprocess.run(
        [WHEEL_PYTHON, "-I", "-W", "error", "client.py", documents, "release"],
        cwd=tmp_path,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    printed_version, file = result.stdout.splitlines()
    assert printed_version == version("kv2rdf")
    packages = WHEEL_PYTHON.parent.parent / "lib"
    assert Path(file).match("site-packages/kv2rdf/__init__.py")
    assert Path(file).is_relative_to(packages)
