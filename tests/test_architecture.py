"""The house: who may know whom, how long a room may be, what no room is called."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(
    path for top in ("kv2rdf", "tests", "benchmarks") for path in (ROOT / top).rglob("*.py")
)


def test_stages_meet_in_the_pipeline_only() -> None:
    linted = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_at_most_250_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_opens_with_a_sentence(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith('"""') or (path.name == "__init__.py" and not text)


def test_no_file_is_called_by_what_it_is_not() -> None:
    vague = {"utils", "helpers", "common", "manager", "misc", "util", "helper"}
    assert [path for path in FILES if path.stem in vague] == []


def test_no_clock_environment_or_chance_below_the_command_line() -> None:
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
        for path in FILES
        if path.is_relative_to(ROOT / "kv2rdf") and "cli" not in path.parts
        for word in words
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []
