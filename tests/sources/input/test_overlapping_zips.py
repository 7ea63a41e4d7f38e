"""Zip archives whose unlisted members overlap: the work for each byte is limited."""

import struct
import zlib
from pathlib import Path

import pytest

from kv2rdf.sources.input import zip_archive
from kv2rdf.sources.input.zip_archive import MAX_LOST_ENDS
from tests.campaigns.archive_outcomes import archive_outcomes

_END = b"PK\5\6" + bytes(18)


def _header(name: bytes, flags: int, method: int, name_size: int, extra_size: int = 0) -> bytes:
    numbers = (20, flags, method, 0, 0, 0, 0, name_size, extra_size)
    return struct.pack("<4sHHHLLLLHH", b"PK\3\4", *numbers) + name


def _streamed_member(name: bytes, content: bytes) -> bytes:
    return _header(name, 8, 8, len(name)) + content


def _names(path: Path) -> list[str]:
    outcomes = archive_outcomes(path)
    assert list(outcomes.disagreements()) == []
    return sorted(document.id.partition("~")[0] for document in outcomes.documents)


@pytest.mark.parametrize(("count", "found"), [(3, 3), (MAX_LOST_ENDS + 10, MAX_LOST_ENDS + 1)])
def test_members_without_an_end_are_searched_for_others_only_a_few_times(
    count: int, found: int, tmp_path: Path
) -> None:
    impossible_block = b"\7"
    members = (_streamed_member(b"KVR%d.xml" % number, impossible_block) for number in range(count))
    (tmp_path / "a.zip").write_bytes(b"".join(members) + _END)
    assert _names(tmp_path / "a.zip") == sorted(
        ["a.zip", *(f"KVR{number}.xml" for number in range(found))]
    )


def test_a_member_with_a_wrong_checksum_is_not_searched_for_others(tmp_path: Path) -> None:
    inner = _streamed_member(b"inner.xml", zlib.compress(b"<a/>", wbits=-15)) + bytes(12)
    content = zlib.compressobj(0, wbits=-15)
    outer = _streamed_member(b"outer.xml", content.compress(inner) + content.flush()) + bytes(12)
    (tmp_path / "a.zip").write_bytes(outer + _END)
    assert _names(tmp_path / "a.zip") == ["a.zip", "outer.xml"]


@pytest.mark.parametrize(
    "header",
    [_header(b"x\0", 0, 0, 0xFFFF, 0xFFFF), _header(b"xx", 0, 77, 0xFFFF, 0xFFFF)],
    ids=["a name with a zero", "an unknown method"],
)
def test_bytes_that_only_look_like_a_header_are_not_read_as_one(
    header: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.zip").write_bytes(header * 5_000 + _END)
    monkeypatch.setattr(zip_archive, "local_member", lambda *_: pytest.fail("it was read"))
    assert _names(tmp_path / "a.zip") in ([], ["a.zip"])
