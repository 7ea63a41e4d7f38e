"""A case: its activities, the participants, and the documents in its graph."""

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.documents import case_document
from kv2rdf.model.document import CaseDocument
from kv2rdf.model.dossier import Cluster, Dossier
from kv2rdf.model.participants import Participant
from kv2rdf.rdf.rows import Triples, about, code
from kv2rdf.rdf.terms import Code, Dutch, Iri
from kv2rdf.rdf.vocabulary import DCT, ELIDL, KV, RDF


def case_triples(d: Dossier, cluster: Cluster, at: Addresses) -> Triples:
    """The graph of a case: all that the papers of the case print.

    A paper about several cases is in the graph of the first of them only.
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
    """The activity that resulted in a document, and those who took part in it."""
    yield from about(
        address,
        (RDF.type, ELIDL.Activity),
        (ELIDL.had_activity_type, external.concept(result.activity)),
        (ELIDL.activity_date, result.dated),
        (ELIDL.created_a_realization_of, at.document(result)),
        (ELIDL.had_participation, (at.participation(d, p) for p in result.participants)),
    )
    for p in result.participants:
        yield from participation(d, p, at)


def participation(d: Dossier, p: Participant, at: Addresses) -> Triples:
    """The part that one person or office plays in a case, in the words of the source."""
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
    """The addresses of a case and its question document under lower identifiers.

    Each has the address that replaces it. What is below an old address has no triple of its own: it
    moves with the address (docs/addresses.md, "Aliases"). A reprint may give a reply to another
    case, or may show that it is no answer. Then the former activity has a triple too.
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
