"""A short test may build a few releases, and no more."""

import pytest

from tests.conftest import MOST_BUILDS, refuse_many_builds


def test_a_short_test_that_builds_too_many_releases_fails() -> None:
    refuse_many_builds(MOST_BUILDS)
    with pytest.raises(pytest.fail.Exception, match="builds 5 releases: mark it long"):
        refuse_many_builds(MOST_BUILDS + 1)
