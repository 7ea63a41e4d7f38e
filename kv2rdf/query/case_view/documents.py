"""The papers of a case, and the findings about them."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from kv2rdf.query.case_view.case_graph import CaseGraph
from kv2rdf.rdf.vocabulary import DCT, ELI, KV, PREFIXES, PROV


class SourceView(Struct, frozen=True, kw_only=True):
    """A document of the input. ``kind`` is the name of a concept, such as "kvr-xml".

    ``page`` is the address at which the document was published, if the source states it.
    """

    address: str
    name: str
    kind: str
    page: str | None


class DocumentView(Struct, frozen=True, kw_only=True):
    """A paper. ``kind`` is the name of a concept, such as "antwoord" or "mededeling".

    ``cases`` contains the addresses of the cases that it concerns, and ``pages`` those of official
    pages. ``see_also`` contains its printed references to other papers. ``citation`` cites the
    paper by its number in the Aanhangsel, or is None if it has no number.
    """

    address: str
    kind: str
    day: date | None
    identifiers: tuple[str, ...]
    cases: tuple[str, ...]
    pages: tuple[str, ...]
    see_also: tuple[str, ...]
    citation: str | None
    sources: tuple[SourceView, ...]


class FindingView(Struct, frozen=True, kw_only=True):
    """A finding. ``rule`` is the name of a concept, such as "noot-zonder-tekst".

    ``about`` contains the addresses of the entities that the finding concerns. ``text`` is a
    quotation from its source.
    """

    address: str
    rule: str
    about: tuple[str, ...]
    place: str | None
    text: str | None
    source: str | None


def document_views(graph: CaseGraph, works: Iterable[str]) -> tuple[DocumentView, ...]:
    """Return views of the papers with the addresses ``works``, in the same order."""
    return tuple(
        DocumentView(
            address=work,
            kind=concept_name(graph.one(work, ELI.work_type)) or "",
            day=date_value(graph.one(work, ELI.date_document)),
            identifiers=graph.all(work, DCT.identifier),
            cases=graph.all(work, KV.concernsDossier),
            pages=tuple(
                page
                for expression in graph.all(work, ELI.is_realized_by)
                for manifestation in graph.all(expression, ELI.is_embodied_by)
                for page in graph.all(manifestation, ELI.is_exemplified_by)
            ),
            see_also=graph.all(work, KV.seeAlsoAsInSource),
            citation=graph.one(work, DCT.bibliographicCitation),
            sources=tuple(_source(graph, s) for s in graph.all(work, PROV.wasDerivedFrom)),
        )
        for work in works
    )


def finding_views(graph: CaseGraph, things: Iterable[str]) -> tuple[FindingView, ...]:
    """Return the findings about the given entities or their parts, in the order of the graph."""
    starts = tuple(start for thing in things for start in (f"{thing}/", f"{thing}#"))
    return tuple(
        FindingView(
            address=finding,
            rule=concept_name(graph.one(finding, KV.rule)) or "",
            about=graph.all(finding, KV.concerns),
            place=graph.one(finding, KV.place),
            text=graph.one(finding, KV.text),
            source=graph.one(finding, PROV.wasDerivedFrom),
        )
        for finding in graph.of_class(KV.Finding)
        if finding.startswith(starts)
    )


def concept_name(address: str | None) -> str | None:
    """Return the last part of the address of a concept, or None if ``address`` is None."""
    return address.removeprefix(PREFIXES["c"]) if address else None


def date_value(printed: str | None) -> date | None:
    """Return the date in the text of an ``xsd:date``, or None if ``printed`` is None."""
    return date.fromisoformat(printed) if printed else None


def _source(graph: CaseGraph, source: str) -> SourceView:
    return SourceView(
        address=source,
        name=graph.one(source, DCT.identifier) or "",
        kind=concept_name(graph.one(source, KV.sourceKind)) or "",
        page=graph.one(source, DCT.source),
    )
