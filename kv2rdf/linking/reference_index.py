"""The register, indexed by the words that papers use for its entries."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from kv2rdf.linking.citations.media import media_by_name
from kv2rdf.linking.office_spellings import office_words
from kv2rdf.linking.party_spellings import party_letters
from kv2rdf.model.register import Medium, Office, Party, Person, Register


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceIndex:
    """A register, with maps from names to its persons, parties, offices and media.

    The names of parties, offices and media are reduced to the form in which they are compared. The
    names of persons are unchanged, and each maps to all persons with that name.
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
                party_letters(name): party
                for party in register.parties
                for name in (party.abbreviation, party.name, *party.aliases)
            },
            offices={office_words(office.label): office for office in register.offices},
            media=media_by_name(register.media),
        )

    def party(self, printed: str | None) -> Party | None:
        """Return the party with a printed name or abbreviation, whatever its period, or None."""
        return self.parties.get(party_letters(printed or ""))

    def office(self, printed: str | None) -> Office | None:
        """Return the office with a printed title, whatever its period, or None."""
        return self.offices.get(office_words(printed or ""))
