"""The committed example is the release of the seed."""

from pathlib import Path

from rdflib import Graph

from kv2rdf.release import manifest
from kv2rdf.release.files import ReleaseFiles
from tests.example import EXAMPLE, example_files


def test_the_example_is_current(seed_release: Path) -> None:
    """If this fails, run `make generated` and check what changed."""
    assert dict(example_files(EXAMPLE)) == dict(example_files(seed_release.resolve()))


def test_the_manifest_of_the_example_lists_its_files() -> None:
    listed = manifest.read_manifest(ReleaseFiles(EXAMPLE))
    entries = [
        manifest.entry(ReleaseFiles(EXAMPLE), path, None) for path in ReleaseFiles(EXAMPLE).listed()
    ]
    assert listed == {entry.path: (entry.sha256, entry.content) for entry in entries}


def test_the_catalogue_of_the_example_is_turtle() -> None:
    assert len(Graph().parse(EXAMPLE / "catalogue.ttl")) > 40
