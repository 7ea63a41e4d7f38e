"""The mapping of dossiers to triples, with one function for each kind of entity.

Each function lists the properties of an entity with their values.
"""

from collections.abc import Iterator
from itertools import chain

from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping import (
    cases,
    derived_graph,
    findings,
    register_from_papers,
    shortcuts,
)
from kv2rdf.model.dossier import Cluster, Dossier
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import FOAF, KV, RDF


def statements(cluster: Cluster, at: Addresses) -> Iterator[tuple[Iri, Triples]]:
    """Yield the graphs of a cluster, each as a pair of the address of the graph and its triples.

    For each dossier, the graphs are the case graph, the derived graph and, if there are any
    findings, the findings graph. Each of these graphs contains its own description. The last graph
    is the register graph, which contains the names, headings, groups and sources of all cases in
    the cluster.
    """
    for dossier in cluster.dossiers:
        yield _with_description(
            at.graph(dossier.id),
            KV.PrintedGraph,
            dossier,
            cases.case_triples(dossier, cluster, at),
            at,
        )
        yield _with_description(
            at.derived_graph(dossier.id),
            KV.DerivedGraph,
            dossier,
            chain(
                derived_graph.derived_triples(dossier, at),
                shortcuts.shortcuts(dossier, cluster, at),
            ),
            at,
        )
        if findings.has_findings(dossier):
            yield _with_description(
                at.findings_graph(dossier.id),
                KV.FindingsGraph,
                dossier,
                findings.findings_about_case(dossier, at),
                at,
            )
    yield (
        at.graph("register"),
        chain.from_iterable(
            register_from_papers.names_and_sources(dossier, at) for dossier in cluster.dossiers
        ),
    )


def _with_description(
    graph: Iri, kind: Iri, d: Dossier, triples: Triples, at: Addresses
) -> tuple[Iri, Triples]:
    """Return the address of a graph, and its triples with a description of the graph added.

    The description states the kind and the case of the graph. It is in the graph itself, so that no
    other graph changes if the description changes.
    """
    case = at.dossier(d.chamber, d.id)
    description = about(graph, (RDF.type, kind), (FOAF.primaryTopic, case))
    return graph, chain(triples, description)
