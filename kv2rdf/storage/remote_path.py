"""A file or a folder at a URL, such as s3://bucket/kvr/, accessed with fsspec.

Error messages consist of one line and begin with the URL. Credentials come from the environment. A
URL that contains a password is refused and never printed.
"""

import hashlib
import io
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal, TypeVar
from urllib.parse import unquote, urlsplit

from kv2rdf.errors import InputError, ReleaseError
from kv2rdf.storage.file_systems import (
    HTTP_PREFIXES,
    TIMEOUTS,
    FileSystem,
    Timeouts,
    error_text,
    file_system_errors,
    open_file_system,
    printable_url,
    underlying_error,
)
from kv2rdf.storage.stream import Stream

_CHUNK_BYTES = 1024 * 1024
_PARALLEL_UPLOADS = 16
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class RemotePath:
    """A file or a folder at a URL, whether it exists or not.

    Every method raises ``error_type`` if the URL cannot be reached or the request is refused.
    ``path`` is the path of the file or folder in ``file_system``.
    """

    url: str
    error_type: type[InputError | ReleaseError]
    file_system: FileSystem
    path: str

    def __str__(self) -> str:
        return printable_url(self.url)

    def __truediv__(self, below: str) -> "RemotePath":
        url, path = (f"{parent.rstrip('/')}/{below}" for parent in (self.url, self.path))
        return RemotePath(url, self.error_type, self.file_system, path)

    @property
    def is_http(self) -> bool:
        """Whether this is a web URL, which can be read but not listed or written."""
        return self.url.startswith(HTTP_PREFIXES)

    @property
    def name(self) -> str:
        """The last part of the path."""
        path = unquote(urlsplit(self.url).path) if self.is_http else self.path
        return PurePosixPath(path).name

    @property
    def stem(self) -> str:
        """The name without its last extension."""
        return PurePosixPath(self.name).stem

    @property
    def suffix(self) -> str:
        """The last extension of the name."""
        return PurePosixPath(self.name).suffix

    def is_folder(self) -> bool:
        """Whether this is a folder and not a file.

        Raises ``error_type`` if nothing exists at this URL, or if the URL of a file ends in a
        slash.
        """
        with self._translate_errors():
            self.file_system.invalidate_cache()
            if self.file_system.info(self.path)["type"] == "directory":
                return True
        if self.url.endswith("/"):
            raise self.error_type(f"{self}: is not a folder that can be listed")
        return False

    def file_sizes(self) -> dict[str, int]:
        """Return a mapping from the path of every file below this folder to its size in bytes.

        The paths are relative to this folder, and are sorted so that the files of a folder are next
        to each other. The mapping is empty if this folder does not exist.
        """
        with self._translate_errors():
            self.file_system.invalidate_cache()
            found = self.file_system.find(self.path, detail=True)
        below = len(self.path.rstrip("/")) + 1
        sizes = {
            path[below:]: int(str(info["size"]))
            for path, info in found.items()
            # A path that ends in a slash marks a folder.
            if info["type"] == "file" and not path.endswith("/")
        }
        return dict(sorted(sizes.items(), key=lambda file: file[0].split("/")))

    def folder_names(self) -> list[str]:
        """Return the names of the folders in this folder, sorted."""
        with self._translate_errors():
            self.file_system.invalidate_cache()
            found = self.file_system.ls(self.path, detail=True)
        paths = [str(info["name"]) for info in found if info["type"] == "directory"]
        return sorted(PurePosixPath(path).name for path in paths)

    def open(self, mode: Literal["rb"] = "rb") -> io.BufferedReader:
        """Open this file for reading. Errors while it is read also raise ``error_type``."""
        with self._translate_errors():
            file = self.file_system.open(self.path, mode, cache_type="none")
        return io.BufferedReader(Stream(file, self._translate_errors), _CHUNK_BYTES)

    def read(self, most_bytes: int) -> bytes | None:
        """Return the content of this file, or None if it does not exist.

        The whole file is held in memory. Raises ``error_type`` if it has more than ``most_bytes``
        bytes. Reading stops after that number of bytes, so an endless response does no harm.
        """
        content = self._if_found(lambda: self._beginning(most_bytes + 1))
        if content is not None and len(content) > most_bytes:
            raise self.error_type(f"{self}: is larger than {most_bytes:,} bytes")
        return content

    def sha256(self) -> str | None:
        """Return the sha256 of this file, or None if it does not exist.

        The file is read in pieces.
        """
        return self._if_found(self._sha256)

    def exists(self) -> bool:
        """Whether a file or a folder exists at this URL."""
        return self._if_found(lambda: self.file_system.info(self.path)) is not None

    def upload(self, folder: Path, names: Sequence[str]) -> None:
        """Copy files from a local folder into this one, in parallel. ``names`` are their names."""
        local = [str(folder / name) for name in names]
        remote = [(self / name).path for name in names]
        with self._translate_errors(), ThreadPoolExecutor(_PARALLEL_UPLOADS) as pool:
            deque(pool.map(self.file_system.put_file, local, remote), maxlen=0)

    def write(self, content: bytes) -> None:
        """Write ``content`` to this file in one step. No reader gets a partly written file."""
        with self._translate_errors():
            if self.url.startswith("file://"):
                new = Path(f"{self.path}.new")
                new.parent.mkdir(parents=True, exist_ok=True)
                new.write_bytes(content)
                new.replace(self.path)
            else:
                self.file_system.pipe_file(self.path, content)

    def remove(self) -> None:
        """Remove this folder and everything in it."""
        with self._translate_errors():
            self.file_system.rm(self.path, recursive=True)

    def _beginning(self, length: int) -> bytes:
        content = bytearray()
        with self.file_system.open(self.path, "rb", cache_type="none") as file:
            while piece := file.read(min(_CHUNK_BYTES, length - len(content))):
                content += piece
        return bytes(content)

    def _sha256(self) -> str:
        with self.file_system.open(self.path, "rb", cache_type="none") as file:
            sha256 = hashlib.sha256()
            while content := file.read(_CHUNK_BYTES):
                sha256.update(content)
            return sha256.hexdigest()

    @contextmanager
    def _translate_errors(self) -> Iterator[None]:
        try:
            yield
        except file_system_errors() as error:
            raise self.error_type(f"{self}: {error_text(error)}") from error

    def _if_found(self, work: Callable[[], _Result]) -> _Result | None:
        with self._translate_errors():
            try:
                return work()
            except FileNotFoundError as error:
                if underlying_error(error) is not error:
                    raise
                return None


InputPath = Path | RemotePath
"""The path of an input, local or remote."""


def is_url(text: str) -> bool:
    """Whether a command-line argument is a URL rather than a local path."""
    return "://" in text


def remote_path(
    url: str, error_type: type[InputError | ReleaseError], timeouts: Timeouts = TIMEOUTS
) -> RemotePath:
    """Return the path at a URL, whether anything exists there or not.

    Raises ``error_type`` if the URL is not valid or contains a password, or if no installed file
    system supports it.
    """
    return RemotePath(url, error_type, *open_file_system(url, error_type, timeouts))


def local_path(location: str | Path, error_type: type[InputError | ReleaseError]) -> Path:
    """Return a path on this machine. Raises ``error_type`` if ``location`` is a URL."""
    if isinstance(location, str) and is_url(location):
        raise error_type(f"{location} is a URL, but a path on this machine is needed")
    return Path(location)


def input_path(text: str) -> InputPath:
    """Return the path for a command-line argument. Raises InputError if it is an unusable URL."""
    if text.startswith("file://"):
        return Path(text.removeprefix("file://"))
    return remote_path(text, InputError) if is_url(text) else Path(text)
