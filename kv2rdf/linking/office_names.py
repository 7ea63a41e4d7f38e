"""A table of the names of ranks, offices and ministries in papers.

Only the letters of names are compared. For example, "Weten– schappen", with a hyphen at the end of
a line, and "Financie¨n", with a separate diaeresis, are compared as "wetenschappen" and
"financien".
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kv2rdf.model.register import Ministry, Misprint, MisprintKind, Office, OfficeKind, Register

OPENING_LENGTH = 3
"""How many letters at the start of a name form its key. Shorter names are not found."""

RANKS = {
    "minister": OfficeKind.MINISTER,
    "ministers": OfficeKind.MINISTER,
    "staatssecretaris": OfficeKind.STATE_SECRETARY,
    "staatssecretarissen": OfficeKind.STATE_SECRETARY,
    "vice-minister-president": None,
}
"""Maps each word for the rank of an office to that rank.

"vice-minister-president" is mapped to None, because a deputy prime minister also holds another
office, which has a different name.
"""


class OfficeName(Struct, frozen=True, kw_only=True):
    """The letters of a name, and the rank, offices or ministries to which it may refer.

    If ``is_rank`` is true, the name is a word for a rank. ``rank`` is that rank, or None for
    "vice-minister-president", whose holder also has another office. ``offices`` contains the
    offices that have this name after their rank, and ``ministries`` contains the ministries that
    have this name. Some of them may not exist on a given date.
    """

    letters: str
    is_rank: bool = False
    rank: OfficeKind | None = None
    offices: tuple[Office, ...] = ()
    ministries: tuple[Ministry, ...] = ()


@lru_cache(maxsize=1 << 16)
def letters_of(printed: str) -> str:
    """Return the letters of a text, in lower case and without accents."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKD", printed.casefold())))


def office_names(register: Register) -> Mapping[str, tuple[OfficeName, ...]]:
    """Return the names of ranks, offices and ministries by their first letters, longest first."""
    names = {
        letters_of(word): OfficeName(letters=letters_of(word), is_rank=True, rank=rank)
        for word, rank in RANKS.items()
    }
    for letters, office in _names_of_offices(register):
        name = names.get(letters) or OfficeName(letters=letters)
        names[letters] = replace(name, offices=(*name.offices, office))
    for letters, ministry in _names_of_ministries(register.ministries):
        name = names.get(letters) or OfficeName(letters=letters)
        names[letters] = replace(name, ministries=(*name.ministries, ministry))
    names |= dict(_misprinted(register.misprints, names))
    by_opening = defaultdict(list)
    for letters in sorted(names, key=lambda letters: (-len(letters), letters)):
        by_opening[letters[:OPENING_LENGTH]].append(names[letters])
    return {opening: tuple(found) for opening, found in by_opening.items()}


def _names_of_offices(register: Register) -> Iterable[tuple[str, Office]]:
    """Yield the letters of each name of an office, without the rank, together with the office."""
    ministries = register.ministries_by_key
    for office in register.offices:
        ministry = ministries[office.ministry]
        of_ministry = _all_names(ministry) if office.portfolio == ministry.name else ()
        for letters in dict.fromkeys(
            map(letters_of, (office.portfolio, *office.aliases, *of_ministry))
        ):
            yield letters, office


def _names_of_ministries(ministries: Iterable[Ministry]) -> Iterable[tuple[str, Ministry]]:
    for ministry in ministries:
        for letters in dict.fromkeys(map(letters_of, _all_names(ministry))):
            yield letters, ministry


def _all_names(ministry: Ministry) -> tuple[str, ...]:
    return tuple(filter(None, (ministry.name, ministry.abbreviation, *ministry.aliases)))


def _misprinted(
    misprints: Iterable[Misprint], names: Mapping[str, OfficeName]
) -> Iterable[tuple[str, OfficeName]]:
    for misprint in misprints:
        if misprint.kind is MisprintKind.OFFICE:
            letters = letters_of(misprint.printed)
            yield letters, replace(names[letters_of(misprint.meant)], letters=letters)
