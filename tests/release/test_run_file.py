"""The addresses in run.json that only earlier releases contained."""

import json
import os
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.release.run_file import gone_addresses, read_run_file


def test_both_lists_are_read_and_the_older_one_may_be_missing() -> None:
    assert gone_addresses({"vanished addresses": ["a"]}) == {"a"}
    run = {"vanished addresses": ["a"], "addresses gone before": ["b", "a"]}
    assert gone_addresses(run) == {"a", "b"}


@pytest.mark.parametrize("run", [{}, {"vanished addresses": "a"}, {"vanished addresses": None}])
def test_a_run_file_without_a_list_is_damaged(run: dict[str, object]) -> None:
    with pytest.raises(ReleaseError, match="no list of vanished addresses"):
        gone_addresses(run)


@pytest.mark.parametrize("content", ["", "[]", "{", "\u00e9", "[" * 100_000])
def test_what_is_not_an_object_is_not_read(tmp_path: Path, content: str) -> None:
    (tmp_path / "run.json").write_text(content, encoding="latin-1")
    with pytest.raises(ReleaseError, match=r"run\.json: cannot be read"):
        read_run_file(tmp_path / "run.json")


def test_a_pipe_or_nothing_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    with pytest.raises(ReleaseError, match="is not a file"):
        read_run_file(path)
    os.mkfifo(path)
    with pytest.raises(ReleaseError, match="is not a file"):
        read_run_file(path)
    path.unlink()
    path.write_text(json.dumps({"a": 1}))
    assert read_run_file(path) == {"a": 1}
