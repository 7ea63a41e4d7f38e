"""A case: what happened in it, who took part, and the documents that stand in its graph."""

from collections import Counter
from collections.abc import Iterator

from kv2rdf.addresses import fixed
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.documents import document
from kv2rdf.model.document import Document
from kv2rdf.model.dossier import Cluster, Dossier
from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.participants import Participant
from kv2rdf.rdf.rows import Triples, about, code
from kv2rdf.rdf.terms import Code, Dutch, Iri
from kv2rdf.rdf.vocabulary import DCT, ELIDL, KV, RDF


def dossier(d: Dossier, cluster: Cluster, at: Addresses) -> Triples:
    """All that the papers of a case print. A paper that two cases share stands with the first."""
    replies = list(_numbered(d, at))
    yield from about(
        at.dossier(d.chamber, d.id),
        (RDF.type, (ELIDL.Process, KV.Dossier)),
        (ELIDL.process_id, Code(d.id)),
        (DCT.identifier, map(Code, d.identifiers)),
        (DCT.title, Dutch(d.title)),
        (KV.chamber, fixed.CHAMBERS[d.chamber]),
        (KV.sessionYear, code(d.session_year)),
        (ELIDL.consists_of, (at.activity(d, "indiening"), *(address for address, _ in replies))),
    )
    yield from activity(d, d.questions, at.activity(d, "indiening"), "indiening", at)
    for address, reply in replies:
        yield from activity(d, reply, address, _sort(reply), at)
    for printed in d.documents:
        if printed.home == d.id:
            yield from document(printed, cluster, at)
    yield from aliases(d, at)


def activity(d: Dossier, done: Document, address: Iri, sort: str, at: Addresses) -> Triples:
    """What brought a document about, and who took part in it."""
    yield from about(
        address,
        (RDF.type, ELIDL.Activity),
        (ELIDL.had_activity_type, fixed.concept(sort)),
        (ELIDL.activity_date, done.dated),
        (ELIDL.created_a_realization_of, at.document(done)),
        (ELIDL.had_participation, (at.participation(d, p) for p in done.participants)),
    )
    for p in done.participants:
        yield from participation(d, p, at)


def participation(d: Dossier, p: Participant, at: Addresses) -> Triples:
    """Somebody's part in a case, in the words of the source."""
    named = p.mention.name is not None
    return about(
        at.participation(d, p),
        (RDF.type, ELIDL.Participation),
        (ELIDL.participation_role, fixed.concept(p.role)),
        (KV.ordinal, p.ordinal),
        (KV.asInSource, Code(p.mention.printed)),
        (KV.nameForm, at.name_form(p.mention, d.chamber) if named else None),
        (KV.officeAsInSource, code(p.mention.office)),
    )


def aliases(d: Dossier, at: Addresses) -> Triples:
    """The addresses that a case has by its lower identifiers: each is replaced by the real one."""
    asked = at.document(d.questions)
    parts = [(part.kind, part.key) for part in d.questions.parts]
    parts += [(PartKind.NOTE, note.key) for note in d.questions.footnotes]
    for lower in d.aliases:
        old = at.question_document(d.chamber, lower)
        moved = {at.dossier(d.chamber, lower): at.dossier(d.chamber, d.id), old: asked}
        moved |= {at.part(old, kind, key): at.part(asked, kind, key) for kind, key in parts}
        for before, now in moved.items():
            yield from about(before, (DCT.isReplacedBy, now))


def _numbered(d: Dossier, at: Addresses) -> Iterator[tuple[Iri, Document]]:
    """Give each notice and answer the address of the activity that brought it about."""
    count: Counter[str] = Counter()
    for reply in (*d.notices, *d.answers):
        sort = _sort(reply)
        count[sort] += 1
        yield at.activity(d, sort, count[sort]), reply


def _sort(reply: Document) -> str:
    if reply.kind is not PaperKind.NOTICE:
        return "beantwoording"
    return "uitstel" if reply.is_delay else "kennisgeving"
