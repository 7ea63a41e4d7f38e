"""A reconciler of a release whose tables cannot be read, or that has no statements."""

from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.query.open_release import Release
from kv2rdf.reconciliation.reconciler import Reconciler
from kv2rdf.reconciliation.topics import topic_entities
from kv2rdf.release.files import ReleaseFiles


def test_a_release_without_its_tables_is_reported_in_one_line(
    seed_release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReleaseFiles, "seeds", tmp_path / "gone")
    with (
        Release(seed_release) as release,
        pytest.raises(ReleaseError, match="was built with cannot be read: ") as refused,
    ):
        Reconciler.of_release(release)
    assert "\n" not in str(refused.value)


def test_a_release_without_a_base_has_no_topics(
    seed_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Release, "base", None)
    with Release(seed_release) as release:
        assert topic_entities(release) == ()
