"""Results of queries, written in a media type as they are computed."""

from types import MappingProxyType
from typing import IO, Final, cast

import pyoxigraph as ox

from kv2rdf.errors import QueryError
from kv2rdf.query.engine_errors import explained_engine_errors
from kv2rdf.query.sparql import PREFIXES_OF_OTHERS, Dataset, SparqlStore
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.rdf.xml_characters import AllowedXmlWriter

ROW_FORMATS: Final = MappingProxyType(
    {
        "application/sparql-results+json": ox.QueryResultsFormat.JSON,
        "application/sparql-results+xml": ox.QueryResultsFormat.XML,
        "text/csv": ox.QueryResultsFormat.CSV,
        "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    }
)
"""The media types in which the result of a SELECT or an ASK can be written."""

TRIPLE_FORMATS: Final = MappingProxyType(
    {
        "text/turtle": ox.RdfFormat.TURTLE,
        "application/n-triples": ox.RdfFormat.N_TRIPLES,
        "application/rdf+xml": ox.RdfFormat.RDF_XML,
        "application/ld+json": ox.RdfFormat.JSON_LD,
        "application/trig": ox.RdfFormat.TRIG,
        "application/n-quads": ox.RdfFormat.N_QUADS,
    }
)
"""The media types in which the result of a CONSTRUCT or a DESCRIBE can be written."""

_XML = {"application/sparql-results+xml", "application/rdf+xml"}


class _OutputError(Exception):
    """An error of the output, which must not be taken for an error of the engine."""

    def __init__(self, cause: OSError | ValueError) -> None:
        super().__init__(str(cause))
        self.cause = cause


class _Writer:
    """The part of an output that the engine calls."""

    def __init__(self, output: IO[bytes] | AllowedXmlWriter) -> None:
        self._output = output

    def write(self, content: bytes) -> int:
        try:
            return self._output.write(content)
        except (OSError, ValueError) as error:
            raise _OutputError(error) from error

    def flush(self) -> None:
        try:
            self._output.flush()
        except (OSError, ValueError) as error:
            raise _OutputError(error) from error


def write_result(
    store: SparqlStore, query: str, dataset: Dataset | None, media_type: str, output: IO[bytes]
) -> None:
    """Run a query, and write its result to ``output`` as it is computed.

    ``dataset`` is as for ``SparqlStore.found``. In XML, characters that XML does not allow are
    replaced by U+FFFD. In the other formats, these characters are kept. Raises QueryError if the
    query cannot be run, or if its result cannot be written in this media type, and ReleaseError if
    the store is damaged. An error of ``output`` itself is raised unchanged. When an error is
    raised, part of the result may already have been written.
    """
    try:
        _write(store, query, dataset, media_type, output)
    except _OutputError as error:
        raise error.cause from None


def _write(
    store: SparqlStore, query: str, dataset: Dataset | None, media_type: str, output: IO[bytes]
) -> None:
    changed = AllowedXmlWriter(output) if media_type in _XML else output
    writer = cast("IO[bytes]", _Writer(changed))
    with explained_engine_errors(query, PREFIXES_OF_OTHERS | PREFIXES):
        found = store.found(query, PREFIXES, dataset)
        if isinstance(found, ox.QueryTriples):
            if (triples := TRIPLE_FORMATS.get(media_type)) is None:
                raise QueryError(f"the result is triples, which cannot be written as {media_type}")
            ox.serialize(found, writer, format=triples, prefixes={**PREFIXES})
        else:
            if (rows := ROW_FORMATS.get(media_type)) is None:
                raise QueryError(f"the result is rows, which cannot be written as {media_type}")
            found.serialize(writer, format=rows)
