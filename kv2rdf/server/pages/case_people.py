"""The people of a case: printed words with links to the identified entities."""

from collections.abc import Iterable

from msgspec import Struct

from kv2rdf.query.case_view.case_view import CaseView, PersonView
from kv2rdf.server.pages.page_site import PageSite

SHOWN_AT_ONCE = 4
"""How many people in a role are shown. The others are collapsed."""


class LinkedWords(Struct, frozen=True):
    """Printed words, possibly with a link.

    ``is_certain`` is false if the link leads to a name as printed (a name form), and not to a
    person.
    """

    text: str
    href: str | None = None
    is_certain: bool = True


class PersonInRole(Struct, frozen=True):
    """A person or office in a role.

    ``holder`` is the person who held the printed office on the date of the paper. It is None if a
    name is printed, or if the person is not known.
    """

    words: tuple[LinkedWords, ...]
    holder: LinkedWords | None


class RoleList(Struct, frozen=True):
    """The persons and offices in a role. ``label`` is the key of the words for the role."""

    label: str
    people: tuple[PersonInRole, ...]


def role_lists(case: CaseView, site: PageSite) -> tuple[RoleList, ...]:
    """Return the persons and offices in each role.

    If those who were asked are also those who answered, they are listed once. Those who gave notice
    are not listed.
    """
    asked, answered = case.people_in("geadresseerde"), case.people_in("antwoordgever")
    roles = [("asked_by", case.people_in("indiener"))]
    if asked and _identities(asked) == _identities(answered):
        roles.append(("asked_to_and_answered_by", answered))
    else:
        roles += [("asked_to", asked), ("answered_by", answered)]
    roles.append(("also_on_behalf_of", case.people_in("mede-namens")))
    return tuple(RoleList(label, _participants(people, site)) for label, people in roles if people)


def _identities(people: Iterable[PersonView]) -> set[str]:
    return {person.identity or person.as_printed for person in people}


def _participants(people: Iterable[PersonView], site: PageSite) -> tuple[PersonInRole, ...]:
    return tuple(dict.fromkeys(_participant(person, site) for person in people))


def _participant(person: PersonView, site: PageSite) -> PersonInRole:
    if person.printed_name:
        return PersonInRole(tuple(_named_words(person, site)), None)
    text = person.printed_office or person.as_printed
    office = person.office or person.ministry
    href = site.thing_link(office.address) if office else None
    holder = None
    if person.name and person.identity and person.identity != getattr(office, "address", None):
        holder = LinkedWords(person.name, site.thing_link(person.identity))
    return PersonInRole((LinkedWords(text, href),), holder)


def _named_words(person: PersonView, site: PageSite) -> Iterable[LinkedWords]:
    name = person.printed_name or ""
    is_person = bool(person.identity) and person.identity != getattr(person.office, "address", None)
    href = site.thing_link(person.identity if is_person else person.form)
    before, found, after = person.as_printed.partition(name)
    if not found:
        before, after = "", f", {person.as_printed}"
    yield from _words(before)
    yield LinkedWords(name, href, is_certain=is_person)
    office = person.printed_office
    if office and office in after:
        start, _, after = after.partition(office)
        post = person.office or person.ministry
        yield from _words(start)
        yield LinkedWords(office, site.thing_link(post.address) if post else None)
    party = person.printed_party
    if party and party in after:
        start, _, after = after.rpartition(party)
        yield from _words(start)
        yield LinkedWords(party, site.thing_link(person.party.address) if person.party else None)
    yield from _words(after)


def _words(text: str) -> Iterable[LinkedWords]:
    if text:
        yield LinkedWords(text)
