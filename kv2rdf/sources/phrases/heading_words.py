"""Patterns for the heading of a reply and for the words in it.

A heading is, for example, "Antwoord van minister X (Y). (Ontvangen 1 mei 1985)". In a scan, there
may be a space or a speck between the letters of a word, and the word "Ontvangen" may be misread.
The patterns also match words that are distorted in this way.

A space in a pattern is always in square brackets, because ``re.VERBOSE`` ignores other spaces.
"""

import re

from kv2rdf.model.dutch_months import MONTHS


def _torn(*letters: str) -> str:
    """Return a pattern for a word in which spaces or specks may appear, as in "A'n tw oord".

    ``letters`` are the patterns of its letters.
    """
    return r"['’.\- ]?".join(letters)


_ANSWER_WORD = rf"{_torn('[Aa]', *'ntwoord')}(?:en)?"
_NOTICE_WORD = rf"{_torn('[Mm]', *'ede', '(?:d', 'e)?', 'l', '(?:i', 'n|m)', 'g')}"
_FURTHER_WORD = rf"(?:{_torn('[Nn]', *'ader')}e?|[Aa]anvullende?)[ ]"

REPLY_WORD = rf"""
(?:
    (?:Tweede[ ]|Derde[ ])?
    (?:{_FURTHER_WORD})?
    (?: {_ANSWER_WORD}   # "Antwoord", "N a d e r a n t w o o r d"
      | {_NOTICE_WORD}   # "Mededeling", "Nadere mededeling"
    )
)
"""
"""The words in a heading that name the kind of reply. This pattern needs ``re.VERBOSE``."""

NOTICE_WORD = re.compile(
    rf"""
      {_NOTICE_WORD}                            # "Mededeling", "M e d e d e l i n g", "Mededelmg"
    | \b[Mm]\S?d\S{{1,4}}[lI1]\S{{1,2}}[gq]\b   # "Mededelinq", "Medede1ing"
    """,
    re.VERBOSE,
)
"""The word "Mededeling", which occurs only in the heading of a notice."""

FURTHER_WORD = re.compile(_FURTHER_WORD)
"""The word "Nader" or "Aanvullend", which occurs only in the heading of a further reply."""

_RECEIVED = r"[Oo]\s?n\s?t\s?[-–]?\s?v\s?a\s?n\s?[-–]?\s*g\s?e\s?n"  # "Ont- vangen"
_MISREAD_RECEIVED = (
    r"[OoQÓ0][^()\d?]{0,5}v[^()\d?]{1,7}[gq][^()\d?]{1,9}(?=[\d)}\]]|$)"  # "Qntvangcn op "
)
_DAY = rf"\d{{1,2}}[ ](?:{'|'.join(MONTHS)})(?:[ ]\d{{4}}\.?)?"
_TO_BRACKET = r"[^(){}]*[)}\]]\.?"
_DAY_OF_RECEIPT = rf"""
\(\s*
(?: {_RECEIVED}
  | {_MISREAD_RECEIVED}
  | Ingekomen | Ingezonden
)
(?: {_TO_BRACKET}               # "(Ontvangen 1 mei 1985)."
  | (?:[ ]?{_DAY})+(?=[ ]|$)    # "(Ontvangen 1 mei 1985", "(Ontvangen 1 mei"
  | $                           # "(Ontvangen"
)
"""
"""The date of receipt at the end of a heading. In a scan, it may be partly or entirely lost."""

WHOLE_HEADING = re.compile(
    rf"""
    (?<!\w)
    (?:{REPLY_WORD}[ .:]+){{0,7}}{REPLY_WORD}     # "Antwoord Antwoord"
    \s*(?:van|namens)\s
    (?:(?!Antwoord[ ]Antwoord)[^?]){{3,400}}?     # "minister Kade (Zaken). "
    {_DAY_OF_RECEIPT}
    """,
    re.VERBOSE,
)
END_OF_TORN_HEADING = re.compile(
    rf"""
    (?<=[.?!][ ])
    [^?.!]{{0,300}}(?<!\.)\.?[ ]?                  # "Zaken). "
    \((?!o){_MISREAD_RECEIVED}\d{_TO_BRACKET}      # "(Ontvangen 23 april 1985)"
    (?=[ ][A-Z0-9«‘“]|$)
    """,
    re.VERBOSE,
)
"""The end of a heading whose beginning cannot be read.

It extends from the end of the sentence before the heading to the end of the date of receipt.
"""
