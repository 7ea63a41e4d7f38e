"""The file systems of fsspec. They are loaded only when a URL is used."""

import importlib
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Literal, Protocol

from kv2rdf.errors import InputError, ReleaseError

HTTP_PREFIXES = ("http://", "https://")
_PASSWORD = re.compile(r"://[^/@]*:(?!\d+/)[^@]*@")
_LIBRARY_ERRORS = (("botocore.exceptions", "BotoCoreError"), ("aiohttp", "ClientError"))


@dataclass(frozen=True, slots=True)
class Timeouts:
    """The numbers of seconds after which a request to a server is considered to have failed.

    ``silence`` is the maximum time for which a web server may send nothing, and ``request`` is the
    maximum time for a whole request to it. ``store`` is the maximum time for which a store such as
    S3 may send nothing. Failed requests to such a store are repeated.
    """

    silence: float = 60
    request: float = 3600
    store: float = 15

    def options(self, protocol: str) -> dict[str, object]:
        """Return the options for the file system of a protocol."""
        if protocol in ("http", "https"):
            timeout = importlib.import_module("aiohttp").ClientTimeout(
                total=self.request, sock_connect=self.silence, sock_read=self.silence
            )
            return {"client_kwargs": {"timeout": timeout}}
        if protocol == "s3":
            limits = {"connect_timeout": self.store, "read_timeout": self.store}
            return {"config_kwargs": limits}
        return {}


TIMEOUTS = Timeouts()


class FileSystem(Protocol):
    """The methods of an fsspec file system that we use. Paths do not contain the protocol."""

    def info(self, path: str) -> Mapping[str, object]:
        """Return the type and the size of a file or a folder."""

    def ls(self, path: str, *, detail: Literal[True]) -> Sequence[Mapping[str, object]]:
        """Return the details of each file and folder in a folder."""

    def find(self, path: str, *, detail: Literal[True]) -> Mapping[str, Mapping[str, object]]:
        """Return the details of every file below a folder, by path."""

    def open(self, path: str, mode: Literal["rb"], *, cache_type: str) -> IO[bytes]:
        """Open a file for reading."""

    def pipe_file(self, path: str, value: bytes) -> object:
        """Write a file."""

    def put_file(self, local_path: str, path: str, /) -> object:
        """Copy a local file."""

    def rm(self, path: str, *, recursive: bool) -> object:
        """Remove a folder."""

    def invalidate_cache(self) -> object:
        """Discard all cached listings."""


def printable_url(url: str) -> str:
    """Return a URL that is safe to print.

    The query of a web URL is removed, as it may be secret.
    """
    return url.partition("?")[0] if url.startswith(HTTP_PREFIXES) else url


def open_file_system(
    url: str, error_type: type[InputError | ReleaseError], timeouts: Timeouts
) -> tuple[FileSystem, str]:
    """Return the file system for a URL, and the path of the URL in that file system.

    Cached listings of the file system are discarded. This function does not use the network. Raises
    ``error_type`` if the URL is not valid or contains a password, or if no installed file system
    supports it.
    """
    protocol = url.partition("://")[0]
    if _PASSWORD.search(url):
        raise error_type(f"{protocol}://…: takes no password; set credentials in the environment")
    if "::" in url:
        raise error_type(f"{printable_url(url)}: is more than one URL")
    file_system: FileSystem
    path: str
    try:
        options = {"auto_mkdir": True} if protocol == "file" else timeouts.options(protocol)
        file_system, path = importlib.import_module("fsspec.core").url_to_fs(url, **options)
        file_system.invalidate_cache()
    except ImportError as error:
        raise error_type(
            f"{printable_url(url)}: needs kv2rdf[remote]: {error_text(error)}"
        ) from error
    except file_system_errors() as error:
        raise error_type(f"{printable_url(url)}: {error_text(error)}") from error
    return file_system, path


def file_system_errors() -> tuple[type[BaseException], ...]:
    """Return the types of the errors that file systems raise.

    Most file systems raise OSError. Some libraries define their own errors, which are included once
    the library has been loaded.
    """
    loaded = [(sys.modules.get(module), name) for module, name in _LIBRARY_ERRORS]
    library_errors = [getattr(module, name) for module, name in loaded if module is not None]
    return (OSError, ValueError, NotImplementedError, *library_errors)


def underlying_error(error: BaseException) -> BaseException:
    """Return the error that fsspec replaced with ``error``, or ``error`` itself if there is none.

    For a web URL, fsspec raises FileNotFoundError even if the network fails or access is refused.
    """
    cause = error.__cause__
    aiohttp = sys.modules.get("aiohttp")
    is_hidden = (
        isinstance(error, FileNotFoundError)
        and aiohttp is not None
        and isinstance(cause, (aiohttp.ClientError, TimeoutError))
        and getattr(cause, "status", None) != 404
    )
    return cause if is_hidden and cause else error


def error_text(error: BaseException) -> str:
    """Return a short description of an error, without the query of any URL in it."""
    reason = underlying_error(error)
    if isinstance(reason, FileNotFoundError):
        return "is not there"
    if isinstance(reason, TimeoutError):
        return "does not answer, or is too slow"
    text = str(reason.strerror if isinstance(reason, OSError) and reason.strerror else reason)
    return re.sub(r"\?[^\s']+", "?…", text) or type(reason).__name__
