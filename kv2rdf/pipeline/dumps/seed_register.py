"""The part of the register that comes from seeds/ and ontology/ instead of papers."""

from collections.abc import Iterable, Sequence

from kv2rdf.addresses.minting import Addresses
from kv2rdf.pipeline.dumps.dataset_graphs import check_shapes, graph_lines
from kv2rdf.rdf.terms import Triple
from kv2rdf.reference import ontology_triples, shipped_folders

SEED_REGISTER = "register-seeds.nq"
"""The name of the line file for this part of the register."""


def with_concepts(register: Iterable[Triple]) -> list[Triple]:
    """Return the triples of the register in seeds/, followed by those of the concepts."""
    return [*register, *ontology_triples.concept_triples(shipped_folders.folder("ontology"))]


def seed_register_lines(triples: Sequence[Triple], at: Addresses) -> tuple[str, ...]:
    """Return triples as sorted lines of N-Quads in the register graph.

    Raises ShapeError if a triple is not allowed in this graph.
    """
    return graph_lines(at.graph("register"), triples)


def check_seed_register(triples: Sequence[Triple], engine: str) -> None:
    """Raise ShapeError if the triples of the register violate a shape."""
    check_shapes("the register", triples, engine)
