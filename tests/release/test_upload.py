"""Releases elsewhere: a reader finds the old one or the new one, whole, whatever breaks off."""

import hashlib
import shutil
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.release import manifest
from kv2rdf.release import upload as remote
from kv2rdf.release.upload import BESIDE, POINTER, Uploaded
from kv2rdf.storage.remote_path import Place

pytestmark = pytest.mark.remote
_numbers = count()


@pytest.fixture(params=["memory", "file"])
def to(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    below = "" if request.param == "memory" else f"{tmp_path}/"
    return remote.target(f"{request.param}://{below}out{next(_numbers)}/kamervragen/")


@pytest.fixture
def release(seed_release: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(seed_release.resolve(), tmp_path / "copy"))


def upload(release: Path, to: Place) -> Uploaded:
    return remote.upload(release, to, lambda _step, _done, _all: None)


def changed(release: Path, word: str) -> Path:
    """Let a release be another, as whole as it was."""
    (release / "report.html").write_text(word)
    manifest.write(release, {}, {})
    return release


def pointer(to: Place) -> str:
    return ((to / POINTER).read() or b"").decode()


def test_all_that_a_reader_needs_is_there_byte_for_byte(release: Path, to: Place) -> None:
    uploaded = upload(release, to)
    assert pointer(to) == f"{uploaded.name}\n"
    digest = hashlib.sha256((release / manifest.NAME).read_bytes()).hexdigest()
    assert uploaded.name == digest[:16]
    expected = {*manifest.read(release), *BESIDE, manifest.NAME}
    assert set((to / uploaded.name).files()) == expected
    assert uploaded.files == uploaded.sent == len(expected) == 9
    for name in expected:
        assert (to / uploaded.name / name).read() == (release / name).read_bytes()
    assert list(remote.problems(to)) == []


def test_what_is_there_is_not_sent_again(release: Path, to: Place) -> None:
    name = upload(release, to).name
    for file in (to / name).files():
        again = Breaking(to.url, to.fault, to.system, to.path, file)
        assert upload(release, again).sent == 0


def test_the_release_before_stays_and_older_ones_go(release: Path, to: Place) -> None:
    (to / "notes" / "mine.txt").write(b"not of a release")
    (to / "0123456789abcdef0" / "mine.txt").write(b"nor is this")
    names = [upload(changed(release, word), to).name for word in ("one", "two", "three")]
    assert to.folders() == sorted([names[1], names[2], "notes", "0123456789abcdef0"])
    assert pointer(to) == f"{names[2]}\n"
    assert upload(changed(release, "two"), to).sent == 0
    assert pointer(to) == f"{names[1]}\n"
    assert upload(release, to).sent == 0
    assert set(names[1:]) <= set(to.folders())


@dataclass(frozen=True, slots=True)
class Breaking(Place):
    """A place whose network is lost at the file of a name."""

    at: str = ""

    def __truediv__(self, below: str) -> "Breaking":
        there = super(Breaking, self).__truediv__(below)
        return type(self)(there.url, there.fault, there.system, there.path, self.at)

    def put(self, folder: Path, names: object) -> None:
        assert isinstance(names, list)
        for name in names:
            if name == self.at:
                raise ReleaseError("network lost")
            super(Breaking, self).put(folder, [name])


class Forgetful(Breaking):
    """A place that says it has taken the file of a name, and has not."""

    def put(self, folder: Path, names: object) -> None:
        assert isinstance(names, list)
        Place.put(self, folder, [name for name in names if name != self.at])


def test_a_file_that_did_not_arrive_leaves_the_old_release(release: Path, to: Place) -> None:
    old = upload(release, to).name
    changed(release, "new")
    with pytest.raises(ReleaseError, match=r"report\.json: was sent, and is not there"):
        upload(release, Forgetful(to.url, to.fault, to.system, to.path, "report.json"))
    assert pointer(to) == f"{old}\n"


@pytest.mark.parametrize("at", ["catalogue.ttl", "report.json", *BESIDE, manifest.NAME])
def test_an_upload_that_breaks_off_leaves_the_old_release_and_is_taken_up_again(
    release: Path, to: Place, at: str
) -> None:
    old = upload(release, to).name
    changed(release, "new")
    with pytest.raises(ReleaseError, match="network lost"):
        upload(release, Breaking(to.url, to.fault, to.system, to.path, at))
    assert pointer(to) == f"{old}\n"
    assert list(remote.problems(to)) == []
    new = manifest.file_sha256(release / manifest.NAME)[:16]
    there = set((to / new).files())
    assert at not in there
    uploaded = upload(release, to)
    assert uploaded.name == new
    assert uploaded.sent == uploaded.files - len(there - set(BESIDE))
    assert pointer(to) == f"{new}\n"
    assert list(remote.problems(to)) == []


def test_half_a_file_is_sent_again(release: Path, to: Place) -> None:
    new = manifest.file_sha256(release / manifest.NAME)[:16]
    for name in ("catalogue.ttl", manifest.NAME):
        (to / new / name).write((release / name).read_bytes()[:100])
    assert upload(release, to).sent == 9
    assert list(remote.problems(to)) == []


def test_what_lies_beside_the_manifest_is_of_the_same_build(release: Path, to: Place) -> None:
    """An upload breaks off, and the release is built anew before the next: same manifest."""
    with pytest.raises(ReleaseError, match="network lost"):
        upload(release, Breaking(to.url, to.fault, to.system, to.path, manifest.NAME))
    told = (release / "run.json").read_text().replace('"test"', '"tost"')
    (release / "run.json").write_text(told)
    assert (to / upload(release, to).name / "run.json").read() == told.encode()


def test_a_damaged_file_is_not_sent(release: Path, to: Place) -> None:
    old = upload(release, to).name
    changed(release, "new")
    (release / "catalogue.ttl").write_bytes((release / "catalogue.ttl").read_bytes()[::-1])
    with pytest.raises(ReleaseError, match=r"catalogue\.ttl: is not the file that was published"):
        upload(release, to)
    assert pointer(to) == f"{old}\n"
    assert list(remote.problems(to)) == []


@pytest.mark.parametrize("name", ["catalogue.ttl", "kamervragen.nq.gz", manifest.NAME, *BESIDE])
def test_verify_finds_what_is_not_there(release: Path, to: Place, name: str) -> None:
    folder = to / upload(release, to).name
    (folder / name).remove()
    assert list(remote.problems(to)) == [f"{name}: is not there"]
    upload(release, to)
    assert list(remote.problems(to)) == []


def test_verify_finds_a_byte_flipped_in_any_file_of_the_manifest(release: Path, to: Place) -> None:
    folder = to / upload(release, to).name
    names = [*manifest.read(release), manifest.NAME]
    assert len(names) == 7
    for name in names:
        before = (release / name).read_bytes()
        flipped = bytearray(before)
        flipped[len(before) // 2] ^= 1
        (folder / name).write(bytes(flipped))
        (problem,) = remote.problems(to)
        assert problem.startswith(f"{name}: is not the ")
        (folder / name).write(before)
    assert list(remote.problems(to)) == []


def test_what_is_no_release_is_told_of(release: Path, to: Place, tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="is no release: no current"):
        list(remote.problems(to))
    with pytest.raises(ReleaseError, match="no manifest"):
        upload(tmp_path / "none", to)
    (release / "textindex.sqlite").unlink()
    with pytest.raises(ReleaseError, match=r"textindex\.sqlite: No such file"):
        upload(release, to)
    (to / POINTER).write(b"../../etc")
    for refused in (lambda: list(remote.problems(to)), lambda: upload(release, to)):
        with pytest.raises(ReleaseError, match="current: names no release of ours"):
            refused()


def test_the_web_is_for_reading_only() -> None:
    with pytest.raises(ReleaseError, match=r"https://example\.org/out: can be read only"):
        remote.target("https://example.org/out")
