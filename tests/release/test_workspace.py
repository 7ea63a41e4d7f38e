"""The folders of releases. No unfinished folder is left, and no other files are touched."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from kv2rdf.errors import InputError, ReleaseError
from kv2rdf.release.workspace import release_workspace
from tests.conftest import ROOT, build_quietly

SEED = ROOT / "seeds" / "kamervragen"


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def publish(link: Path) -> None:
    """Publish a release that contains only the files by which a release is recognised."""
    with release_workspace(link) as workspace:
        workspace.files.manifest.touch()
        workspace.files.nquads.touch()
        workspace.swap_in()


def test_a_failed_first_build_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "broken.xml").write_text("<kvr>")
    for _ in range(2):
        with pytest.raises(InputError):
            build_quietly(tmp_path / "new" / "folder" / "release", tmp_path / "broken.xml")
        assert names(tmp_path) == ["broken.xml"]


def test_a_failed_build_leaves_the_old_release_as_it_was(tmp_path: Path) -> None:
    publish(tmp_path / "release")
    before = names(tmp_path)
    with suppress(ZeroDivisionError), release_workspace(tmp_path / "release") as workspace:
        workspace.files.state.mkdir()
        raise ZeroDivisionError
    assert names(tmp_path) == before
    assert "release.d/1/kamervragen.nq.gz" in before


def test_what_a_killed_build_left_is_removed_when_the_next_one_begins(tmp_path: Path) -> None:
    publish(tmp_path / "release")
    before = names(tmp_path)
    for number in (2, 3, 12):
        (tmp_path / "release.d" / f".{number}.building" / "state").mkdir(parents=True)
    (tmp_path / "release.d" / ".3.removed" / "state").mkdir(parents=True)
    (tmp_path / "release.d" / ".lock").touch()
    (tmp_path / ".release.new").symlink_to("release.d/12")
    with suppress(ZeroDivisionError), release_workspace(tmp_path / "release") as workspace:
        (half_made,) = (tmp_path / "release.d").glob(".*.building")
        assert half_made == workspace.files.folder
        raise ZeroDivisionError
    assert names(tmp_path) == before


def test_a_build_that_is_refused_leaves_the_one_that_is_running_alone(tmp_path: Path) -> None:
    with release_workspace(tmp_path / "release") as workspace:
        (workspace.files.folder / "half").touch()
        for _ in range(2):
            with pytest.raises(ReleaseError, match=r"/release: another build is running here"):
                publish(tmp_path / "release")
        assert (workspace.files.folder / "half").exists()
    assert names(tmp_path) == []


def foreign_link(out: Path) -> None:
    (out.parent / "photos").mkdir()
    out.symlink_to("photos")


def foreign_dangling_link(out: Path) -> None:
    out.symlink_to("/mnt/not-mounted/release.d/3")


def foreign_file_in_place_of_the_folders(out: Path) -> None:
    out.with_name("release.d").write_text("mine")


@pytest.mark.parametrize(
    "occupy",
    [
        Path.touch,
        Path.mkdir,
        foreign_link,
        foreign_dangling_link,
        foreign_file_in_place_of_the_folders,
    ],
)
def test_what_is_not_a_release_is_not_replaced(
    tmp_path: Path, occupy: Callable[[Path], object]
) -> None:
    occupy(tmp_path / "release")
    before = names(tmp_path)
    with pytest.raises(ReleaseError, match=r"/release(\.d)? exists and is not a "):
        publish(tmp_path / "release")
    assert names(tmp_path) == before


def test_a_link_whose_release_is_gone_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "release").symlink_to("release.d/7")
    publish(tmp_path / "release")
    assert (tmp_path / "release").resolve() == tmp_path / "release.d" / "1"


def test_a_link_to_a_release_in_another_folder_is_replaced(tmp_path: Path) -> None:
    publish(tmp_path / "other")
    (tmp_path / "release").symlink_to("other.d/1")
    publish(tmp_path / "release")
    assert (tmp_path / "release").resolve() == tmp_path / "release.d" / "1"
    assert (tmp_path / "other.d" / "1").is_dir()


def test_a_numbered_folder_that_is_not_a_release_is_kept(tmp_path: Path) -> None:
    (tmp_path / "events.d" / "2024").mkdir(parents=True)
    for _ in range(3):
        publish(tmp_path / "events")
    assert sorted(path.name for path in (tmp_path / "events.d").iterdir()) == [
        "2024",
        "2026",
        "2027",
    ]


@pytest.mark.parametrize("text", ["sub/..", "sub/../release", "./release/"])
def test_a_path_with_dots_is_resolved(tmp_path: Path, text: str) -> None:
    out = Path(f"{tmp_path}/{text}")
    if text == "sub/..":
        with pytest.raises(ReleaseError, match="exists and is not"):
            publish(out)
    else:
        publish(out)
        assert (tmp_path / "release.d" / "1").is_dir()
