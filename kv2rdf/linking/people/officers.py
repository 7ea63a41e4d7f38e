"""The minister or state secretary to whom printed words refer."""

from collections.abc import Iterable
from datetime import date

from kv2rdf.linking.office_holders import Holder
from kv2rdf.linking.people.identities import Identity
from kv2rdf.linking.people.office_lists import GRACE, NamedOffice, in_use
from kv2rdf.linking.periods import is_within
from kv2rdf.linking.person_names import (
    PrintedName,
    initial_letters,
    mentioned_name,
    name_letters,
    surname_starts,
)
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.model.paper import Mention
from kv2rdf.model.register import Office, Person
from kv2rdf.model.rules import MatchRule

_SHORTEST = 3
"""The minimum number of letters in a surname that is searched for in the words for an office."""


def meant_officer(
    index: ReferenceIndex,
    mention: Mention,
    named: NamedOffice | None,
    day: date | None,
    *,
    is_reply: bool,
) -> Identity[Person] | None:
    """Return the officer to whom a mention refers, or None if that is not certain.

    ``named`` is the office that the mention names, or None. If no name is printed, the only holder
    of this office on ``day`` is returned, unless somebody acts for the holder. ``is_reply`` is true
    if the mention is of somebody who replies. A reply may be dated some days after its author left
    the office, so the new holder is then not certain.
    """
    office = named.office if named else None
    if mention.name is not None:
        name = mention.name.partition(",")[0]  # "Kok, minister van Algemene Zaken."
        parts = mentioned_name(name, mention.printed, None)
        found = named_holder(index, parts, office, day) if office else None
        return found or named_officer(index, parts, day)
    if named is None or office is None:
        return None
    if named.rest:
        return holder_in_words(index, named.rest, office, day)
    return None if named.is_acting else only_holder(index, office, day, is_reply=is_reply)


def named_holder(
    index: ReferenceIndex, name: PrintedName, office: Office, day: date | None
) -> Identity[Person] | None:
    """Return the only person with a printed name who held an office on a given date, or None.

    Either half of a double surname is sufficient. A paper may be dated up to seven days after the
    person left the office.
    """
    if day is None:
        return None
    for letters in _surname_letters(name):
        named = [h for h in index.officers.get(letters, ()) if h.tenure.office == office.key]
        if found := _only_person(in_use(named, day), name):
            return Identity(found, MatchRule.NAME_AND_OFFICE)
    return None


def named_officer(
    index: ReferenceIndex, name: PrintedName, day: date | None
) -> Identity[Person] | None:
    """Return the only person with a printed name who held any office on a given date, or None.

    Unlike ``named_holder``, this function requires the whole surname. Words before it must be given
    names of the holder. A different given name is accepted if all initials of the holder are
    printed: "Gert Leers (GBM)" is Gerd Leers, G.B.M.
    """
    if day is None:
        return None
    for number in surname_starts(name.words):
        letters = name_letters(" ".join(name.words[number:]))
        given = {name_letters(word) for word in name.words[:number]}
        named = [
            holder
            for holder in index.officers.get(letters, ())
            if holder.is_whole
            and (
                given <= set(map(name_letters, holder.person.name.split()))
                or (name.initials and name.initials == initial_letters(holder.person.initials))
            )
        ]
        if found := _only_person(in_use(named, day), name):
            return Identity(found, MatchRule.NAME_OF_OFFICER)
    return None


def only_office(index: ReferenceIndex, person: Person, day: date | None) -> Identity[Office] | None:
    """Return the office if a person held exactly one office on a given date, or None otherwise."""
    letters = name_letters(f"{person.prefix} {person.family}".strip() or person.name)
    held = [h.tenure for h in index.officers.get(letters, ()) if h.person.key == person.key]
    offices = {tenure.office for tenure in in_use(held, day)} if day else set()
    if len(offices) != 1:
        return None
    return Identity(index.offices[offices.pop()], MatchRule.OFFICE_OF_PERSON)


def holder_in_words(
    index: ReferenceIndex, words: str, office: Office, day: date | None
) -> Identity[Person] | None:
    """Return the only holder of an office on ``day`` whose surname occurs in ``words``, or None."""
    if day is None:
        return None
    letters = name_letters(words)
    named = [
        holder
        for holder in index.holders.get(office.key, ())
        if len(surname := name_letters(holder.person.family)) >= _SHORTEST and surname in letters
    ]
    found = _only_person(in_use(named, day), PrintedName("", ()))
    return Identity(found, MatchRule.NAME_AND_OFFICE) if found else None


def only_holder(
    index: ReferenceIndex, office: Office, day: date | None, *, is_reply: bool
) -> Identity[Person] | None:
    """Return the person if exactly one person held an office on a given date, or None otherwise.

    It must be certain that this person held the office on that date, and that nobody else did. A
    person who left the office up to seven days before may still be the author of a reply, so that
    None is then returned if ``is_reply`` is true.
    """
    if day is None:
        return None
    first = day - GRACE if is_reply else day
    holders = [
        holder
        for holder in index.holders.get(office.key, ())
        if holder.since <= day and (holder.until is None or holder.until >= first)
    ]
    if (
        len(holders) != 1
        or not holders[0].is_exact
        or not is_within(day, holders[0].since, holders[0].until)
    ):
        return None
    return Identity(holders[0].person, MatchRule.HOLDER_OF_OFFICE)


def _surname_letters(name: PrintedName) -> Iterable[str]:
    """Yield the letters of each possible surname, from the longest to the shortest.

    The letters of each half of a hyphenated name follow.
    """
    for number in surname_starts(name.words):
        yield name_letters(" ".join(name.words[number:]))
    first, hyphen, second = " ".join(name.words).partition("-")
    if hyphen:
        yield name_letters(first)
        yield name_letters(second)


def _only_person(holders: Iterable[Holder], name: PrintedName) -> Person | None:
    """Return the only person among the holders of an office, or None.

    If there are several, return the only one whose first initial is the first printed one, or None.
    """
    persons = {holder.person.key: holder.person for holder in holders}
    if len(persons) > 1 and name.initials:
        persons = {
            key: person
            for key, person in persons.items()
            if initial_letters(person.initials)[:1] == name.initials[:1]
        }
    return next(iter(persons.values())) if len(persons) == 1 else None
