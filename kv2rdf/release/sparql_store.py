"""The embedded SPARQL store of a release, built from its N-Quads."""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kv2rdf.errors import ReleaseError

_SLICE = 25_000_000
"""Bytes of N-Quads loaded at once: the memory it takes does not grow with the dump."""


def build(nq: Path, folder: Path) -> int:
    """Load a compressed dump into a new store, slice by slice; give the number of quads in it."""
    try:
        store = ox.Store(str(folder))
        with gzip.open(nq) as quads:
            while lines := quads.read(_SLICE):
                store.bulk_load(lines + quads.readline(), format=ox.RdfFormat.N_QUADS)
        store.optimize()
        store.flush()
        return len(store)
    except OSError as error:
        raise ReleaseError(f"the store cannot be written: {error}") from error


def patch(before: Path, folder: Path, removed: Iterable[str], added: Iterable[str]) -> None:
    """Make a new store of the one ``before``, by hard links, without some lines and with others.

    Raises ReleaseError where a line to remove is not in it, or one to add is.
    """
    try:
        ox.Store.read_only(str(before)).backup(str(folder))
        store = ox.Store(str(folder))
        for quad in _quads(removed):
            if quad not in store:
                raise ReleaseError(f"the store of the release before lacks a statement: {quad}")
            store.remove(quad)
        for quad in _quads(added):
            if quad in store:
                raise ReleaseError(f"the store of the release before has a statement more: {quad}")
            store.add(quad)
        store.flush()
    except OSError as error:
        raise ReleaseError(f"the store cannot be written: {error}") from error


def _quads(lines: Iterable[str]) -> Iterator[ox.Quad]:
    return ox.parse("".join(lines).encode(), format=ox.RdfFormat.N_QUADS)
