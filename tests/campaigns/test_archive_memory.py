"""Hostile archives need little memory, however many members they have."""

import gc
import tracemalloc
from pathlib import Path

import pytest

from tests.campaigns import archive_memory
from tests.campaigns.archive_memory import HOSTILE_ARCHIVES, MOST_BYTES, WALKS, memory_lines
from tests.campaigns.hostile_tars import HostileArchive

_BYTES_PER_MEMBER = MOST_BYTES // 250_000
"""The maximum memory for each further member. A zip can list at most 250,000 members."""
_MANY = (
    "empty-members.tar", "members-of-one-name.tar", "names-like-ids.tar", "hard-links.tar",
    "symbolic-links.tar", "members.zip", "overlaps.zip", "unlisted-members.zip",
)  # fmt: skip


def _peak(walk: str, path: Path) -> int:
    gc.collect()
    tracemalloc.start()
    WALKS[walk](path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def _growth(
    archive: HostileArchive, walk: str, folder: Path, counts: tuple[int, int], limit: int
) -> int:
    """Return how many bytes more are needed for many members than for few.

    Memory of other tests may be freed in the meantime, so the lower of two peaks is used. The
    larger archive takes long, so it is read again only if the growth exceeds the limit.
    """
    few, many = (folder / f"{count}-{archive.name}" for count in counts)
    for path, count in zip((few, many), counts, strict=True):
        archive.write(path, count)
    least = min(_peak(walk, few), _peak(walk, few))
    growth = _peak(walk, many) - least
    return growth if growth < limit else min(growth, _peak(walk, many) - least)


def _archive(name: str) -> HostileArchive:
    return next(each for each in HOSTILE_ARCHIVES if each.name == name)


@pytest.mark.long
@pytest.mark.parametrize("walk", WALKS)
@pytest.mark.parametrize("name", _MANY)
def test_members_of_an_archive_take_no_memory(name: str, walk: str, tmp_path: Path) -> None:
    limit = 1_500 * _BYTES_PER_MEMBER
    assert _growth(_archive(name), walk, tmp_path, (250, 1_750), limit) < limit


@pytest.mark.long
@pytest.mark.parametrize("walk", WALKS)
@pytest.mark.parametrize("name", ["links-with-long-paths.tar.xz", "sets-of-global-records.tar.xz"])
def test_headers_take_no_memory_when_they_have_been_read(
    name: str, walk: str, tmp_path: Path
) -> None:
    limit = 1_000_000
    assert _growth(_archive(name), walk, tmp_path, (2, 4), limit) < limit


def test_the_campaign_finds_too_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_memory, "measure", lambda *_: (MOST_BYTES + 1, 0.5, 3))
    small, large = _archive("hard-links.tar"), _archive("records.tar")
    assert [
        line.endswith("FAULT")
        for archive in (small, large)
        for line in memory_lines(archive, archive.count, MOST_BYTES)
    ] == [True, True, False, False]


@pytest.mark.long
@pytest.mark.parametrize("name", ["hard-links.tar", "overlaps.zip"])
def test_a_tenth_of_an_archive_needs_a_quarter_of_64_mb(name: str) -> None:
    """Some of the memory, such as that of the modules, does not depend on the size."""
    lines = list(memory_lines(_archive(name), 10, MOST_BYTES // 4))
    assert [line for line in lines if line.endswith("FAULT")] == []
    assert len(lines) == len(WALKS)
