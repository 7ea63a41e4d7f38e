"""The askers and addressees in a record."""

import re
from collections.abc import Callable, Iterable, Iterator

from kv2rdf.errors import ReadError
from kv2rdf.model.limits import NAME, NAMES
from kv2rdf.model.paper import Mention
from kv2rdf.sources.odata.record import Actor, CaseFields

_ASKERS = ("Indiener", "Medeindiener")
_ASKED = ("Gericht aan",)
_OTHERS = ("Rapporteur", "Volgcommissie", "Voortouwcommissie")
_INITIALS = re.compile(r"(.+?) \([^()]*\)")
"""A name followed by initials, such as "Inge van Dijk (I.)"."""


def askers(document: str, fields: CaseFields) -> tuple[Mention, ...]:
    """Return the askers of the questions, beginning with the person who tabled them."""
    return _mentions(document, fields, _ASKERS, _asker)


def addressees(document: str, fields: CaseFields) -> tuple[Mention, ...]:
    """Return the addressees of the questions."""
    return _mentions(document, fields, _ASKED, _addressee)


def names_without_role(fields: CaseFields) -> tuple[str, ...]:
    """Return the names of persons whose role in the case is not known.

    If the name comes from an actor, the relation is put before it, and the party and the office
    after it. For an asker or addressee without a name, only the party and the office are returned.
    """
    roles = {*_ASKERS, *_ASKED}
    named = [
        _all_words(actor, f"{actor.Relatie}: {actor.ActorNaam or ''}")
        for actor in fields.actors
        if actor.Relatie not in {*roles, *_OTHERS}
    ]
    nameless = [
        _all_words(actor)
        for actor in fields.actors
        if actor.Relatie in roles and not (actor.ActorNaam or "").strip()
    ]
    return (
        *named,
        *filter(None, nameless),
        *_flat_names(fields, "ACTOR ZONDER RELATIE"),
        *_other_flat_names(fields),
    )


def _all_words(actor: Actor, *opening: str) -> str:
    words = (*opening, actor.ActorFractie, actor.Functie)
    return " | ".join(word for word in words if word and word.strip())


def _other_flat_names(fields: CaseFields) -> Iterator[str]:
    """Yield the names of askers and addressees in ``fields.flat_names`` that no actor has.

    If the record has no actors, nothing is yielded.
    """
    if fields.actors:
        known = {_words(actor.ActorNaam) for actor in fields.actors}
        for relation in (*_ASKERS, *_ASKED):
            yield from (name for name in _flat_names(fields, relation) if name not in known)


def _mentions(
    document: str,
    fields: CaseFields,
    relations: Iterable[str],
    mention: Callable[[Actor], Mention],
) -> tuple[Mention, ...]:
    """Return mentions of the actors with the given relations, without duplicates.

    ``mention`` converts an actor to a mention. The names in ``fields.flat_names`` are used only if
    the record has no actors. Raises ReadError if there are too many names, or if a name is too
    long.
    """
    found = [
        mention(actor)
        for relation in relations
        for actor in fields.actors
        if actor.Relatie == relation and (actor.ActorNaam or "").strip()
    ]
    if not fields.actors:
        found = [
            Mention(printed=words, name=_without_initials(words))
            for relation in relations
            for words in _flat_names(fields, relation)
        ]
    _check(document, relations, found)
    return tuple(dict.fromkeys(found))


def _asker(actor: Actor) -> Mention:
    name, party = _words(actor.ActorNaam), _words(actor.ActorFractie)
    printed = f"{name} ({party})" if party else name or ""
    return Mention(printed=printed, name=_without_initials(name or ""), party=party)


def _addressee(actor: Actor) -> Mention:
    name, office = _words(actor.ActorNaam), _words(actor.Functie)
    printed = f"{name} ({office})" if office else name or ""
    return Mention(printed=printed, name=_without_initials(name or ""), office=office)


def _flat_names(fields: CaseFields, relation: str) -> tuple[str, ...]:
    items = fields.flat_names.get(relation, "").split(",")
    return tuple(" ".join(item.split()) for item in items if item.strip())


def _words(field: str | None) -> str | None:
    return " ".join(field.split()) or None if field else None


def _without_initials(words: str) -> str:
    found = _INITIALS.fullmatch(words)
    return found[1] if found else words


def _check(document: str, relations: Iterable[str], found: list[Mention]) -> None:
    """Raise ReadError if there are too many names, or if a name is too long."""
    longest = max((len(mention.printed) for mention in found), default=0)
    for problem in (NAMES.excess(len(found)), NAME.excess(longest)):
        if problem:
            raise ReadError(document, next(iter(relations)), problem)
