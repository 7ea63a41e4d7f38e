"""Printed names of persons, split into initials and words."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kv2rdf.model.text import with_letters_together, with_restored_letters

_INITIAL = r"(?:[A-Z]|Ch|Chr|IJ|Ij|Ph|Sj|Th|Tj|Y)\.?"
_INITIALS = rf"(?:{_INITIAL}[ -]?)*(?:[A-Z]|Ch|Chr|IJ|Ij|Ph|Sj|Th|Tj)\."
_BEFORE = re.compile(rf"({_INITIALS}(?:[A-Z](?= [a-z]))?) ?(?=[^ .])(.+)")  # "A.B de Voorbeeld"
_AFTER = re.compile(rf"(.+?),? ({_INITIALS})")
_BRACKETED = re.compile(r"(.+?) \(([^()]+)\)(.*)")
_NEXT_BRACKETS = re.compile(r" \(((?:[A-Z][a-z]{0,2}\.?[ -]?)+)\)")
_TITLE = re.compile(
    r"(?:(?:de |het )?(?:heer|lid|mevrouw|mevr\.|mw\.|dhr\.|drs\.|dr\.|mr\.|ir\.|prof\.|baron) )+",
    re.IGNORECASE,
)
_LATE_MARKS = re.compile("[\u00a8\u00b4`\u02c6]")
_NO_BASE_LETTER = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae"})


_PREFIXES = frozenset(
    [
        "al",
        "da",
        "de",
        "den",
        "der",
        "des",
        "di",
        "du",
        "el",
        "het",
        "in",
        "la",
        "le",
        "op",
        "t",
        "te",
        "ten",
        "ter",
        "van",
        "von",
        "zur",
    ]
)


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A printed name: the letters of its initials, and its words in order.

    The words are the given names, if any, followed by the surname with its prefix.
    """

    initials: str
    words: tuple[str, ...]


@lru_cache(maxsize=1 << 13)
def printed_name(printed: str) -> PrintedName:
    """Return the parts of a printed name.

    The initials may be before the surname, after it, or in brackets, as in "Inge van Dijk (I.)".
    Letters that are printed apart, as in "S m i t - K r o e s", are joined. Text in UTF-8 that was
    decoded as Latin-1 is repaired.
    """
    name = " ".join(_repaired(printed).split())
    if found := _TITLE.match(name):
        name = name[found.end() :]
    initials = ""
    if found := _BRACKETED.fullmatch(name):
        name, initials = f"{found[1]}{found[3]}", found[2]
    if found := _BEFORE.fullmatch(name):
        initials, name = found[1], found[2]
    elif found := _AFTER.fullmatch(name):
        name, initials = found[1], found[2]
    return PrintedName(initial_letters(initials), tuple(name.split()))


def mentioned_name(name: str, printed: str, party: str | None) -> PrintedName:
    """Return the parts of a name, with the initials that follow it in brackets, if any.

    ``printed`` is the whole mention, such as "Inge van Dijk (I.) (CDA)" with the name "Inge van
    Dijk" and the party "CDA".
    """
    parts = printed_name(name)
    found = _NEXT_BRACKETS.match(printed.removeprefix(name))
    if parts.initials or not printed.startswith(name) or not found or found[1] == party:
        return parts
    return PrintedName(initial_letters(found[1]), parts.words)


def initial_letters(initials: str) -> str:
    """Return the capital letters of initials: "JT" for "J.Th.", and "IJ" for "IJ."."""
    return "".join(letter for letter in initials if letter.isupper())


def surname_starts(words: tuple[str, ...]) -> list[int]:
    """Return the indexes of the words at which a surname may begin: those that do not follow a
    prefix.
    """
    return [n for n in range(len(words)) if n == 0 or name_letters(words[n - 1]) not in _PREFIXES]


@lru_cache(maxsize=1 << 13)
def name_letters(name: str) -> str:
    """Return the letters of a name in the form in which names are compared.

    They are in lower case and without accents. Spaces, hyphens and apostrophes are left out. The
    letters "ij" become "y", because names are printed with either: "Huys" and "Huijs".
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_NO_BASE_LETTER))
    return "".join(letter for letter in plain if letter.isalnum()).replace("ij", "y")


def _repaired(name: str) -> str:
    return with_letters_together(_LATE_MARKS.sub("", with_restored_letters(name)))
