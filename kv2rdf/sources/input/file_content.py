"""The content of a document in the input: its bytes, or the reason why they cannot be read."""

import hashlib
import io
from typing import IO, NamedTuple

MAX_DOCUMENT_BYTES = 50 * 1024 * 1024
"""The maximum number of bytes in a document. A record in a file is a separate document."""

ByteStream = IO[bytes] | io.BufferedIOBase


class FileContent(NamedTuple):
    """A document: its bytes, or the reason why they cannot be read.

    ``name`` is the name of its file. If the document is a record in the file, ``record`` is the
    number of the record. If the document is the whole file, ``record`` is empty. If it is neither,
    ``other_kind`` states what it is, such as a symbolic link in an archive. If there are no bytes,
    ``identity`` distinguishes the document from others with the same name.
    """

    name: str
    content: bytes
    problem: str | None = None
    record: str = ""
    identity: str = ""
    other_kind: str = ""

    @property
    def sha256(self) -> str:
        """The sha256 of the bytes or, if they cannot be read, of a string that replaces them."""
        if self.problem is None and not self.other_kind:
            return hashlib.sha256(self.content).hexdigest()
        return hashlib.sha256((self.identity or str(self.problem)).encode()).hexdigest()


def capped_content(name: str, content: bytes, record: str = "") -> FileContent:
    """Return a document with the given bytes, or with a problem if there are too many."""
    if len(content) > MAX_DOCUMENT_BYTES:
        problem = f"is larger than {MAX_DOCUMENT_BYTES // 1024 // 1024} MB"
        beginning = hashlib.sha256(content).hexdigest()
        return FileContent(name, b"", problem, record, beginning)
    return FileContent(name, content, record=record)


def whole_file(name: str, stream: ByteStream, head: bytes = b"") -> FileContent:
    """Return a whole file as one document.

    ``head`` contains the bytes that have already been read from ``stream``.
    """
    return capped_content(name, head + stream.read(MAX_DOCUMENT_BYTES + 1 - len(head)))
