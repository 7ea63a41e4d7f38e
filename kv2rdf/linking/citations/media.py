"""Media that a text cites: newspapers, broadcasters and others in seeds/authority/media.csv."""

import re
from collections.abc import Iterable, Iterator, Mapping

from kv2rdf.model.register import Medium

_BOUNDARY = re.compile(
    r"""
    [,;:()\[\]«»“”„]
    |’(?!\w)          # a closing quotation mark, but not that of "Jane’s Defence Weekly"
    |[.!?](?=\s|$)    # the end of a sentence, but not the point of "Nu.nl" or the mark of "Sp!ts"
    |\s[–-]\s         # a dash
    |\b\d{1,2}[ ]?(?=(?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec))  # "8 mei 2004"
    """,
    re.VERBOSE,
)
"""The boundaries of a name: punctuation, or the date of the cited publication."""

_CONJUNCTION = re.compile(r"\s(?:en|alsmede|resp)\s|/")
_WORDS_BEFORE = {
    "zie", "ook", "tevens", "vgl", "verder", "in", "uit", "op", "van", "bij", "volgens", "aldus",
    "onder", "meer", "andere", "bijvoorbeeld", "de", "het", "een", "dit", "bericht", "berichten",
    "berichtgeving", "artikel", "artikelen", "interview", "reportage", "krant", "krantenbericht",
    "dagblad", "weekblad", "uitzending", "uitzendingen", "tv-uitzending", "programma",
    "tv-programma", "televisieprogramma", "radioprogramma", "actualiteitenprogramma",
}  # fmt: skip
_LONGEST_NAME = 400
"""The maximum number of characters in the name of a medium, including punctuation."""

_WORDS_AFTER = {"van", "dd", "d.d", "jl", "nr"}


def media_by_name(media: Iterable[Medium]) -> Mapping[str, Medium]:
    """Return a mapping from each name of a medium to the medium.

    The names are reduced to the form in which they are compared. Kinds of media, which have no
    parent, are left out.
    """
    return {
        _comparable_name(name): medium
        for medium in media
        if medium.parent is not None
        for name in (medium.label, *medium.names)
    }


def media_in(text: str, known: Mapping[str, Medium]) -> tuple[Medium, ...]:
    """Return the media that a text cites, without duplicates. ``known`` maps names to media.

    The text is split at punctuation and at a date such as "8 mei". A piece that is not a name is
    split again at words such as "en". A name is found only if it makes up a whole piece, apart from
    words such as "zie ook het artikel in". Only the letters and digits of names are compared. A
    name in the text must contain a capital or a full stop, because the word "netwerk", for example,
    is not the programme "Netwerk".
    """
    found = (medium for piece in _BOUNDARY.split(text) for medium in _media_in_piece(piece, known))
    return tuple(dict.fromkeys(found))


def _media_in_piece(piece: str, known: Mapping[str, Medium]) -> Iterator[Medium]:
    """Yield the medium that a piece of text names ("Rijn en Gouwe"), or those of its parts."""
    if not _may_be_name(piece):
        return
    if medium := _medium(piece.split(), known):
        yield medium
        return
    parts = _CONJUNCTION.split(piece)
    for part in parts if len(parts) > 1 else ():
        if medium := _medium(part.split(), known):
            yield medium


def _medium(words: list[str], known: Mapping[str, Medium]) -> Medium | None:
    """Return the medium with the name ``words``, or None. Words such as "zie ook" are ignored."""
    first, end = 0, len(words)
    letters = sum(map(len, words))
    while first < end:
        if letters <= _LONGEST_NAME:
            name = "".join(words[first:end])
            if _may_be_name(name):
                medium = known.get(_comparable_name(name))
                if medium is not None:
                    return medium
        if words[end - 1].isdigit() or words[end - 1].strip(".") in _WORDS_AFTER:
            end -= 1
            letters -= len(words[end])
        elif words[first].casefold() in _WORDS_BEFORE:
            letters -= len(words[first])
            first += 1
        else:
            return None
    return None


def _may_be_name(words: str) -> bool:
    """Whether words contain a capital or a full stop, as the name of a medium must."""
    return "." in words or words != words.casefold()


def _comparable_name(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
