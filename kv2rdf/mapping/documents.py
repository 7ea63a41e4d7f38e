"""The documents of a case: their texts, parts, footnotes and files."""

from collections import Counter
from collections.abc import Mapping

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import MintError
from kv2rdf.mapping.markup import note_markup, passage_markup
from kv2rdf.mapping.published_files import published_file
from kv2rdf.model.document import CaseDocument, Footnote, Part
from kv2rdf.model.dossier import Cluster
from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.rdf.rows import Triples, about, code, dutch
from kv2rdf.rdf.terms import Code, Dutch, Iri
from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, KV, PROV, RDF

_PART_CLASSES = {
    PartKind.QUESTION: KV.Question,
    PartKind.ANSWER: KV.Answer,
    PartKind.EXPLANATION: KV.Explanation,
}


def case_document(d: CaseDocument, cluster: Cluster, at: Addresses) -> Triples:
    """Return the triples about a document of a case and everything that is printed in it."""
    work = at.document(d)
    question_documents = {x.id: at.document(x.questions) for x in cluster.dossiers}
    asked = [question_documents[x.id] for x in cluster.dossiers if x.id in d.cases]
    is_answer = d.kind in (PaperKind.ANSWER, PaperKind.FURTHER_ANSWER)
    yield from about(
        work,
        (RDF.type, (ELI.Work, *_classes(d))),
        (ELI.work_type, external.concept(d.kind)),
        (
            KV.concernsDossier,
            (at.dossier(x.chamber, x.id) for x in cluster.dossiers if x.id in d.cases),
        ),
        (ELIDL.answers_to, asked if is_answer else None),
        (ELI.related_to, asked if d.kind is PaperKind.NOTICE else None),
        (DCT.identifier, map(Code, d.publications)),
        (DCT.title, dutch(d.title or d.full_title)),
        (ELI.date_document, d.dated),
        (KV.text, dutch(d.text.text if d.text else None)),
        (KV.markup, passage_markup(d.text) if d.text else None),
        (KV.topicsAsInSource, map(Dutch, d.topic_lines)),
        (ELI.is_about, map(at.subject, d.subjects)),
        (DCT.abstract, dutch(d.abstract)),
        (KV.seeAlsoAsInSource, map(Dutch, d.see_also)),
        (ELI.is_realized_by, at.expression(work)),
        (PROV.wasDerivedFrom, (at.source(source.id) for source in d.sources)),
    )
    yield from expression(d, work, at)
    for part in d.parts:
        questions = [
            at.part(question_documents[link.case], PartKind.QUESTION, link.question_key)
            for link in part.answers_to
        ]
        yield from numbered_part(part, work, questions or asked, _notes_by_mark(part, d, at), at)
    for note in d.footnotes:
        yield from footnote(note, work, at)
    for replaced in d.replaced_parts:
        by = [at.part(work, replaced.kind, key) for key in replaced.by]
        former = at.part(work, replaced.kind, replaced.key)
        yield from about(former, (DCT.isReplacedBy, by or work))


def _notes_by_mark(p: Part, d: CaseDocument, at: Addresses) -> dict[tuple[str | None, int], Iri]:
    """Return a mapping from each mark of a part (``Mark.note``) to the address of its footnote.

    If the version that contains the part has such a footnote, that one is used. Otherwise, the
    footnote of the published version is used.
    """
    own = [note for note in d.footnotes if note.source == p.source]
    published = [note for note in d.footnotes if note.source is None]
    work = at.document(d)
    return {
        (note.number, note.repetition): at.footnote(work, note.key) for note in (*published, *own)
    }


def _classes(d: CaseDocument) -> tuple[Iri, ...]:
    if d.kind is PaperKind.QUESTIONS:
        return (KV.QuestionDocument,)
    if d.kind is PaperKind.NOTICE:
        return (KV.Notice,)
    return (KV.AnswerDocument,)


def expression(d: CaseDocument, work: Iri, at: Addresses) -> Triples:
    """Return the triples about the Dutch text of a document, its official title and its files."""
    # If there are two pages of one format, the first is used.
    files = dict(map(_file, reversed(d.page_urls)))
    text = at.expression(work)
    yield from about(
        text,
        (RDF.type, ELI.Expression),
        (ELI.language, external.DUTCH),
        (ELI.title, dutch(d.full_title)),
        (ELI.is_embodied_by, (at.manifestation(work, form) for form in files)),
    )
    for form, page in files.items():
        yield from published_file(work, form, external.web_address(page), at)


def _file(page: str) -> tuple[str, str]:
    """Return the format (the file extension) and the web address of a published file.

    Raises MintError if the format is not known.
    """
    form = external.extension(page)
    if form not in external.PUBLISHED_FORMATS:
        raise MintError(f"no kind of file is known for {page!r}")
    return form, page


def numbered_part(
    p: Part,
    work: Iri,
    answered: list[Iri],
    notes: Mapping[tuple[str | None, int], Iri],
    at: Addresses,
) -> Triples:
    """Return the triples about a question, an explanation, or an answer.

    ``answered`` contains the addresses of the questions or question documents that an answer
    replies to. ``notes`` maps each mark (``Mark.note``) to the address of its footnote. ``work`` is
    the address of the document.
    """
    address = at.part(work, p.kind, p.key)
    count: Counter[Iri] = Counter()
    marks = []
    for mark in p.text.marks:
        note = notes[mark.note]
        count[note] += 1
        marks.append((at.mark(address, note, count[note]), mark))
    yield from about(
        address,
        (RDF.type, (ELI.WorkSubdivision, _PART_CLASSES[p.kind])),
        (ELI.is_part_of, work),
        (ELI.number, code(p.label)),
        (KV.ordinal, p.ordinal),
        (ELIDL.answers_to, answered if p.kind is PartKind.ANSWER else None),
        (KV.text, Dutch(p.text.text)),
        (KV.markup, passage_markup(p.text)),
        (KV.hasFootnote, dict.fromkeys(notes[mark.note] for _, mark in marks)),
        (KV.hasMark, (mark_address for mark_address, _ in marks)),
        (PROV.wasDerivedFrom, at.source(p.source.id) if p.source else None),
    )
    for mark_address, mark in marks:
        yield from about(
            mark_address,
            (RDF.type, KV.FootnoteMark),
            (KV.offset, mark.offset),
            (KV.markOf, notes[mark.note]),
        )


def footnote(note: Footnote, work: Iri, at: Addresses) -> Triples:
    """Return the triples about a footnote. Its text may be missing from the source."""
    return about(
        at.footnote(work, note.key),
        (RDF.type, (ELI.WorkSubdivision, KV.Footnote)),
        (ELI.is_part_of, work),
        (ELI.number, code(note.number)),
        (KV.ordinal, note.ordinal),
        (KV.text, dutch(note.text)),
        (KV.markup, note_markup(note)),
        (PROV.wasDerivedFrom, at.source(note.source.id) if note.source else None),
    )
