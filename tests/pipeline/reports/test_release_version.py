"""The version of a release depends on its documents, the seeds and the software only."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from kv2rdf.pipeline.passes.spool import Fate, SpoolEntry
from kv2rdf.pipeline.reports.release_version import release_version

DAY = date(2022, 2, 25)
ENTRY = SpoolEntry(id="a.xml", sha256="0" * 64, fate=Fate.READ)
OTHER = SpoolEntry(id="b.xml", sha256="1" * 64, fate=Fate.READ)


def test_the_order_of_the_documents_does_not_matter(tmp_path: Path) -> None:
    versions = {
        release_version(DAY, "1", pair, tmp_path) for pair in ((ENTRY, OTHER), (OTHER, ENTRY))
    }
    assert len(versions) == 1
    assert versions.pop().startswith("2022-02-25-")


def test_a_change_of_a_document_a_seed_or_the_software_changes_the_version(tmp_path: Path) -> None:
    first = release_version(DAY, "1", [ENTRY], tmp_path)
    others = [
        release_version(DAY, "2", [ENTRY], tmp_path),
        release_version(DAY, "1", [ENTRY, OTHER], tmp_path),
        release_version(DAY, "1", [replace(ENTRY, sha256="2" * 64)], tmp_path),
    ]
    (tmp_path / "terms.csv").write_text("chamber", encoding="utf-8")
    others.append(release_version(DAY, "1", [ENTRY], tmp_path))
    assert len({first, *others}) == 5


def test_papers_without_a_day_have_a_version_too(tmp_path: Path) -> None:
    assert release_version(None, "1", [ENTRY], tmp_path).isalnum()
