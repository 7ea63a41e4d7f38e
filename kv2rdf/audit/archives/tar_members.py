"""The members of a tar archive, found by reading the raw headers."""

from collections.abc import Iterator, Sequence
from contextlib import closing

from kv2rdf.audit.archives.documents_in_file import read_documents
from kv2rdf.audit.archives.member import AnnouncedMembers, AuditInput
from kv2rdf.audit.archives.tar_blocks import (
    BLOCK,
    FILE_TYPES,
    FOLDER_TYPES,
    LINK_TYPE,
    SPARSE_TYPE,
    TYPES_ABOUT_THE_NEXT,
    TYPES_WITHOUT_CONTENT,
    RawHeader,
    TarBytes,
    apply_records,
    raw_header,
    records_in,
)
from kv2rdf.audit.archives.tar_links import AnnouncedLinks, Link, is_link
from kv2rdf.audit.archives.unpacked_bytes import compression_of, unpack

_LONGEST_HEADER = 1 << 20
_ZEROS = bytes(BLOCK)


class TarMembers:
    """The members of a tar archive, as announced by its raw headers."""

    def __init__(self, archive: AnnouncedMembers) -> None:
        """Prepare to read an archive."""
        self._archive = archive
        self._cut_header: int | None = None
        self._length = 0

    def inputs(self) -> Iterator[AuditInput]:
        """Yield the documents that are announced by the headers."""
        with closing(AnnouncedLinks()) as links:
            for header, content in self._walk():
                yield from self._documents(header, content, links)
            if self._cut_header is not None:  # Its size is wrong, so the rest may contain headers.
                for header, content in self._walk(self._cut_header + BLOCK, self._length):
                    yield from self._documents(header, content, links)
            if links:
                yield from self._link_documents(links)

    def _documents(
        self, header: RawHeader, content: Iterator[bytes], links: AnnouncedLinks
    ) -> Iterator[AuditInput]:
        if header.type in FOLDER_TYPES + b"V":
            return
        if is_link(header):
            self._archive.is_damaged |= not links.add(header)
        elif header.type in FILE_TYPES + LINK_TYPE and not header.is_sparse:
            yield from self._file([(header.offset, header.text)], content)
        else:
            yield self._archive.unreadable(header.text, header.offset)

    def _file(self, names: Sequence[Link], content: Iterator[bytes]) -> Iterator[AuditInput]:
        """Yield the documents in a file, once for each of its names."""
        try:
            yield from read_documents([name for _, name in names], content)
        except EOFError:
            for offset, name in names:
                yield self._archive.unreadable(name, offset)

    def _link_documents(self, links: AnnouncedLinks) -> Iterator[AuditInput]:
        """Yield a document for each hard link, with the bytes of the file that it refers to."""
        links.find_files(header for header, _ in self._walk())
        for header, content in self._walk():
            if names := links.links_to(header.offset):
                links.remove(names)
                yield from self._file(names, content)
        for offset, name in links.remaining():
            yield self._archive.unreadable(name, offset)

    def _walk(
        self, start: int = 0, length: int | None = None
    ) -> Iterator[tuple[RawHeader, Iterator[bytes]]]:
        """Yield the header and the content of each member. The caller need not consume the content.

        ``length`` is the length of the archive, beyond which no member can extend, or None if it is
        not known.
        """
        with self._archive.path.open("rb") as file:
            tar = TarBytes(unpack(file, compression_of(file)))
            for _ in tar.parts(start):
                pass
            for_all: dict[bytes, bytes] = {}
            for_next: dict[bytes, bytes] = {}
            for header in self._headers(tar):
                if header.type in TYPES_ABOUT_THE_NEXT:
                    records = for_all if header.type == b"g" else for_next
                    records |= self._records(tar, header)
                    continue
                apply_records(header, for_all | for_next)
                for_next = {}
                self._begin_content(tar, header)
                end = tar.offset + header.size
                if length is not None and end > length:
                    self._archive.is_damaged = True
                    continue
                yield header, _content(tar, end)
                for _ in tar.parts(end - tar.offset):
                    pass
                if tar.offset < end and not tar.is_broken:
                    self._cut_header, self._length = header.offset, tar.offset
                tar.take(-header.size % BLOCK)

    def _headers(self, tar: TarBytes) -> Iterator[RawHeader]:
        """Yield the headers.

        The archive is marked as damaged if it contains anything else, or lacks the zero blocks at
        its end.
        """
        zeros = 0
        while block := tar.take(BLOCK):
            if block == _ZEROS[: len(block)]:
                zeros += len(block)
            elif header := raw_header(block, tar.offset - len(block)):
                zeros = 0
                yield header
            else:
                zeros = 0
                self._archive.is_damaged = True
        self._archive.is_damaged |= zeros < 2 * BLOCK or tar.is_broken

    def _records(self, tar: TarBytes, header: RawHeader) -> dict[bytes, bytes]:
        filled = header.size + -header.size % BLOCK
        if header.size <= _LONGEST_HEADER:
            try:
                return records_in(header, tar.take(filled)[: header.size])
            except ValueError:
                pass
        for _ in tar.parts(filled if header.size > _LONGEST_HEADER else 0):
            pass
        self._archive.is_damaged = True
        return {}

    def _begin_content(self, tar: TarBytes, header: RawHeader) -> None:
        """Move to the start of the content. The size of a member without content is corrected."""
        if header.type == SPARSE_TYPE:
            is_continued = header.has_more_map
            while is_continued and len(block := tar.take(BLOCK)) == BLOCK:
                is_continued = bool(block[504])
        elif header.type in TYPES_WITHOUT_CONTENT:
            header.size = 0
        elif header.type in FOLDER_TYPES + LINK_TYPE and header.size:
            block = tar.take(BLOCK)
            tar.put_back(block)
            if block == _ZEROS or raw_header(block, 0):
                header.size = 0


def _content(tar: TarBytes, end: int) -> Iterator[bytes]:
    """Yield the bytes up to an offset. Raises EOFError if the archive ends before that."""
    yield from tar.parts(end - tar.offset)
    if tar.offset < end:
        raise EOFError
