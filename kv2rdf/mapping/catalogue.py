"""catalogue.ttl: the dataset and its files as DCAT, for catalogues that harvest it.

The classes and mandatory properties are those of DCAT-AP-NL 3.0.
"""

from collections.abc import Sequence
from pathlib import PurePath

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.dataset import DESCRIPTION, TITLE, licence, release_rows, surroundings
from kv2rdf.mapping.register import brought_source
from kv2rdf.model.dataset import DatasetRelease, ReleaseFile
from kv2rdf.rdf import nquads, turtle
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Code, Dutch, English, Iri, TypedLiteral
from kv2rdf.rdf.vocabulary import DCAT, DCT, PREFIXES, RDF, SPDX, VOID

_XSD = PREFIXES["xsd"]
_EU = "http://publications.europa.eu/resource/authority"
_KEYWORDS = (
    Dutch("Kamervragen"),
    Dutch("parlement"),
    English("written questions"),
    English("parliament"),
)
_FORMS = {
    ".nq.gz": ("application/n-quads", "RDF_N_QUADS"),
    ".ttl.gz": ("text/turtle", "RDF_TURTLE"),
}
_GZIP = "application/gzip"


def catalogue(r: DatasetRelease, files: Sequence[ReleaseFile], triples: int, at: Addresses) -> str:
    """Return the catalogue of a release as Turtle.

    ``triples`` is the number of triples in all graphs.
    """
    lines = dict.fromkeys(nquads.triple_lines(_catalogue(r, files, triples, at)))
    return f"{turtle.header(at.base)}\n{turtle.body(lines, at.base)}"


def _catalogue(
    r: DatasetRelease, files: Sequence[ReleaseFile], triples: int, at: Addresses
) -> Triples:
    publisher = at.publisher()
    release = at.dataset(r.day)
    dumps = [(at.file(r.day, file.path), file) for file in files]
    yield from about(
        at.catalogue(),
        (RDF.type, DCAT.Catalog),
        (DCT.title, TITLE),
        (DCT.description, DESCRIPTION),
        (DCT.publisher, publisher),
        (DCAT.contactPoint, publisher),
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
        (DCAT.contactPoint, publisher),
        (DCAT.theme, Iri(f"{_EU}/data-theme/GOVE")),
        (DCT.accessRights, Iri(f"{_EU}/access-right/PUBLIC")),
        (DCT.language, external.DUTCH),
        (VOID.triples, triples),
        (VOID.dataDump, (address for address, _ in dumps)),
        (DCAT.distribution, (address for address, _ in dumps)),
    )
    yield from surroundings(r, at)
    for address, file in dumps:
        yield from _distribution(address, file, r, at)
    for source in r.brought_sources:
        yield from brought_source(source, at)


def _distribution(address: Iri, file: ReleaseFile, r: DatasetRelease, at: Addresses) -> Triples:
    media_type, file_type = _FORMS["".join(PurePath(file.path).suffixes)]
    checksum = Iri(f"{address}#sha256")
    yield from about(
        address,
        (RDF.type, DCAT.Distribution),
        (DCT.title, English(file.path)),
        (DCAT.accessURL, at.dataset()),
        (DCAT.downloadURL, address),
        (DCAT.mediaType, external.media_type(media_type)),
        (DCAT.compressFormat, external.media_type(_GZIP)),
        (DCT.format, external.file_format(file_type)),
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
