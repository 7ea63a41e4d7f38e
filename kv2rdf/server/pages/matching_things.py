"""Persons, parties, ministries and media whose names contain the words of a search."""

import re
from dataclasses import dataclass

from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.listed_things import listed_things
from kv2rdf.server.pages.page_site import PageSite

_KINDS = ("persoon", "fractie", "ministerie", "medium")
_MOST = 5
"""How many things the search page names."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class MatchingThing:
    """A thing with a page. ``count`` is the number of its cases."""

    kind: str
    label: str
    href: str
    count: int


def matching_things(release: Release, site: PageSite, words: str) -> tuple[MatchingThing, ...]:
    """Return things whose names contain all ``words``, those with most cases first.

    There are at most five. Capitals are not distinguished. Raises ReleaseError if the store cannot
    be read.
    """
    wanted = _words(words)
    found = [
        MatchingThing(kind, thing.label, href, thing.count)
        for kind in (_KINDS if wanted else ())
        for thing in listed_things(release, kind, site.language)
        if wanted <= _words(thing.label) and (href := site.thing_link(thing.address))
    ]
    return tuple(sorted(found, key=lambda thing: (-thing.count, thing.label))[:_MOST])


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
