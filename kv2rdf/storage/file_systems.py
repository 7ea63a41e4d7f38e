"""What reaches places elsewhere: fsspec and its file systems, loaded only where a URL is named."""

import importlib
import re
import sys
from collections.abc import Mapping, Sequence
from typing import IO, TYPE_CHECKING, Literal, Protocol

from kv2rdf.errors import InputError, ReleaseError

if TYPE_CHECKING:
    pass

WEB = ("http://", "https://")
_PASSWORD = re.compile(r"://[^/@]*:(?!\d+/)[^@]*@")
_ERRORS_OF_LIBRARIES = (("botocore.exceptions", "BotoCoreError"), ("aiohttp", "ClientError"))


class System(Protocol):
    """What we use of a file system of fsspec; paths are its own, without the protocol."""

    def info(self, path: str) -> Mapping[str, object]:
        """Tell of a file or folder: its type and size."""

    def ls(self, path: str, *, detail: Literal[True]) -> Sequence[Mapping[str, object]]:
        """Tell of everything in a folder."""

    def find(self, path: str, *, detail: Literal[True]) -> Mapping[str, Mapping[str, object]]:
        """Tell of every file below a folder, by its path."""

    def open(self, path: str, mode: Literal["rb"], *, cache_type: str) -> IO[bytes]:
        """Open a file for reading."""

    def cat_file(self, path: str) -> bytes:
        """Give the content of a file."""

    def pipe_file(self, path: str, value: bytes) -> object:
        """Write a file."""

    def put_file(self, here: str, path: str, /) -> object:
        """Copy a file of this machine."""

    def rm(self, path: str, *, recursive: bool) -> object:
        """Remove a folder."""

    def invalidate_cache(self) -> object:
        """Forget what was listed."""


def shown(url: str) -> str:
    """Give a URL as it may be printed: what one of the web has behind ``?`` may be secret."""
    return url.partition("?")[0] if url.startswith(WEB) else url


def opened(url: str, fault: type[InputError | ReleaseError]) -> tuple[System, str]:
    """Give the file system that reaches a URL, and the path in it; the network is not asked,
    and what was listed before is forgotten.

    Raises ``fault`` where there is none, nothing that reaches it is installed, or the URL has a
    password in it.
    """
    protocol = url.partition("://")[0]
    if _PASSWORD.search(url):
        raise fault(f"{protocol}://…: takes no password: that belongs in the environment")
    if "::" in url:
        raise fault(f"{shown(url)}: is more than one URL")
    made = {"auto_mkdir": True} if protocol == "file" else {}
    system: System
    path: str
    try:
        system, path = importlib.import_module("fsspec.core").url_to_fs(url, **made)
        system.invalidate_cache()
    except ImportError as error:
        raise fault(f"{shown(url)}: needs kv2rdf[remote]: {told(error)}") from error
    except faults() as error:
        raise fault(f"{shown(url)}: {told(error)}") from error
    return system, path


def faults() -> tuple[type[BaseException], ...]:
    """Give the errors by which file systems tell that something cannot be done.

    Most are OSError; of the libraries that have their own, those that are loaded.
    """
    loaded = [(sys.modules.get(module), name) for module, name in _ERRORS_OF_LIBRARIES]
    of_libraries = [getattr(module, name) for module, name in loaded if module is not None]
    return (OSError, ValueError, NotImplementedError, *of_libraries)


def reason_of(error: BaseException) -> BaseException:
    """Give the error itself, or what is behind it: for want of a network, or of the right to
    read, fsspec says of the web that nothing is there."""
    behind = error.__cause__
    web = sys.modules.get("aiohttp")
    hidden = web is not None and isinstance(behind, web.ClientError)
    hidden = hidden and getattr(behind, "status", None) != 404
    return behind if isinstance(error, FileNotFoundError) and behind and hidden else error


def told(error: BaseException) -> str:
    """Say in some words what went wrong; what a URL has behind ``?`` may be secret."""
    reason = reason_of(error)
    if isinstance(reason, FileNotFoundError):
        return "is not there"
    text = str(reason.strerror if isinstance(reason, OSError) and reason.strerror else reason)
    return re.sub(r"\?[^\s']+", "?…", text) or type(reason).__name__
