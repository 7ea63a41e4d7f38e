"""The documents that the audit finds in archives, independently of the reader."""

import random
from pathlib import Path

import pytest

from kv2rdf.audit.input_files import read_inputs
from tests.packed_archives import KINDS, documents, packed, tar_info, tarred, zipped

FILES = documents(3)


@pytest.mark.parametrize("kind", KINDS)
def test_every_member_is_counted(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{kind.upper()}"
    path.write_bytes(packed(kind, FILES))
    *members, archive = read_inputs([path])
    assert {member.name: member.content for member in members} == FILES
    assert (archive.name, archive.is_required) == (path.name, False)


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_archive_must_be_held_back(kind: str, tmp_path: Path) -> None:
    path, whole = tmp_path / f"a{kind}", packed(kind, FILES)
    chance = random.Random(kind)
    for _ in range(20):
        path.write_bytes(whole[: chance.randrange(1, len(whole) - 4096 * (kind == ".tar"))])
        assert [i.name for i in read_inputs([path]) if i.name == path.name and i.is_required]


def test_a_member_whose_header_is_damaged_is_not_taken_for_read(tmp_path: Path) -> None:
    content = bytearray(tarred(FILES))
    content[2048 + 3] ^= 1
    (tmp_path / "a.tar").write_bytes(content)
    found = {i.name: i.is_required for i in read_inputs([tmp_path])}
    assert found == {"KVR1.xml": True, "KVR3.xml": True, "a.tar": True}


def test_a_member_that_only_its_header_announces_is_counted(tmp_path: Path) -> None:
    content = zipped(FILES)
    (tmp_path / "a.zip").write_bytes(content[: content.index(b"PK\1\2")])
    found = {i.name: i.content for i in read_inputs([tmp_path])}
    assert found == {**FILES, "a.zip": b""}


def test_links_are_counted(tmp_path: Path) -> None:
    links = (tar_info("b.xml", b"1", "KVR1.xml"), tar_info("c.xml", b"2", "KVR1.xml"))
    (tmp_path / "a.tar").write_bytes(tarred(FILES, *links))
    found = {i.name: i.content for i in read_inputs([tmp_path]) if i.is_required}
    assert found == {**FILES, "b.xml": FILES["KVR1.xml"], "c.xml": b""}
