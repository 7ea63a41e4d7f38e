"""An archive, the damage to it, and members that cannot be read."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from kv2rdf.sources.input.file_content import ByteStream, FileContent
from kv2rdf.storage.remote_path import InputPath

NameFilter = Callable[[str], bool]
"""A function that takes the name of a file and returns whether to open the file."""

FileReader = Callable[[str, ByteStream], Iterable[FileContent]]
"""A function that takes a file's name and a stream of its bytes, and yields its documents."""

_MAX_NAME_LENGTH = 61
"""The length at which a member's name is cut off. It is one more than the maximum in an id."""


@dataclass(slots=True)
class Damage:
    """The damage to an archive: the first problem, its offset, and the number of problems."""

    first: str = ""
    count: int = 0

    def add(self, offset: int, problem: str) -> None:
        """Add a problem at an offset in the archive."""
        self.first = self.first or f"byte {offset}: {problem}"
        self.count += 1

    def __str__(self) -> str:
        more = f", and {self.count - 1} more" if self.count > 1 else ""
        return f"{self.first}{more}"


@dataclass(frozen=True)
class ArchiveFile:
    """An archive or another input file, on this machine or at a URL."""

    path: InputPath

    @cached_property
    def sha256(self) -> str:
        """The sha256 of the file, or an empty string if the file cannot be read."""
        if not isinstance(self.path, Path):
            return self.path.sha256() or ""
        try:
            with self.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return ""

    def without_bytes(self, problem: str) -> FileContent:
        """Return a document that represents the file itself, without its bytes.

        ``problem`` states why the file cannot be read.
        """
        return FileContent(self.path.name, b"", problem, identity=self.sha256)

    def member_without_bytes(
        self, name: str, offset: int, problem: str | None = None, other_kind: str = ""
    ) -> FileContent:
        """Return a document that represents a member, without its bytes.

        ``problem`` is the reason why the member cannot be read. If the member is not a file,
        ``other_kind`` states what it is. ``offset`` is the offset of the member's header in the
        archive.
        """
        identity = f"{self.sha256} {offset}"
        return FileContent(name, b"", problem, identity=identity, other_kind=other_kind)


def member_name(path: str) -> str:
    """Return the name of a member, given its path in the archive."""
    return PurePosixPath(path).name[:_MAX_NAME_LENGTH]
