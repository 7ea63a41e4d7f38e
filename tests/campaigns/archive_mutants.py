"""Archives that are damaged at positions that matter to their structure."""

import random
import struct
import tarfile
from collections.abc import Callable

from tests.packed_archives import compressed, documents, packed, tar_info, tarred, zipped

_TEXTS = (
    b"", b"../../etc/x", b"/", b"..", b"x" * 99, b"\xff\xfe.xml", b"a\nb.xml", b"x:y?.xml", b"AUX",
    b"KVR1.xml~12345678", b"./KVR2.xml", b"null.xml", b"\xe2\x80\xa8.xml",
)  # fmt: skip
_SIZES = (0, 1, 511, 512, 513, 1334, 5334, 1 << 20, (1 << 33) - 1)
_RECORDS = (
    "path", "linkpath", "size", "GNU.sparse.map", "GNU.sparse.size", "GNU.sparse.major", "mtime",
    "hdrcharset", "SCHILY.xattr.x", "GNU.sparse.name", "uid",
)  # fmt: skip
_VALUES = (
    "", "-5", "0", "1", "700", "4147", "99999999999999999999", "x,y", "1e9", "a/b.xml", "0,1,2",
    "é.xml", "\0", "9" * 5000, "KVR1.xml",
)  # fmt: skip
_TYPES = b"0\x001234567LKxXgSVDMNA\xff"


def _mutate_tar_header(content: bytearray, chance: random.Random) -> None:
    """Change a field of a header, and usually also its checksum."""
    at = chance.choice(_headers(content))
    begin, size = chance.choice(((0, 100), (124, 12), (156, 1), (157, 100), (257, 8), (345, 155)))
    value = chance.choice(_TEXTS)
    if begin == 124:
        value = b"%011o\0" % chance.choice(_SIZES)
        value = chance.choice(
            (value, b"-0000000005\0", b"\x80" + bytes(3) + b"\xff" * 8, b"\xff" * 12)
        )
    elif begin == 156:
        value = bytes([chance.choice(_TYPES)])
    content[at + begin : at + begin + size] = value[:size].ljust(size, b"\0")
    if chance.random() < 0.9:
        content[at + 148 : at + 156] = b" " * 8
        content[at + 148 : at + 156] = b"%06o\0 " % sum(content[at : at + 512])


def _insert_records(content: bytearray, chance: random.Random) -> None:
    """Insert an extended header of records, some of them broken, before a member."""
    records = b""
    for _ in range(chance.randrange(1, 4)):
        pair = f"{chance.choice(_RECORDS)}={chance.choice(_VALUES)}\n".encode()
        length = len(pair) + 3 if len(pair) < 96 else len(pair) + 5
        records += b"%d %s" % (length + chance.choice((0, 0, 0, 0, 1, -1, 7)), pair)
    kind = chance.choice((b"x", b"x", b"g", b"L", b"K", b"X"))
    header = tar_info("PaxHeader", kind, size=len(records)).tobuf(tarfile.USTAR_FORMAT)
    at = chance.choice(_headers(content))
    content[at:at] = header + records.ljust(-len(records) % 512 + len(records), b"\0")


def _change_blocks(content: bytearray, chance: random.Random) -> None:
    """Remove, repeat, move or empty some blocks of 512 bytes."""
    at = 512 * chance.randrange(len(content) // 512)
    size = 512 * chance.randrange(1, 6)
    block = bytes(content[at : at + size])
    to = 512 * chance.randrange(len(content) // 512)
    change = chance.randrange(5)
    if change != 1:
        content[at : at + size] = bytes(len(block)) if change == 0 else b""
    if change in {1, 2}:
        content[to:to] = block
    if change == 4:
        content[to:to] = bytes(size)


def _overwrite(content: bytearray, chance: random.Random) -> None:
    """Overwrite a random place with random bytes."""
    at = chance.randrange(len(content))
    content[at : at + 4] = chance.randbytes(chance.randrange(8))


def _mutate_zip_field(content: bytearray, chance: random.Random) -> None:
    """Change a field of a header, of an entry of the directory, or of the end."""
    magic = chance.choice((b"PK\3\4", b"PK\1\2", b"PK\5\6"))
    places = [at for at in range(len(content)) if content[at : at + 4] == magic]
    if places:
        at = chance.choice(places) + chance.randrange(4, 46)
        size = chance.choice((1, 2, 4))
        number = chance.choice(
            (0, 1, 8, 9, 12, 14, 63, 99, 0xFFFF, 0xFFFFFFFF, chance.getrandbits(32))
        )
        content[at : at + size] = struct.pack("<L", number)[:size]


def _change_bytes(content: bytearray, chance: random.Random) -> None:
    """Remove or repeat a part of the bytes."""
    at, size = chance.randrange(len(content)), chance.randrange(1, 400)
    part = bytes(content[at : at + size])
    content[at : at + size] = b"" if chance.random() < 0.5 else part * 2


_TAR_CHANGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _mutate_tar_header, _mutate_tar_header, _insert_records, _change_blocks, _overwrite,
)  # fmt: skip
_ZIP_CHANGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _mutate_zip_field, _mutate_zip_field, _change_bytes, _overwrite,
)  # fmt: skip


def mutant(kind: str, chance: random.Random) -> bytes:
    """Return an archive whose structure is damaged in one to three places."""
    files = documents(chance.randrange(1, 7))
    if chance.random() < 0.2:  # an archive in an archive
        files["nested" + kind] = packed(kind, documents(2))
    content = bytearray(_zip(files, chance) if kind == ".zip" else _tar(files, chance))
    for _ in range(chance.randrange(1, 4)):
        if len(content) >= 512:
            chance.choice(_ZIP_CHANGES if kind == ".zip" else _TAR_CHANGES)(content, chance)
    return bytes(content) if kind == ".zip" else compressed(kind, bytes(content))


def _tar(files: dict[str, bytes], chance: random.Random) -> bytes:
    links = [
        tar_info(f"link{number}.xml", chance.choice((b"1", b"1", b"2", b"3", b"6")), target)
        for number, target in enumerate(
            chance.choices(
                ("KVR1.xml", "./KVR2.xml", "link0.xml", "nowhere"), k=chance.randrange(3)
            )
        )
    ]
    content = tarred(files, *links)
    return content + content if chance.random() < 0.1 else content


def _zip(files: dict[str, bytes], chance: random.Random) -> bytes:
    content = zipped(files, chance.choice((0, 8, 8, 12, 14)))
    return content + content if chance.random() < 0.1 else content


def _headers(content: bytearray) -> list[int]:
    """Return the offsets of the headers of a tar. The first is 0."""
    found = [
        at for at in range(0, len(content) - 511, 512) if content[at + 257 : at + 262] == b"ustar"
    ]
    return found or [0]
