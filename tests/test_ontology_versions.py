"""The version of the ontology changes when its bytes change, and names the previous version."""

import pytest
from rdflib import DCTERMS, OWL, URIRef

from tests.ontology_terms import ROOT
from tests.ontology_versions import ONTOLOGY, ontology_header, updated_versions

RECORDED = (ROOT / "tests" / "ontology_versions.txt").read_text(encoding="utf-8")
VERSION = ontology_header()[OWL.versionInfo]
VANN = "http://purl.org/vocab/vann/"


def test_the_bytes_of_the_ontology_are_those_recorded_for_its_version() -> None:
    assert updated_versions(RECORDED) == RECORDED


def test_a_released_version_cannot_have_other_bytes() -> None:
    released = RECORDED.replace(f"{VERSION} unreleased", f"{VERSION} released")
    assert updated_versions(released) == released
    with pytest.raises(ValueError, match=r"since version .* was released\. Give kv\.ttl a new"):
        updated_versions(released, sha256="0" * 64)


def test_a_version_without_a_line_is_refused() -> None:
    with pytest.raises(ValueError, match="has no line for version"):
        updated_versions("0.0.1 released 00\n")


def test_the_ontology_names_its_version_and_the_one_before() -> None:
    versions = [line.split()[0] for line in RECORDED.splitlines()]
    header = ontology_header()
    assert versions[-1] == VERSION
    assert header[OWL.versionIRI] == f"{ONTOLOGY}/{VERSION}"
    assert header[OWL.priorVersion] == f"{ONTOLOGY}/{versions[-2]}"
    assert header[URIRef(f"{VANN}preferredNamespaceUri")] == f"{ONTOLOGY}#"
    assert header[URIRef(f"{VANN}preferredNamespacePrefix")] == "kv"
    assert header[DCTERMS.creator]
    assert header[DCTERMS.modified]
