"""The repair of broken words and spaced-out words in the text of scans.

If a word is broken at the end of a line, the text of the scans of 1984–1995 contains a hyphen and a
space, as in "straf- zaken". From 1989 on, it contains an en dash instead of the hyphen. Some words
are printed with spaces between the letters: "w o r d t", "1 9 8 8". A word is not changed if the
hyphen may belong to it, or if it is spaced out but not a common word. A broken word is still
readable, but two words that are wrongly joined are misleading.
"""

import re

from msgspec.structs import replace

from kv2rdf.linking.text.separate_dots import with_dots_above
from kv2rdf.model.document import CaseDocument
from kv2rdf.model.paper import Source

_BROKEN = re.compile(
    r"""
    [-–][ ]
    (?<=[^\W\d_]{2}[-–][ ])   # two letters before it: "straf- zaken", but not "3– 4" or "a- b"
    (?=([^\W\d_]{2,})(?!\w))  # a whole word after it: not "NAVO- 2"
    """,
    re.VERBOSE,
)
_NOT_A_LETTER = re.compile(r"[\W\d_]")
_LONGEST_WORD = 60
_CONTINUATIONS = {
    "als", "anders", "c", "dan", "dat", "een", "en", "gezien", "het", "in", "is", "maar", "met",
    "noch", "nu", "of", "op", "resp", "respectievelijk", "tot", "und", "van", "voor", "waar",
}  # fmt: skip
"""Words before which a hyphen marks an omitted part ("in- en uitvoer") or is used as a dash."""

_HYPHENATED_FIRST_PARTS = {"aspirant", "ex", "intensive", "macro", "niet", "non", "vice"}
_HYPHENATED_LAST_PARTS = {
    "care", "commissaris", "courant", "fiscaal", "generaal", "plaatsvervanger", "president",
    "verbaal",
}  # fmt: skip
"""Last parts (and, above, first parts) of compounds that are spelled with a hyphen.

Examples are "macro-economie" and "procureur-generaal".
"""

_TWO_ADJECTIVES = re.compile(
    r"""
    (?:isch      # "fysisch-chemische"
    |[ie]el      # "financieel-economische"
    |aal)        # "sociaal-economische"
    [ ]\w*isch\w*
    """,
    re.VERBOSE,
)
"""Two adjectives that form one word, which is spelled with a hyphen between them."""

_VOWEL_CLASH = re.compile(
    r"""
    [aeo][aeou]  # "radio-omroep", "zee-egel"
    |[eou]i      # "rente-inkomsten"
    |ii          # "taxi-industrie"
    """,
    re.VERBOSE,
)
"""Vowels that would be read as one sound, so that a compound is spelled with a hyphen."""

_SPACED = re.compile(
    r"""
    (?<![^\s«(‘“])             # at the start of a word, maybe after a bracket: "(w e t"
    [^\W\d_](?:[ ][^\W\d_])+   # "w o r d t"
    (?![\w'’-])                # not "m e t name": the last letter begins a word
    (?P<stop>[ ]\.)?           # "j l ."
    """,
    re.VERBOSE,
)
_TWO_LONE_LETTERS = re.compile(r" (?<=\b[^\W\d_] )[^\W\d_]\b")
"""Two single letters in a row, which every spaced-out word contains."""

_USUAL_WORDS = {
    words.replace(" ", ""): words
    for words in (
        "Acht u", "Bent u", "Mededeling", "Toelichting", "Waarom", "Wat", "Weet u", "Wel", "Werd",
        "Wet", "Weten", "Wil", "Wilt u", "Worden", "Wordt", "Wordt u", "antwoord", "en", "grond",
        "minimum", "moment", "om", "omdat", "op", "tot", "vraag", "waarom", "wat", "weg", "wel",
        "werd", "wet", "weten", "wil", "woning", "worden", "wordt", "wordt u",
    )
}  # fmt: skip
_SPACED_YEAR = re.compile(
    r"""
    1(?=[ ][89])
    (?<!\d[ ]1)(?<![\w.,]1)  # the start of a number: not "2 1 9 8 8" or "1.1 9 8 8"
    [ ][89][ ]\d[ ]\d        # "1 9 8 8"
    (?![ ]?\d)               # the end of a number: not "1 9 8 8 7"
    """,
    re.VERBOSE,
)
_ABBREVIATION = "jl"


def with_rejoined_text(document: CaseDocument) -> CaseDocument:
    """Return a document with ``rejoined_text`` for each text with words that can be repaired.

    In the texts of scans, broken words are rejoined. In all others, a diaeresis that is printed
    after its vowel is put above it.
    """
    source = document.sources[0]
    return replace(
        document,
        rejoined_text=_repaired(document.text.text, source) if document.text else None,
        parts=tuple(
            replace(part, rejoined_text=repaired)
            if (repaired := _repaired(part.text.text, part.source or source))
            else part
            for part in document.parts
        ),
        footnotes=tuple(
            replace(note, rejoined_text=repaired)
            if note.text and (repaired := _repaired(note.text, note.source or source))
            else note
            for note in document.footnotes
        ),
    )


def _repaired(text: str, source: Source) -> str | None:
    return rejoin(text) if source.traits.is_scanned else with_dots_above(text)


def rejoin(text: str) -> str | None:
    """Return a text with broken and spaced-out words rejoined, or None if nothing is rejoined."""
    rejoined = text
    if "- " in text or "– " in text:  # much faster than trying the pattern at every character
        rejoined = _BROKEN.sub(_without_hyphen, text)
    if _TWO_LONE_LETTERS.search(rejoined):
        rejoined = _SPACED.sub(_without_spaces, rejoined)
    rejoined = _SPACED_YEAR.sub(lambda year: year[0].replace(" ", ""), rejoined)
    return rejoined if rejoined != text else None


def _without_hyphen(broken: re.Match[str]) -> str:
    """Return "" if the hyphen and the space must be removed, and otherwise both unchanged."""
    before = broken.string[max(0, broken.start() - _LONGEST_WORD) : broken.start()]
    first_part = _NOT_A_LETTER.split(before)[-1]
    return "" if _is_one_word(first_part, broken[1]) else broken[0]


def _is_one_word(first_part: str, last_part: str) -> bool:
    """Whether two parts of a word are spelled as one word, without a hyphen."""
    is_abbreviation = sum(letter.isupper() for letter in first_part) > 1
    return not (
        is_abbreviation
        or not last_part[0].islower()
        or last_part in _CONTINUATIONS
        or last_part in _HYPHENATED_LAST_PARTS
        or first_part.lower() in _HYPHENATED_FIRST_PARTS
        or _TWO_ADJECTIVES.search(f"{first_part} {last_part}")
        or _VOWEL_CLASH.match(first_part[-1].lower() + last_part[0])
    )


def _without_spaces(spaced: re.Match[str]) -> str:
    """Return a spaced-out word, without its spaces if it is a common word.

    For example, "j l ." becomes "jl.".
    """
    letters = spaced[0].removesuffix(" .").replace(" ", "")
    if letters == _ABBREVIATION:
        return f"{letters}." if spaced["stop"] else letters
    if letters not in _USUAL_WORDS:
        return spaced[0]
    return f"{_USUAL_WORDS[letters]}{spaced['stop'] or ''}"
