"""The participants in the documents of a dossier, for the comparison with expectations."""

from kv2rdf.model.document_people import DocumentPeople, PartTaken
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.participants import Participant


def people_of_documents(dossier: Dossier) -> tuple[DocumentPeople, ...]:
    """Return the participants in each document of a dossier.

    A document that several cases share is returned only for the case whose graph contains it.
    """
    return tuple(
        DocumentPeople(
            source_kind=document.sources[0].kind,
            chamber=dossier.chamber,
            day=document.dated,
            people=tuple(map(_part_taken, document.participants)),
        )
        for document in dossier.documents
        if document.home_case == dossier.id
    )


def _part_taken(p: Participant) -> PartTaken:
    return PartTaken(
        role=p.role,
        person=p.person.key if p.person else None,
        office=p.office.key if p.office else None,
        has_name=p.mention.name is not None,
        has_party=p.mention.party is not None,
        has_office=p.mention.whole_office is not None,
        is_party_known=p.party is not None,
        is_ministry_known=p.ministry is not None,
    )
