"""A row of the table of mutations: a subject in a valid example, a property, and a mutation."""

from dataclasses import dataclass
from urllib.parse import urljoin

from rdflib import Graph, URIRef

from kv2rdf.rdf.vocabulary import HOME
from tests.validation.mutations import Mutation


@dataclass(frozen=True)
class Row:
    """One mutation of one subject. ``path`` is empty if it concerns no particular property."""

    kind: str
    case: str
    subject: URIRef
    path: str
    mutation: Mutation

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.kind, self.path, str(self.mutation))))

    def changed_triples(self, valid: Graph) -> Graph:
        """Return the triples about the subject, with the mutation."""
        about = Graph()
        for triple in valid.triples((self.subject, None, None)):
            about.add(triple)
        self.mutation.apply(about, self.subject, self.path)
        return about


def mutated(
    kind: str, case: str, address: str, *paths: tuple[str, *tuple[Mutation, ...]]
) -> tuple[Row, ...]:
    """Return the rows about one subject: for each property, the mutations of its values."""
    subject = URIRef(urljoin(f"{HOME}/", address))
    return tuple(
        Row(kind, case, subject, path, mutation)
        for path, *mutations in paths
        for mutation in mutations
    )
