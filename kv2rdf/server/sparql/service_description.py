"""The description of the SPARQL service, its data and its example queries, in RDF.

Sources: SPARQL 1.1 Service Description (https://www.w3.org/TR/sparql11-service-description/), VoID,
and SHACL (https://www.w3.org/TR/shacl/, sections 5.2.1 and 8) for prefixes and example queries.
"""

from collections.abc import Iterator

import pyoxigraph as ox

from kv2rdf.query.named_queries import NamedQuery, all_queries
from kv2rdf.query.query_words import query_form
from kv2rdf.query.result_streams import ROW_FORMATS, TRIPLE_FORMATS
from kv2rdf.query.sparql import PREFIXES_OF_OTHERS, ResultTriples
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.server.served_release import ServedRelease

_SD = "http://www.w3.org/ns/sparql-service-description#"
_SH = "http://www.w3.org/ns/shacl#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_RDFS, _VOID, _XSD = PREFIXES["rdfs"], PREFIXES["void"], PREFIXES["xsd"]
_NAMES_OF_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads",
)  # fmt: skip
"""The names of the result formats, in the order of ``ROW_FORMATS`` and ``TRIPLE_FORMATS``."""

_DATASETS = "CONSTRUCT { ?dataset ?p ?o } WHERE { ?dataset a void:Dataset ; ?p ?o }"
_PROPERTIES = {"SELECT": "select", "ASK": "ask", "CONSTRUCT": "construct", "DESCRIBE": "describe"}


def service_description(release: ServedRelease, endpoint: str) -> tuple[ox.Triple, ...]:
    """Return the description of the service at the address ``endpoint``.

    The description includes the statements about the dataset in the release, so that clients do not
    need a query to find them.
    """
    return (
        *_service(release, endpoint),
        *_prefixes(endpoint),
        *(triple for query in all_queries() for triple in _executable(query, endpoint)),
        *_datasets(release),
    )


def _service(release: ServedRelease, endpoint: str) -> Iterator[ox.Triple]:
    service, dataset = ox.NamedNode(endpoint), ox.NamedNode(f"{endpoint}#dataset")
    graph = ox.NamedNode(release.address)
    yield ox.Triple(service, _RDF_TYPE, _term(_SD, "Service"))
    yield ox.Triple(service, _term(_SD, "endpoint"), service)
    yield ox.Triple(service, _term(_SD, "supportedLanguage"), _term(_SD, "SPARQL11Query"))
    yield ox.Triple(service, _term(_SD, "feature"), _term(_SD, "UnionDefaultGraph"))
    for name in _NAMES_OF_FORMATS[: len(ROW_FORMATS) + len(TRIPLE_FORMATS)]:
        yield ox.Triple(service, _term(_SD, "resultFormat"), _term(_FORMATS, name))
    yield ox.Triple(service, _term(_SD, "defaultDataset"), dataset)
    yield ox.Triple(service, _term(_SH, "prefixes"), ox.NamedNode(f"{endpoint}#prefixes"))
    yield ox.Triple(dataset, _RDF_TYPE, _term(_SD, "Dataset"))
    yield ox.Triple(dataset, _term(_SD, "defaultGraph"), graph)
    yield ox.Triple(graph, _RDF_TYPE, _term(_SD, "Graph"))
    yield ox.Triple(graph, _term(_VOID, "sparqlEndpoint"), service)


def _prefixes(endpoint: str) -> Iterator[ox.Triple]:
    every = ox.NamedNode(f"{endpoint}#prefixes")
    yield ox.Triple(every, _RDF_TYPE, ox.NamedNode("http://www.w3.org/2002/07/owl#Ontology"))
    for prefix, namespace in sorted({**PREFIXES_OF_OTHERS, **PREFIXES}.items()):
        declaration = ox.NamedNode(f"{endpoint}#prefix-{prefix}")
        address = ox.Literal(namespace, datatype=ox.NamedNode(f"{_XSD}anyURI"))
        yield ox.Triple(every, _term(_SH, "declare"), declaration)
        yield ox.Triple(declaration, _RDF_TYPE, _term(_SH, "PrefixDeclaration"))
        yield ox.Triple(declaration, _term(_SH, "prefix"), ox.Literal(prefix))
        yield ox.Triple(declaration, _term(_SH, "namespace"), address)


def _executable(query: NamedQuery, endpoint: str) -> Iterator[ox.Triple]:
    node, property_ = ox.NamedNode(f"{endpoint}#{query.name}"), _PROPERTIES[query_form(query.text)]
    text = ox.Literal(query.filled_text({}))
    yield ox.Triple(node, _RDF_TYPE, _term(_SH, "SPARQLExecutable"))
    yield ox.Triple(node, _RDF_TYPE, _term(_SH, f"SPARQL{property_.capitalize()}Executable"))
    yield ox.Triple(node, _term(_SH, property_), text)
    yield ox.Triple(node, _term(_SH, "prefixes"), ox.NamedNode(f"{endpoint}#prefixes"))
    yield ox.Triple(node, _term(_RDFS, "label"), ox.Literal(query.title, language="en"))
    yield ox.Triple(node, _term(_RDFS, "comment"), ox.Literal(query.nl, language="nl"))
    yield ox.Triple(node, _term(_RDFS, "comment"), ox.Literal(query.en, language="en"))
    target = ox.NamedNode("https://schema.org/target")
    yield ox.Triple(node, target, ox.NamedNode(endpoint))


def _datasets(release: ServedRelease) -> Iterator[ox.Triple]:
    found = release.release.query(_DATASETS)
    turtle = found.turtle if isinstance(found, ResultTriples) else b""
    for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
        yield quad.triple


def _term(namespace: str, name: str) -> ox.NamedNode:
    return ox.NamedNode(namespace + name)
