"""The answers and notices of a cluster of papers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from kv2rdf.linking.cases.case_keys import annex_id
from kv2rdf.linking.cases.cases import Case
from kv2rdf.linking.documents.described_facts import with_described_facts
from kv2rdf.linking.documents.precedence import precedence, preferred_paper, without_whitespace
from kv2rdf.linking.documents.reply_document import delay_rule, reply_document
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.linking.text.broken_words import with_rejoined_text
from kv2rdf.model.document import CaseDocument, Finding, ReplacedActivity
from kv2rdf.model.kinds import ActivityKind, PaperKind
from kv2rdf.model.paper import Paper
from kv2rdf.model.part_keys import key_in_print
from kv2rdf.model.rules import FindingRule


class Reply(NamedTuple):
    """An answer or a notice, and the paper whose version of it is published."""

    document: CaseDocument
    paper: Paper


def replies(
    papers: Iterable[Paper],
    cases: Sequence[Case],
    question_documents: Mapping[str, CaseDocument],
    index: ReferenceIndex,
) -> list[Reply]:
    """Return the answers and notices of a cluster, without duplicates, sorted by date and number.

    ``question_documents`` maps the identifier of each of ``cases`` to its question document. A
    reply belongs to the cases of its latest edition, because a reprint (herdruk) may correct a
    first edition that contains the questions of another case.
    """
    editions: dict[tuple[str, ...], list[Paper]] = {}
    for paper in papers:
        if paper.kind is not PaperKind.QUESTIONS:
            editions.setdefault(_identity(paper), []).append(paper)
    found = []
    notices_on: Counter[tuple[str, str]] = Counter()
    for group in editions.values():
        paper = preferred_paper(group)
        latest = [p for p in group if p.edition == paper.edition]
        case_ids = [case.id for case in cases if any(p in case.all_papers for p in latest)]
        answered = [question_documents[case.id] for case in cases if paper in case.papers]
        key = paper.dated.isoformat() if paper.dated else paper.source.key
        if paper.annex_number is None and paper.kind is PaperKind.NOTICE:
            if paper.dated and paper.source.key != case_ids[0]:
                key = key_in_print(key, paper.source.key)
            # A source may contain several such notices on one day. The second key ends in "-2".
            notices_on[case_ids[0], key] += 1
            ordinal = notices_on[case_ids[0], key]
            key = key if ordinal == 1 else f"{key}-{ordinal}"
        document = reply_document(group, case_ids, answered, key, index)
        replaced = _replaced_activities(group, cases, document)
        document = replace(document, replaced_activities=replaced) if replaced else document
        document = _with_first_day(document, paper, group, cases)
        published = with_described_facts(paper, sorted(group, key=precedence))
        found.append(Reply(with_rejoined_text(document), published))
    return sorted(found, key=_by_date)


def _with_first_day(
    document: CaseDocument, paper: Paper, group: Iterable[Paper], cases: Iterable[Case]
) -> CaseDocument:
    """Return a reply with the date of its first edition, if that is before the published date.

    ``paper`` is the published edition. If its date is replaced, there is a finding for each other
    date in it and in the earlier editions. An earlier edition in ``group`` is used only if it has
    text and belongs to a case of ``document``, and if its date is not before the date of tabling
    that it states. Of several copies of the first edition, the preferred one is used.
    """
    if paper.dated is None:
        return document
    own = [case for case in cases if case.id in document.cases]
    earlier = [
        p
        for p in group
        if p.edition < paper.edition and p.source.traits.has_text and p.dated
        if p.tabled is None or p.tabled <= p.dated
        if any(p in case.all_papers for case in own)
    ]
    first = min(earlier, key=lambda p: (p.edition, precedence(p)), default=paper).dated
    if first is None or first >= paper.dated:
        return document
    findings = [
        Finding(
            rule=FindingRule.TEXT_SET_ASIDE,
            source=p.source,
            location="beantwoord",
            text=p.dated.isoformat(),
        )
        for p in (paper, *sorted(earlier, key=precedence))
        if p.dated and p.dated != first
    ]
    new = (finding for finding in findings if finding not in document.findings)
    return replace(document, dated=first, findings=(*document.findings, *new))


def _replaced_activities(
    group: Sequence[Paper], cases: Sequence[Case], document: CaseDocument
) -> tuple[ReplacedActivity, ...]:
    """Return the activities that ``document`` lacks but would have if only one paper were known.

    ``group`` contains all papers of the reply. The result is empty for a reply without a number in
    the Aanhangsel, because all papers in the group are then alike.
    """
    if document.number is None:
        return ()
    known = {case.id for case in cases}
    possible = {
        (number, _activity(paper))
        for paper in group
        for number in paper.doubtful_numbers
        if number in known
    }
    if len(group) > 1:
        possible |= {
            (case.id, _activity(paper))
            for paper in group
            for case in cases
            if paper in case.all_papers
        }
    present = {(case, document.activity) for case in document.cases}
    return tuple(
        ReplacedActivity(case=case, kind=kind) for case, kind in sorted(possible - present)
    )


def _activity(paper: Paper) -> ActivityKind:
    if paper.kind is not PaperKind.NOTICE:
        return ActivityKind.ANSWERING
    return ActivityKind.DELAY if delay_rule(paper) else ActivityKind.NOTICE


def _identity(paper: Paper) -> tuple[str, ...]:
    """Return the key that all editions and copies of a reply have in common.

    The key contains the number of the reply in the Aanhangsel. If there is no such number, the key
    contains the kind and the date of the reply, followed by the text and the case numbers of a
    notice, or by the source of an answer or of a notice without text.
    """
    if annex := annex_id(paper):
        return ("annex", annex)
    day = paper.dated.isoformat() if paper.dated else ""
    if paper.notice:
        words = without_whitespace(paper.notice.text)
        return (paper.kind.value, day, words, *(number for case in paper.cases for number in case))
    return (paper.kind.value, day, paper.source.key)


def _by_date(reply: Reply) -> tuple[date, str, str]:
    document = reply.document
    number = document.number
    key = f"{number.session}-{number.number:>6}" if number else document.fallback_key or ""
    return document.dated or date.max, key, document.sources[0].id
