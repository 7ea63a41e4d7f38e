"""The party that printed words refer to."""

from datetime import date

from kv2rdf.linking.people.identities import Identity, is_within
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.model.register import Party
from kv2rdf.model.rules import MatchRule


def printed_party(
    index: ReferenceIndex, printed: str | None, day: date | None
) -> Identity[Party] | None:
    """Return the party with a printed name or abbreviation, if it existed on a day, or None.

    If the day is not known, the name is enough, because no other party has it.
    """
    party = index.party(printed)
    if party is None or (day and not is_within(day, party.founded, party.dissolved)):
        return None
    return Identity(party, MatchRule.GROUP_ONLY)
