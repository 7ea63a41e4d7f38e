"""Paths on this machine, which may not be URLs."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kv2rdf import build_release, open_release
from kv2rdf.cli import cli
from kv2rdf.errors import InputError, ReleaseError
from tests.conftest import ROOT

SEED = ROOT / "seeds" / "kamervragen"
URL = "s3://bucket/release"


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "input", "--out", URL],
        ["build", "input", "--authority", URL],
        ["audit", "input", "--output", URL],
        ["tables", URL],
        ["tables", "release", "--output", URL],
        ["tables", "release", "--sqlite", URL],
        ["query", "SELECT * {}", "--release", URL],
        ["serve", URL],
    ],
    ids=" ".join,
)
def test_a_url_is_not_taken_for_a_folder(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "input").mkdir()
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 2
    assert f"{URL} is a URL, but a path on this machine is needed" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["input"]


def test_the_python_functions_refuse_a_url_too(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=f"^{URL} is a URL"):
        open_release(URL)
    with pytest.raises(ReleaseError, match=f"^{URL} is a URL"):
        build_release(SEED, URL)
    with pytest.raises(InputError, match=f"^{URL} is a URL"):
        build_release(SEED, tmp_path / "release", authority=URL)
    assert list(tmp_path.iterdir()) == []
