"""Media that a text names: newspapers, broadcasters and others of seeds/authority/media.csv."""

import re
from collections.abc import Iterable, Iterator, Mapping

from kv2rdf.model.register import Medium

_APART = re.compile(
    r"[,;:()\[\]«»“”„]|’(?!\w)|[.!?](?=\s|$)|\s[–-]\s"
    r"|\b\d{1,2} ?(?=(?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec))"
)
"""What a name does not reach across: punctuation, and the day of what is cited."""

_JOINED = re.compile(r"\s(?:en|alsmede|resp)\s|/")
_BEFORE = {
    "zie", "ook", "tevens", "vgl", "verder", "in", "uit", "op", "van", "bij", "volgens", "aldus",
    "onder", "meer", "andere", "bijvoorbeeld", "de", "het", "een", "dit", "bericht", "berichten",
    "berichtgeving", "artikel", "artikelen", "interview", "reportage", "krant", "krantenbericht",
    "dagblad", "weekblad", "uitzending", "uitzendingen", "tv-uitzending", "programma",
    "tv-programma", "televisieprogramma", "radioprogramma", "actualiteitenprogramma",
}  # fmt: skip
_BEHIND = {"van", "dd", "d.d", "jl", "nr"}


def by_name(media: Iterable[Medium]) -> Mapping[str, Medium]:
    """Give the media by each name they have, in the form in which names are compared."""
    return {
        _compared(name): medium
        for medium in media
        if medium.parent is not None
        for name in (medium.label, *medium.names)
    }


def named(text: str, known: Mapping[str, Medium]) -> tuple[Medium, ...]:
    """Give the media that a text names, each once.

    A name counts where it stands alone between punctuation, a day or "en", but for words such as
    "zie ook het artikel in". It is compared by its letters and figures, and has a capital or a
    full stop in it: «netwerk» is no broadcast.
    """
    found = (medium for piece in _APART.split(text) for medium in _in_piece(piece, known))
    return tuple(dict.fromkeys(found))


def _in_piece(piece: str, known: Mapping[str, Medium]) -> Iterator[Medium]:
    whole = _meant(piece.split(), known)
    for medium in [whole] if whole else (_meant(p.split(), known) for p in _JOINED.split(piece)):
        if medium is not None:
            yield medium


def _meant(words: list[str], known: Mapping[str, Medium]) -> Medium | None:
    while words:
        name = "".join(words)
        medium = known.get(_compared(name))
        if medium is not None and (name != name.casefold() or "." in name):
            return medium
        if words[-1].isdigit() or words[-1].strip(".") in _BEHIND:
            words = words[:-1]
        elif words[0].casefold() in _BEFORE:
            words = words[1:]
        else:
            return None
    return None


def _compared(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
