"""Shortcuts in the derived graph: direct links between entities several steps apart.

The shapes in shapes/shortcuts.ttl check that each shortcut has the same values as the full path.
"""

from collections.abc import Iterable, Iterator

from kv2rdf.addresses.minting import Addresses
from kv2rdf.model.document import CaseDocument
from kv2rdf.model.dossier import Cluster, Dossier, State
from kv2rdf.model.kinds import Chamber, PartKind
from kv2rdf.model.participants import Participant, Role
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Code, Dutch, Iri
from kv2rdf.rdf.vocabulary import DCT, KV, RDFS


def shortcuts(d: Dossier, cluster: Cluster, at: Addresses) -> Triples:
    """Return the triples of all shortcuts in the derived graph of a case."""
    yield from shortcuts_of_case(d, at)
    yield from people_of_case(d, at)
    yield from unanswered_questions(d, cluster, at)
    for document in d.own_documents:
        yield from shortcuts_of_parts(document, cluster, at)


def shortcuts_of_case(d: Dossier, at: Addresses) -> Triples:
    """Return the triples with the label, the dates and the topics of a case."""
    return about(
        at.dossier(d.chamber, d.id),
        (RDFS.label, Dutch(f"{d.title[:1].upper()}{d.title[1:]}")),
        (DCT.dateSubmitted, d.tabled),
        (KV.answeredOn, d.answered),
        (DCT.subject, map(at.subject, d.questions.subjects)),
        (DCT.subject, map(at.topic, d.questions.topics)),
    )


def people_of_case(d: Dossier, at: Addresses) -> Triples:
    """Return the triples about the people of a case: its askers, addressees and answerers."""
    askers = [p for p in d.questions.participants if p.role is Role.ASKER]
    addressees = [p for p in d.questions.participants if p.role is Role.ADDRESSEE]
    parties = (Code(p.mention.party) for p in askers if p.mention.party)
    return about(
        at.dossier(d.chamber, d.id),
        (KV.askedBy, _who(askers, d, at)),
        (KV.partyAsInSource, dict.fromkeys(parties)),
        (KV.addressedTo, _who(addressees, d, at)),
        (KV.answeredBy, _who(d.answerers, d, at)),
    )


def shortcuts_of_parts(d: CaseDocument, cluster: Cluster, at: Addresses) -> Triples:
    """Return the triples that link the questions and answers of a document to their cases.

    For an answer that refers to other answers, they also state the length of its text.
    """
    work = at.document(d)
    cases = [at.dossier(x.chamber, x.id) for x in cluster.dossiers if x.id in d.cases]
    for part in d.parts:
        if part.kind in (PartKind.QUESTION, PartKind.ANSWER):
            yield from about(
                at.part(work, part.kind, part.key),
                (KV.concernsDossier, cases),
                (KV.textLength, len(part.text.text) if part.references else None),
            )


def unanswered_questions(d: Dossier, cluster: Cluster, at: Addresses) -> Triples:
    """Return the triples that mark the questions in a case that have no separate answer.

    There are no triples if the case was not answered. The answer to a question may be in a document
    of another case of the cluster.
    """
    if d.state is not State.ANSWERED:
        return
    answered = {
        link.question_key
        for dossier in cluster.dossiers
        for document in dossier.answers
        for part in document.parts
        for link in part.answers_to
        if link.case == d.id
    }
    work = at.document(d.questions)
    for part in d.questions.parts:
        if part.kind is PartKind.QUESTION and part.key not in answered:
            yield from about(at.part(work, part.kind, part.key), (KV.hasOwnAnswer, False))


def _who(participants: Iterable[Participant], d: Dossier, at: Addresses) -> Iterable[Iri]:
    """Return the addresses of participants' persons and offices, or of their printed forms.

    There are no duplicates.
    """
    found = (iri for p in participants for iri in _names_and_offices(p, d.chamber, at))
    return dict.fromkeys(found)


def _names_and_offices(p: Participant, chamber: Chamber, at: Addresses) -> Iterator[Iri]:
    """Yield the addresses of the person and the office of a participant.

    The printed form replaces a named person who is not identified, and is also used if neither the
    person nor the office is identified.
    """
    if p.person:
        yield at.person(p.person)
    elif p.mention.name is not None or not p.office:
        yield at.form(p.mention, chamber)
    if p.office:
        yield at.office(p.office)
