"""Tar archives that are damaged or have hostile headers, and the parts of them that are read."""

import gzip
import lzma
import tarfile
from pathlib import Path

import pytest

from kv2rdf.sources.input.documents import InputDocument, list_documents, load_documents
from tests.packed_archives import compressed, documents, tar_info, tarred

FILES = documents(3)
TAR = tarred(FILES)
SECOND = 2048
"""The offset of the header of the second member. A header has 512 bytes, and a document 1,536."""


def read(content: bytes, folder: Path, name: str = "a.tar") -> dict[str, InputDocument]:
    (folder / name).write_bytes(content)
    ids = list_documents([folder])
    found = {document.id: document for document in load_documents([folder], ids)}
    assert {id_: document.sha256 for id_, document in found.items()} == ids
    return found


def with_bytes(at: int, new: bytes, content: bytes = TAR) -> bytes:
    return content[:at] + new + content[at + len(new) :]


def with_checksum(header: bytes) -> bytes:
    blank = header[:148] + b" " * 8 + header[156:512]
    return blank[:148] + b"%06o\0 " % sum(blank) + blank[156:]


def with_records(records: bytes, kind: bytes = b"x") -> bytes:
    """Return the tar with an extended header before its second member."""
    head = tar_info("records", kind, size=len(records)).tobuf(tarfile.USTAR_FORMAT)
    filled = records.ljust(len(records) + -len(records) % 512, b"\0")
    return TAR[:SECOND] + head + filled + TAR[SECOND:]


def record(key: str, value: str) -> bytes:
    size = len(f" {key}={value}\n") + 2
    return f"{size} {key}={value}\n".encode()


BAD_HEADER = with_bytes(SECOND + 3, b"X")


@pytest.mark.parametrize(
    ("content", "missing", "problem"),
    [
        (BAD_HEADER, {"KVR2.xml"}, "byte 2048: there is no valid header"),
        (TAR[:SECOND], {"KVR2.xml", "KVR3.xml"}, "byte 2048: the tar has no end"),
        (TAR[: SECOND + 100], {"KVR2.xml", "KVR3.xml"}, "byte 2048: the tar is cut off"),
        (TAR[: 3 * SECOND], set(), "byte 6144: the tar has no end"),
        (TAR[: 3 * SECOND + 512], set(), "byte 6656: the tar has no end"),
        (with_bytes(SECOND, bytes(1024)), {"KVR2.xml"}, "byte 2048: there are zeros between"),
        (TAR[:SECOND] + bytes(1024) + TAR[SECOND:], set(), "byte 2048: there are zeros between"),
        (TAR + b"x", set(), "byte 10240: the tar is cut off"),
        (TAR + bytes(2**20), set(), "byte 6144: 1052672 zeros follow"),
        (with_records(record("size", "99999999999999999999")), set(), "another size"),
        (with_records(record("size", "-5")), set(), "another size"),
        (with_records(b"12 path=x"), set(), "the records of an extended header are broken"),
        (with_records(b"x" * 2**20 + b"x", b"L"), set(), "an extended header has 1048577 bytes"),
    ],
)
def test_what_can_be_read_is_read_and_the_damaged_tar_is_held_back_with_the_place(
    content: bytes, missing: set[str], problem: str, tmp_path: Path
) -> None:
    found = read(content, tmp_path)
    assert {id_: found[id_].content for id_ in found if id_ != "a.tar"} == {
        name: content for name, content in FILES.items() if name not in missing
    }
    assert (found["a.tar"].problem or "").startswith("is read in part: byte ")
    assert problem in (found["a.tar"].problem or "")


@pytest.mark.parametrize(
    "content",
    [
        TAR[: 3 * SECOND + 1024],
        TAR[: 3 * SECOND + 1500],
        TAR + bytes(2**20 - 4096),
        with_records(record("comment", "x")),
        with_records(b"KVR2.xml\0" + bytes(2**20 - 9), b"L"),
    ],
)
def test_a_tar_with_its_end_is_whole(content: bytes, tmp_path: Path) -> None:
    assert {i: d.content for i, d in read(content, tmp_path).items()} == FILES


@pytest.mark.parametrize("kind", [".tar", ".tar.gz", ".tar.bz2", ".tar.xz"])
def test_tars_and_streams_one_behind_the_other_are_all_read(kind: str, tmp_path: Path) -> None:
    tars = [tarred({name: content}) for name, content in FILES.items()]
    found = read(b"".join(compressed(kind, tar) for tar in tars), tmp_path, f"a{kind}")
    assert {i: d.content for i, d in found.items()} == FILES


@pytest.mark.parametrize("kind", [".tar.gz", ".tar.bz2", ".tar.xz"])
@pytest.mark.parametrize("damage", ["cut off", "checksum", "other bytes behind"])
def test_the_end_of_a_compressed_tar_is_read(kind: str, damage: str, tmp_path: Path) -> None:
    whole = compressed(kind, TAR)
    at = len(whole) - (8 if kind == ".tar.gz" else 5 if kind == ".tar.bz2" else 14)
    content = {
        "cut off": whole[:-3],
        "checksum": with_bytes(at, bytes([whole[at] ^ 1]), whole),
        "other bytes behind": whole + b"other bytes",
    }[damage]
    found = read(content, tmp_path, f"a{kind}")
    assert set(found) == {*FILES, f"a{kind}"}
    assert (found[f"a{kind}"].problem or "").startswith("is read in part: byte ")


def test_a_gzip_header_may_have_an_extra_field(tmp_path: Path) -> None:
    packed = gzip.compress(TAR)
    content = packed[:3] + b"\4" + packed[4:10] + b"\x2c\1" + bytes(300) + packed[10:]
    assert set(read(content, tmp_path, "a.tar.gz")) == set(FILES)


