"""The mapping of dossiers to triples: one function for each kind of thing.

Each function lists the properties of a thing and their values. Its docstring names the thing.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping import (
    cases,
    derived_graph,
    register_from_papers,
)
from kv2rdf.model.dossier import Cluster
from kv2rdf.model.register import Ministry
from kv2rdf.rdf.rows import Triples
from kv2rdf.rdf.terms import Iri


def statements(
    cluster: Cluster, ministries: Mapping[str, Ministry], at: Addresses
) -> Iterator[tuple[Iri, Triples]]:
    """Yield the graphs of a cluster, each with its triples.

    These are the case graph and the derived graph of each dossier, and then the register graph with
    the names and sources of all papers.
    """
    for dossier in cluster.dossiers:
        yield at.graph(dossier.id), cases.case_triples(dossier, cluster, at)
        yield at.derived_graph(dossier.id), derived_graph.derived_triples(dossier, ministries, at)
    yield (
        at.graph("register"),
        chain.from_iterable(
            register_from_papers.names_and_sources(dossier, at) for dossier in cluster.dossiers
        ),
    )
