"""The party to which printed words refer."""

from datetime import date

from kv2rdf.linking.name_bearers import GROUPS
from kv2rdf.linking.people.identities import Identity
from kv2rdf.linking.periods import is_within
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.linking.spells import covers
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.register import Party, Person
from kv2rdf.model.rules import MatchRule


def printed_party(
    index: ReferenceIndex, printed: str | None, day: date | None
) -> Identity[Party] | None:
    """Return the party with a printed name or abbreviation, if it existed on ``day``, or None.

    If the date is not known, the name is sufficient, because no other party has it.
    """
    party = index.party(printed)
    if party is None or (day and not is_within(day, party.founded, party.dissolved)):
        return None
    return Identity(party, MatchRule.GROUP_ONLY)


def party_of_member(
    index: ReferenceIndex, person: Person, day: date | None, chamber: Chamber
) -> Identity[Party] | None:
    """Return the only party to whose group a person belonged on a given date, or None.

    Only groups in the given chamber count.
    """
    groups = {
        membership.party
        for membership in index.memberships.get(person.key, ())
        if membership.kind is GROUPS[chamber] and covers(membership, day)
    }
    key = groups.pop() if len(groups) == 1 else None
    party = index.parties_by_key.get(key) if key else None
    return Identity(party, MatchRule.GROUP_OF_MEMBER) if party else None
