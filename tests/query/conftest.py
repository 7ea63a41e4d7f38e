"""The release that most tests of queries read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kv2rdf.query.open_release import Release


@pytest.fixture(scope="module")
def release(seed_release: Path) -> Iterator[Release]:
    """The release of the seed."""
    with Release(seed_release) as opened:
        yield opened
