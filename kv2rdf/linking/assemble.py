"""The papers of one cluster become its dossiers."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from msgspec.structs import replace

from kv2rdf.linking.cases.case_keys import annex_id
from kv2rdf.linking.cases.cases import Case, cases
from kv2rdf.linking.cases.doubtful_numbers import certain
from kv2rdf.linking.cases.shared_papers import with_further_cases
from kv2rdf.linking.cases.unnumbered_papers import joined
from kv2rdf.linking.deadline import clock
from kv2rdf.linking.documents import metadata_differences, precedence
from kv2rdf.linking.documents.question_document import question_document
from kv2rdf.linking.documents.reply_document import reply_document
from kv2rdf.linking.people.matching import Identities
from kv2rdf.linking.text import notices as wording
from kv2rdf.linking.text.broken_words import with_words_joined
from kv2rdf.model.document import Document
from kv2rdf.model.dossier import Cluster, Dossier, State
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Mention, Paper
from kv2rdf.model.participants import Participant, Role

_Reply: TypeAlias = tuple[Document, Paper]
"""An answer or a notice, and the paper whose print of it stands."""

_ANSWERS = (PaperKind.ANSWER, PaperKind.FURTHER_ANSWER)


def assemble(papers: Sequence[Paper], identities: Identities) -> Cluster:
    """Join the papers of a cluster into its dossiers, sorted by identifier.

    The order of ``papers`` makes no difference.
    """
    by_source = sorted(papers, key=lambda p: (p.source.id, p.kind, p.dated or date.min))
    ordered = with_further_cases(joined(certain(by_source)))
    found = cases(ordered)
    questions = {case.id: with_words_joined(question_document(case, identities)) for case in found}
    replies = _replies(ordered, found, questions, identities)
    return Cluster(dossiers=tuple(_dossier(case, questions, replies, identities) for case in found))


def _replies(
    papers: Sequence[Paper],
    found: Sequence[Case],
    questions: dict[str, Document],
    identities: Identities,
) -> list[_Reply]:
    """Give the answers and notices of a cluster, each once with its paper, by date and number.

    One is of the cases that its latest edition is about: a herdruk may put right what the first
    print put with the questions of another case.
    """
    prints: dict[tuple[str, ...], list[Paper]] = {}
    for paper in papers:
        if paper.kind is not PaperKind.QUESTIONS:
            prints.setdefault(_identity(paper), []).append(paper)
    replies = []
    days: dict[tuple[str, str], int] = {}
    for group in prints.values():
        first = precedence.first(group)
        latest = [paper for paper in group if paper.edition == first.edition]
        belongs = [
            case.id for case in found if any(p in (*case.papers, *case.shared) for p in latest)
        ]
        day = first.dated.isoformat() if first.dated else first.source.key
        if first.annex_number is None and first.kind is PaperKind.NOTICE:
            nth = days[belongs[0], day] = days.get((belongs[0], day), 0) + 1
            day = day if nth == 1 else f"{day}-{nth}"
        answered = [questions[case.id] for case in found if first in case.papers]
        document = reply_document(group, belongs, answered, day, identities)
        replies.append((with_words_joined(document), first))
    return sorted(replies, key=_by_day)


def _identity(paper: Paper) -> tuple[str, ...]:
    """Tell one paper from another: by its number; a notice by its words, others by their source."""
    if annex := annex_id(paper):
        return ("annex", annex)
    day = paper.dated.isoformat() if paper.dated else ""
    if paper.notice:
        words = precedence.without_blanks(paper.notice.text)
        return (paper.kind.value, day, words, *(number for case in paper.cases for number in case))
    return (paper.kind.value, day, paper.source.key)


def _by_day(reply: _Reply) -> tuple[date, str, str]:
    document, _ = reply
    number = document.number
    printed = f"{number.session}-{number.number:>6}" if number else document.fallback or ""
    return document.dated or date.max, printed, document.sources[0].id


def _dossier(
    case: Case, questions: dict[str, Document], replies: Sequence[_Reply], identities: Identities
) -> Dossier:
    own = [reply for reply in replies if case.id in reply[0].cases]
    answers = _taking_part([r for r in own if r[0].kind in _ANSWERS], Role.ANSWERER, identities)
    spoken_for = sum(p.role is Role.ON_BEHALF_OF for a in answers for p in a.participants)
    told = [reply for reply in own if reply[0].kind is PaperKind.NOTICE]
    notices = _taking_part(told, Role.NOTIFIER, identities, spoken_for)
    asked = questions[case.id]
    first_answer = next((a.dated for a in answers if a.kind is PaperKind.ANSWER), None)
    years = [paper.session_year for paper in case.papers if paper.session_year]
    return Dossier(
        id=case.id,
        chamber=asked.chamber,
        title=asked.title or case.id,
        questions=_asked(case, asked, identities),
        answers=answers,
        notices=notices,
        identifiers=case.identifiers,
        aliases=case.aliases,
        session_year=min(years, default=None),
        tabled=asked.dated,
        state=_state(answers, notices),
        clock=clock(asked.chamber, asked.dated, first_answer, identities.register.terms),
    )


def _state(answers: Sequence[Document], notices: Sequence[Document]) -> State:
    if answers:
        return State.ANSWERED
    texts = [notice.text.text for notice in notices if notice.text]
    if any(map(wording.says_withdrawn, texts)):
        return State.WITHDRAWN
    return State.DELAYED if any(map(wording.says_delay, texts)) else State.OPEN


def _asked(case: Case, document: Document, identities: Identities) -> Document:
    """Add who asks and who is asked: as the paper says that stands, of those that say it."""
    ordered = sorted(case.papers, key=precedence.order)
    askers = next((p.askers for p in ordered if p.askers), ())
    addressees = next((p.addressees for p in ordered if p.addressees), ())
    aside = metadata_differences.set_aside(
        metadata_differences.members((*askers, *addressees)),
        [
            (p.source, what, metadata_differences.members(mentions))
            for p in ordered
            for what, mentions in (("indieners", p.askers), ("geadresseerden", p.addressees))
        ],
    )
    return replace(
        document,
        findings=(*document.findings, *aside),
        participants=(
            *_participants(Role.ASKER, askers, document, identities, 0),
            *_participants(Role.ADDRESSEE, addressees, document, identities, 0),
        ),
    )


def _taking_part(
    replies: Sequence[_Reply], role: Role, identities: Identities, spoken_for: int = 0
) -> tuple[Document, ...]:
    """Add who answers or gives notice: numbered over the case, by date, then as printed.

    ``spoken_for`` are those on whose behalf others in the case have replied.
    """
    counts = {role: 0, Role.ON_BEHALF_OF: spoken_for}
    done = []
    for reply, paper in replies:
        people: list[Participant] = []
        for part, mentions in ((role, paper.answerers), (Role.ON_BEHALF_OF, paper.on_behalf_of)):
            people += _participants(part, mentions, reply, identities, counts[part])
            counts[part] += len(mentions)
        done.append(replace(reply, participants=tuple(people)))
    return tuple(done)


def _participants(
    role: Role, mentions: Iterable[Mention], document: Document, identities: Identities, count: int
) -> list[Participant]:
    return [
        identities.participant(role, count + nth, mention, document.dated, document.chamber)
        for nth, mention in enumerate(mentions, start=1)
    ]
