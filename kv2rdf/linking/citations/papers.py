"""Papers of parliament that a text names: earlier questions in the Aanhangsel, and Kamerstukken."""

import re
from collections.abc import Iterator

from kv2rdf.model.paper import AnnexNumber

_FEW = r"[1-9]\d{0,3}\b(?:(?:,| en|, en) [1-9]\d{0,3}\b)*(?! ?[–/-] ?\d)"
_SESSION = r"(?:vergaderjaar,? |TK )?{} ?[–/-] ?{}"
_YEAR = r"((?:19|20)\d\d)"
_ANNEX = re.compile(
    r"aanhangsel[ -]*(?:(?:van|bij) de |der )?handelingen,?(?: (?:TK|II|Tweede Kamer),?)? (?:"
    rf"(?:(?:nrs?|nummers?|no)\b\.? ?)?({_FEW}),? {_SESSION.format(_YEAR, _YEAR)}"
    rf"|{_SESSION.format(_YEAR, _YEAR)},? (?:(?:nrs?|nummers?|no)\b\.? ?)?({_FEW}))",
    re.IGNORECASE,
)
"""Numbers in the Aanhangsel; their session may stand behind them or before."""

_PARLIAMENTARY = re.compile(
    r"[Kk]amerstuk(?:ken)?,? (?:(?:nr\.|II|TK|Tweede Kamer),? )?"
    r"(?:(?:[Vv]ergaderjaar )?\d{4} ?[–/-] ?\d{2,4}, )?"
    r"(\d{2}) ?(\d{3}(?:-\d{2})?)[ -]?((?:[IVX]+ ?[A-H]?|[A-H])?)\b,? ?"
    r"(?:(?:nr|no|nummer)\b\.? ?([1-9]\d{0,3})\b"
    r"|nrs\b\.? ?([1-9]\d{0,3}\b(?:(?:,| en) [1-9]\d{0,3}\b)*))"
)
"""The file of a Kamerstuk, "29 800 VI" or "21 501-20", and its number, or several."""


def annex_numbers(text: str) -> Iterator[AnnexNumber]:
    """Give the papers of the Aanhangsel that a text names by number and session.

    A session is two years in sequence; any other is a misprint, and names nothing.
    """
    for behind, since, until, since_, until_, before in _ANNEX.findall(text):
        first, second = since or since_, until or until_
        if int(second) == int(first) + 1:
            for number in re.findall(r"\d+", behind or before):
                yield AnnexNumber(session=first + second, number=number)


def parliamentary_papers(text: str) -> Iterator[str]:
    """Give the Kamerstukken that a text names by file and number, such as "29 800 VI, nr. 12"."""
    for thousands, file, chapter, one, several in _PARLIAMENTARY.findall(text):
        name = f"{thousands} {file} {chapter.replace(' ', '')}".rstrip()
        for number in re.findall(r"\d+", one or several):
            yield f"{name}, nr. {number}"
