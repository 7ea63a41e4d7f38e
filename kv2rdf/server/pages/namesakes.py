"""Persons and printed names with the same surname, which may or may not be the same person."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from unicodedata import combining, normalize

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.person_list import ListedPerson, listed_persons
from kv2rdf.server.per_release import PerRelease

_PRINTED = "SELECT ?form ?name WHERE { ?form a kv:NameForm ; kv:asInSource ?name }"
_INITIALS = re.compile(r"(?:\w{1,2}\.)+")


@dataclass(frozen=True, slots=True)
class Namesake:
    """A person, or a printed name that is not linked, with the number of its cases."""

    label: str
    href: str
    count: int
    is_linked: bool


def namesakes(release: Release, site: PageSite, address: str) -> tuple[Namesake, ...]:
    """Return the others with the surname of a person or printed name, persons first.

    For a person, only printed names are returned: other persons are certainly not the same. Those
    with the most cases come first. Raises ReleaseError if the store cannot be read.
    """
    names = _NAMES.value(release)
    found = {
        other.address: other
        for surname in names.surnames.get(address, ())
        for other in names.bearers.get(surname, ())
        if other.address != address
    }
    is_person = address in names.persons
    shown = [other for other in found.values() if not (is_person and other.is_linked)]
    shown.sort(key=lambda other: (not other.is_linked, -other.asked - other.answered, other.label))
    return tuple(
        Namesake(other.label, href, other.asked + other.answered, other.is_linked)
        for other in shown
        if (href := site.thing_link(other.address))
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """The surnames of each person and printed name, and those who bear each surname."""

    surnames: Mapping[str, tuple[str, ...]]
    bearers: Mapping[str, tuple[ListedPerson, ...]]
    persons: frozenset[str]


def _names(release: Release) -> _Names:
    printed = {form: name for form, name in rows_of(release.query(_PRINTED))}  # noqa: C416
    listed = listed_persons(release)
    surnames = {
        person.address: tuple(surnames_of(person.label))
        if person.is_linked
        else (surname_as_printed(printed[person.address]),)
        for person in listed
    }
    bearers: dict[str, list[ListedPerson]] = defaultdict(list)
    for person in listed:
        for surname in surnames[person.address]:
            bearers[surname].append(person)
    return _Names(
        surnames,
        {surname: tuple(found) for surname, found in bearers.items() if surname},
        frozenset(person.address for person in listed if person.is_linked),
    )


_NAMES = PerRelease(_names, "namesakes")


def surnames_of(name: str) -> Iterator[str]:
    """Yield the possible surnames in the name of a person, each with its prefixes, and the name.

    A surname follows a word with a capital: "Jan de Wit" has the surname "de wit", but not "wit".
    """
    words = name.split()
    for place in range(len(words)):
        if place == 0 or words[place - 1][0].isupper():
            yield _folded(words[place:])


def surname_as_printed(name: str) -> str:
    """Return a printed name in small letters without initials and accents."""
    return _folded([word for word in name.split() if not _INITIALS.fullmatch(word)])


def _folded(words: list[str]) -> str:
    letters = normalize("NFKD", " ".join(words).casefold())
    return "".join(letter for letter in letters if not combining(letter))
