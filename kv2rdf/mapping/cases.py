"""The triples about a case, its activities, its participants and its documents."""

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.documents import case_document
from kv2rdf.model.document import CaseDocument
from kv2rdf.model.dossier import Cluster, Dossier
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.participants import Participant
from kv2rdf.rdf.rows import Triples, about, code
from kv2rdf.rdf.terms import Code, Dutch, Iri
from kv2rdf.rdf.vocabulary import DCT, ELIDL, KV, RDF


def case_triples(d: Dossier, cluster: Cluster, at: Addresses) -> Triples:
    """Return the triples of a case graph: everything that is printed in the papers of the case.

    A paper about several cases is only in the graph of the first of them.
    """
    tabling = at.activity(d, d.questions.activity, d.questions)
    replies = [(at.activity(d, reply.activity, reply), reply) for reply in (*d.notices, *d.answers)]
    yield from about(
        at.dossier(d.chamber, d.id),
        (RDF.type, (ELIDL.Process, KV.Dossier)),
        (ELIDL.process_id, Code(d.id)),
        (DCT.identifier, map(Code, d.identifiers)),
        (DCT.title, Dutch(d.title)),
        (KV.chamber, external.CHAMBERS[d.chamber]),
        (KV.sessionYear, code(d.session_year)),
        (ELIDL.consists_of, (tabling, *(address for address, _ in replies))),
    )
    yield from activity(d, d.questions, tabling, at)
    for address, reply in replies:
        yield from activity(d, reply, address, at)
    for document in d.own_documents:
        yield from case_document(document, cluster, at)
    yield from aliases(d, at)


def activity(d: Dossier, result: CaseDocument, address: Iri, at: Addresses) -> Triples:
    """Return the triples about the activity that produced a document, and its participants.

    The kind of notice is inferred from its words, so it is in the derived graph.
    """
    is_notice = result.kind is PaperKind.NOTICE
    yield from about(
        address,
        (RDF.type, ELIDL.Activity),
        (ELIDL.had_activity_type, None if is_notice else external.concept(result.activity)),
        (ELIDL.activity_date, result.dated),
        (ELIDL.created_a_realization_of, at.document(result)),
        (ELIDL.had_participation, (at.participation(d, p) for p in result.participants)),
    )
    for p in result.participants:
        yield from participation(d, p, at)


def participation(d: Dossier, p: Participant, at: Addresses) -> Triples:
    """Return the triples about the role of one person or office in a case, as printed."""
    words = p.mention
    whole = p.listed_in or words.printed
    parts = (words.name, words.office, words.ministry, words.whole_office)
    has_name, form = words.name is not None, at.form(words, d.chamber)
    return about(
        at.participation(d, p),
        (RDF.type, ELIDL.Participation),
        (ELIDL.participation_role, external.concept(p.role)),
        (KV.ordinal, p.ordinal),
        (KV.asInSource, None if whole in parts else Code(whole)),
        (KV.nameForm, form if has_name else None),
        (KV.partyAsInSource, code(words.party)),
        (KV.officeForm, None if has_name else form),
        (KV.officeAsInSource, code(words.office)),
        (KV.ministryAsInSource, code(words.ministry)),
    )


def aliases(d: Dossier, at: Addresses) -> Triples:
    """Return the triples about the other addresses of a case and its question document.

    For each of these addresses, a triple states the address that replaces it. There are no triples
    for addresses below an old address, which are redirected together with it (docs/addresses.md,
    "Aliases"). If a reprint assigns a reply to another case, or shows that it is not an answer, a
    triple also states what replaces the former activity.
    """
    for lower in d.aliases:
        yield from about(
            at.dossier(d.chamber, lower), (DCT.isReplacedBy, at.dossier(d.chamber, d.id))
        )
        yield from about(
            at.question_document(d.chamber, lower), (DCT.isReplacedBy, at.document(d.questions))
        )
    for document in d.own_documents:
        for former in document.replaced_activities:
            yield from about(
                at.activity(d, former.kind, document, former.case),
                (DCT.isReplacedBy, at.activity(d, document.activity, document)),
            )
