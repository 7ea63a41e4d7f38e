"""The members of a tar archive, which the audit finds by reading the raw headers."""

from collections.abc import Iterator, Sequence

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
from kv2rdf.audit.archives.unpacked_bytes import compression_of, unpack

_LONGEST_HEADER = 1 << 20
_ZEROS = bytes(BLOCK)
_MOST_LINKS, _MOST_NAMES = 100_000, 100


class TarMembers:
    """The members of a tar archive, as announced by its raw headers."""

    def __init__(self, archive: AnnouncedMembers) -> None:
        """Prepare to read an archive."""
        self._archive = archive
        self._links: dict[int, RawHeader] = {}
        self._cut_header: int | None = None
        self._length = 0

    def inputs(self) -> Iterator[AuditInput]:
        """Yield the documents that are announced by the headers."""
        for header, content in self._walk():
            yield from self._documents(header, content)
        if self._cut_header is not None:  # Its size is wrong, so the rest is searched for headers.
            for header, content in self._walk(self._cut_header + BLOCK, self._length):
                yield from self._documents(header, content)
        yield from self._link_documents()

    def _documents(self, header: RawHeader, content: Iterator[bytes]) -> Iterator[AuditInput]:
        if header.type in FOLDER_TYPES + b"V":
            return
        if header.type == LINK_TYPE and not header.size:
            if len(self._links) < _MOST_LINKS:
                self._links[header.offset] = header
            else:
                self._archive.is_damaged = True
        elif header.type in FILE_TYPES + LINK_TYPE and not header.is_sparse:
            yield from self._file([header], content)
        else:
            yield self._archive.unreadable(_text(header.path), header.offset)

    def _file(self, headers: Sequence[RawHeader], content: Iterator[bytes]) -> Iterator[AuditInput]:
        """Yield the documents in a file, once for each of its headers."""
        try:
            yield from read_documents([_text(header.path) for header in headers], content)
        except EOFError:
            for header in headers:
                yield self._archive.unreadable(_text(header.path), header.offset)

    def _link_documents(self) -> Iterator[AuditInput]:
        """Yield a document for each hard link, with the bytes of the file that it refers to."""
        names: dict[int, list[RawHeader]] = {}
        for link, file in self._files_of_links():
            names.setdefault(file, []).append(link)
        missing = set(self._links)
        for header, content in self._walk() if names else ():
            links = names.get(header.offset, [])[:_MOST_NAMES]
            missing.difference_update(link.offset for link in links)
            yield from self._file(links, content) if links else ()
        for offset in sorted(missing):
            yield self._archive.unreadable(_text(self._links[offset].path), offset)

    def _files_of_links(self) -> Iterator[tuple[RawHeader, int]]:
        """Yield each hard link to an earlier file, with the offset of the header of that file."""
        targets = {_steps(link.target) for link in self._links.values()}
        files: dict[str, int | None] = {}
        for header, _ in self._walk() if targets else ():
            file = None
            if header.type == LINK_TYPE and not header.size:
                file = files.get(_steps(header.target))
                if file is not None and header.offset in self._links:
                    yield header, file
            elif header.type in FILE_TYPES + LINK_TYPE and not header.is_sparse:
                file = header.offset
            if (path := _steps(header.path)) in targets:
                files[path] = file

    def _walk(
        self, start: int = 0, length: int | None = None
    ) -> Iterator[tuple[RawHeader, Iterator[bytes]]]:
        """Yield each member with its content, which the caller need not consume.

        ``length`` is the length of the archive if it is known, so that no member can extend beyond
        it.
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
        """Yield the headers. Anything other than headers and zeros, or a missing end, is damage."""
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
        """Move to the start of the content, and correct the size of a member without content."""
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
    """Yield the bytes up to an offset. Raises EOFError if the tar ends before that."""
    yield from tar.parts(end - tar.offset)
    if tar.offset < end:
        raise EOFError


def _steps(path: bytes) -> str:
    """Return a path without empty segments and ``.``, which do not change what it refers to."""
    return "/".join(step for step in _text(path).split("/") if step not in {"", "."})


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")
