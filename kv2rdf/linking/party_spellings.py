"""The recognition of different spellings of one party, such as "V.V.D.", "(VVD" and "VVD"."""

import re
from collections.abc import Iterable
from functools import lru_cache

from kv2rdf.model.register import Misprint, MisprintKind, Party

_BEFORE = re.compile(r"^\W*(?:[Bb]eiden?|[Aa]l+en|[Ll]id|[Ff]r\.|[Ff]ractie|[Gg]roep)(?=[ .A-Z-])")
_AFTER = re.compile(r"[ -]fractie\W*$")


@lru_cache(maxsize=1 << 10)
def party_letters(printed: str) -> str:
    """Return the printed name of a party in the form in which parties are compared.

    "V.V.D.", "(VVD", "beiden VVD" and "VVD-fractie" all become "vvd". A scan may contain a bracket
    before the party. A word such as "beiden" is printed if several askers belong to one party, and
    "groep" or "fractie" is often printed before the name of a member who left a party.
    """
    party = _AFTER.sub("", _BEFORE.sub("", printed))
    return re.sub(r"[\W_]+", "", party).casefold()


def parties_by_letters(parties: Iterable[Party], misprints: Iterable[Misprint]) -> dict[str, Party]:
    """Return the parties by the letters of all their names and of the misprints of these names."""
    found = {
        party_letters(name): party
        for party in parties
        for name in (party.short_name, party.name, *party.aliases)
    }
    wrong = [misprint for misprint in misprints if misprint.kind is MisprintKind.PARTY]
    return found | {party_letters(m.printed): found[party_letters(m.meant)] for m in wrong}
