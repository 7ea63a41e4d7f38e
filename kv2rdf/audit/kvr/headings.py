"""Headings within running text. They name the askers of questions or those who answer."""

import re
from collections.abc import Iterator

_QUESTIONS = r"""
    [Vv]ragen\s+van\s  [^?]{3,400}?  \(\s*[Il1]n(?:[gq]ezon|gekomen)
    # "Vragen van het lid Jansen (ABC) over het weer. (Ingezonden"
"""
_DATE = r"""
    \(\s*
    (?:
        [Oo]\s?n\s?t\s?v\s?a                                        # "(Ontvangen", "(On tvangen"
      | [OoQÓ0][^()\d?]{0,5}v[^()\d?]{1,7}[gq][^()\d?]{1,9}(?=\d)   # "(Qntvangen op 5", misread
      | Ingekomen
      | Ingezonden
    )
"""
_BY = r"""
    (?:
        (?: \b | (?<=ntwoord) ) (?: van'? | namens ) \s             # "Antwoordvan minister"
      | \b[Aa]ntwoord\s+ (?:in\s+)? (?=[Mm]inister|[Ss]taatss)      # "Antwoord in minister"
    )
"""
_REPLY = rf"""
    {_BY} [^?]{{3,400}}? {_DATE}
    # "Antwoord van minister Voorbeeld (Sociale Zaken). (Ontvangen"
"""
_TORN_REPLY = rf"""
    \b[Aa]ntwoord\s+van\s  (?! [^?]{{3,400}}? {_DATE} )  [^?]{{3,300}}
    # "Antwoord van minister Voorbeeld (Sociale Zaken), mede namens de Minister van Ontwik"
"""
_HEADING = re.compile(rf"{_QUESTIONS} | {_REPLY} | {_TORN_REPLY}", re.VERBOSE)

_TITLE = r"(?: [Mm]inister | [Ss]taatssecretaris )"
_OFFICE = re.compile(
    rf"""
    ( {_TITLE} \S* ) \s                     # "minister"
    (?: (?! {_TITLE} ) [^()] ){{2,60}}      # "Voorbeeld"
    \( ( [^()]+ ) \)                        # "(Sociale Zaken)"
    """,
    re.VERBOSE,
)


def headings_and_offices(text: str) -> Iterator[str]:
    """Yield each heading in a text, followed by the title and department of each office in it.

    A heading ends at its date, "(Ingezonden …" or "(Ontvangen …". The heading of an answer may be
    cut off before that.
    """
    for heading in _HEADING.finditer(text):
        yield heading[0]
        for title, department in _OFFICE.findall(heading[0]):
            yield f"{title} {department}"
