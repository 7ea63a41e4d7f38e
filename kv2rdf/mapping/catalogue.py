"""catalogue.ttl, which describes the dataset and its files in DCAT for data catalogues.

It contains the classes and the mandatory properties of DCAT-AP-NL 3.0.
"""

from pathlib import PurePath

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.dataset import DESCRIPTION, TITLE, licence, release_rows, surroundings
from kv2rdf.mapping.register import brought_source
from kv2rdf.model.dataset import DatasetRelease, DescribedFiles, ReleaseFile
from kv2rdf.rdf import nquads, turtle
from kv2rdf.rdf.rows import Row, Triples, about
from kv2rdf.rdf.terms import Code, Dutch, English, Iri, TypedLiteral
from kv2rdf.rdf.vocabulary import DCAT, DCT, FOAF, PREFIXES, RDF, SPDX, VCARD, VOID

_XSD = PREFIXES["xsd"]
_EU = "http://publications.europa.eu/resource/authority"
_KEYWORDS = (
    Dutch("Kamervragen"),
    Dutch("parlement"),
    English("written questions"),
    English("parliament"),
)
_FORMS = {
    ".nq": ("application/n-quads", "RDF_N_QUADS"),
    ".ttl": ("text/turtle", "RDF_TURTLE"),
}
_REPORT_FORMATS = {".json": "JSON", ".html": "HTML"}
_GZIP = "application/gzip"
_CASES = "dossiers"
"""The folder that contains a file for each case."""
_REPORT_TITLES = {
    ".json": (Dutch("Verslag voor programma's"), English("Report for programs")),
    ".html": (Dutch("Verslag in het Nederlands"), English("Report in Dutch")),
    ".en.html": (Dutch("Verslag in het Engels"), English("Report in English")),
}


def catalogue(r: DatasetRelease, files: DescribedFiles, triples: int, at: Addresses) -> str:
    """Return the catalogue of a release as Turtle.

    ``triples`` is the number of triples in all graphs.

    The catalogue describes the reports of a build as pages about the dataset, not as distributions,
    because the reports do not contain the dataset. Properties with the domain ``dcat:Distribution``
    are therefore not used for reports. The sizes and checksums of the reports are in the manifest.
    """
    lines = dict.fromkeys(nquads.triple_lines(_catalogue(r, files, triples, at)))
    return f"{turtle.header(at.base)}\n{turtle.body(lines, at.base)}"


def _catalogue(r: DatasetRelease, files: DescribedFiles, triples: int, at: Addresses) -> Triples:
    publisher, contact = at.publisher(), Iri(f"{at.catalogue()}#contact")
    release = at.dataset(r.day)
    dumps = [(at.file(r.day, dump.path), dump) for dump in files.dumps]
    reports = [(at.file(r.day, path), PurePath(path)) for path in files.reports]
    cases = at.file(r.day, _CASES)
    yield from about(
        at.catalogue(),
        (RDF.type, DCAT.Catalog),
        (DCT.title, TITLE),
        (DCT.description, DESCRIPTION),
        (DCT.publisher, publisher),
        (DCAT.contactPoint, contact),
        (DCAT.dataset, (at.dataset(), release)),
    )
    yield from about(
        release,
        (RDF.type, (DCAT.Dataset, VOID.Dataset)),
        *release_rows(r, at),
        (DCT.description, DESCRIPTION),
        (DCT.identifier, Code(release)),
        (DCT.creator, publisher),
        (DCT.spatial, Iri(f"{_EU}/country/NLD")),
        (DCAT.keyword, _KEYWORDS),
        (DCAT.contactPoint, contact),
        (DCAT.theme, Iri(f"{_EU}/data-theme/GOVE")),
        (DCT.accessRights, Iri(f"{_EU}/access-right/PUBLIC")),
        (DCT.language, external.DUTCH),
        (VOID.triples, triples),
        (VOID.dataDump, (address for address, _ in dumps)),
        (DCAT.distribution, (*(address for address, _ in dumps), cases)),
        (FOAF.page, (address for address, _ in reports)),
    )
    yield from surroundings(r, at)
    yield from about(
        contact,
        (RDF.type, VCARD.Kind),
        (VCARD.fn, Code("kv2rdf")),
        (VCARD.hasURL, Iri(at.base)),
    )
    for address, dump in dumps:
        yield from _distribution(address, dump, r, at)
    yield from about(
        cases,
        (RDF.type, DCAT.Distribution),
        (DCT.title, (Dutch("Een bestand per zaak"), English("A file for each case"))),
        (DCAT.accessURL, at.file(r.day, files.manifest)),
        *_form_rows(*_FORMS[".ttl"]),
        (DCT.license, licence(r)),
        (DCT.conformsTo, (external.ONTOLOGY, external.SHAPES)),
    )
    for address, path in reports:
        yield from about(
            address,
            (RDF.type, FOAF.Document),
            (DCT.title, _REPORT_TITLES["".join(path.suffixes)]),
            (DCT.format, external.file_format(_REPORT_FORMATS[path.suffix])),
            (DCT.license, licence(r)),
        )
    for source in r.brought_sources:
        yield from brought_source(source, at)


def _form_rows(media_type: str, file_type: str) -> tuple[Row, ...]:
    return (
        (DCAT.mediaType, external.media_type(media_type)),
        (DCT.format, external.file_format(file_type)),
    )


def _distribution(address: Iri, file: ReleaseFile, r: DatasetRelease, at: Addresses) -> Triples:
    checksum = Iri(f"{address}#sha256")
    yield from about(
        address,
        (RDF.type, DCAT.Distribution),
        (DCT.title, English(file.path)),
        (DCAT.accessURL, at.dataset()),
        (DCAT.downloadURL, address),
        *_form_rows(*_FORMS[PurePath(file.path.removesuffix(".gz")).suffix]),
        (DCAT.compressFormat, external.media_type(_GZIP)),
        (DCAT.byteSize, TypedLiteral(str(file.size), Iri(f"{_XSD}nonNegativeInteger"))),
        (DCT.license, licence(r)),
        (DCT.conformsTo, (external.ONTOLOGY, external.SHAPES)),
        (SPDX.checksum, checksum),
    )
    yield from about(
        checksum,
        (RDF.type, SPDX.Checksum),
        (SPDX.algorithm, SPDX.checksumAlgorithm_sha256),
        (SPDX.checksumValue, TypedLiteral(file.sha256, Iri(f"{_XSD}hexBinary"))),
    )
