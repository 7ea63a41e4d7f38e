"""A copy of seeds/ that is read quickly."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kv2rdf.reference.shipped_folders import folder


@pytest.fixture(scope="session")
def few_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of seeds/ with only some of the people. Tests must not change it.

    It contains the first people, and those to whom a misprint refers.
    """
    copy = Path(shutil.copytree(folder("seeds"), tmp_path_factory.mktemp("few") / "seeds"))
    lookups = (copy / "lookups.csv").read_text(encoding="utf-8")
    authority = copy / "authority"
    keys: set[str] = set()

    def is_one_of_the_first(number: int, row: list[str]) -> bool:
        keys.update(row[:1] if number <= 60 or f",{row[0]}," in lookups else ())
        return row[0] in keys

    _keep_rows(authority / "persons.csv", is_one_of_the_first)
    _keep_rows(authority / "memberships.csv", lambda _number, row: row[1] in keys)
    _keep_rows(authority / "tenures.csv", lambda _number, row: row[0] in keys)
    _keep_rows(authority / "speakers.csv", lambda number, _row: number <= 60)
    return copy


def _keep_rows(path: Path, is_kept: Callable[[int, list[str]], bool]) -> None:
    """Keep the heading of a table, and the rows for which a function of number and row is true."""
    heading, *lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    rows = enumerate(lines, start=1)
    kept = [line for number, line in rows if is_kept(number, line.split(","))]
    assert 0 < len(kept) < len(lines)
    path.write_text("".join((heading, *kept)), encoding="utf-8")
