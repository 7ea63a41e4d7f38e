"""The member of a chamber that a printed name and party refer to."""

from datetime import date

from kv2rdf.linking.people.identities import Identity, is_within, only_person
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.register import MembershipKind, Party, Person
from kv2rdf.model.rules import MatchRule

_GROUPS = {Chamber.TK: MembershipKind.GROUP_TK, Chamber.EK: MembershipKind.GROUP_EK}


def member(
    index: ReferenceIndex, name: str | None, party: Party, day: date | None, chamber: Chamber
) -> Identity[Person] | None:
    """Return the only person with this name who is in a party's group on a day, or None."""
    person = only_person(
        person
        for person in index.persons.get(name or "", ())
        if any(
            membership.party == party.key
            and membership.kind is _GROUPS[chamber]
            and membership.since is not None
            and is_within(day, membership.since, membership.until)
            for membership in index.memberships.get(person.key, ())
        )
    )
    return Identity(person, MatchRule.NAME_AND_GROUP) if person else None
