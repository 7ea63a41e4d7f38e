"""The derived graph of a case: the inferred facts, and the rules by which they are inferred."""

from collections import Counter

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.published_files import listed_page
from kv2rdf.model.document import AnswerReference, CaseDocument, Footnote
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.kinds import PartKind
from kv2rdf.model.participants import Participant, Role
from kv2rdf.model.rules import MatchRule
from kv2rdf.model.text import NoteFields
from kv2rdf.rdf.rows import Triples, about, code, dutch
from kv2rdf.rdf.terms import Code, Dutch, Iri
from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, KV, RDF


def derived_triples(d: Dossier, at: Addresses) -> Triples:
    """Return the inferred triples about a case, its participants and the documents in its graph."""
    term = d.deadline.term
    yield from about(
        at.dossier(d.chamber, d.id),
        (KV.state, external.concept(d.state)),
        (KV.answerDue, d.deadline.due),
        (KV.answerTerm, at.answer_term(term) if term else None),
        (KV.daysToAnswer, d.deadline.days),
        (KV.answeredInTime, d.deadline.is_in_time),
        (KV.extendedDue, d.deadline.extended),
        (KV.answeredInExtendedTime, d.deadline.is_in_extended_time),
    )
    for notice in d.notices:
        yield from about(
            at.activity(d, notice.activity, notice),
            (ELIDL.had_activity_type, external.concept(notice.activity)),
        )
    for document in d.documents:
        for p in document.participants:
            yield from identity(d, p, at)
        if document.home_case == d.id:
            yield from about_document(document, at)


def identity(d: Dossier, p: Participant, at: Addresses) -> Triples:
    """Return the triples that identify a participant, with the rules used and the candidates."""
    asks = p.role is Role.ASKER
    group = at.group(p.party, d.chamber) if p.party and asks else None
    participation = at.participation(d, p)
    yield from about(
        participation,
        (ELIDL.had_participant_person, at.person(p.person) if p.person else None),
        (ELIDL.participation_in_name_of, group),
        (KV.partyAtTheTime, at.party(p.party) if p.party and not asks else None),
        (KV.office, at.office(p.office) if p.office else None),
        (ELIDL.had_participant_organization, at.ministry(p.ministry) if p.ministry else None),
        (KV.personMatchedBy, _concept(p.person_rule)),
        (KV.partyMatchedBy, _concept(p.party_rule)),
        (KV.officeMatchedBy, _concept(p.office_rule)),
        (KV.candidate, [at.candidate(participation, c.person) for c in p.candidates]),
    )
    for candidate in p.candidates:
        yield from about(
            at.candidate(participation, candidate.person),
            (RDF.type, KV.Candidate),
            (KV.possiblePerson, at.person(candidate.person)),
            (KV.matchedBy, external.concept(candidate.rule)),
            (KV.lacks, map(external.concept, candidate.lacks)),
        )


def about_document(d: CaseDocument, at: Addresses) -> Triples:
    """Return the inferred triples about a document: people, topics, delay, texts and citations."""
    work = at.document(d)
    authors = [] if d.has_unknown_authors else [p for p in d.participants if _is_author(p)]
    parties = [at.party(p.party) for p in d.participants if p.party and p.role is Role.ASKER]
    yield from about(
        work,
        (RDF.type, KV.DelayNotice if d.is_delay else None),
        (KV.matchedBy, _concept(d.delay_rule)),
        (DCT.bibliographicCitation, dutch(d.citation)),
        (KV.textState, external.concept(d.text_state) if d.text_state else None),
        (DCT.creator, dict.fromkeys(at.person(p.person) for p in authors if p.person)),
        (KV.partyAtTheTime, dict.fromkeys(parties)),
        (ELI.is_about, map(at.topic, d.topics)),
        (KV.delayReason, dutch(d.delay_reason)),
        (KV.announcedDay, d.announced.day if d.announced else None),
        (KV.announcedDayAsInSource, dutch(d.announced.words if d.announced else None)),
        (KV.joinedText, dutch(d.rejoined_text)),
    )
    yield from listed_page(d, work, at)
    for part in d.parts:
        address = at.part(work, part.kind, part.key)
        yield from about(address, (KV.joinedText, dutch(part.rejoined_text)))
        count: Counter[str] = Counter()
        for reference in part.references:
            count[reference.words] += 1
            yield from citation(reference, count[reference.words], address, work, at)
    for note in d.footnotes:
        yield from footnote_citations(note, d, at)
        address = at.footnote(work, note.key)
        yield from about(address, (KV.joinedText, dutch(note.rejoined_text)))


def _concept(rule: MatchRule | None) -> Iri | None:
    return external.concept(rule) if rule else None


def _is_author(p: Participant) -> bool:
    return p.role is not Role.ADDRESSEE


def citation(r: AnswerReference, repetition: int, part: Iri, work: Iri, at: Addresses) -> Triples:
    """Return the triples about a reference from an answer to other answers.

    ``repetition`` is 1 for the first reference with these words, 2 for the second, and so on.
    ``part`` is the address of the answer that contains the reference, and ``work`` is the address
    of the paper.
    """
    answers = [at.part(work, PartKind.ANSWER, key) for key in r.answer_keys]
    yield from about(part, (KV.refersToAnswer, answers))
    yield from about(
        at.citation(part, r.words, repetition),
        (RDF.type, KV.Citation),
        (KV.citedIn, part),
        (KV.offset, r.start),
        (KV.quotes, Dutch(r.words)),
        (KV.concerns, answers),
        (KV.matchedBy, external.concept(MatchRule.REFERENCE_IN_TEXT)),
    )


def footnote_citations(note: Footnote, d: CaseDocument, at: Addresses) -> Triples:
    """Return the triples about the papers and media cited in the text or fields of a footnote."""
    fields = note.fields or NoteFields()
    papers = [at.annex(d.chamber, number.session, number.number) for number in note.annex_numbers]
    is_named = note.media or papers or note.parliamentary_papers
    return about(
        at.footnote(at.document(d), note.key),
        (KV.citedMedium, (at.medium(medium.key) for medium in note.media)),
        (KV.citedDay, fields.day),
        (KV.citedTitle, code(fields.title)),
        (KV.citedPaper, map(Code, note.parliamentary_papers)),
        (ELI.refers_to, papers),
        (DCT.references, external.web_address(fields.page_url) if fields.page_url else None),
        (KV.matchedBy, external.concept(MatchRule.NAMED_IN_NOTE) if is_named else None),
        (KV.matchedBy, external.concept(MatchRule.FIELDS_OF_EDITION) if note.fields else None),
    )
