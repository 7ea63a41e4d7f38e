"""Papers of parliament that a text cites: papers of the Aanhangsel, and Kamerstukken."""

import re
from collections.abc import Iterator

from kv2rdf.model.paper import AnnexNumber

_NUMBER = r"[1-9]\d{0,3}\b"
_NUMBERS = rf"{_NUMBER}(?:(?:,|[ ]en|,[ ]en)[ ]{_NUMBER})*"  # "8, 248 en 252"
_YEAR = r"((?:19|20)\d\d)"
_SESSION = rf"(?:vergaderjaar,?[ ]|TK[ ])?{_YEAR}[ ]?[–/-][ ]?{_YEAR}"  # "vergaderjaar 1995–1996"
_NUMBERS_OF = r"(?:(?:nrs?|nummers?|no)\b\.?[ ]?)?"
_ANNEX = re.compile(
    rf"""
    aanhangsel[ -]*(?:(?:van|bij)[ ]de[ ]|der[ ])?handelingen,?  # "Aanhangsel van de Handelingen"
    (?:[ ](?:TK|II|Tweede[ ]Kamer),?)?[ ]
    (?:
        # "nrs. 8, 248 en 252, vergaderjaar 2006–2007"
        {_NUMBERS_OF}({_NUMBERS}(?![ ]?[–/-][ ]?\d)),?[ ]{_SESSION}
        # "vergaderjaar 2005–2006, nr. 1053"
        |{_SESSION},?[ ]{_NUMBERS_OF}({_NUMBERS}(?![ ]?[–/-][ ]?\d))
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Numbers in the Aanhangsel, before or after their session."""

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
"""The file of a Kamerstuk, "29 800 VI" or "21 501-20", and its number or numbers.

Before them, the word "Kamerstuk" is printed, or the session, or only an opening bracket.
"""


def annex_numbers(text: str) -> Iterator[AnnexNumber]:
    """Yield the papers of the Aanhangsel that a text cites by number and session.

    A session is two consecutive years. A citation with any other two years is a misprint, and is
    ignored.
    """
    for before, since, until, since_, until_, after in _ANNEX.findall(text):
        first, second = since or since_, until or until_
        if int(second) == int(first) + 1:
            for number in re.findall(r"\d+", before or after):
                yield AnnexNumber(session=first + second, number=number)


def parliamentary_papers(text: str) -> Iterator[str]:
    """Yield the Kamerstukken that a text cites by file and number, such as "29 800 VI, nr. 12"."""
    for thousands, file, chapter, one, several in _PARLIAMENTARY.findall(text):
        name = f"{thousands} {file} {chapter.replace(' ', '')}".rstrip()
        for number in re.findall(r"\d+", one or several):
            yield f"{name}, nr. {number}"
