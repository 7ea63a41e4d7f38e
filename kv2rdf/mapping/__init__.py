"""What we say: one function for each kind of thing, each a table of property and value."""

from collections.abc import Iterator
from itertools import chain

from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping import cases, derived, names_and_sources
from kv2rdf.model.dossier import Cluster
from kv2rdf.model.register import Register
from kv2rdf.rdf.rows import Triples
from kv2rdf.rdf.terms import Iri


def statements(
    cluster: Cluster, register: Register, at: Addresses
) -> Iterator[tuple[Iri, Triples]]:
    """Give all we say about a cluster, graph by graph.

    For each dossier its own graph and the derived one; and once, in the register, the names and
    sources that its papers print.
    """
    for dossier in cluster.dossiers:
        yield at.graph(dossier.id), cases.dossier(dossier, cluster, at)
        yield at.derived_graph(dossier.id), derived.inferred(dossier, register, at)
    yield (
        at.graph("register"),
        chain.from_iterable(names_and_sources.printed(dossier, at) for dossier in cluster.dossiers),
    )
