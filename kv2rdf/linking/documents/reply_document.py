"""An answer document or a notice, from the papers that print it."""

from collections.abc import Sequence

from kv2rdf.linking.cases.case_keys import annex_id
from kv2rdf.linking.citations.footnotes import footnotes, gaps
from kv2rdf.linking.documents import answer_links, metadata_differences, precedence
from kv2rdf.linking.documents.prints import (
    QUESTION_PARTS,
    answers_print,
    findings_of,
    parts_of,
    sources_of,
)
from kv2rdf.linking.people.matching import Identities
from kv2rdf.linking.text import notices
from kv2rdf.model.document import Document, Finding
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Paper, Remark


def reply_document(
    papers: Sequence[Paper],
    cases: Sequence[str],
    answered: Sequence[Document],
    day: str,
    identities: Identities,
) -> Document:
    """Give an answer document or a notice from its prints; the first case is its home.

    ``answered`` are the question documents of the cases that the standing print names: its numbers
    are theirs. ``day`` is what a notice without a number is called.
    """
    paper, *others = sorted(papers, key=precedence.order)
    kept = answers_print(paper)
    notes = footnotes(paper.answer_notes, paper.chamber, paper.dated, identities.media)
    findings = [*findings_of(paper, _about_replies, kept), *gaps(paper.source, notes)]
    for other in others:
        findings += findings_of(other, _about_replies)
    findings += precedence.set_aside(kept, [answers_print(other) for other in others])
    findings += metadata_differences.set_aside(
        (
            *paper.see_also,
            *metadata_differences.titles(paper),
            *metadata_differences.officers(paper),
        ),
        [field for p in others for field in metadata_differences.of_reply(p)],
    )
    if paper.kind is not PaperKind.NOTICE and not paper.answers:
        where = "antwoorden"
        findings.append(Finding(rule="antwoordtekst-ontbreekt", source=paper.source, place=where))
    text = paper.notice
    delay = text is not None and notices.says_delay(text.text)
    return Document(
        kind=paper.kind,
        chamber=paper.chamber,
        home=cases[0],
        cases=tuple(cases),
        sources=sources_of([paper, *others]),
        number=paper.annex_number,
        fallback=day if paper.kind is PaperKind.NOTICE else paper.source.key,
        publications=tuple(filter(None, [paper.publication or annex_id(paper)])),
        full_title=paper.title,
        dated=paper.dated,
        pages=tuple(p.page for p in (paper, *others) if p.page),
        parts=answer_links.linked(parts_of(kept), paper, kept, answered),
        footnotes=notes,
        text=text,
        is_delay=delay,
        delay_reason=notices.delay_reason(text.text) if text and delay else None,
        see_also=paper.see_also,
        findings=tuple(findings),
    )


def _about_replies(_: Paper, remark: Remark) -> bool:
    return remark.part not in QUESTION_PARTS
