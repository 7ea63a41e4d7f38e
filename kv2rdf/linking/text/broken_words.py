"""The text of a scan with its words whole: broken at the end of a line, or read letter by letter.

The scans of 1984–1995 keep the hyphen of a line that ends in the middle of a word ("straf- zaken",
with an en dash from 1989 on), and have some words spaced out ("w o r d t", "1 9 8 8"). Where the
hyphen may be the word's own, or the spaced word is none of the usual ones, the text stays as it is:
what is not joined can still be read, what is joined wrongly misleads.
"""

import re

from msgspec.structs import replace

from kv2rdf.model.document import Document
from kv2rdf.model.kinds import SourceKind

_BROKEN = re.compile(r"[-–] (?<=[^\W\d_]{2}[-–] )(?=([^\W\d_]{2,})(?!\w))")
_NO_LETTER = re.compile(r"[\W\d_]")
_LONGEST = 60
_OF_ITS_OWN = {
    "als", "anders", "c", "dan", "dat", "een", "en", "gezien", "het", "in", "is", "maar", "met",
    "noch", "nu", "of", "op", "resp", "respectievelijk", "tot", "und", "van", "voor", "waar",
}  # fmt: skip
"""Before such a word the hyphen stands for what comes later ("in- en uitvoer"), or is a dash."""

_KEEP_THEIRS = {"aspirant", "ex", "intensive", "macro", "niet", "non", "vice"}
_KEEP_BEFORE = {
    "care", "commissaris", "courant", "fiscaal", "generaal", "plaatsvervanger", "president",
    "verbaal",
}  # fmt: skip
"""Words with a hyphen of their own: "macro-economie", "procureur-generaal"."""

_TWO_KINDS = re.compile(r"(?:isch|[ie]el|aal) \w*isch\w*")
"""Two adjectives have one as well: "sociaal-economische"."""

_CLASH = re.compile(r"[aeo][aeou]|[eou]i|ii")
"""Vowels that would be read as one: there a compound has one, too, as in "rente-inkomsten"."""

_SPACED = re.compile(r"(?<![^\s«(‘“])[^\W\d_](?: [^\W\d_])+(?![\w'’-])(?P<stop> \.)?")
_LONE = re.compile(r" (?<=\b[^\W\d_] )[^\W\d_]\b")
"""Two letters, each alone: a text without has no spaced word."""

_USUAL = {
    words.replace(" ", ""): words
    for words in (
        "Acht u", "Bent u", "Mededeling", "Toelichting", "Waarom", "Wat", "Weet u", "Wel", "Werd",
        "Wet", "Weten", "Wil", "Wilt u", "Worden", "Wordt", "Wordt u", "antwoord", "en", "grond",
        "minimum", "moment", "om", "omdat", "op", "tot", "vraag", "waarom", "wat", "weg", "wel",
        "werd", "wet", "weten", "wil", "woning", "worden", "wordt", "wordt u",
    )
}  # fmt: skip
_YEAR = re.compile(r"1(?= [89])(?<!\d 1)(?<![\w.,]1) [89] \d \d(?! ?\d)")
_SHORTLY = "jl"


def with_words_joined(document: Document) -> Document:
    """Add to the texts of a document that was scanned what they are with their words joined."""
    if document.sources[0].kind is not SourceKind.KVR_SCAN:
        return document
    return replace(
        document,
        joined=joined(document.text.text) if document.text else None,
        parts=tuple(replace(part, joined=joined(part.text.text)) for part in document.parts),
        footnotes=tuple(
            replace(note, joined=joined(note.text)) if note.text else note
            for note in document.footnotes
        ),
    )


def joined(text: str) -> str | None:
    """Give the text of a scan with the words joined that can only be one; None: there are none."""
    done = _BROKEN.sub(_unbroken, text)
    done = _SPACED.sub(_closed, done) if _LONE.search(done) else done
    done = _YEAR.sub(lambda year: year[0].replace(" ", ""), done)
    return done if done != text else None


def _unbroken(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - _LONGEST) : found.start()]
    word = _NO_LETTER.split(before)[-1]
    return "" if _one_word(word, found[1]) else found[0]


def _one_word(before: str, after: str) -> bool:
    """Tell whether what stands before a hyphen and after it is one word without."""
    abbreviation = sum(letter.isupper() for letter in before) > 1
    return not (
        abbreviation
        or not after[0].islower()
        or after in _OF_ITS_OWN
        or after in _KEEP_BEFORE
        or before.lower() in _KEEP_THEIRS
        or _TWO_KINDS.search(f"{before} {after}")
        or _CLASH.match(before[-1].lower() + after[0])
    )


def _closed(found: re.Match[str]) -> str:
    """Give a spaced word closed, if it is a usual one: with "jl" goes its full stop."""
    letters = found[0].removesuffix(" .").replace(" ", "")
    if letters == _SHORTLY:
        return f"{letters}." if found["stop"] else letters
    return f"{_USUAL[letters]}{found['stop'] or ''}" if letters in _USUAL else found[0]
