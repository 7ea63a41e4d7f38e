"""Tables appear whole or not at all, and take the place of tables only."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.release.dumps import dump
from kv2rdf.tables import csvw_metadata, write
from tests.tables.conftest import write_quietly

_SMALL_DISK = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
from kv2rdf.cli import cli
cli()
"""


def contents(of: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in of.iterdir()}


def beside(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir())


def test_the_same_release_gives_the_same_bytes(
    golden_release: Path, golden_tables: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "kv2rdf", "tables", "--release", str(golden_release)]
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        out = tmp_path / seed
        subprocess.run(
            [*command, "--out", str(out)], env=environment, check=True, capture_output=True
        )
        assert contents(out) == contents(golden_tables)


def test_tables_are_replaced_whole(
    seed_release: Path, golden_release: Path, tmp_path: Path
) -> None:
    out = tmp_path / "in" / "tables"
    write_quietly(golden_release, out)
    (out / "cases.parquet").write_bytes(b"of the golden cases")
    counts = write_quietly(seed_release, out)
    assert counts["cases"] == 1
    assert not (out / "cases.parquet").exists()
    assert beside(out) == ["tables"]


def test_what_a_killed_run_has_left_is_cleared(seed_release: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    (tmp_path / ".tables.new" / "parquet.tmp").mkdir(parents=True)
    (tmp_path / ".tables.new" / "lookup.sqlite").write_bytes(b"half")
    (tmp_path / ".tables.old").mkdir()
    write_quietly(seed_release, out)
    out.rename(tmp_path / ".tables.old")  # killed before the new ones came
    with pytest.raises(ReleaseError, match="no room"):
        write.write(seed_release, out, _no_room, with_parquet=False)
    assert beside(out) == ["tables"]
    assert {path.suffix for path in out.iterdir()} == {".csv", ".json"}


def _no_room(_step: str, _done: int, _all: int) -> None:
    raise ReleaseError("no room")


def test_what_is_not_ours_is_not_touched(seed_release: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "cases.csv").write_text("mine")
    (tmp_path / "mixed").mkdir()
    (tmp_path / "mixed" / csvw_metadata.NAME).write_text("{}")
    (tmp_path / "mixed" / "thesis.csv").write_text("mine")
    (tmp_path / "link").symlink_to("folder")
    for name in (".a.new", ".b.old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "thesis.csv").write_text("mine")
    before = beside(tmp_path / "file")
    for name, there in (("a", ".a.new"), ("b", ".b.old")):
        with pytest.raises(ReleaseError, match=f"{there}: is in the place of the tables"):
            write_quietly(seed_release, tmp_path / name)
    for name in ("file", "folder", "mixed", "link"):
        with pytest.raises(ReleaseError, match=f"{name}: is in the place of the tables"):
            write_quietly(seed_release, tmp_path / name)
    assert beside(tmp_path / "file") == before
    assert (tmp_path / "folder" / "cases.csv").read_text() == "mine"


def test_an_empty_folder_is_filled(seed_release: Path, tmp_path: Path) -> None:
    write_quietly(seed_release, tmp_path / "tables")
    (tmp_path / "empty").mkdir()
    write_quietly(seed_release, tmp_path / "empty")
    assert contents(tmp_path / "empty") == contents(tmp_path / "tables")


def test_a_release_stays_as_it_was_published(seed_release: Path) -> None:
    with pytest.raises(ReleaseError, match="is in the release"):
        write_quietly(seed_release, seed_release / "tables")


def test_what_is_no_release_or_a_damaged_one_is_told_of(seed_release: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    with pytest.raises(ReleaseError, match="is no release"):
        write_quietly(tmp_path, out)
    whole = (seed_release / dump.NQUADS).read_bytes()
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    for damaged in (b"", whole[: len(whole) // 2], bytes(flipped), b"no gzip"):
        (tmp_path / "release").mkdir(exist_ok=True)
        (tmp_path / "release" / dump.NQUADS).write_bytes(damaged)
        with pytest.raises(ReleaseError, match=r"is damaged|does not say which one"):
            write_quietly(tmp_path / "release", out)
    assert beside(out) == ["release"]


def test_a_full_disk_is_one_line_and_the_old_tables_stay(
    golden_release: Path, seed_release: Path, tmp_path: Path
) -> None:
    out = tmp_path / "tables"
    write_quietly(seed_release, out)
    before = contents(out)
    command = [sys.executable, "-c", _SMALL_DISK, "tables", "--release", str(golden_release)]
    ended = subprocess.run(
        [*command, "--out", str(out)], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    (line,) = ended.stderr.splitlines()
    assert line.startswith("Error: ")
    assert contents(out) == before
    assert beside(out) == ["tables"]


@pytest.mark.parametrize("refused", ["write", "rename"])
def test_a_disk_that_refuses_is_named_and_the_old_tables_stay(
    refused: str, seed_release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "tables"
    write_quietly(seed_release, out)
    before = contents(out)
    rename = Path.rename

    def full(*_: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    def only_away(path: Path, to: Path) -> Path:
        if path.name == ".tables.new":
            raise OSError(errno.ENOSPC, "No space left on device")
        return rename(path, to)

    if refused == "write":
        monkeypatch.setattr(csvw_metadata, "metadata", full)
    else:
        monkeypatch.setattr(Path, "rename", only_away)
    with pytest.raises(ReleaseError, match="tables: No space left on device"):
        write_quietly(seed_release, out)
    assert contents(out) == before
    assert beside(out) == ["tables"]


def test_two_at_once_do_not_mix(seed_release: Path, tmp_path: Path) -> None:
    told = []

    def second(step: str, _done: int, _all: int) -> None:
        with pytest.raises(ReleaseError, match="tables are being written here"):
            write_quietly(seed_release, tmp_path / "tables")
        told.append(step)

    write.write(seed_release, tmp_path / "tables", second, with_parquet=False)
    assert told
    assert (tmp_path / "tables" / "cases.csv").is_file()
