"""References after the heading of a reply, as in "zie ook Aanhangsel Handelingen nr. 900, …".

This module finds only the printed words, including all numbers and sessions. The linking stage
determines the papers to which they refer.
"""

import re

from kv2rdf.model.text import Passage

_NUMBER = r"\d(?:[ ]?\d){0,3}[a-z]?(?!\w)"
_NUMBERS = rf"""
    (?: \bnrs?\b[.,]? | \bnummers? | (?<=lingennr)\. )?  # "nr.", "nrs.", "Handelingennr."
    ,?[ ]?{_NUMBER}
    (?:
        (?: [ ]?,[ ]?(?:en[ ])?     # "753, 895", "753, en 895"
          | [ ]en[ ](?:nrs?\.[ ]?)? # "753 en 895", "753 en nr. 895"
          | [ ]t/m[ ]               # "753 t/m 755"
        )
        {_NUMBER}
    )*
"""
_YEAR = r"(?:\d[ ]?\d[ ]?\d[ ]?\d|\d\d)"
_YEARS = rf"{_YEAR}[ ]?[-–/ ][ ]?{_YEAR}(?!\d)"  # "2001–2002", "1 9 8 8 - 1 9 8 9"
_SESSION = rf"verga(?:[-–][ ])?der(?:ja+r|ing)\b,?[ ]?{_YEARS}"  # "vergaderjaar 2001–2002"
_NUMBERS_AND_SESSION = rf"{_NUMBERS}[.,]?[ ]?\(?,?[ ]?{_SESSION}"
_PAPERS = rf"""
    (?:
        {_NUMBERS_AND_SESSION}                             # "nr. 338, vergaderjaar 2001–2002"
      | (?:{_SESSION}|{_YEARS})[ ]?,[ ]?(?=nr){_NUMBERS}   # "1995–1996, nr. 1332"
      | {_SESSION}                                         # "vergaderjaar 2001–2002"
      | {_NUMBERS}(?=\W*$|\)|[ ](?-i:[A-Z]))               # "nrs. 753 en 895"
    )
"""
_ANNEX = r"""
    (?: aan(?:[-–][ ])?hangs(?:e[li]s?\b|e!|\b)   # "Aanhangsel", "Aan- hangsel", "Aanhangsei"
      | (?:van[ ]de[ ])?handelingen\b
    )
    [^\d?!»]{0,40}?
"""
_SEE_ALSO = re.compile(
    rf"""
    \(?z[iï]e[ ]?(?:ook)?:?[ ]?{_ANNEX}{_PAPERS}
    (?: ,?[ ](?:en[ ])?{_ANNEX}{_PAPERS}   # "…, Aanhangsel Handelingen nrs. 6 en 7"
      | ,?[ ]en[ ]{_NUMBERS_AND_SESSION}   # "… en nr. 5, vergaderjaar 1995–1996"
    )*
    [\s).,;:]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OPENING = re.compile(r"\W{0,3}")
_DAY = re.compile(r"(?=\D*\d)[^?!()«]{1,30}\W{0,5}")
"""A date, even if it was misread: a short text that contains at least one digit."""


def split_at_reference(printed: str) -> tuple[str, str, str]:
    """Split the text after "Ontvangen" into the date, the reference and the rest.

    If no reference directly follows the date, the whole text is returned as the date.
    """
    found = _SEE_ALSO.search(printed)
    if not found or not (found.start() == 0 or _DAY.fullmatch(printed, 0, found.start())):
        return printed, "", ""
    return printed[: found.start()].rstrip(), found[0].strip(), printed[found.end() :]


def split_opening_reference(text: Passage) -> tuple[str, Passage | None]:
    """Return the reference at the start of a text, or "", and the text after it."""
    opening = _OPENING.match(text.text)
    found = _SEE_ALSO.match(text.text, opening.end() if opening else 0)
    if not found:
        return "", text
    _, rest = text.split_around(0, found.end())
    return text.text[: found.end()].strip(), rest
