"""The reconciler of the seed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kv2rdf.query.open_release import Release
from kv2rdf.reconciliation.reconciler import Reconciler


@pytest.fixture(scope="session")
def loaded(seed_release: Path) -> Iterator[Reconciler]:
    """The reconciler of the seed, loaded once."""
    with Release(seed_release) as release:
        yield Reconciler.of_release(release)
