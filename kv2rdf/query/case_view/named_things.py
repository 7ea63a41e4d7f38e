"""The entities of the register that a case refers to, with their names."""

from collections.abc import Iterable

from msgspec import Struct

from kv2rdf.query.case_view.case_graph import CaseGraph


class NamedThing(Struct, frozen=True):
    """An entity of the register, such as a topic or a medium, with its label."""

    address: str
    label: str


def named_things(
    graph: CaseGraph, addresses: Iterable[str], language: str
) -> tuple[NamedThing, ...]:
    """Return those entities at ``addresses`` that have a label, in the order of ``addresses``."""
    labels = ((address, graph.label(address, language)) for address in addresses)
    return tuple(NamedThing(address, label) for address, label in labels if label)
