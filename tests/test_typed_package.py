"""The package is typed for its users, as its classifier claims."""

import subprocess
import sys
from pathlib import Path

CLIENT = """
from kv2rdf.model.part_numbers import numbers_in

numbers: tuple[str, ...] | None = numbers_in("2 t/m 4")
wrong: int = numbers_in("2")
"""


def test_a_client_is_type_checked_against_the_package(tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text(CLIENT, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "client.py"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    problems = [line for line in result.stdout.splitlines() if ": error:" in line]
    assert len(problems) == 1, result.stdout
    assert "client.py:5" in problems[0]
    assert '"tuple[str, ...] | None"' in problems[0]
