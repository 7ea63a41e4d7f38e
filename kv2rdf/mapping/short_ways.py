"""Short ways in the derived graph: one step to what is otherwise reached in several steps.

For each short way, shapes/short-ways.ttl has a shape that holds it equal to the long way.
"""

from kv2rdf.addresses.minting import Addresses
from kv2rdf.model.document import CaseDocument
from kv2rdf.model.dossier import Cluster, Dossier
from kv2rdf.model.kinds import PartKind
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.vocabulary import DCT, KV


def short_ways(d: Dossier, cluster: Cluster, at: Addresses) -> Triples:
    """All short ways in the derived graph of a case."""
    yield from ways_from_case(d, at)
    for document in d.documents:
        if document.home_case == d.id:
            yield from ways_from_parts(document, cluster, at)


def ways_from_case(d: Dossier, at: Addresses) -> Triples:
    """The dates, topics and participants of a case."""
    return about(
        at.dossier(d.chamber, d.id),
        (DCT.dateSubmitted, d.tabled),
        (KV.answeredOn, d.answered),
        (DCT.subject, map(at.subject, d.questions.subjects)),
        (DCT.subject, map(at.topic, d.questions.topics)),
    )


def ways_from_parts(d: CaseDocument, cluster: Cluster, at: Addresses) -> Triples:
    """The cases that the questions and answers of a document belong to."""
    work = at.document(d)
    cases = [at.dossier(x.chamber, x.id) for x in cluster.dossiers if x.id in d.cases]
    for part in d.parts:
        if part.kind in (PartKind.QUESTION, PartKind.ANSWER):
            yield from about(at.part(work, part.kind, part.key), (KV.concernsDossier, cases))
