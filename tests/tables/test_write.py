"""Tables are written completely or not at all, and replace only other tables."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.tables import csvw_metadata, write
from tests.tables.conftest import write_quietly

SMALL_DISK = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
from kv2rdf.cli import cli
cli()
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def sibling_names(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir())


@pytest.mark.parametrize("source", ["seed", pytest.param("golden", marks=pytest.mark.long)])
def test_the_same_release_gives_the_same_bytes(
    source: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    release, tables = (
        request.getfixturevalue(f"{source}_{kind}") for kind in ("release", "tables")
    )
    command = [sys.executable, "-m", "kv2rdf", "tables", str(release)]
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    out = tmp_path / "tables"
    subprocess.run(
        [*command, "--output", str(out)], env=environment, check=True, capture_output=True
    )
    assert contents(out) == contents(tables)


def test_all_files_of_old_tables_are_replaced(
    seed_release: Path, golden_release: Path, tmp_path: Path
) -> None:
    out = tmp_path / "in" / "tables"
    write_quietly(golden_release, out)
    (out / "cases.parquet").write_bytes(b"of the golden cases")
    counts = write_quietly(seed_release, out)
    assert counts["cases"] == 1
    assert not (out / "cases.parquet").exists()
    assert sibling_names(out) == ["tables"]


def test_the_remains_of_a_killed_run_are_removed(seed_release: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    (tmp_path / ".tables.new" / "parquet.tmp").mkdir(parents=True)
    (tmp_path / ".tables.new" / "lookup.sqlite").write_bytes(b"half")
    (tmp_path / ".tables.old").mkdir()
    write_quietly(seed_release, out)
    out.rename(tmp_path / ".tables.old")  # as if killed before the new tables were moved
    with pytest.raises(ReleaseError, match="no room"):
        write.write_tables(ReleaseFiles(seed_release), out, _no_room, with_parquet=False)
    assert sibling_names(out) == ["tables"]
    assert {path.suffix for path in out.iterdir()} == {".csv", ".json"}


def _no_room(_step: str, _done: int, _all: int) -> None:
    raise ReleaseError("no room")


def test_folders_with_other_files_are_not_touched(seed_release: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "cases.csv").write_text("mine")
    (tmp_path / "mixed").mkdir()
    (tmp_path / "mixed" / csvw_metadata.FILE_NAME).write_text("{}")
    (tmp_path / "mixed" / "thesis.csv").write_text("mine")
    (tmp_path / "link").symlink_to("folder")
    for name in (".a.new", ".b.old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "thesis.csv").write_text("mine")
    before = sibling_names(tmp_path / "file")
    for name, sibling in (("a", ".a.new"), ("b", ".b.old")):
        with pytest.raises(
            ReleaseError, match=f"{sibling} exists and is not a folder of kv2rdf tables"
        ):
            write_quietly(seed_release, tmp_path / name)
    for name in ("file", "folder", "mixed", "link"):
        with pytest.raises(
            ReleaseError, match=f"{name} exists and is not a folder of kv2rdf tables"
        ):
            write_quietly(seed_release, tmp_path / name)
    assert sibling_names(tmp_path / "file") == before
    assert (tmp_path / "folder" / "cases.csv").read_text() == "mine"


def test_an_empty_folder_is_replaced(seed_release: Path, tmp_path: Path) -> None:
    write_quietly(seed_release, tmp_path / "tables")
    (tmp_path / "empty").mkdir()
    write_quietly(seed_release, tmp_path / "empty")
    assert contents(tmp_path / "empty") == contents(tmp_path / "tables")


def test_tables_cannot_be_written_inside_the_release(seed_release: Path) -> None:
    with pytest.raises(ReleaseError, match="is inside the release"):
        write_quietly(seed_release, seed_release / "tables")


def test_a_missing_or_damaged_release_is_an_error(seed_release: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    with pytest.raises(ReleaseError, match="is not a kv2rdf release"):
        write_quietly(tmp_path, out)
    whole = ReleaseFiles(seed_release).nquads.read_bytes()
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    for damaged in (b"", whole[: len(whole) // 2], bytes(flipped), b"no gzip"):
        (tmp_path / "release").mkdir(exist_ok=True)
        ReleaseFiles(tmp_path / "release").nquads.write_bytes(damaged)
        with pytest.raises(ReleaseError, match=r"is damaged|does not name exactly one release"):
            write_quietly(tmp_path / "release", out)
    assert sibling_names(out) == ["release"]


def test_a_full_disk_is_reported_in_one_line_and_the_old_tables_stay(
    golden_release: Path, seed_release: Path, tmp_path: Path
) -> None:
    out = tmp_path / "tables"
    write_quietly(seed_release, out)
    before = contents(out)
    command = [sys.executable, "-c", SMALL_DISK, "tables", str(golden_release)]
    process = subprocess.run(
        [*command, "--output", str(out)], capture_output=True, text=True, check=False
    )
    assert process.returncode == 2
    (line,) = process.stderr.splitlines()
    assert line.startswith("Error: ")
    assert contents(out) == before
    assert sibling_names(out) == ["tables"]


@pytest.mark.parametrize("failing_step", ["write", "rename"])
def test_a_disk_error_names_the_folder_and_the_old_tables_stay(
    failing_step: str, seed_release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "tables"
    write_quietly(seed_release, out)
    before = contents(out)
    rename = Path.rename

    def fail(*_: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    def fail_for_new(path: Path, to: Path) -> Path:
        if path.name == ".tables.new":
            raise OSError(errno.ENOSPC, "No space left on device")
        return rename(path, to)

    if failing_step == "write":
        monkeypatch.setattr(csvw_metadata, "metadata_json", fail)
    else:
        monkeypatch.setattr(Path, "rename", fail_for_new)
    with pytest.raises(ReleaseError, match="tables: No space left on device"):
        write_quietly(seed_release, out)
    assert contents(out) == before
    assert sibling_names(out) == ["tables"]


def test_two_runs_at_once_do_not_mix(seed_release: Path, tmp_path: Path) -> None:
    steps = []

    def second_run(step: str, _done: int, _all: int) -> None:
        with pytest.raises(ReleaseError, match="another process is writing tables here"):
            write_quietly(seed_release, tmp_path / "tables")
        steps.append(step)

    write.write_tables(
        ReleaseFiles(seed_release), tmp_path / "tables", second_run, with_parquet=False
    )
    assert steps
    assert (tmp_path / "tables" / "cases.csv").is_file()
