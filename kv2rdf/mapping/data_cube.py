"""Tables of counts in the RDF Data Cube vocabulary (https://www.w3.org/TR/vocab-data-cube/)."""

from dataclasses import dataclass

from kv2rdf.addresses.minting import Addresses
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Code, Dutch, English, Iri
from kv2rdf.rdf.vocabulary import DCT, QB, RDF, SKOS


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCube:
    """The definition of a table: the dimensions that identify its rows, and the measures.

    ``attributes`` are properties that a row may have, and that describe what it counts.
    """

    name: str
    label: Dutch
    label_en: English
    dimensions: tuple[Iri, ...]
    measures: tuple[Iri, ...]
    attributes: tuple[Iri, ...] = ()


def data_cube(cube: DataCube, at: Addresses) -> Triples:
    """Return the triples about a table and its structure, without its rows."""
    structure = at.statistic(cube.name, "structuur")
    dimensions = {_component(cube, term, at): term for term in cube.dimensions}
    measures = {_component(cube, term, at): term for term in cube.measures}
    attributes = {_component(cube, term, at): term for term in cube.attributes}
    yield from about(
        at.statistic(cube.name),
        (RDF.type, QB.DataSet),
        (DCT.identifier, Code(cube.name)),
        (SKOS.prefLabel, (cube.label, cube.label_en)),
        (QB.structure, structure),
    )
    yield from about(
        structure,
        (RDF.type, QB.DataStructureDefinition),
        (QB.component, (*dimensions, *measures, *attributes)),
    )
    for component, term in dimensions.items():
        yield from about(component, (RDF.type, QB.ComponentSpecification), (QB.dimension, term))
    for component, term in measures.items():
        yield from about(component, (RDF.type, QB.ComponentSpecification), (QB.measure, term))
    for component, term in attributes.items():
        yield from about(component, (RDF.type, QB.ComponentSpecification), (QB.attribute, term))


def _component(cube: DataCube, term: Iri, at: Addresses) -> Iri:
    return at.statistic(cube.name, "structuur", term.rpartition("#")[2])
