"""The meta graph, which describes the dataset in this release and the run that built it."""

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.labels import label_rows
from kv2rdf.mapping.periods import period
from kv2rdf.model.dataset import DatasetRelease, Holdings
from kv2rdf.rdf.rows import Row, Triples, about
from kv2rdf.rdf.terms import Code, Dutch, English, Iri
from kv2rdf.rdf.vocabulary import DCAT, DCT, FOAF, PREFIXES, PROV, RDF, VOID

CC0 = Iri("http://creativecommons.org/publicdomain/zero/1.0/")
TITLE = (
    Dutch("Kamervragen: schriftelijke vragen en antwoorden van het Nederlandse parlement"),
    English("Kamervragen: written questions and answers of the Dutch parliament"),
)
DESCRIPTION = (
    Dutch(
        "Elke vraag, elk antwoord, elke voetnoot en elke mededeling, met wie vroeg en wie "
        "antwoordde, als linked data."
    ),
    English(
        "Every question, answer, footnote and notice, with who asked and who answered, "
        "as linked data."
    ),
)
RIGHTS = (
    Dutch("De teksten zijn openbaar gemaakt door de overheid: Auteurswet, artikel 11 en 15b."),
    English("The texts are publications of the state: Auteurswet, articles 11 and 15b."),
)


def meta(r: DatasetRelease, software: str, holdings: Holdings, at: Addresses) -> Triples:
    """Return the triples about a release, with a partition for each class and each property.

    ``holdings`` contains the counts for all graphs, and ``software`` is the version of kv2rdf.
    """
    dataset, run = at.dataset(r.day), at.run(r.day)
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
        *release_rows(r, at),
        (VOID.triples, holdings.triples),
        (VOID.uriSpace, Code(f"{at.base}/")),
        (VOID.vocabulary, (PREFIXES[p] for p in ("kv", "eli", "eli-dl", "dct", "skos", "org"))),
        (VOID.classPartition, (address for address, _, _ in classes)),
        (VOID.propertyPartition, (address for address, _, _ in properties)),
        (PROV.wasGeneratedBy, run),
    )
    yield from surroundings(r, at)
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
    program = at.software(software)
    yield from about(
        run,
        (RDF.type, PROV.Activity),
        (PROV.wasAssociatedWith, program),
    )
    yield from about(
        program,
        (RDF.type, PROV.SoftwareAgent),
        (FOAF.name, Code(f"kv2rdf {software}")),
    )


def release_rows(r: DatasetRelease, at: Addresses) -> tuple[Row, ...]:
    """Return the rows about a release that are in both the dump and the catalogue."""
    return (
        (DCT.title, TITLE),
        (DCT.isVersionOf, at.dataset()),
        (DCAT.inSeries, at.dataset()),
        (DCAT.version, Code(r.version)),
        (DCT.issued, r.issued),
        (PROV.wasRevisionOf, at.dataset(r.revision_of) if r.revision_of else None),
        (DCT.temporal, at.period(at.dataset(r.day)) if r.has_period else None),
        (DCT.publisher, at.publisher()),
        (DCT.license, licence(r)),
        (DCT.rights, (at.rights(), *(at.brought_source(s.name) for s in r.brought_sources))),
        (DCT.conformsTo, (external.ONTOLOGY, external.SHAPES)),
    )


def licence(r: DatasetRelease) -> Iri | None:
    """Return the licence of a release: CC0, or None if a user added data with another licence."""
    return CC0 if r.is_public_domain else None


def surroundings(r: DatasetRelease, at: Addresses) -> Triples:
    """Return the triples about the period, dataset, publisher and rights of a release."""
    if r.has_period:
        yield from period(at.period(at.dataset(r.day)), r.since, r.until)
    yield from about(
        at.dataset(),
        (RDF.type, DCAT.DatasetSeries),
        (DCT.title, TITLE),
        (DCT.description, DESCRIPTION),
        (DCT.publisher, at.publisher()),
        (DCT.license, licence(r)),
        (DCT.rights, at.rights()),
    )
    yield from about(at.publisher(), (RDF.type, FOAF.Agent), (FOAF.name, Code("kv2rdf")))
    yield from about(at.rights(), (RDF.type, DCT.RightsStatement), *label_rows(*RIGHTS))


def _short(term: str) -> str:
    """Return a term as its prefix and local name, such as "kv-text".

    A term without a known prefix is returned unchanged.
    """
    for prefix, namespace in (*PREFIXES.items(), ("rdf", RDF.type.removesuffix("type"))):
        if term.startswith(namespace):
            return f"{prefix}-{term.removeprefix(namespace)}"
    return term
