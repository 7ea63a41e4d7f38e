"""Persons, parties, ministries and media whose names contain the words of a search."""

import re
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from kv2rdf.query.open_release import Release
from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.server.pages.listed_things import ListedThing, listed_things
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.per_release import PerRelease

_KINDS = ("persoon", "fractie", "ministerie", "medium")
_MOST = 5
"""The maximum number of entities that the search page names."""
_WORD = re.compile(r"\w+")


NamedThings: TypeAlias = tuple[tuple[str, ListedThing, frozenset[str]], ...]
"""A tuple for each entity: the kind of the entity, the entity, and the words of its name."""


@dataclass(frozen=True, slots=True)
class MatchingThing:
    """An entity with a page. ``count`` is the number of its cases."""

    kind: str
    label: str
    href: str
    count: int


def matching_things(release: Release, site: PageSite, words: str) -> tuple[MatchingThing, ...]:
    """Return the entities whose names contain all words of ``words``, with the most cases first.

    At most five are returned. Capital and small letters are not distinguished. Raises ReleaseError
    if the store or the text index cannot be read.
    """
    wanted = _words(words)
    named = things_by_name(release, site.language) if wanted else ()
    found = [
        MatchingThing(kind, thing.label, href, thing.count)
        for kind, thing, words_of_name in named
        if wanted <= words_of_name and (href := site.thing_link(thing.address))
    ]
    return tuple(sorted(found, key=lambda thing: (-thing.count, thing.label))[:_MOST])


def things_by_name(release: Release, language: str) -> NamedThings:
    """Return all persons, parties, ministries and media, with the words of their names.

    The entities are listed once for each release and language. Raises ReleaseError if the store or
    the text index cannot be read.
    """
    return _NAMED[language].value(release)


def _all_named(language: str, release: Release) -> NamedThings:
    return tuple(
        (kind, thing, _words(thing.label))
        for kind in _KINDS
        for thing in listed_things(release, kind, language)
    )


_NAMED = {
    language: PerRelease(partial(_all_named, language), f"names {language}")
    for language in LANGUAGES
}


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
