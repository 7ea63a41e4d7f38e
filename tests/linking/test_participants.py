"""The participants in a case."""

from kv2rdf.model.participants import Role
from tests.kvr_document import document
from tests.linking.dossiers import ANSWER, NOTICE, dossier
from tests.papers import read_paper


def test_people_are_numbered_over_the_case() -> None:
    found = dossier(NOTICE, ANSWER, read_paper(document(last_line="Nader antwoord"), "KVR4.xml"))
    people = [p for document in found.documents for p in document.participants]
    assert [(p.role, p.ordinal) for p in people][:3] == [
        (Role.ASKER, 1),
        (Role.ADDRESSEE, 1),
        (Role.NOTIFIER, 1),
    ]
    assert len({(p.role, p.ordinal) for p in people}) == len(people)
