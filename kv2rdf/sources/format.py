"""The definition of a format of input documents."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from kv2rdf.addresses.spelling import source_key
from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import Paper, Source
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.input.documents import InputDocument
from kv2rdf.sources.input.records import RecordNumber

Lookups = Mapping[str, Mapping[str, str]]
"""A mapping from each kind of phrase to its misprints and their corrections (seeds/lookups.csv)."""

KindAndSession = tuple[SourceKind, str | None]
"""The kind of source and the session year of a document, as far as they are known."""

_Parsed = TypeVar("_Parsed")


class NotAPublicationError(Exception):
    """An error that is raised for an input document that is not a publication.

    The message states what the document is. It is published as a reason (``kv:reason``) and used in
    addresses, so a change to its wording changes the published data. The same applies to
    ``ReadError.problem``.
    """


def _no_papers(_source: Source, _parsed: object, _lookups: Lookups) -> tuple[Paper, ...]:
    return ()


def _nothing_known(_parsed: object, _lookups: Lookups) -> KindAndSession:
    return SourceKind.UNKNOWN, None


@dataclass(frozen=True, slots=True, kw_only=True)
class Format(Generic[_Parsed]):
    """A format of input documents: an item of ``FORMATS`` in ``formats.py``.

    ``recognises`` parses a document of this format into the form that ``read`` expects. It returns
    None for a document of another format, and raises ReadError if the document cannot be parsed.
    ``read`` returns the papers in a document. It raises ReadError if the document contains anything
    unexpected, and NotAPublicationError if documents of this format are not publications.

    ``describe`` returns the kind of source and the session year of a document, even if ``read``
    fails. ``record_number`` returns the number of a record (see ``RecordNumber``). This function is
    None unless documents of this format are records in a file. ``read_identifiers`` returns the
    identifiers in a document, and raises ReadError if a line is neither an identifier nor blank.
    This function is None unless documents of this format are lists of identifiers.
    """

    name: str
    kind: SourceKind = SourceKind.UNKNOWN
    recognises: Callable[[DocumentContent], _Parsed | None]
    read: Callable[[Source, _Parsed, Lookups], tuple[Paper, ...]] = _no_papers
    read_identifiers: Callable[[Source, _Parsed, Lookups], tuple[str, ...]] | None = None
    describe: Callable[[_Parsed, Lookups], KindAndSession] = _nothing_known
    record_number: RecordNumber | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """An input document whose format is known.

    ``parsed`` is the result of ``format.recognises``.
    """

    document: InputDocument
    format: Format[Any]
    parsed: Any

    def papers(self, lookups: Lookups) -> tuple[Paper, ...]:
        """Return the papers in the document.

        Raises ReadError if the format has no reader, or if the document contains anything
        unexpected. Raises NotAPublicationError if the document is not a publication.
        """
        source = _source(self.document, self.format.kind)
        return self.format.read(source, self.parsed, lookups)

    def identifiers(self, lookups: Lookups) -> tuple[str, ...] | None:
        """Return the identifiers in the document, or None if it is not a list of identifiers.

        Raises ReadError if a line is neither an identifier nor blank.
        """
        if self.format.read_identifiers is None:
            return None
        source = _source(self.document, self.format.kind)
        return self.format.read_identifiers(source, self.parsed, lookups)

    def kind_and_session(self, lookups: Lookups) -> KindAndSession:
        """Return the kind of source and the session year, even if the papers cannot be read.

        The kind is UNKNOWN if the format has no reader, or if the kind cannot be determined. The
        session year is None if it is not known.
        """
        return self.format.describe(self.parsed, lookups)


def format_without_reader(
    name: str, tag: str, is_recognised: Callable[[DocumentContent], bool]
) -> Format[str]:
    """Return a format whose publications are held back, because it has no reader.

    ``tag`` is the name of their root element.
    """
    return Format(
        name=name,
        recognises=lambda content: tag if is_recognised(content) else None,
        read=_hold_back,
    )


def format_of_other_files(
    name: str, reason: Callable[[DocumentContent], str | None]
) -> Format[str]:
    """Return a format whose documents are not publications.

    ``reason`` returns a description of a document of this format, or None for any other document.
    """
    return Format(name=name, recognises=reason, read=_reject)


def _hold_back(source: Source, tag: str, _lookups: Lookups) -> tuple[Paper, ...]:
    raise ReadError(source.id, f"/{tag}", "there is no reader for this kind yet")


def _reject(_source: Source, reason: str, _lookups: Lookups) -> tuple[Paper, ...]:
    raise NotAPublicationError(reason)


def _source(document: InputDocument, kind: SourceKind) -> Source:
    name, _, digits = document.id.partition("~")
    number = f"-{document.record}" if document.record else ""
    file = name.removesuffix(number)
    stem = source_key((file.rpartition(".")[0] or file or "_") + number)
    key = f"{stem}~{digits}" if digits else stem
    return Source(id=document.id, key=key, kind=kind, sha256=document.sha256)
