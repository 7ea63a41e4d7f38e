"""The first pass: documents are read into papers, one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kv2rdf.errors import ReadError
from kv2rdf.linking.cases.case_keys import case_keys
from kv2rdf.pipeline.passes.case_counts import year_of
from kv2rdf.pipeline.passes.spool import Entry, Fate, packed
from kv2rdf.sources import formats
from kv2rdf.sources.input.documents import Found


@dataclass(frozen=True)
class Reading:
    """How documents are read: with what misprints of the sources mean, by kind."""

    lookups: Mapping[str, Mapping[str, str]]

    def __call__(self, chunk: Sequence[Found]) -> list[Entry]:
        """Read a chunk of documents."""
        return [self._read(found) for found in chunk]

    def _read(self, found: Found) -> Entry:
        try:
            papers = formats.papers(found, self.lookups)
        except formats.NotAPublicationError as reason:
            fate = Fate.NOT_READ
            return Entry(id=found.id, sha256=found.sha256, fate=fate, reason=str(reason))
        except ReadError as error:
            kind, session = formats.kind(found, self.lookups)
            return Entry(
                id=found.id,
                sha256=found.sha256,
                fate=Fate.HELD_BACK,
                place=error.where,
                reason=error.problem,
                kind=kind,
                year=year_of((), session),
            )
        return Entry(
            id=found.id,
            sha256=found.sha256,
            fate=Fate.READ,
            kind=papers[0].source.kind,
            year=year_of(
                (day for paper in papers for day in (paper.tabled, paper.dated)),
                next((paper.session_year for paper in papers if paper.session_year), None),
            ),
            keys=tuple(dict.fromkeys(key for paper in papers for key in case_keys(paper))),
            papers=packed(papers),
        )
