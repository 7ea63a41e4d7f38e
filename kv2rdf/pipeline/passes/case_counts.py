"""What there is and what is missing in one dossier, for the account of the gaps."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from kv2rdf.linking.citations import see_also
from kv2rdf.model.counts import Counted
from kv2rdf.model.document import Document
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.kinds import PaperKind, PartKind, SourceKind
from kv2rdf.pipeline.passes.results import Tallied

_LOST = "antwoordtekst-ontbreekt"


def year_of(days: Iterable[date | None], session: str | None) -> int | None:
    """Give the year that something is counted in: of the first day known, else of the session.

    A session goes by the year in which it begins.
    """
    known = next((day for day in days if day is not None), None)
    if known:
        return known.year
    return int(session[:4]) if session else None


def tallied(dossier: Dossier) -> Tallied:
    """Count a dossier: each paper in its home only, for the kind of the source that stands."""
    own = [document for document in dossier.documents if document.home == dossier.id]
    counts: Counter[tuple[SourceKind, Counted]] = Counter()
    for document in own:
        for counted, number in _counts(document, dossier):
            counts[document.sources[0].kind, counted] += number
    days = (dossier.tabled, *(document.dated for document in dossier.documents))
    return Tallied(
        year=year_of(days, dossier.session_year),
        counts=tuple(sorted((kind, what, n) for (kind, what), n in counts.items() if n)),
        papers=tuple(d.number.within(d.chamber) for d in own if d.number),
        references=tuple(
            (d.sources[0].kind, paper)
            for d in own
            for paper in see_also.named(d.see_also, d.chamber, d.number)
        ),
    )


def _counts(document: Document, dossier: Dossier) -> Iterator[tuple[Counted, int]]:
    """Give what one document counts for."""
    undated = document.dated is None
    yield Counted.NOTES, len(document.footnotes)
    yield Counted.NOTES_WITHOUT_TEXT, sum(note.text is None for note in document.footnotes)
    if document.kind is PaperKind.QUESTIONS:
        yield Counted.CASES, 1
        yield Counted.CASES_UNDATED, undated
        yield Counted.QUESTIONS, sum(part.kind is PartKind.QUESTION for part in document.parts)
    elif document.kind is PaperKind.NOTICE:
        yield Counted.NOTICES, 1
        yield Counted.NOTICES_UNDATED, undated
        yield Counted.FOLLOWED if dossier.answers else Counted.NOT_FOLLOWED, 1
    else:
        answers = [part for part in document.parts if part.kind is PartKind.ANSWER]
        linked = sum(bool(part.answers_to) for part in answers)
        yield Counted.ANSWER_PAPERS, 1
        yield Counted.PAPERS_UNDATED, undated
        yield Counted.TEXT_LOST, any(finding.rule == _LOST for finding in document.findings)
        yield Counted.ANSWERS, len(answers)
        yield Counted.LINKED, linked
        yield Counted.UNLINKED, len(answers) - linked
