"""The register, indexed by the words that papers use for its entries."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from kv2rdf.linking.citations.media import media_by_name
from kv2rdf.model.register import Medium, Office, Party, Person, Register


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceIndex:
    """A register with its persons, parties, offices and media by name.

    The names of parties, offices and media are reduced to the form in which they are compared.
    ``persons`` has whole names, unchanged; several persons may have the same name.
    """

    register: Register
    persons: Mapping[str, tuple[Person, ...]]
    parties: Mapping[str, Party]
    offices: Mapping[str, Office]
    media: Mapping[str, Medium]

    @classmethod
    def of(cls, register: Register) -> Self:
        """Return the index of a register."""
        persons: dict[str, tuple[Person, ...]] = {}
        for person in register.persons:
            persons[person.name] = (*persons.get(person.name, ()), person)
        return cls(
            register=register,
            persons=persons,
            parties={
                _party_letters(name): party
                for party in register.parties
                for name in (party.abbreviation, party.name, *party.aliases)
            },
            offices={_office_words(office.label): office for office in register.offices},
            media=media_by_name(register.media),
        )

    def party(self, printed: str | None) -> Party | None:
        """Return the party of any period with a printed name or abbreviation, or None."""
        return self.parties.get(_party_letters(printed or ""))

    def office(self, printed: str | None) -> Office | None:
        """Return the office of any period with a printed title, or None."""
        return self.offices.get(_office_words(printed or ""))


@lru_cache(maxsize=1 << 12)
def _office_words(printed: str) -> str:
    """Return an office in the form in which offices are compared.

    For example, "de minister van Justitie" becomes "minister justitie".
    """
    words = printed.casefold().removeprefix("de ")
    return re.sub(r"^(minister|staatssecretaris) (?:van|voor) ", r"\1 ", words)


@lru_cache(maxsize=1 << 10)
def _party_letters(printed: str) -> str:
    """Return a party in the form in which parties are compared.

    "V.V.D." becomes "vvd". So do "(VVD" and "beiden VVD": a scan may have left a bracket, or the
    words before a party that several askers share.
    """
    party = re.sub(r"^\W*(?:beiden?|al+en|lid)(?=[ A-Z])", "", printed)
    return re.sub(r"[\W_]+", "", party).casefold()
