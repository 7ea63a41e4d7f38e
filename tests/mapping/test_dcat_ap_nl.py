"""The catalogue contains everything that is mandatory in DCAT-AP-NL 3."""

from collections.abc import Iterable
from pathlib import Path

import pyshacl
import pytest
from rdflib import DCAT, FOAF, RDF, Graph, Namespace, URIRef
from rdflib.term import Node

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
    assert len(set(catalogue.subjects(RDF.type, DCAT.Distribution))) == 3
    assert len(set(catalogue.subjects(RDF.type, FOAF.Document))) == 3


@pytest.mark.parametrize(
    "removed",
    [
        (None, RDF.type, VCARD.Kind),
        (None, URIRef("http://purl.org/dc/terms/identifier"), None),
        (None, DCAT.accessURL, None),
        (None, DCAT.theme, None),
        (None, RDF.type, FOAF.Document),
    ],
)
def test_a_catalogue_without_something_mandatory_does_not_conform(
    catalogue: Graph, removed: tuple[None, URIRef, URIRef | None]
) -> None:
    catalogue.remove(removed)
    is_valid, _ = conforms(catalogue)
    assert not is_valid


def names(addresses: Iterable[Node]) -> set[str]:
    """Return the last part of each address."""
    return {str(address).rpartition("/")[2] for address in addresses}


def test_every_file_that_it_names_is_in_the_release(catalogue: Graph, seed_release: Path) -> None:
    distributions = names(catalogue.objects(None, DCAT.distribution))
    reports = names(catalogue.objects(None, FOAF.page))
    assert distributions == {"kamervragen.nq.gz", "kamervragen.ttl.gz", "dossiers"}
    assert reports == {"report.json", "report.html", "report.en.html"}
    assert all((seed_release / name).exists() for name in distributions | reports)


def test_a_report_is_not_made_a_distribution_by_the_domain_of_a_property(catalogue: Graph) -> None:
    of_distributions = {DCAT.accessURL, DCAT.downloadURL, DCAT.mediaType, DCAT.byteSize}
    for report in catalogue.objects(None, FOAF.page):
        assert not of_distributions & set(catalogue.predicates(report))


def test_the_files_of_the_cases_are_listed_where_the_catalogue_says(
    catalogue: Graph, seed_release: Path
) -> None:
    (cases,) = (d for d in catalogue.objects(None, DCAT.distribution) if "dossiers" in str(d))
    address = catalogue.value(cases, DCAT.accessURL)
    listed = (seed_release / str(address).rpartition("/")[2]).read_text(encoding="utf-8")
    assert "  dossiers/2022/2022Z00634.ttl" in listed
