"""The tables of the release of the seed and of the release of the golden cases."""

from pathlib import Path

import pytest

from kv2rdf.release.files import ReleaseFiles
from kv2rdf.tables import write
from tests.conftest import shared_output


def write_quietly(release: Path, out: Path, *, with_parquet: bool = False) -> dict[str, int]:
    """Write tables without showing progress."""
    return write.write_tables(
        ReleaseFiles(release), out, lambda _s, _d, _a: None, with_parquet=with_parquet
    )


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
