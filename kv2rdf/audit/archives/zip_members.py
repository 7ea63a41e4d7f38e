"""The members of a zip archive, found in its directory and by their raw headers."""

import os
from collections.abc import Iterator
from typing import IO

from kv2rdf.audit.archives.documents_in_file import read_documents
from kv2rdf.audit.archives.member import AnnouncedMembers, AuditInput
from kv2rdf.audit.archives.raw_directory import directory_of
from kv2rdf.audit.archives.zip_blocks import RawMember, header_at, is_likely, is_ruled_out, piece
from kv2rdf.audit.archives.zip_unpacking import ZIP_ERRORS, unpack_member

_STEP = 1 << 18
_LOOK = 1 << 10
_MOST_WITHOUT_END = 20
"""The maximum number of members without a known end. If there are more, the search stops."""


class ZipMembers:
    """The members of a zip archive, as announced by its directory and its raw headers."""

    def __init__(self, archive: AnnouncedMembers) -> None:
        """Prepare to read an archive."""
        self._archive = archive
        self._at = 0
        self._without_end = 0

    def inputs(self) -> Iterator[AuditInput]:
        """Yield the documents that are announced by the directory or by a header."""
        with self._archive.path.open("rb") as file:
            length = file.seek(0, os.SEEK_END)
            directory = directory_of(file, length)
            start = directory.start
            self._archive.is_damaged |= not directory.is_whole
            for member in directory.members():
                least_end = member.offset + 30 + len(member.name) + member.packed
                if member.offset < self._at or least_end > start:
                    yield from self._unreadable(member)
                    continue
                yield from self._unlisted(file, member.offset)
                self._at = least_end
                header = header_at(file, member.offset)
                if header is None or header.name != member.name:
                    self._archive.is_damaged |= header is not None
                    yield from self._unreadable(member)
                    continue
                member.start = header.start
                if header.start + member.packed <= start:
                    self._at = header.start + member.packed
                yield from self._document(file, member, start)
            yield from self._unlisted(file, start)
            self._at = directory.end
            yield from self._unlisted(file, length)

    def _unlisted(self, file: IO[bytes], end: int) -> Iterator[AuditInput]:
        """Yield the documents before ``end`` that have a header but are not in the directory."""
        while self._at < end:
            chunk = piece(file, self._at, min(_STEP, end - self._at))
            found = chunk.find(b"PK\3\4")
            if found < 0:
                self._at += max(len(chunk) - 3, 1) if len(chunk) > 3 else end - self._at
                continue
            self._at += found
            if is_ruled_out(piece(file, self._at, _LOOK)):
                self._at += 4
                continue
            if self._without_end > _MOST_WITHOUT_END:
                self._archive.is_damaged = True
                self._at = end
                return
            member = header_at(file, self._at)
            if member is None or not is_likely(member):
                self._at += 4
                continue
            self._archive.is_damaged = True
            self._at = member.start
            is_behind = member.crc is None
            if not is_behind and member.start + member.packed <= end:
                self._at += member.packed
            yield from self._document(file, member, end)
            if is_behind:
                self._at += member.packed
                self._without_end += not member.packed

    def _document(self, file: IO[bytes], member: RawMember, end: int) -> Iterator[AuditInput]:
        if member.is_folder:
            return
        content = unpack_member(file, member, end)
        try:
            yield from read_documents([member.path], content)
            if member.crc is None:
                for _ in content:  # Read the content to its end.
                    pass
        except ZIP_ERRORS:
            yield from self._unreadable(member)

    def _unreadable(self, member: RawMember) -> Iterator[AuditInput]:
        if not member.is_folder:
            yield self._archive.unreadable(member.path, member.offset)
