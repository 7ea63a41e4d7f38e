"""The version of a release depends on its documents, the seeds and the software only."""

from dataclasses import replace
from datetime import date

from kv2rdf.model.register import Person, Register
from kv2rdf.pipeline.passes.spool import Fate, SpoolEntry
from kv2rdf.pipeline.reports.release_version import release_version
from kv2rdf.reference.register_files import Seeds

SEEDS = Seeds(register=Register(), lookups={})
DAY = date(2022, 2, 25)
ENTRY = SpoolEntry(id="a.xml", sha256="0" * 64, fate=Fate.READ)
OTHER = SpoolEntry(id="b.xml", sha256="1" * 64, fate=Fate.READ)


def test_the_order_of_the_documents_does_not_matter() -> None:
    versions = {release_version(DAY, "1", pair, SEEDS) for pair in ((ENTRY, OTHER), (OTHER, ENTRY))}
    assert len(versions) == 1
    assert versions.pop().startswith("2022-02-25-")


def test_a_change_of_a_document_a_seed_or_the_software_changes_the_version() -> None:
    first = release_version(DAY, "1", [ENTRY], SEEDS)
    others = [
        release_version(DAY, "2", [ENTRY], SEEDS),
        release_version(DAY, "1", [ENTRY, OTHER], SEEDS),
        release_version(DAY, "1", [replace(ENTRY, sha256="2" * 64)], SEEDS),
    ]
    other_seeds = Seeds(register=Register(persons=(Person(key="x", name="X"),)), lookups={})
    others.append(release_version(DAY, "1", [ENTRY], other_seeds))
    assert len({first, *others}) == 5


def test_papers_without_a_day_have_a_version_too() -> None:
    assert release_version(None, "1", [ENTRY], SEEDS).isalnum()
