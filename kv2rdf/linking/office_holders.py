"""The holders of offices, by office and by surname."""

from datetime import date

from msgspec import Struct

from kv2rdf.linking.name_bearers import surnames
from kv2rdf.linking.person_names import name_letters
from kv2rdf.model.evidence import DatePrecision
from kv2rdf.model.register import MisprintKind, Person, Register, Tenure


class Holder(Struct, frozen=True, kw_only=True):
    """A person who held an office during a period.

    ``is_whole`` is false if the surname by which the person was found is only one half of a double
    surname, or lacks its prefix.
    """

    person: Person
    tenure: Tenure
    is_whole: bool = True

    @property
    def since(self) -> date:
        """The first day of the period, as far as is known."""
        return self.tenure.since

    @property
    def until(self) -> date | None:
        """The last day of the period, as far as is known."""
        return self.tenure.until

    @property
    def is_exact(self) -> bool:
        """Whether the first and the last day of the period are certain."""
        return self.tenure.since_precision is self.tenure.until_precision is DatePrecision.DAY


def holders_by_office(register: Register) -> dict[str, tuple[Holder, ...]]:
    """Return the holders of each office, by its key."""
    persons = {person.key: person for person in register.persons}
    found: dict[str, list[Holder]] = {}
    for tenure in register.tenures:
        holder = Holder(person=persons[tenure.person], tenure=tenure)
        found.setdefault(tenure.office, []).append(holder)
    return {office: tuple(holders) for office, holders in found.items()}


def holders_by_surname(register: Register) -> dict[str, tuple[Holder, ...]]:
    """Return the holders of all offices by the letters of their surnames and of known misprints."""
    persons = {person.key: person for person in register.persons}
    misprinted: dict[str, list[str]] = {}
    for misprint in register.misprints:
        if misprint.kind is MisprintKind.OFFICER:
            misprinted.setdefault(misprint.meant, []).append(name_letters(misprint.printed))
    found: dict[str, list[Holder]] = {}
    for tenure in register.tenures:
        person = persons[tenure.person]
        names = {name_letters(person.family): False} | dict(surnames(person))
        names |= dict.fromkeys(misprinted.get(person.key, ()), True)
        for letters, is_whole in names.items():
            holder = Holder(person=person, tenure=tenure, is_whole=is_whole)
            found.setdefault(letters, []).append(holder)
    return {letters: tuple(holders) for letters, holders in found.items()}
