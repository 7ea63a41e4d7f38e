"""The headers of a tar archive, and the records of extended headers."""

import re
from dataclasses import dataclass
from enum import Enum

BLOCK_BYTES = 512

MAX_HEADER_BYTES = 1024 * 1024
"""The maximum number of bytes in an extended header: a long name, or a set of records."""

_SIZE_OF_LARGE_FILES = 8 * 1024**3  # The smallest size in bytes that does not fit into a header.
_NUMBER = re.compile(rb"[0-7]*")
_DECIMAL = re.compile(rb"[0-9]{1,20}")
_LENGTH = re.compile(rb"([1-9][0-9]{0,6}) ")
_SPARSE = b"GNU.sparse."


class TarKind(Enum):
    """The kinds of headers in a tar archive."""

    FILE = "a file"
    FOLDER = "a folder"
    HARD_LINK = "a hard link"
    SYMBOLIC_LINK = "a symbolic link"
    DEVICE = "a device"
    PIPE = "a named pipe"
    LABEL = "the name of the archive"
    SPARSE_FILE = "a sparse file"
    LONG_NAME = "the name of the next member"
    LONG_LINK = "the target of the next member"
    RECORDS = "records about the next member"
    GLOBAL_RECORDS = "records about all members behind it"
    UNKNOWN = "a member of a kind that is not known"


_KINDS = {
    b"0": TarKind.FILE, b"\0": TarKind.FILE, b"7": TarKind.FILE, b"1": TarKind.HARD_LINK,
    b"2": TarKind.SYMBOLIC_LINK, b"3": TarKind.DEVICE, b"4": TarKind.DEVICE,
    b"5": TarKind.FOLDER, b"D": TarKind.FOLDER, b"6": TarKind.PIPE, b"V": TarKind.LABEL,
    b"S": TarKind.SPARSE_FILE, b"L": TarKind.LONG_NAME, b"K": TarKind.LONG_LINK,
    b"x": TarKind.RECORDS, b"X": TarKind.RECORDS, b"g": TarKind.GLOBAL_RECORDS,
}  # fmt: skip

WITHOUT_BYTES = {TarKind.SYMBOLIC_LINK, TarKind.DEVICE, TarKind.PIPE, TarKind.LABEL}
"""The kinds of members that have no bytes, regardless of the size in their headers."""


class TarHeaderError(Exception):
    """A header that cannot be read. The message states what is wrong with it."""


@dataclass(frozen=True, slots=True)
class TarHeader:
    """A header: its kind, the path and the size of the member, and the target of a link."""

    kind: TarKind
    path: bytes
    size: int
    target: bytes
    is_extended: bool
    """Whether the map of a sparse file continues in the next block."""


def tar_header(block: bytes) -> TarHeader:
    """Return the header in a block. Raises TarHeaderError if there is no valid header."""
    if len(block) < BLOCK_BYTES:
        raise TarHeaderError("the tar is cut off in a header")
    if not _has_checksum(block):
        raise TarHeaderError("there is no valid header")
    kind = _KINDS.get(block[156:157], TarKind.UNKNOWN)
    path = _text(block[:100])
    if block[257:263] == b"ustar\0" and (folder := _text(block[345:500])):
        path = folder + b"/" + path
    size = _number(block[124:136])
    if kind is TarKind.FILE and path.endswith(b"/") and not size:
        kind = TarKind.FOLDER  # The first tar programs represented folders in this way.
    is_extended = kind is TarKind.SPARSE_FILE and block[482] != 0
    return TarHeader(kind, path, size, _text(block[157:257]), is_extended)


def records_of(content: bytes) -> dict[bytes, bytes]:
    """Return those records of an extended pax header that concern paths, sizes or sparse files.

    ``content`` is the content of the header. Of the records that concern sparse files, only the
    last is returned, with the key ``GNU.sparse.``.

    Raises TarHeaderError if the records are invalid.
    """
    records, at = dict[bytes, bytes](), 0
    while at < len(content):
        length = _LENGTH.match(content, at)
        end = at + int(length[1]) if length else 0
        if length is None or end > len(content) or content[end - 1 : end] != b"\n":
            raise TarHeaderError("the records of an extended header are broken")
        key, equals, value = content[length.end() : end - 1].partition(b"=")
        if not equals:
            raise TarHeaderError("a record of an extended header has no value")
        if key in {b"path", b"linkpath", b"size"} or key.startswith(_SPARSE):
            records[_SPARSE if key.startswith(_SPARSE) else key] = value
        at = end
    return records


def with_records(header: TarHeader, records: dict[bytes, bytes]) -> TarHeader:
    """Return a header with values replaced by those in the records.

    The size is replaced only if it is 0 or at least 8 GiB - 1.
    """
    is_sparse = header.kind is TarKind.FILE and _SPARSE in records
    return TarHeader(
        TarKind.SPARSE_FILE if is_sparse else header.kind,
        records.get(b"path") or header.path,
        header.size if _is_small(header.size) else _size(records, header),
        records.get(b"linkpath") or header.target,
        header.is_extended,
    )


def has_another_size(header: TarHeader, records: dict[bytes, bytes]) -> bool:
    """Whether the records state an impossible size, or a size that contradicts the header.

    The two sizes may differ only if the size in the header is 0 or at least 8 GiB - 1, because the
    true size may then be too large for the header.
    """
    stated = records.get(b"size", b"0")
    is_other = _is_small(header.size) and _size(records, header) != header.size
    return is_other or not _DECIMAL.fullmatch(stated)


def _size(records: dict[bytes, bytes], header: TarHeader) -> int:
    stated = records.get(b"size", b"")
    return int(stated) if _DECIMAL.fullmatch(stated) else header.size


def _is_small(size: int) -> bool:
    return 0 < size < _SIZE_OF_LARGE_FILES - 1


def _has_checksum(block: bytes) -> bool:
    """Whether a block contains the correct checksum of a header.

    Sums of signed bytes, as computed by some old programs, are also accepted.
    """
    try:
        stated = _number(block[148:156])
    except TarHeaderError:
        return False
    others = block[:148] + block[156:]
    total = sum(others) + 8 * ord(" ")
    return stated == total or stated == total - 256 * sum(byte > 127 for byte in others)


def _text(field: bytes) -> bytes:
    return field.partition(b"\0")[0]


def _number(field: bytes) -> int:
    """Return the number in a field of a header.

    The number is in octal digits or, if it is too large for these, in the binary form of GNU tar.
    Raises TarHeaderError for any other form, or if the number is negative.
    """
    if field[0] == 0x80:
        return int.from_bytes(field[1:], "big")
    figures = _text(field).strip(b" ")
    if not _NUMBER.fullmatch(figures):
        raise TarHeaderError("the header has a number that cannot be read")
    return int(figures or b"0", 8)
