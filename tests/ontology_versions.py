"""The versions of our ontology, each with a hash of its bytes, in ``ontology_versions.txt``.

A line of the file contains a version, ``released`` or ``unreleased``, and the sha256 of kv.ttl
followed by concepts.ttl. ``make generated`` updates the hash, but never that of a released version.
"""

import hashlib
from collections.abc import Mapping

from rdflib import OWL, Graph, URIRef

from tests.ontology_terms import ROOT

ONTOLOGY = URIRef("https://w3id.org/kamervragen/def")
_ADVICE = (
    "ontology/ has changed since version {version} was released. Give kv.ttl a new owl:versionInfo,"
    " owl:versionIRI, owl:priorVersion and dct:modified, add the line '(version) unreleased -' to"
    " tests/ontology_versions.txt, and run `make generated`."
)


def ontology_header() -> Mapping[URIRef, str]:
    """Return the description of the ontology in kv.ttl, by property."""
    graph = Graph().parse(ROOT / "ontology" / "kv.ttl")
    return {URIRef(str(p)): str(value) for p, value in graph.predicate_objects(ONTOLOGY)}


def updated_versions(text: str, sha256: str | None = None) -> str:
    """Return the text of the file with the hash of the current version (by default, computed).

    Raises ValueError if this version has no line, or if it was released with other bytes.
    """
    version, present = ontology_header()[OWL.versionInfo], sha256 or _present_hash()
    lines = text.splitlines()
    states = {line.split()[0]: line.split()[1:] for line in lines}
    if version not in states:
        raise ValueError(f"tests/ontology_versions.txt has no line for version {version}")
    state, recorded = states[version]
    if state == "released" and recorded != present:
        raise ValueError(_ADVICE.format(version=version))
    new = f"{version} {state} {present}"
    return "".join(f"{new if line.split()[0] == version else line}\n" for line in lines)


def _present_hash() -> str:
    files = (ROOT / "ontology" / name for name in ("kv.ttl", "concepts.ttl"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
