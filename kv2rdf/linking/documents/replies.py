"""The answers and notices of a cluster of papers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kv2rdf.linking.cases.case_keys import annex_id
from kv2rdf.linking.cases.cases import Case
from kv2rdf.linking.documents.precedence import preferred_paper, without_whitespace
from kv2rdf.linking.documents.reply_document import reply_document
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.linking.text.broken_words import with_rejoined_text
from kv2rdf.model.document import CaseDocument
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Paper


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
    """Return the answers and notices of a cluster, each once, sorted by date and number.

    ``question_documents`` maps the identifier of each of ``cases`` to its question document. A
    reply belongs to the cases of its latest edition, because a herdruk may correct a first edition
    that prints the questions of another case.
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
        case_ids = [
            case.id for case in cases if any(p in (*case.papers, *case.shared) for p in latest)
        ]
        answered = [question_documents[case.id] for case in cases if paper in case.papers]
        key = paper.dated.isoformat() if paper.dated else paper.source.key
        if paper.annex_number is None and paper.kind is PaperKind.NOTICE:
            # A case may have several such notices on one day. The second gets key "2005-02-23-2".
            notices_on[case_ids[0], key] += 1
            ordinal = notices_on[case_ids[0], key]
            key = key if ordinal == 1 else f"{key}-{ordinal}"
        document = reply_document(group, case_ids, answered, key, index)
        found.append(Reply(with_rejoined_text(document), paper))
    return sorted(found, key=_by_date)


def _identity(paper: Paper) -> tuple[str, ...]:
    """Return the key that all editions and copies of a reply have in common.

    It consists of the number of the reply in the Aanhangsel. If there is none, it consists of the
    kind and the date, and also of the text and the cases of a notice, or the source of an answer.
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
