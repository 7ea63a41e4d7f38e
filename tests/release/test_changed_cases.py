"""The cases that differ between two releases are found in the manifests."""

from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.release.changed_cases import changed_cases
from kv2rdf.release.files import ReleaseFiles
from tests.cli.commands import one_line, run


def release(folder: Path, *lines: tuple[str, str]) -> ReleaseFiles:
    """Write only the manifest of a release. Each line is the path of a file and a digit."""
    folder.mkdir()
    files = ReleaseFiles(folder)
    files.manifest.write_text("".join(f"{digit * 64}  {path}\n" for path, digit in lines))
    return files


@pytest.fixture
def releases(tmp_path: Path) -> tuple[ReleaseFiles, ReleaseFiles]:
    same = ("dossiers/2005/2040500010.ttl", "1")
    old = release(
        tmp_path / "old",
        ("README.md", "1"),
        same,
        ("dossiers/2005/2040500020.ttl", "1"),
        ("dossiers/2005/2040500030.ttl", "1"),
        ("dossiers/2004/2040500050.ttl", "1"),
    )
    new = release(
        tmp_path / "new",
        ("README.md", "2"),
        same,
        ("dossiers/2005/2040500020.ttl", "2"),
        ("dossiers/2005/2040500040.ttl", "1"),
        ("dossiers/2005/2040500050.ttl", "1"),
    )
    return old, new


def test_a_case_is_added_removed_or_changed(releases: tuple[ReleaseFiles, ReleaseFiles]) -> None:
    assert changed_cases(*releases) == [
        ("2040500020", "changed"),
        ("2040500030", "removed"),
        ("2040500040", "added"),
    ]
    assert changed_cases(releases[0], releases[0]) == []


def test_the_command_prints_csv_and_counts_on_stderr(
    releases: tuple[ReleaseFiles, ReleaseFiles],
) -> None:
    result = run("changes", *(files.folder for files in releases))
    assert result.stdout.splitlines() == [
        "case,change",
        "2040500020,changed",
        "2040500030,removed",
        "2040500040,added",
    ]
    assert result.stderr == "1 added, 1 removed, 1 changed\n"
    assert run("changes", *[releases[0].folder] * 2).stdout.splitlines() == ["case,change"]


def test_a_folder_without_a_manifest_is_refused(
    releases: tuple[ReleaseFiles, ReleaseFiles], tmp_path: Path
) -> None:
    with pytest.raises(ReleaseError, match="no manifest"):
        changed_cases(releases[0], ReleaseFiles(tmp_path))
    assert "no manifest" in one_line(run("changes", releases[0].folder, tmp_path))
