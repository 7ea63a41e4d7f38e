"""catalogue.ttl: the dataset and its files as DCAT, for catalogues that harvest it.

The classes and mandatory properties are those of DCAT-AP-NL 3.0.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.dataset import CC0, TITLE, rights
from kv2rdf.model.dataset import ReleaseFile
from kv2rdf.rdf import nquads, turtle
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Code, Dutch, English, Iri, TypedLiteral
from kv2rdf.rdf.vocabulary import DCAT, DCT, FOAF, PREFIXES, RDF, SPDX, VOID

_XSD = PREFIXES["xsd"]
_EU = "http://publications.europa.eu/resource/authority"
_ABOUT = (
    Dutch(
        "Elke vraag, elk antwoord, elke voetnoot en elke mededeling, met wie vroeg en wie "
        "antwoordde, als linked data."
    ),
    English(
        "Every question, answer, footnote and notice, with who asked and who answered, "
        "as linked data."
    ),
)
_FORMS = {
    ".nq.gz": ("application/n-quads", "RDF_N_QUADS"),
    ".ttl.gz": ("text/turtle", "RDF_TURTLE"),
}
_GZIP = "application/gzip"


def catalogue(release: date, files: Sequence[ReleaseFile], triples: int, at: Addresses) -> str:
    """Return the catalogue of a release as Turtle.

    ``triples`` is the number of triples in all graphs.
    """
    lines = dict.fromkeys(nquads.triple_lines(_catalogue(release, files, triples, at)))
    return f"{turtle.header(at.base)}\n{turtle.body(lines, at.base)}"


def _catalogue(release: date, files: Sequence[ReleaseFile], triples: int, at: Addresses) -> Triples:
    publisher = at.publisher()
    dumps = [(at.file(release, file.path), file) for file in files]
    yield from about(
        at.catalogue(),
        (RDF.type, DCAT.Catalog),
        (DCT.title, TITLE),
        (DCT.description, _ABOUT),
        (DCT.publisher, publisher),
        (DCAT.contactPoint, publisher),
        (DCAT.dataset, at.dataset(release)),
    )
    yield from about(
        publisher,
        (RDF.type, FOAF.Agent),
        (FOAF.name, Code("kv2rdf")),
    )
    yield from about(
        at.dataset(release),
        (RDF.type, (DCAT.Dataset, VOID.Dataset)),
        (DCT.title, TITLE),
        (DCT.description, _ABOUT),
        (DCT.identifier, Code(at.dataset(release))),
        (DCT.isVersionOf, at.dataset()),
        (DCT.issued, release),
        (DCT.publisher, publisher),
        (DCT.creator, publisher),
        (DCAT.contactPoint, publisher),
        (DCAT.theme, Iri(f"{_EU}/data-theme/GOVE")),
        (DCT.accessRights, Iri(f"{_EU}/access-right/PUBLIC")),
        (DCT.language, external.DUTCH),
        (DCT.license, CC0),
        (DCT.rights, at.rights()),
        (DCT.conformsTo, (external.ONTOLOGY, external.SHAPES)),
        (VOID.triples, triples),
        (VOID.dataDump, (address for address, _ in dumps)),
        (DCAT.distribution, (address for address, _ in dumps)),
    )
    yield from rights(at)
    for address, file in dumps:
        yield from _distribution(address, file, at)


def _distribution(address: Iri, file: ReleaseFile, at: Addresses) -> Triples:
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
        (DCT.license, CC0),
        (DCT.conformsTo, (external.ONTOLOGY, external.SHAPES)),
        (SPDX.checksum, checksum),
    )
    yield from about(
        checksum,
        (RDF.type, SPDX.Checksum),
        (SPDX.algorithm, SPDX.checksumAlgorithm_sha256),
        (SPDX.checksumValue, TypedLiteral(file.sha256, Iri(f"{_XSD}hexBinary"))),
    )
