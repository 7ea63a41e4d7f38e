"""The committed example is the release that the seed makes today."""

from pathlib import Path

from rdflib import Graph

from kv2rdf.release import manifest
from tests.example import EXAMPLE, files


def test_the_example_is_current(seed_release: Path) -> None:
    """Where this is red: `make example`, and look at what changed."""
    assert dict(files(EXAMPLE)) == dict(files(seed_release.resolve()))


def test_the_manifest_of_the_example_is_that_of_its_files() -> None:
    listed = manifest.read(EXAMPLE)
    there = [manifest.entry(EXAMPLE, path, None) for path in manifest.files(EXAMPLE)]
    assert listed == {entry.path: (entry.sha256, entry.content) for entry in there}


def test_the_catalogue_of_the_example_is_turtle() -> None:
    assert len(Graph().parse(EXAMPLE / "catalogue.ttl")) > 40
