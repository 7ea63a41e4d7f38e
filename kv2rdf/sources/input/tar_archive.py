"""The documents in a compressed or uncompressed tar archive."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from kv2rdf.sources.input import file_content
from kv2rdf.sources.input.archive_file import ArchiveFile, FileReader, NameFilter, member_name
from kv2rdf.sources.input.decompression import DECOMPRESSION_ERRORS, decompressed_stream
from kv2rdf.sources.input.file_content import ByteStream, FileContent
from kv2rdf.sources.input.tar_headers import BLOCK_BYTES, TarKind
from kv2rdf.sources.input.tar_links import MAX_LINKS, HardLinks, NameAtOffset, is_hard_link
from kv2rdf.sources.input.tar_walk import TarMember, TarWalk

_COMPRESSIONS = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\0": "xz", b"\x5d\0\0": "xz"}
_NOT_READ = {
    TarKind.SYMBOLIC_LINK: "a symbolic link in an archive",
    TarKind.DEVICE: "a device in an archive",
    TarKind.PIPE: "a named pipe in an archive",
}
_HELD_BACK = {
    TarKind.SPARSE_FILE: "is a sparse file in a tar, which is not read",
    TarKind.UNKNOWN: "is a member of a tar, of a kind that is not known",
}


class TarArchive:
    """A reader of the wanted documents in a tar archive."""

    def __init__(self, file: ArchiveFile, is_wanted: NameFilter, read_file: FileReader) -> None:
        """Prepare to read ``file``. Its compression is recognised by its first bytes."""
        self._file, self._is_wanted, self._read_file = file, is_wanted, read_file
        self._links = HardLinks()

    def documents(self) -> Iterator[FileContent]:
        """Yield the documents in the members. A damaged archive is itself yielded as a document.

        If a header states a size that is larger than the rest of the archive, the bytes after that
        header are searched for further headers.
        """
        has_members = False
        with self._opened() as stream:
            walk = TarWalk(stream)
            for member in walk.members():
                has_members = True
                yield from self._documents_in(member, walk)
        if walk.cut_at is not None:
            with self._opened() as stream:
                further = TarWalk(stream, walk.cut_at + BLOCK_BYTES, walk.offset)
                for member in further.members():
                    yield from self._documents_in(member, walk)
        if self._links:
            yield from self._linked_documents()
        if walk.damage.count:
            start = "is read in part" if has_members else "cannot be opened"
            yield self._file.without_bytes(f"{start}: {walk.damage}")

    @contextmanager
    def _opened(self) -> Iterator[ByteStream]:
        with self._file.path.open("rb") as file:
            start = file.peek(BLOCK_BYTES)
            kinds = (kind for magic, kind in _COMPRESSIONS.items() if start.startswith(magic))
            kind = next(kinds, None)
            yield decompressed_stream(file, kind) if kind else file

    def _documents_in(self, member: TarMember, walk: TarWalk) -> Iterator[FileContent]:
        header = member.header
        name = member_name(header.path.decode("utf-8", "surrogateescape"))
        if header.kind in {TarKind.FOLDER, TarKind.LABEL}:
            return
        if is_hard_link(header):
            if self._links.is_full:
                walk.damage.add(member.offset, f"there are more than {MAX_LINKS} hard links")
            else:
                self._links.add(name, member, is_wanted=self._is_wanted(name))
        elif not self._is_wanted(name):
            return
        elif other_kind := _NOT_READ.get(header.kind):
            yield self._file.member_without_bytes(name, member.offset, other_kind=other_kind)
        elif problem := _HELD_BACK.get(header.kind):
            yield self._file.member_without_bytes(name, member.offset, problem)
        else:
            yield from self._file_documents(name, member.offset, member.content, member.problem)

    def _file_documents(
        self, name: str, offset: int, content: ByteStream, problem: str | None
    ) -> Iterator[FileContent]:
        try:
            if problem is None:
                yield from self._read_file(name, content)
        except DECOMPRESSION_ERRORS as error:
            problem = str(error)
        if problem is not None:
            problem = f"cannot be opened: {problem}"
            yield self._file.member_without_bytes(name, offset, problem)

    def _linked_documents(self) -> Iterator[FileContent]:
        """Yield the documents in the members that hard links refer to, under the names of the
        links. A link that refers to no member, or to one with too many links, is yielded as a
        document without bytes.
        """
        with self._opened() as stream:
            self._links.find_files(TarWalk(stream).members())
        with self._opened() as stream:
            for member in TarWalk(stream).members():
                if links := self._links.links_of(member.offset):
                    self._links.remove(links)
                    yield from self._documents_of_links(member, links)
        for offset, name in self._links.remaining():
            problem = "is a hard link to nothing before it, or to what has too many names"
            yield self._file.member_without_bytes(name, offset, problem)

    def _documents_of_links(
        self, member: TarMember, links: Sequence[NameAtOffset]
    ) -> Iterator[FileContent]:
        content, problem = member.content, member.problem
        if len(links) == 1:
            ((offset, name),) = links
            yield from self._file_documents(name, offset, content, problem)
            return
        try:
            shared = content.read(file_content.MAX_DOCUMENT_BYTES + 1)
        except DECOMPRESSION_ERRORS as error:
            shared, problem = b"", str(error)
        for offset, name in links:
            yield from self._file_documents(name, offset, io.BytesIO(shared), problem)
