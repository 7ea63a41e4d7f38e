"""The documents in a zip archive.

The directory at the end of a zip archive lists its members. The rest of the archive is searched for
unlisted members, so that a truncated archive can be read as far as possible.
"""

import io
import lzma
import os
import zlib
from collections.abc import Iterator

from kv2rdf.sources.input.archive_file import (
    ArchiveFile,
    Damage,
    FileReader,
    NameFilter,
    member_name,
)
from kv2rdf.sources.input.file_content import FileContent
from kv2rdf.sources.input.zip_content import ZipContent
from kv2rdf.sources.input.zip_directory import ZipDirectory, bytes_at, zip_directory
from kv2rdf.sources.input.zip_headers import (
    LOCAL,
    LOCAL_MAGIC,
    ZipError,
    ZipMember,
    local_member,
    may_be_header,
)

_MEMBER_ERRORS = (OSError, EOFError, ZipError, lzma.LZMAError, zlib.error)
_CHUNK_BYTES = 256 * 1024
_BEGINNING_BYTES = 1024

MAX_LOST_ENDS = 20
"""The maximum number of unlisted members whose end cannot be found.

The content of such a member is searched for other members. These may share its bytes, which are
then unpacked again for each of the members.
"""


class ZipArchive:
    """A reader of the wanted documents in a zip archive."""

    def __init__(self, file: ArchiveFile, is_wanted: NameFilter, read_file: FileReader) -> None:
        """Prepare to read ``file``."""
        self._file, self._is_wanted, self._read_file = file, is_wanted, read_file
        self._damage, self._has_members = Damage(), False
        self._lost_ends = 0
        self._at = 0
        """The offset after the last member."""

    def documents(self) -> Iterator[FileContent]:
        """Yield the documents in the members. A damaged archive is itself yielded as a document."""
        with self._file.path.open("rb") as file:
            length = file.seek(0, os.SEEK_END)
            directory = self._directory(file, length)
            for entry in directory.members():
                self._has_members = True
                if entry.offset < self._at or entry.min_end > directory.start:
                    yield from self._without_bytes(entry, "is not in a place of its own in the zip")
                else:
                    yield from self._unlisted_documents(file, entry.offset)
                    yield from self._listed_documents(file, entry, directory.start)
            yield from self._unlisted_documents(file, directory.start)
            self._at = directory.end
            yield from self._unlisted_documents(file, length)
        if self._damage.count:
            start = "is read in part" if self._has_members else "cannot be opened"
            yield self._file.without_bytes(f"{start}: {self._damage}")

    def _directory(self, file: io.BufferedReader, length: int) -> ZipDirectory:
        """Return the directory or, if it is missing or too large, an empty one at ``length``.

        ``length`` is the number of bytes in the file. If the directory is missing, too large or
        invalid, this is recorded as damage.
        """
        directory = ZipDirectory(b"", length, 0, 0)
        try:
            directory = zip_directory(file, length)
            directory.check()
        except ZipError as error:
            self._damage.add(directory.start, str(error))
        return directory

    def _listed_documents(
        self, file: io.BufferedReader, entry: ZipMember, limit: int
    ) -> Iterator[FileContent]:
        self._at = entry.min_end
        try:
            member = _member_at(file, entry.offset)
            if member.name != entry.name:
                self._damage.add(entry.offset, "a header and the directory have different names")
                raise ZipError("its header has another name")
            entry = entry._replace(header_size=member.header_size)
            if entry.min_end <= limit:
                self._at = entry.min_end
            content = ZipContent(file, entry, limit)
            if not entry.is_folder and self._is_wanted(name := member_name(entry.path)):
                yield from self._read_file(name, content.stream())
        except _MEMBER_ERRORS as error:
            yield from self._without_bytes(entry, f"cannot be opened: {error}")

    def _unlisted_documents(self, file: io.BufferedReader, end: int) -> Iterator[FileContent]:
        """Yield the documents in members that the directory does not list.

        The search begins at the end of the last member read, and stops at ``end``.
        """
        while (at := _next_magic(file, self._at, end)) is not None:
            self._at = at + len(LOCAL_MAGIC)
            if not may_be_header(bytes_at(file, at, _BEGINNING_BYTES)):
                continue
            if self._lost_ends > MAX_LOST_ENDS:
                self._damage.add(at, f"more than {MAX_LOST_ENDS} members have no end")
                self._at = end
                return
            try:
                member = _member_at(file, at)
            except ZipError:
                continue
            if member.is_plausible:
                self._at = at + member.header_size
                self._has_members = True
                self._damage.add(at, "the directory does not list the member here")
                yield from self._unlisted_document(file, member, end)

    def _unlisted_document(
        self, file: io.BufferedReader, member: ZipMember, end: int
    ) -> Iterator[FileContent]:
        """Yield the documents in a member that the directory does not list.

        If the header does not state the size, the content is read to its end even if its documents
        are not wanted, because there is no other way to find the end of the member.
        """
        content = None
        try:
            if not member.has_sizes_behind and member.min_end <= end:
                self._at = member.min_end
            content = ZipContent(file, member, end)
            stream = content.stream()
            if not member.is_folder and self._is_wanted(name := member_name(member.path)):
                yield from self._read_file(name, stream)
            if member.has_sizes_behind:
                while stream.read(_CHUNK_BYTES):
                    pass
        except _MEMBER_ERRORS as error:
            yield from self._without_bytes(member, f"cannot be opened: {error}")
        if member.has_sizes_behind:
            if content is not None and content.has_ended:
                self._at = content.end
            else:
                self._lost_ends += 1

    def _without_bytes(self, member: ZipMember, problem: str) -> Iterator[FileContent]:
        name = member_name(member.path)
        if not member.is_folder and self._is_wanted(name):
            yield self._file.member_without_bytes(name, member.offset, problem)


def _member_at(file: io.BufferedReader, offset: int) -> ZipMember:
    """Return the member whose header is at an offset. Raises ZipError if there is none."""
    header = bytes_at(file, offset, LOCAL.size)
    if len(header) == LOCAL.size:
        header += file.read(sum(LOCAL.unpack(header)[-2:]))
    return local_member(header, offset)


def _next_magic(file: io.BufferedReader, start: int, end: int) -> int | None:
    """Return the offset of the next bytes that look like the header of a member, or None.

    Only the bytes from ``start`` up to ``end`` are searched.
    """
    while start < end:
        chunk = bytes_at(file, start, min(_CHUNK_BYTES, end - start))
        if (found := chunk.find(LOCAL_MAGIC)) >= 0:
            return start + found
        if len(chunk) < len(LOCAL_MAGIC):
            return None
        start += len(chunk) - len(LOCAL_MAGIC) + 1
    return None
