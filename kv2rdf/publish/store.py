"""The embedded SPARQL store of a release, built from its N-Quads."""

import gzip
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from kv2rdf.errors import ReleaseError


def build(nq: Path, folder: Path) -> int:
    """Load a compressed dump into a new store; give the number of quads in it."""
    try:
        store = ox.Store(str(folder))
        with gzip.open(nq) as quads:
            store.bulk_load(cast("IO[bytes]", quads), format=ox.RdfFormat.N_QUADS)
        store.optimize()
        store.flush()
        return len(store)
    except OSError as error:
        raise ReleaseError(f"the store cannot be written: {error}") from error
