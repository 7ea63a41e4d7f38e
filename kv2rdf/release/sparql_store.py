"""The embedded SPARQL store of a release, built from its N-Quads."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kv2rdf.errors import DamagedReleaseError, ReleaseError

_SLICE = 25_000_000
"""The number of bytes of N-Quads that are loaded at a time, to limit the use of memory."""

_STORE_ERRORS = (OSError, SyntaxError, RuntimeError)
"""The exceptions that the store raises for disk errors, invalid lines and damaged files."""


def build_store(nq: Path, folder: Path) -> int:
    """Load a compressed dump into a new store, and return the number of quads in the store.

    Raises ReleaseError if a line is invalid, or if the store cannot be written.
    """
    try:
        store = ox.Store(str(folder))
        _load(nq, store)
        store.optimize()
        store.flush()
        return len(store)
    except _STORE_ERRORS as error:
        raise ReleaseError(f"the store cannot be written: {_reason(error)}") from error


def loaded_store(nq: Path) -> ox.Store:
    """Return a gzip dump as a store in memory. Raises ReleaseError if the dump is unreadable."""
    store = ox.Store()
    try:
        _load(nq, store)
    except (*_STORE_ERRORS, EOFError, zlib.error) as error:
        raise ReleaseError(f"{nq}: cannot be read: {_reason(error)}") from error
    return store


def patch_store(
    previous: Path,
    folder: Path,
    removed: Iterable[str],
    added: Iterable[str],
    *,
    is_compacted: bool,
) -> None:
    """Write a new store with the quads of the previous one, minus ``removed`` and plus ``added``.

    ``removed`` and ``added`` are lines of N-Quads. If ``is_compacted`` is false, the new store
    shares files with the previous store through hard links, and the changes are in additional
    files, which make queries slower. If it is true, all files are rewritten, as in a new store. The
    previous store is never changed. Raises DamagedReleaseError if the previous store cannot be
    opened, if a line to remove is not in it, or if a line to add is already in it. Raises
    ReleaseError if the store cannot be written.
    """
    try:
        old = ox.Store.read_only(str(previous))
    except (OSError, RuntimeError) as error:
        raise DamagedReleaseError("the store of the previous release cannot be read") from error
    try:
        old.backup(str(folder))
        store = ox.Store(str(folder))
        for quad in _quads(removed):
            if quad not in store:
                raise DamagedReleaseError(f"the store of the previous release lacks a quad: {quad}")
            store.remove(quad)
        for quad in _quads(added):
            if quad in store:
                raise DamagedReleaseError(
                    f"the store of the previous release already has a quad: {quad}"
                )
            store.add(quad)
        if is_compacted:
            store.optimize()
        store.flush()
    except _STORE_ERRORS as error:
        raise ReleaseError(f"the store cannot be written: {_reason(error)}") from error


def _load(nq: Path, store: ox.Store) -> None:
    with gzip.open(nq) as quads:
        while lines := quads.read(_SLICE):
            store.bulk_load(lines + quads.readline(), format=ox.RdfFormat.N_QUADS)


def _reason(error: Exception) -> str:
    """Return the reason for an error, without the names of RocksDB files."""
    text = str(error)
    return text.rpartition(": ")[2] if text.startswith("IO error: ") else text


def _quads(lines: Iterable[str]) -> Iterator[ox.Quad]:
    return ox.parse("".join(lines).encode(), format=ox.RdfFormat.N_QUADS)
