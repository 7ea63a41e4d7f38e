"""Counts of the contents and the gaps of a dossier."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from kv2rdf.linking.citations import see_also
from kv2rdf.model.counts import CountKind
from kv2rdf.model.document import CaseDocument
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.kinds import PaperKind, PartKind, SourceKind, TextState
from kv2rdf.model.rules import FindingRule
from kv2rdf.pipeline.passes.held_papers import held_papers
from kv2rdf.pipeline.passes.results import CaseCounts

_RULES_OF_QUESTIONS = {
    CountKind.CASES_WITHOUT_ASKER: FindingRule.ASKER_MISSING,
    CountKind.CASES_WITHOUT_ADDRESSEE: FindingRule.ADDRESSEE_MISSING,
}
_RULES_OF_ANSWERS = {
    CountKind.PAPERS_WITHOUT_TEXT: FindingRule.TEXT_OF_ANSWER_MISSING,
    CountKind.PAPERS_WITHOUT_ANSWERER: FindingRule.ANSWERER_MISSING,
}


def counting_year(days: Iterable[date | None], session: str | None) -> int | None:
    """Return the year under which a document or case is counted, or None if it is not known.

    It is the year of the first known date in ``days``. If there is none, it is the year in which
    the parliamentary ``session`` (such as "2004-2005") begins.
    """
    first = next((day for day in days if day is not None), None)
    if first:
        return first.year
    return int(session[:4]) if session else None


def case_counts(dossier: Dossier) -> CaseCounts:
    """Return the counts of a dossier.

    A paper that several cases share is counted only in the case whose graph contains it. Every
    paper is counted under the kind of the source whose text is published.
    """
    own = [document for document in dossier.documents if document.home_case == dossier.id]
    counts: Counter[tuple[SourceKind, CountKind]] = Counter()
    for document in own:
        for count_kind, number in _document_counts(document, dossier):
            counts[document.sources[0].kind, count_kind] += number
    days = (dossier.tabled, *(document.dated for document in dossier.documents))
    return CaseCounts(
        year=counting_year(days, dossier.session_year),
        rows=tuple(sorted((*kinds, number) for kinds, number in counts.items() if number)),
        papers=tuple(d.number.identifier(d.chamber) for d in own if d.number),
        references=tuple(
            (d.sources[0].kind, paper)
            for d in own
            for paper in see_also.see_also_ids(d.see_also, d.chamber, d.number)
        ),
        held_papers=held_papers(dossier),
    )


def _document_counts(document: CaseDocument, dossier: Dossier) -> Iterator[tuple[CountKind, int]]:
    """Yield the kinds of counts to which a document contributes, each with its contribution."""
    undated = document.dated is None
    rules = {finding.rule for finding in document.findings}
    yield CountKind.NOTES, len(document.footnotes)
    yield CountKind.NOTES_WITHOUT_TEXT, sum(note.text is None for note in document.footnotes)
    if document.kind is PaperKind.QUESTIONS:
        yield CountKind.CASES, 1
        yield CountKind.CASES_UNDATED, undated
        yield CountKind.CASES_WITHOUT_QUESTIONS, document.text_state is TextState.DATA_ONLY
        yield from ((kind, rule in rules) for kind, rule in _RULES_OF_QUESTIONS.items())
        yield CountKind.QUESTIONS, sum(part.kind is PartKind.QUESTION for part in document.parts)
    elif document.kind is PaperKind.NOTICE:
        yield CountKind.NOTICES, 1
        yield CountKind.NOTICES_UNDATED, undated
        yield CountKind.NOTICES_FOLLOWED if dossier.answers else CountKind.NOTICES_NOT_FOLLOWED, 1
    else:
        answers = [part for part in document.parts if part.kind is PartKind.ANSWER]
        linked = sum(bool(part.answers_to) for part in answers)
        yield CountKind.ANSWER_PAPERS, 1
        yield CountKind.PAPERS_UNDATED, undated
        yield from ((kind, rule in rules) for kind, rule in _RULES_OF_ANSWERS.items())
        yield CountKind.ANSWERS, len(answers)
        yield CountKind.ANSWERS_LINKED, linked
        yield CountKind.ANSWERS_UNLINKED, len(answers) - linked
