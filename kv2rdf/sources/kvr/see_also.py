"""Where the heading of a reply sends the reader: "zie ook Aanhangsel Handelingen nr. 900, …".

Here only the words are found, with all the numbers and sessions they go on with; what papers they
name is told when papers are linked.
"""

import re

from kv2rdf.model.text import Passage

_NUMBER = r"\d(?: ?\d){0,3}[a-z]?(?!\w)"
_NUMBERS = (
    rf"(?:\bnrs?\b[.,]?|\bnummers?|(?<=lingennr)\.)?,? ?{_NUMBER}"
    rf"(?:(?: ?, ?(?:en )?| en (?:nrs?\. ?)?| t/m ){_NUMBER})*"
)
_YEARS = r"(?:\d ?\d ?\d ?\d|\d\d) ?[-–/ ] ?(?:\d ?\d ?\d ?\d|\d\d)(?!\d)"
_SESSION = rf"verga(?:[-–] )?der(?:ja+r|ing)\b,? ?{_YEARS}"
_DATED_PAPERS = rf"{_NUMBERS}[.,]? ?\(?,? ?{_SESSION}"
_PAPERS = (
    rf"(?:{_DATED_PAPERS}|(?:{_SESSION}|{_YEARS}) ?, ?(?=nr){_NUMBERS}|{_SESSION}"
    rf"|{_NUMBERS}(?=\W*$|\)| (?-i:[A-Z])))"
)
_ANNEX = r"(?:aan(?:[-–] )?hangs(?:e[li]s?\b|e!|\b)|(?:van de )?handelingen\b)[^\d?!»]{0,40}?"
_SEE_ALSO = re.compile(
    rf"\(?z[iï]e ?(?:ook)?:? ?{_ANNEX}{_PAPERS}"
    rf"(?:,? (?:en )?{_ANNEX}{_PAPERS}|,? en {_DATED_PAPERS})*[\s).,;:]*",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\W{0,3}")
_DAY = re.compile(r"(?=\D*\d)[^?!()«]{1,30}\W{0,5}")
"""A day, also one that was misread: it cannot be longer, and has a figure."""


def apart(printed: str) -> tuple[str, str, str]:
    """Take apart what stands behind "Ontvangen": the day, the words that send on, the text behind.

    Without such words behind a day all of it is the first.
    """
    found = _SEE_ALSO.search(printed)
    if not found or not (found.start() == 0 or _DAY.fullmatch(printed, 0, found.start())):
        return printed, "", ""
    return printed[: found.start()].rstrip(), found[0].strip(), printed[found.end() :]


def cut(text: Passage) -> tuple[str, Passage | None]:
    """Give the words that send on, if a text opens with them, and the text without them."""
    start = _OPENING.match(text.text)
    found = _SEE_ALSO.match(text.text, start.end() if start else 0)
    if not found:
        return "", text
    _, behind = text.cut(0, found.end())
    return text.text[: found.end()].strip(), behind
