"""Files that are recognised by their first bytes."""

from collections.abc import Callable

from kv2rdf.errors import ReadError
from kv2rdf.model.paper import Paper, Source
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import Format, Lookups, format_of_other_files

_ZIP = b"PK\x03\x04"
_NAME_IN_ZIP = 30  # the offset of the name of the first member
_PARTS_OF_A_TEXT = (
    b"mimetype",  # ODT and EPUB
    b"[Content_Types].xml",  # DOCX and others
    b"_rels/",
    b"docProps/",
    b"word/",
    b"xl/",
    b"ppt/",
)
_ARCHIVES = (
    _ZIP,
    b"PK\x05\x06",  # an empty zip archive
    b"PK\x07\x08",  # a part of a zip archive
    b"\x1f\x8b",  # gzip
    b"\x1f\x9d",  # compress
    b"BZh",
    b"\xfd7zXZ\x00",
    b"\x5d\x00\x00",  # lzma
    b"\x28\xb5\x2f\xfd",  # zstd
    b"\x04\x22\x4d\x18",  # lz4
    b"LZIP\x01",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"MSCF\x00\x00",
    b"!<arch>\n",
    b"xar!",
    b"070701",  # cpio
    b"070707",
)
_TAR, _NAME_OF_TAR = 257, b"ustar"


def _reason(start: bytes, reason: str) -> Callable[[DocumentContent], str | None]:
    return lambda content: reason if content.raw.startswith(start) else None


def _office_file(content: DocumentContent) -> str | None:
    """Return a description of an office document, such as ODT, or None for any other file.

    Office documents are recognised by the name of the first file in their zip archive.
    """
    raw = content.raw
    is_office_file = raw.startswith(_ZIP) and raw.startswith(_PARTS_OF_A_TEXT, _NAME_IN_ZIP)
    return "a zip archive or an ODT" if is_office_file else None


def _archive_problem(content: DocumentContent) -> str | None:
    """Return the reason why an archive is held back, or None for any other file."""
    raw = content.raw
    has_signature = raw.startswith(_ARCHIVES) or raw.startswith(_NAME_OF_TAR, _TAR)
    is_archive = has_signature and _office_file(content) is None
    return "is an archive that is not opened" if is_archive else None


def _hold_archive_back(source: Source, problem: str, _lookups: Lookups) -> tuple[Paper, ...]:
    raise ReadError(source.id, "file", problem)


PDF = format_of_other_files("PDF", _reason(b"%PDF-", "a PDF"))
OFFICE_FILE = format_of_other_files("ODT or DOCX", _office_file)
ARCHIVE = Format(name="archive", recognises=_archive_problem, read=_hold_archive_back)
IMAGE = format_of_other_files("PNG image", _reason(b"\x89PNG", "an image"))
