"""The dossiers of one cluster, assembled from its papers."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from kv2rdf.linking.cases.cases import Case, cases
from kv2rdf.linking.cases.described_numbers import with_described_numbers
from kv2rdf.linking.cases.doubtful_numbers import without_doubtful_numbers
from kv2rdf.linking.cases.shared_papers import with_further_cases
from kv2rdf.linking.cases.two_numbers import with_other_numbers
from kv2rdf.linking.cases.unnumbered_papers import assign_cases
from kv2rdf.linking.deadline import answer_deadline
from kv2rdf.linking.documents.case_record import case_record, with_record_differences
from kv2rdf.linking.documents.doubtful_wait import doubtful_wait
from kv2rdf.linking.documents.question_document import question_document
from kv2rdf.linking.documents.replies import Reply, replies
from kv2rdf.linking.documents.session_years import earliest_session
from kv2rdf.linking.participants import with_askers, with_repetitions, with_repliers
from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.linking.text.broken_words import with_rejoined_text
from kv2rdf.linking.text.delays_and_withdrawals import (
    is_answered_elsewhere,
    is_withdrawal,
)
from kv2rdf.model.document import CaseDocument
from kv2rdf.model.dossier import AnswerDeadline, Cluster, Dossier, State
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.limits import COMPARISONS, PAPERS
from kv2rdf.model.notice_titles import is_title_of_withdrawal
from kv2rdf.model.paper import CaseRecord, Paper
from kv2rdf.model.participants import Role

_ANSWERS = (PaperKind.ANSWER, PaperKind.FURTHER_ANSWER)


def assemble(papers: Sequence[Paper], matcher: PersonMatcher) -> Cluster:
    """Return the cluster that consists of the dossiers of ``papers``, sorted by identifier.

    The result does not depend on the order of ``papers``. ``matcher`` identifies the persons,
    parties and offices that the papers mention. Raises LimitError if there are too many papers, or
    too many questions in them, to compare.
    """
    _check_size(papers)
    by_source = sorted(papers, key=lambda p: (p.source.id, p.kind, p.dated or date.min))
    numbered = _compared(by_source) if len(by_source) > 1 else by_source
    found = cases(numbered)
    index = matcher.index
    questions = {case.id: with_rejoined_text(question_document(case, index)) for case in found}
    all_replies = replies(numbered, found, questions, index)
    return Cluster(
        dossiers=tuple(_dossier(case, questions, all_replies, matcher) for case in found)
    )


def _compared(papers: Sequence[Paper]) -> list[Paper]:
    """Return the papers of a cluster, with the case numbers that follow from a comparison."""
    printed = assign_cases(without_doubtful_numbers(papers))
    return with_other_numbers(with_further_cases(with_described_numbers(printed)))


def _check_size(papers: Sequence[Paper]) -> None:
    """Raise LimitError if there are too many papers, or too many questions in them, to compare."""
    counts = [len(paper.questions) for paper in papers]
    pairs = (sum(counts) ** 2 - sum(count * count for count in counts)) // 2
    PAPERS.check(len(papers))
    COMPARISONS.check(pairs)


def _dossier(
    case: Case,
    question_documents: Mapping[str, CaseDocument],
    all_replies: Sequence[Reply],
    matcher: PersonMatcher,
) -> Dossier:
    """Return the dossier of a case, with the replies in ``all_replies`` that belong to the case."""
    questions = question_documents[case.id]
    own = [reply for reply in all_replies if case.id in reply.document.cases]
    answers = with_repliers(
        [reply for reply in own if reply.document.kind in _ANSWERS], Role.ANSWERER, matcher
    )
    on_behalf = sum(p.role is Role.ON_BEHALF_OF for a in answers for p in a.participants)
    notices = with_repliers(
        [reply for reply in own if reply.document.kind is PaperKind.NOTICE],
        Role.NOTIFIER,
        matcher,
        on_behalf,
    )
    asked, *replied = with_repetitions(
        (with_askers(questions, case.papers, matcher), *answers, *notices)
    )
    first_answer = next((a.dated for a in answers if a.kind is PaperKind.ANSWER), None)
    is_known = first_answer and not _has_earlier_answer(first_answer, answers)
    doubt = doubtful_wait(case, questions.dated, first_answer)
    if doubt:
        asked = replace(asked, findings=(*asked.findings, doubt))
    record = case_record(case)
    return Dossier(
        id=case.id,
        chamber=questions.chamber,
        title=questions.title or case.id,
        questions=with_record_differences(asked, case, is_answered=bool(answers)),
        answers=tuple(replied[: len(answers)]),
        notices=tuple(replied[len(answers) :]),
        identifiers=case.identifiers,
        aliases=case.aliases,
        session_year=earliest_session(case.papers),
        tabled=questions.dated,
        answered=first_answer,
        state=_state(answers, notices, record),
        deadline=_deadline(
            questions,
            first_answer if is_known and not doubt else None,
            record,
            notices,
            matcher.index,
        ),
    )


def _has_earlier_answer(first: date, answers: Sequence[CaseDocument]) -> bool:
    """Whether a case was already answered before ``first``, the date of the first known answer.

    A further answer (nader antwoord) dated before ``first`` shows this, because it follows an
    answer that is not among the papers. The time until the first answer is then not known.
    """
    further = (a.dated for a in answers if a.kind is PaperKind.FURTHER_ANSWER)
    return any(day and day < first for day in further)


def _state(
    answers: Sequence[CaseDocument], notices: Sequence[CaseDocument], record: CaseRecord
) -> State:
    if answers:
        state = State.ANSWERED
    elif any(map(_is_withdrawal, notices)):
        state = State.WITHDRAWN
    elif record.is_settled or (record.is_settled is None and _is_answered_elsewhere(notices)):
        state = State.SETTLED
    else:
        state = State.DELAYED if any(notice.is_delay for notice in notices) else State.OPEN
    return state


def _is_withdrawal(notice: CaseDocument) -> bool:
    """Whether a notice withdraws the questions. If it has no text, its title is used."""
    if notice.text is None:
        return is_title_of_withdrawal(notice.full_title or "")
    return is_withdrawal(notice.text.text)


def _is_answered_elsewhere(notices: Sequence[CaseDocument]) -> bool:
    return any(notice.text and is_answered_elsewhere(notice.text.text) for notice in notices)


def _deadline(
    questions: CaseDocument,
    answered: date | None,
    record: CaseRecord,
    notices: Sequence[CaseDocument],
    index: ReferenceIndex,
) -> AnswerDeadline:
    chamber, tabled = questions.chamber, questions.dated
    terms = index.answer_terms_of(chamber, tabled.year) if tabled else ()
    announced = [notice.announced for notice in notices if notice.announced]
    last = announced[-1] if announced else None
    extended = last.day if last and not last.is_approximate else None
    return answer_deadline(chamber, tabled, answered, record.due, extended, terms)
