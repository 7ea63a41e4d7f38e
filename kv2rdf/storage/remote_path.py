"""Places elsewhere: a file or a folder at a URL, such as s3://bucket/kvr/, reached with fsspec.

What a place cannot give or take is told in one line that begins with its URL. Credentials are
those of the environment: a URL with a password in it is refused, and never printed.
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
from kv2rdf.storage.file_systems import WEB, System, faults, opened, reason_of, shown, told
from kv2rdf.storage.stream import Stream

_AT_ONCE = 1024 * 1024
_SENT_AT_A_TIME = 16
_Given = TypeVar("_Given")


@dataclass(frozen=True, slots=True)
class Place:
    """A file or a folder at a URL; what goes wrong there is a ``fault``."""

    url: str
    fault: type[InputError | ReleaseError]
    system: System
    path: str

    def __str__(self) -> str:
        return shown(self.url)

    def __truediv__(self, below: str) -> "Place":
        url, path = (f"{above.rstrip('/')}/{below}" for above in (self.url, self.path))
        return Place(url, self.fault, self.system, path)

    @property
    def is_of_the_web(self) -> bool:
        """Whether this is a page of the web: it can be read, not listed and not written."""
        return self.url.startswith(WEB)

    @property
    def name(self) -> str:
        """The last part of the path."""
        path = unquote(urlsplit(self.url).path) if self.is_of_the_web else self.path
        return PurePosixPath(path).name

    @property
    def stem(self) -> str:
        """The name without its last ending."""
        return PurePosixPath(self.name).stem

    @property
    def suffix(self) -> str:
        """The last ending of the name."""
        return PurePosixPath(self.name).suffix

    def is_folder(self) -> bool:
        """Tell a folder from a file. Raises the fault where neither is here."""
        with self._reached():
            self.system.invalidate_cache()
            if self.system.info(self.path)["type"] == "directory":
                return True
        if self.url.endswith("/"):
            raise self.fault(f"{self}: is no folder that can be listed")
        return False

    def files(self) -> dict[str, int]:
        """Give the files below this folder, by their path in it, each with its size.

        They are sorted as in a walk through folders; none where the folder is not there.
        """
        with self._reached():
            self.system.invalidate_cache()
            found = self.system.find(self.path, detail=True)
        below = len(self.path.rstrip("/")) + 1
        sizes = {
            path[below:]: int(str(info["size"]))
            for path, info in found.items()
            if info["type"] == "file" and not path.endswith("/")  # one such marks a folder
        }
        return dict(sorted(sizes.items(), key=lambda file: file[0].split("/")))

    def folders(self) -> list[str]:
        """Give the names of the folders in this folder, sorted."""
        with self._reached():
            self.system.invalidate_cache()
            found = self.system.ls(self.path, detail=True)
        paths = [str(info["name"]) for info in found if info["type"] == "directory"]
        return sorted(PurePosixPath(path).name for path in paths)

    def open(self, mode: Literal["rb"] = "rb") -> io.BufferedReader:
        """Open this file for reading, a megabyte at a time; raises the fault, also later on."""
        with self._reached():
            file = self.system.open(self.path, mode, cache_type="none")
        return io.BufferedReader(Stream(file, self._reached), _AT_ONCE)

    def read(self) -> bytes | None:
        """Give the whole of a small file; None where it is not there."""
        return self._unless_absent(lambda: self.system.cat_file(self.path))

    def sha256(self) -> str | None:
        """Give the sha256 of this file, read as a stream; None where it is not there."""
        return self._unless_absent(self._sha256)

    def is_there(self) -> bool:
        """Tell whether there is a file here."""
        return self._unless_absent(lambda: self.system.info(self.path)) is not None

    def put(self, folder: Path, names: Sequence[str]) -> None:
        """Copy files of a folder on this machine to here, under the same names, some at a time."""
        here = [str(folder / name) for name in names]
        there = [(self / name).path for name in names]
        with self._reached(), ThreadPoolExecutor(_SENT_AT_A_TIME) as pool:
            deque(pool.map(self.system.put_file, here, there), maxlen=0)

    def write(self, content: bytes) -> None:
        """Put a small file here in one step: who reads it has the old one or the new one."""
        with self._reached():
            if self.url.startswith("file://"):
                new = Path(f"{self.path}.new")
                new.parent.mkdir(parents=True, exist_ok=True)
                new.write_bytes(content)
                new.replace(self.path)
            else:
                self.system.pipe_file(self.path, content)

    def remove(self) -> None:
        """Take this folder away, with all that is in it."""
        with self._reached():
            self.system.rm(self.path, recursive=True)

    def _sha256(self) -> str:
        with self.system.open(self.path, "rb", cache_type="none") as file:
            sha256 = hashlib.sha256()
            while content := file.read(_AT_ONCE):
                sha256.update(content)
            return sha256.hexdigest()

    @contextmanager
    def _reached(self) -> Iterator[None]:
        try:
            yield
        except faults() as error:
            raise self.fault(f"{self}: {told(error)}") from error

    def _unless_absent(self, work: Callable[[], _Given]) -> _Given | None:
        with self._reached():
            try:
                return work()
            except FileNotFoundError as error:
                if reason_of(error) is not error:
                    raise
                return None


Anywhere = Path | Place
"""A path on this machine, or a place elsewhere."""


def is_url(named: str) -> bool:
    """Tell a URL from a path on this machine."""
    return "://" in named


def place(url: str, fault: type[InputError | ReleaseError]) -> Place:
    """Give the place at a URL, whether something is there or not. Raises ``fault`` where there can
    be no such place, or what reaches it is not installed."""
    return Place(url, fault, *opened(url, fault))


def source(named: str) -> Anywhere:
    """Give what is named as input. Raises InputError where it is a URL that cannot be one."""
    if named.startswith("file://"):
        return Path(named.removeprefix("file://"))
    return place(named, InputError) if is_url(named) else Path(named)
