"""The papers of parliament that a text cites: papers in the Aanhangsel, and Kamerstukken."""

import re
from collections.abc import Iterator

from kv2rdf.model.paper import AnnexNumber

_NUMBER = r"[1-9]\d{0,3}\b"
_NUMBERS = rf"{_NUMBER}(?:(?:,|[ ]en|,[ ]en)[ ]{_NUMBER})*"  # "8, 248 en 252"
_NUMBERS_OF = r"(?:(?:nrs?|nummers?|no)\b\.?[ ]?)?"
_SOME = rf"{_NUMBERS_OF}(?P<numbers>{_NUMBERS}(?![ ]?[–/-][ ]?\d))"
_SESSION = r"""
    (?:vergaderjaar,?[ ]|TK[ ])?
    (?P<since>(?:19|20)\d\d)[ ]?[–/-][ ]?(?P<until>(?:19|20)\d\d|\d\d)(?!\d)
"""
"""A pattern of a session, such as "vergaderjaar 1995–1996" or "1995/96"."""

_CHAMBER = r"(?:TK|II|Tweede[ ]Kamer)"
_ANNEX = rf"""
    aanhangsel[ -]*(?:(?:van|bij)[ ]de[ ]|der[ ])?handelingen,?  # "Aanhangsel van de Handelingen"
    (?:[ ]{_CHAMBER},?)?[ ]
"""
_CITATIONS_OF_ANNEX = tuple(
    re.compile(pattern, re.IGNORECASE | re.VERBOSE)
    for pattern in (
        rf"{_ANNEX} {_SOME},?[ ]{_SESSION}",  # "nrs. 8, 248 en 252, vergaderjaar 2006–2007"
        rf"{_ANNEX} {_SESSION},?[ ]{_SOME}",  # "vergaderjaar 2005–2006, nr. 1053"
        # "Handelingen II 1995/96, Aanhangsel, nr. 12"
        rf"handelingen,?[ ](?:{_CHAMBER},?[ ])?{_SESSION},[ ]"
        rf"aanhangsel(?:[ ](?:van[ ]de|der)[ ]handelingen)?[,:]?[ ]{_SOME}",
    )
)
"""Patterns of citations of the Aanhangsel, with the session after or before the numbers."""

_IN_EACH_CITATION = "handel"
"""A part of the word "handelingen" in which ``re.IGNORECASE`` accepts no letters but these.

For an "i", it also accepts an "ı".
"""

_FILE_AND_NUMBER = rf"""
    (\d{{2}})[ ]?(\d{{3}}(?:-\d{{2}})?)                     # file: "29 385", "24587", "21501-02"
    [ -]?((?:[IVX]+[ ]?[A-H]?|[A-H])?)\b,?[ ]?              # chapter: "XVI", "IX B", "C"
    (?:
        # "nr. 12", "nr. 679, nr. 684 en 685"
        (?:nr|no|nummer)\b\.?[ ]?({_NUMBER}(?:,[ ]nr\.[ ]{_NUMBER}(?:[ ]en[ ]{_NUMBER})?)*)
        |nrs\b\.?[ ]?({_NUMBER}(?:(?:,|[ ]en)[ ]{_NUMBER})*)  # "nrs. 8 en 10"
    )
"""
_YEARS = r"\d{4}[ ]?[–/-][ ]?\d{2,4}"
_PARLIAMENTARY = re.compile(
    rf"""
    (?:
        [Kk]amerstuk(?:ken)?,?[ ]
        (?:(?:nr\.|II|ll|TK|Tweede[ ]Kamer)[ ]?,?[ ])?         # "Kamerstukken II"
        (?:(?:[Vv]ergaderjaar[ ])?{_YEARS},?[ ])?             # "2006/07, "
        |(?:\bTK|\bTweede[ ]Kamer),?[ ](?:vergaderjaar[ ])?{_YEARS},[ ]  # "TK 2023/24, "
        |\((?=[^()]*\))                                       # "(35 334, nr. 82)"
    )
    {_FILE_AND_NUMBER}
    """,
    re.VERBOSE,
)
"""A pattern of a citation of one or more Kamerstukken in the same file (dossier).

It consists of the number of the file, such as "29 800 VI" or "21 501-20", and the numbers of the
Kamerstukken.

The number of the file is preceded by the word "Kamerstuk", by the session, or only by an opening
bracket.
"""


def annex_numbers(text: str) -> Iterator[AnnexNumber]:
    """Yield the numbers of the papers in the Aanhangsel that a text cites.

    A citation is ignored if it contains no session, or if the two years of the session are not
    consecutive, because the session is then a misprint.
    """
    if _IN_EACH_CITATION not in text.casefold():  # much faster than trying the patterns
        return
    found = [match for pattern in _CITATIONS_OF_ANNEX for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda match: match.start()):
        first, second = match["since"], str(int(match["since"]) + 1)
        if second.endswith(match["until"]):
            for number in re.findall(r"\d+", match["numbers"]):
                yield AnnexNumber(session=first + second, number=number)


def parliamentary_papers(text: str) -> Iterator[str]:
    """Yield the Kamerstukken that a text cites by file and number, such as "29 800 VI, nr. 12"."""
    for thousands, file, chapter, one, several in _PARLIAMENTARY.findall(text):
        name = f"{thousands} {file} {chapter.replace(' ', '')}".rstrip()
        for number in re.findall(r"\d+", one or several):
            yield f"{name}, nr. {number}"