@pytest.mark.parametrize(("size", "is_held_back"), [(2**26, False), (2**27, True)])
def test_a_dictionary_of_64_mb_is_allowed_and_a_larger_one_is_not(
    *, size: int, is_held_back: bool, tmp_path: Path
) -> None:
    chain = [{"id": lzma.FILTER_LZMA2, "dict_size": size, "preset": 0}]
    found = read(lzma.compress(TAR, filters=chain), tmp_path, "a.tar.xz")
    assert ("a.tar.xz" in found) is is_held_back
    assert set(found) - {"a.tar.xz"} == (set() if is_held_back else set(FILES))


def test_a_size_beyond_the_end_hides_no_member(tmp_path: Path) -> None:
    header = TAR[:124] + b"00000077777\0" + TAR[136:512]
    found = read(with_checksum(header) + TAR[512:], tmp_path)
    assert set(found) == {*FILES, "a.tar"}
    assert found["KVR1.xml"].problem == (
        "cannot be opened: 23039 bytes are missing at the end of a member"
    )
    assert found["KVR2.xml"].content == FILES["KVR2.xml"]


def test_two_damaged_tars_of_one_name_are_two_documents(tmp_path: Path) -> None:
    for folder, other in (("a", b"x"), ("b", b"y"), ("c", b"y")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.tar").write_bytes(other * 512 + TAR)
    found = read(TAR, tmp_path)
    assert sorted(id_.partition("~")[0] for id_ in found) == [*FILES, "x.tar", "x.tar"]


def links(*members: tarfile.TarInfo) -> bytes:
    return tarred({"one/KVR1.xml": FILES["KVR1.xml"], "KVR2.xml": FILES["KVR2.xml"]}, *members)


LINK = tarfile.LNKTYPE


@pytest.mark.parametrize(
    ("target", "source"),
    [("one/KVR1.xml", "KVR1.xml"), ("./one//KVR1.xml", "KVR1.xml"), ("KVR2.xml", "KVR2.xml")],
)
def test_a_hard_link_has_the_bytes_of_its_target_under_its_own_name(
    target: str, source: str, tmp_path: Path
) -> None:
    content = links(tar_info("two/b.xml", LINK, target), tar_info("c.xml", LINK, "two/b.xml"))
    found = read(content, tmp_path)
    assert set(found) == {"KVR1.xml", "KVR2.xml", "b.xml", "c.xml"}
    assert found["b.xml"].content == found["c.xml"].content == FILES[source]
    assert [d.content for d in load_documents([tmp_path], ["c.xml"])] == [FILES[source]]


@pytest.mark.parametrize("target", ["nowhere", "b.xml", "c.xml", "folder"])
def test_a_hard_link_to_nothing_before_it_is_held_back(target: str, tmp_path: Path) -> None:
    folder = tar_info("folder", tarfile.DIRTYPE)
    content = links(folder, tar_info("b.xml", LINK, target), tar_info("c.xml", LINK, "b.xml"))
    found = read(content, tmp_path)
    assert set(found) == {"KVR1.xml", "KVR2.xml", "b.xml", "c.xml"}
    assert (found["b.xml"].problem or "").startswith("is a hard link to nothing")
    assert (found["c.xml"].problem or "").startswith("is a hard link to nothing")


@pytest.mark.parametrize(("count", "held_back"), [(100, 0), (101, 1)])
def test_a_member_has_at_most_100_hard_links(count: int, held_back: int, tmp_path: Path) -> None:
    content = links(*(tar_info(f"l{number}", LINK, "KVR2.xml") for number in range(count)))
    found = read(content, tmp_path)
    assert len(found) == 2 + count
    assert sum(document.problem is not None for document in found.values()) == held_back


def test_the_link_of_a_member_that_is_packed_twice_is_the_one_before_it(tmp_path: Path) -> None:
    second = tarred({"KVR2.xml": b"<new/>"})
    found = read(links(tar_info("b.xml", LINK, "KVR2.xml"))[:-4096] + second, tmp_path)
    assert found["b.xml"].content == FILES["KVR2.xml"]


@pytest.mark.parametrize(
    ("kind", "other_kind"),
    [
        (tarfile.SYMTYPE, "a symbolic link in an archive"),
        (tarfile.CHRTYPE, "a device in an archive"),
        (tarfile.BLKTYPE, "a device in an archive"),
        (tarfile.FIFOTYPE, "a named pipe in an archive"),
    ],
)
def test_what_is_not_a_file_is_listed_as_such(kind: bytes, other_kind: str, tmp_path: Path) -> None:
    found = read(links(tar_info("b.xml", kind, "KVR2.xml")), tmp_path)
    assert (found["b.xml"].problem, found["b.xml"].other_kind) == (None, other_kind)
    assert set(found) == {"KVR1.xml", "KVR2.xml", "b.xml"}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (with_records(record("GNU.sparse.map", "x,y")), "is a sparse file in a tar"),
        (with_checksum(TAR[:156] + b"S" + TAR[157:512]) + TAR[512:], "is a sparse file in a tar"),
        (with_checksum(TAR[:156] + b"M" + TAR[157:512]) + TAR[512:], "is a member of a tar, of a"),
    ],
)
def test_a_member_of_a_kind_that_is_not_read_is_held_back(
    content: bytes, problem: str, tmp_path: Path
) -> None:
    found = read(content, tmp_path)
    assert set(found) == set(FILES)
    assert next(d.problem for d in found.values() if d.problem).startswith(problem)
