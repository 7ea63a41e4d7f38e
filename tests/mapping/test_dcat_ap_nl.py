"""The catalogue contains everything that is mandatory in DCAT-AP-NL 3."""

from pathlib import Path

import pyshacl
import pytest
from rdflib import DCAT, RDF, Graph, Namespace, URIRef

from kv2rdf.release.files import ReleaseFiles

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
SHAPES = Path(__file__).parent / "dcat_ap_nl.ttl"


@pytest.fixture
def catalogue(seed_release: Path) -> Graph:
    """The catalogue of the seed."""
    return Graph().parse(ReleaseFiles(seed_release).catalogue)


def conforms(catalogue: Graph) -> tuple[bool, str]:
    """Return whether a catalogue conforms to the shapes, and the report."""
    conforms, _, text = pyshacl.validate(catalogue, shacl_graph=Graph().parse(SHAPES))
    return bool(conforms), text


def test_the_catalogue_conforms(catalogue: Graph) -> None:
    is_valid, text = conforms(catalogue)
    assert is_valid, text
    assert len(set(catalogue.subjects(RDF.type, DCAT.Distribution))) == 6


@pytest.mark.parametrize(
    "removed",
    [
        (None, RDF.type, VCARD.Kind),
        (None, URIRef("http://purl.org/dc/terms/identifier"), None),
        (None, DCAT.accessURL, None),
        (None, DCAT.theme, None),
    ],
)
def test_a_catalogue_without_something_mandatory_does_not_conform(
    catalogue: Graph, removed: tuple[None, URIRef, URIRef | None]
) -> None:
    catalogue.remove(removed)
    is_valid, _ = conforms(catalogue)
    assert not is_valid


def test_every_file_that_it_names_is_in_the_release(catalogue: Graph, seed_release: Path) -> None:
    names = {
        str(address).rpartition("/")[2]
        for address in catalogue.subjects(RDF.type, DCAT.Distribution)
    }
    assert names == {
        *("kamervragen.nq.gz", "kamervragen.ttl.gz", "dossiers"),
        *("report.json", "report.html", "report.en.html"),
    }
    assert all((seed_release / name).exists() for name in names)
