"""The embedded SPARQL store of a release, built from its N-Quads."""

import gzip
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
