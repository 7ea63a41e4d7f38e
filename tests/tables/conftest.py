"""Releases that consist of given triples, and the tables of the seed and of the golden cases."""

import gzip
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.dataset import meta
from kv2rdf.model.dataset import DatasetRelease, Holdings
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Triple
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.tables import write
from tests.conftest import shared_output


def write_quietly(release: Path, out: Path, *, with_parquet: bool = False) -> dict[str, int]:
    """Write tables without showing progress."""
    return write.write_tables(
        ReleaseFiles(release), out, lambda _s, _d, _a: None, with_parquet=with_parquet
    )


def release_of(folder: Path, triples: Sequence[Triple]) -> Path:
    """Write a release that contains only a dump, and return its folder."""
    at = Addresses()
    day = date(2026, 1, 2)
    release = DatasetRelease(day=day, version="1", since=None, until=None, issued=day)
    meta_graph = meta(release, "1", Holdings(triples=0, classes={}, properties={}), at)
    lines = [
        *nquads.quad_lines(triples, at.graph("1")),
        *nquads.quad_lines(meta_graph, at.graph("meta")),
    ]
    with gzip.open(ReleaseFiles(folder).nquads, "wt", encoding="utf-8", newline="\n") as file:
        file.writelines(sorted(lines))
    return folder


@pytest.fixture(scope="session")
def seed_tables(seed_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the seed's release."""
    out = tmp_path_factory.mktemp("seed") / "tables"
    write_quietly(seed_release, out)
    return out


@pytest.fixture(scope="session")
def golden_tables(golden_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the golden cases."""
    return shared_output(
        tmp_path_factory, "golden-tables", lambda out: write_quietly(golden_release, out)
    )
