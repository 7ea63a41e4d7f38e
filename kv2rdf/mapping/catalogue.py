"""catalogue.ttl, which describes the dataset and its files in DCAT for data catalogues.

It contains the classes and the mandatory properties of DCAT-AP-NL 3.0.
"""

from collections.abc import Sequence
from pathlib import PurePath

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.dataset import DESCRIPTION, TITLE, licence, release_rows, surroundings
from kv2rdf.mapping.register import brought_source
from kv2rdf.model.dataset import DatasetRelease, ReleaseFile
from kv2rdf.rdf import nquads, turtle
from kv2rdf.rdf.rows import Row, Triples, about
from kv2rdf.rdf.terms import Code, Dutch, English, Iri, TypedLiteral
from kv2rdf.rdf.vocabulary import DCAT, DCT, PREFIXES, RDF, SPDX, VCARD, VOID

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
    ".json": ("application/json", "JSON"),
    ".html": ("text/html", "HTML"),
}
_GZIP = "application/gzip"
_CASES = "dossiers"
"""The folder that contains a file for each case."""


def catalogue(r: DatasetRelease, files: Sequence[ReleaseFile], triples: int, at: Addresses) -> str:
    """Return the catalogue of a release as Turtle.

    ``triples`` is the number of triples in all graphs.
    """
    lines = dict.fromkeys(nquads.triple_lines(_catalogue(r, files, triples, at)))
    return f"{turtle.header(at.base)}\n{turtle.body(lines, at.base)}"


def _catalogue(
    r: DatasetRelease, files: Sequence[ReleaseFile], triples: int, at: Addresses
) -> Triples:
    publisher, contact = at.publisher(), Iri(f"{at.catalogue()}#contact")
    release = at.dataset(r.day)
    described = [(at.file(r.day, file.path), file) for file in files]
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
        (VOID.dataDump, (address for address, file in described if _is_dump(file))),
        (DCAT.distribution, (*(address for address, _ in described), cases)),
    )
    yield from surroundings(r, at)
    yield from about(
        contact,
        (RDF.type, VCARD.Kind),
        (VCARD.fn, Code("kv2rdf")),
        (VCARD.hasURL, Iri(at.base)),
    )
    for address, file in described:
        yield from _distribution(address, file, r, at)
    yield from about(
        cases,
        (RDF.type, DCAT.Distribution),
        (DCT.title, (Dutch("Een bestand per zaak"), English("A file for each case"))),
        (DCAT.accessURL, cases),
        *_form_rows(*_FORMS[".ttl"]),
        (DCT.license, licence(r)),
        (DCT.conformsTo, (external.ONTOLOGY, external.SHAPES)),
    )
    for source in r.brought_sources:
        yield from brought_source(source, at)


def _is_dump(file: ReleaseFile) -> bool:
    """Whether a file is a compressed dump. The other described files are reports."""
    return file.path.endswith(".gz")


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
        (DCAT.compressFormat, external.media_type(_GZIP) if _is_dump(file) else None),
        (DCAT.byteSize, TypedLiteral(str(file.size), Iri(f"{_XSD}nonNegativeInteger"))),
        (DCT.license, licence(r)),
        (DCT.conformsTo, (external.ONTOLOGY, external.SHAPES) if _is_dump(file) else None),
        (SPDX.checksum, checksum),
    )
    yield from about(
        checksum,
        (RDF.type, SPDX.Checksum),
        (SPDX.algorithm, SPDX.checksumAlgorithm_sha256),
        (SPDX.checksumValue, TypedLiteral(file.sha256, Iri(f"{_XSD}hexBinary"))),
    )
