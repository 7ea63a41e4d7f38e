"""The first pass: the reading of each document into papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kv2rdf.errors import LimitError, ReadError
from kv2rdf.linking.cases.case_keys import case_keys
from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import Paper
from kv2rdf.model.recorded_table import RecordedTable
from kv2rdf.pipeline.passes.case_counts import counting_year
from kv2rdf.pipeline.passes.spool import Fate, SpoolEntry, encode_papers
from kv2rdf.pipeline.workers.watchdog import begin_item
from kv2rdf.sources import formats
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.input.documents import InputDocument


@dataclass(frozen=True)
class DocumentReader:
    """A function that reads input documents into spool entries.

    ``lookups`` maps each kind of phrase to a mapping from misprinted words to the intended words.
    """

    lookups: Mapping[str, Mapping[str, str]]

    def __call__(self, chunk: Sequence[InputDocument]) -> list[SpoolEntry]:
        """Return an entry for each document, with its content or the reason why it was not read."""
        tables = lookup_tables(self.lookups)
        entries = []
        for document in chunk:
            begin_item(document.id)
            entry = _entry(document, tables)
            used = set().union(*(table.take_used_keys() for table in tables.values()))
            entries.append(replace(entry, used_keys=tuple(sorted(used))))
        return entries


def lookup_tables(lookups: Mapping[str, Mapping[str, str]]) -> dict[str, RecordedTable[str]]:
    """Return a mapping from each kind of phrase to a table of its lookups."""
    return {kind: RecordedTable(f"lookups: {kind}", rows) for kind, rows in lookups.items()}


def _entry(document: InputDocument, lookups: Mapping[str, Mapping[str, str]]) -> SpoolEntry:
    publication = None
    try:
        publication = formats.recognise(document)
        identifiers = publication.identifiers(lookups)
        papers = publication.papers(lookups)
        keys = _keys(document.id, papers)
    except NotAPublicationError as reason:
        return SpoolEntry(
            id=document.id, sha256=document.sha256, fate=Fate.NOT_READ, reason=str(reason)
        )
    except ReadError as error:
        kind, session = SourceKind.UNKNOWN, None
        if publication is not None:
            kind, session = publication.kind_and_session(lookups)
        return SpoolEntry(
            id=document.id,
            sha256=document.sha256,
            fate=Fate.HELD_BACK,
            location=error.location,
            reason=error.problem,
            kind=kind,
            year=counting_year((), session),
        )
    if identifiers is not None:
        return SpoolEntry(
            id=document.id,
            sha256=document.sha256,
            fate=Fate.LIST,
            kind=publication.format.kind,
            identifiers=identifiers,
        )
    return SpoolEntry(
        id=document.id,
        sha256=document.sha256,
        fate=Fate.READ,
        kind=papers[0].source.kind,
        year=counting_year(
            (day for paper in papers for day in (paper.tabled, paper.dated)),
            next((paper.session_year for paper in papers if paper.session_year), None),
        ),
        keys=keys,
        papers=encode_papers(papers),
    )


def _keys(document: str, papers: Sequence[Paper]) -> tuple[str, ...]:
    """Return the case keys of all papers in a document, without duplicates.

    ``document`` is its id, for the error message. Raises ReadError if one of the papers refers to
    too many other papers.
    """
    try:
        return tuple(dict.fromkeys(key for paper in papers for key in case_keys(paper)))
    except LimitError as error:
        raise ReadError(document, "document", str(error)) from error
