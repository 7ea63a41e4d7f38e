"""A release that is given as a source, or is in the folder of the documents."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kv2rdf.cli import cli
from kv2rdf.errors import InputError
from tests.conftest import ROOT, build_quietly
from tests.release_digest import digest

SEED = ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("release", "is a kv2rdf release"),
        ("release.d", "which is a kv2rdf release"),
        ("release/state", "which is a kv2rdf release"),
        ("release/state/seeds/terms.csv", "which is a kv2rdf release"),
        ("release/dossiers/2022/2022Z00634.ttl", "which is a kv2rdf release"),
        ("release/kamervragen.nq.gz", "is a dump of a kv2rdf release"),
        ("copied/kamervragen.ttl.gz", "is a dump of a kv2rdf release"),
    ],
)
def test_a_release_or_a_part_of_one_is_not_a_source(
    tmp_path: Path, seed_release: Path, part: str, message: str
) -> None:
    shutil.copytree(seed_release.resolve(), tmp_path / "release.d" / "1")
    (tmp_path / "release").symlink_to("release.d/1")
    (tmp_path / "copied").mkdir()
    shutil.copy(seed_release / "kamervragen.ttl.gz", tmp_path / "copied")
    with pytest.raises(InputError, match=message):
        build_quietly(tmp_path / "out", SEED, tmp_path / part)
    assert not (tmp_path / "out.d").exists()


@pytest.mark.long
def test_a_release_in_the_folder_of_its_documents_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(SEED, tmp_path)
    monkeypatch.chdir(tmp_path)
    for _ in range(3):  # The second build finds one release, and the third finds two.
        result = CliRunner().invoke(cli, ["build", ".", "--out", "new/release", "--audit"])
        assert (result.exit_code, "1 of 1 documents" in result.stdout) == (0, True), result.output
    build_quietly(tmp_path / "full", SEED)
    assert digest((tmp_path / "new" / "release").resolve()) == digest((tmp_path / "full").resolve())
