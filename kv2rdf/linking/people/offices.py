"""The office that printed words refer to, and the person who holds it."""

from datetime import date

from kv2rdf.linking.people.identities import Identity, is_within, only_person
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.model.register import Office, Person
from kv2rdf.model.rules import MatchRule


def printed_office(
    index: ReferenceIndex, printed: str | None, day: date | None
) -> Identity[Office] | None:
    """Return the office with a printed title, if it existed on a day, or None."""
    office = index.office(printed)
    if office is None or not is_within(day, office.since, office.until):
        return None
    return Identity(office, MatchRule.OFFICE_ONLY)


def holder(
    index: ReferenceIndex, name: str | None, office: Office, day: date | None
) -> Identity[Person] | None:
    """Return the only person with this name who holds an office on a day, or None."""
    person = only_person(
        person
        for person in index.persons.get(name or "", ())
        if any(
            tenure.office == office.key and is_within(day, tenure.since, tenure.until)
            for tenure in index.tenures.get(person.key, ())
        )
    )
    return Identity(person, MatchRule.NAME_AND_OFFICE) if person else None
