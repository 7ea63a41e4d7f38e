"""Uploads. Readers find the previous or the new release, even if an upload is interrupted."""

import hashlib
import shutil
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.release import manifest
from kv2rdf.release import upload as uploading
from kv2rdf.release.file_hash import file_sha256
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.remote_release import POINTER, UNLISTED, remote_problems
from kv2rdf.release.upload import UploadResult
from kv2rdf.storage.release_folder import MANIFEST
from kv2rdf.storage.remote_path import RemotePath
from tests.release_digest import uploaded_files

pytestmark = pytest.mark.remote
_numbers = count()


@pytest.fixture(params=["memory", "file"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> RemotePath:
    below = "" if request.param == "memory" else f"{tmp_path}/"
    return uploading.upload_target(f"{request.param}://{below}out{next(_numbers)}/kamervragen/")


@pytest.fixture
def release(seed_release: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(seed_release.resolve(), tmp_path / "copy"))


def upload(release: Path, root: RemotePath) -> UploadResult:
    return uploading.upload(ReleaseFiles(release), root, lambda _step, _done, _all: None)


def changed(release: Path, word: str) -> Path:
    """Change a release and its manifest, and return the release."""
    (release / "report.html").write_text(word)
    manifest.write_manifest(ReleaseFiles(release), {}, {})
    return release


def pointer(root: RemotePath) -> str:
    return ((root / POINTER).read(100) or b"").decode()


def test_every_file_is_uploaded_byte_for_byte(release: Path, root: RemotePath) -> None:
    uploaded = upload(release, root)
    assert pointer(root) == f"{uploaded.name}\n"
    digest = hashlib.sha256(ReleaseFiles(release).manifest.read_bytes()).hexdigest()
    assert uploaded.name == digest[:16]
    expected = uploaded_files(release)
    assert set((root / uploaded.name).file_sizes()) == expected
    assert uploaded.files == uploaded.sent == len(expected) > 20
    for name in expected:
        assert (root / uploaded.name / name).read(10**8) == (release / name).read_bytes()
    assert list(remote_problems(root)) == []


def test_present_files_are_not_sent_again(release: Path, root: RemotePath) -> None:
    name = upload(release, root).name
    for file in (root / name).file_sizes():
        again = FailingPath(root.url, root.error_type, root.file_system, root.path, file)
        assert upload(release, again).sent == 0


def test_the_previous_release_is_kept_and_older_ones_are_removed(
    release: Path, root: RemotePath
) -> None:
    (root / "notes" / "mine.txt").write(b"not of a release")
    (root / "0123456789abcdef0" / "mine.txt").write(b"not of a release either")
    names = [upload(changed(release, word), root).name for word in ("one", "two", "three")]
    assert root.folder_names() == sorted([names[1], names[2], "notes", "0123456789abcdef0"])
    assert pointer(root) == f"{names[2]}\n"
    assert upload(changed(release, "two"), root).sent == 0
    assert pointer(root) == f"{names[1]}\n"
    assert upload(release, root).sent == 0
    assert set(names[1:]) <= set(root.folder_names())


@dataclass(frozen=True, slots=True)
class FailingPath(RemotePath):
    """A remote path that loses the network when a file with a certain name is sent."""

    failing: str = ""

    def __truediv__(self, below: str) -> "FailingPath":
        path = super(FailingPath, self).__truediv__(below)
        return type(self)(path.url, path.error_type, path.file_system, path.path, self.failing)

    def upload(self, folder: Path, names: object) -> None:
        assert isinstance(names, list)
        for name in names:
            if name == self.failing:
                raise ReleaseError("network lost")
            super(FailingPath, self).upload(folder, [name])


class LossyPath(FailingPath):
    """A remote path that reports success for a file with a certain name, but does not store it."""

    def upload(self, folder: Path, names: object) -> None:
        assert isinstance(names, list)
        RemotePath.upload(self, folder, [name for name in names if name != self.failing])


def test_a_lost_file_leaves_the_previous_release(release: Path, root: RemotePath) -> None:
    old = upload(release, root).name
    changed(release, "new")
    with pytest.raises(ReleaseError, match=r"report\.json: was sent, but is not there"):
        upload(
            release,
            LossyPath(root.url, root.error_type, root.file_system, root.path, "report.json"),
        )
    assert pointer(root) == f"{old}\n"


@pytest.mark.parametrize("failing", ["catalogue.ttl", "report.json", *UNLISTED, MANIFEST])
def test_an_interrupted_upload_leaves_the_previous_release_and_can_be_resumed(
    release: Path, root: RemotePath, failing: str
) -> None:
    old = upload(release, root).name
    changed(release, "new")
    with pytest.raises(ReleaseError, match="network lost"):
        upload(
            release, FailingPath(root.url, root.error_type, root.file_system, root.path, failing)
        )
    assert pointer(root) == f"{old}\n"
    assert list(remote_problems(root)) == []
    new = file_sha256(ReleaseFiles(release).manifest)[:16]
    sent = set((root / new).file_sizes())
    assert failing not in sent
    uploaded = upload(release, root)
    assert uploaded.name == new
    assert uploaded.sent == uploaded.files - len(sent - set(UNLISTED))
    assert pointer(root) == f"{new}\n"
    assert list(remote_problems(root)) == []


def test_an_incomplete_file_is_sent_again(release: Path, root: RemotePath) -> None:
    new = file_sha256(ReleaseFiles(release).manifest)[:16]
    for name in ("catalogue.ttl", MANIFEST):
        (root / new / name).write((release / name).read_bytes()[:100])
    assert upload(release, root).sent == len(uploaded_files(release))
    assert list(remote_problems(root)) == []


def test_unlisted_files_come_from_the_same_build_as_the_manifest(
    release: Path, root: RemotePath
) -> None:
    """After an interrupted upload the release is rebuilt, with the same manifest, and uploaded."""
    with pytest.raises(ReleaseError, match="network lost"):
        upload(
            release,
            FailingPath(root.url, root.error_type, root.file_system, root.path, MANIFEST),
        )
    run = (release / "run.json").read_text().replace('"test"', '"tost"')
    (release / "run.json").write_text(run)
    assert (root / upload(release, root).name / "run.json").read(10**6) == run.encode()


def test_a_damaged_file_is_not_sent(release: Path, root: RemotePath) -> None:
    old = upload(release, root).name
    changed(release, "new")
    (release / "catalogue.ttl").write_bytes((release / "catalogue.ttl").read_bytes()[::-1])
    with pytest.raises(ReleaseError, match=r"catalogue\.ttl: is not the file that was published"):
        upload(release, root)
    assert pointer(root) == f"{old}\n"
    assert list(remote_problems(root)) == []


@pytest.mark.parametrize("name", ["catalogue.ttl", "kamervragen.nq.gz", MANIFEST, *UNLISTED])
def test_verify_finds_a_missing_file(release: Path, root: RemotePath, name: str) -> None:
    folder = root / upload(release, root).name
    (folder / name).remove()
    assert list(remote_problems(root)) == [f"{name}: is missing"]
    upload(release, root)
    assert list(remote_problems(root)) == []


def test_verify_finds_a_byte_flipped_in_any_file_of_the_manifest(
    release: Path, root: RemotePath
) -> None:
    folder = root / upload(release, root).name
    names = [*manifest.read_manifest(ReleaseFiles(release)), MANIFEST]
    assert len(names) > 20
    for name in names:
        before = (release / name).read_bytes()
        flipped = bytearray(before)
        flipped[len(before) // 2] ^= 1
        (folder / name).write(bytes(flipped))
        (problem,) = remote_problems(root)
        assert problem.startswith(f"{name}: is not the ")
        (folder / name).write(before)
    assert list(remote_problems(root)) == []


def test_a_remote_path_or_folder_that_is_not_a_release_is_reported(
    release: Path, root: RemotePath, tmp_path: Path
) -> None:
    with pytest.raises(ReleaseError, match="not a release: it has no file current"):
        list(remote_problems(root))
    with pytest.raises(ReleaseError, match="no manifest"):
        upload(tmp_path / "none", root)
    (release / "textindex.sqlite").unlink()
    with pytest.raises(ReleaseError, match=r"textindex\.sqlite: No such file"):
        upload(release, root)
    (root / POINTER).write(b"../../etc")
    for refused in (lambda: list(remote_problems(root)), lambda: upload(release, root)):
        with pytest.raises(ReleaseError, match="current: does not name a kv2rdf release"):
            refused()


def test_a_release_cannot_be_uploaded_over_http() -> None:
    with pytest.raises(ReleaseError, match=r"https://example\.org/out: cannot be written to"):
        uploading.upload_target("https://example.org/out")
