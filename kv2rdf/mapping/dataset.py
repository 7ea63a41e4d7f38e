"""The meta graph: the dataset in this release, its counts, and the run that built it."""

from datetime import date

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.labels import label_rows
from kv2rdf.model.dataset import Holdings
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Code, Dutch, English, Iri
from kv2rdf.rdf.vocabulary import DCT, FOAF, PREFIXES, PROV, RDF, VOID

CC0 = Iri("http://creativecommons.org/publicdomain/zero/1.0/")
TITLE = (
    Dutch("Kamervragen: schriftelijke vragen en antwoorden van het Nederlandse parlement"),
    English("Kamervragen: written questions and answers of the Dutch parliament"),
)
RIGHTS = (
    Dutch("De teksten zijn openbaar gemaakt door de overheid: Auteurswet, artikel 11 en 15b."),
    English("The texts are publications of the state: Auteurswet, articles 11 and 15b."),
)


def meta(release: date, version: str, holdings: Holdings, at: Addresses) -> Triples:
    """The dataset with its class and property partitions.

    ``holdings`` are the counts of what the other graphs contain.
    """
    dataset, run = at.dataset(release), at.run(release)
    classes = [
        (at.partition(dataset, "klasse", _short(c)), Iri(c), n) for c, n in holdings.classes.items()
    ]
    properties = [
        (at.partition(dataset, "eigenschap", _short(p)), Iri(p), n)
        for p, n in holdings.properties.items()
    ]
    yield from about(
        dataset,
        (RDF.type, VOID.Dataset),
        (DCT.title, TITLE),
        (DCT.isVersionOf, at.dataset()),
        (DCT.issued, release),
        (DCT.license, CC0),
        (DCT.rights, at.rights()),
        (DCT.conformsTo, (external.ONTOLOGY, external.SHAPES)),
        (VOID.triples, holdings.triples),
        (VOID.uriSpace, Code(f"{at.base}/")),
        (VOID.vocabulary, (PREFIXES[p] for p in ("kv", "eli", "eli-dl", "dct", "skos", "org"))),
        (VOID.classPartition, (address for address, _, _ in classes)),
        (VOID.propertyPartition, (address for address, _, _ in properties)),
        (PROV.wasGeneratedBy, run),
    )
    yield from rights(at)
    for address, class_, count in classes:
        yield from about(
            address,
            (RDF.type, VOID.Dataset),
            (VOID.class_, class_),
            (VOID.entities, count),
        )
    for address, property_, count in properties:
        yield from about(
            address,
            (RDF.type, VOID.Dataset),
            (VOID.property, property_),
            (VOID.triples, count),
        )
    software = at.software(version)
    yield from about(
        run,
        (RDF.type, PROV.Activity),
        (PROV.wasAssociatedWith, software),
    )
    yield from about(
        software,
        (RDF.type, PROV.SoftwareAgent),
        (FOAF.name, Code(f"kv2rdf {version}")),
    )


def rights(at: Addresses) -> Triples:
    """What there is to know about the rights in the texts."""
    return about(at.rights(), (RDF.type, DCT.RightsStatement), *label_rows(*RIGHTS))


def _short(term: str) -> str:
    """Return a term as its prefix and local name, such as "kv-text"."""
    for prefix, namespace in (*PREFIXES.items(), ("rdf", RDF.type.removesuffix("type"))):
        if term.startswith(namespace):
            return f"{prefix}-{term.removeprefix(namespace)}"
    return term
