"""An input document as the audit finds it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MAX_BYTES = 50 * 1024 * 1024
"""The maximum number of bytes in a document."""

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class AuditInput:
    """An input document: the name of its file without .gz, .bz2 or .xz, and its bytes.

    If the content of a document cannot be read, ``identity`` is the string that a release hashes
    instead. ``is_required`` is false for an archive that is not damaged. A release may hold back
    such an archive, but need not mention it.
    """

    name: str
    content: bytes
    identity: str = ""
    is_required: bool = True

    @property
    def sha256(self) -> str:
        """The sha256 of the identity or, if that is empty, of the content."""
        return hashlib.sha256(self.identity.encode() or self.content).hexdigest()


@dataclass(slots=True)
class AnnouncedMembers:
    """The archive that is being read, and whether anything in it is damaged."""

    path: Path
    is_damaged: bool = False
    _hash: str = ""

    def unreadable(self, name: str, offset: int) -> AuditInput:
        """Return a document without bytes for a member whose header is at ``offset``."""
        return AuditInput(short_name(name), b"", f"{self.file_hash()} {offset}")

    def archive(self) -> AuditInput:
        """Return the archive itself, which must be held back if it is damaged."""
        return AuditInput(short_name(self.path.name), b"", self.file_hash(), self.is_damaged)

    def file_hash(self) -> str:
        """Return the sha256 of the archive, or the reason why it cannot be opened."""
        if not self._hash:
            try:
                with self.path.open("rb") as file:
                    self._hash = hashlib.file_digest(file, "sha256").hexdigest()
            except OSError as error:
                self._hash = f"cannot be opened: {error.strerror}"
        return self._hash


def read_document(name: str, chunks: Iterator[bytes]) -> AuditInput:
    """Return a document with the bytes of all chunks, or without bytes if there are too many."""
    content = bytearray()
    for chunk in chunks:
        content += chunk
        if len(content) > MAX_BYTES:
            beginning = memoryview(content)[: MAX_BYTES + 1]
            return AuditInput(short_name(name), b"", hashlib.sha256(beginning).hexdigest())
    return AuditInput(short_name(name), bytes(content))


def short_name(path: str) -> str:
    """Return the last part of a path, truncated if it is too long for an id."""
    return PurePosixPath(path).name[:_LONGEST_NAME]
