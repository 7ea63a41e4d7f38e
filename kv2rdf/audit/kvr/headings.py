"""Headings in running text, of a set of questions or of a reply: they name who asks and replies."""

import re
from collections.abc import Iterator

_ASKED = r"[Vv]ragen\s+van\s[^?]{3,400}?\(\s*[Il1]n(?:[gq]ezon|gekomen)"
_MISREAD = r"[OoQÓ0][^()\d?]{0,5}v[^()\d?]{1,7}[gq][^()\d?]{1,9}(?=\d)"
_DAY = rf"\(\s*(?:[Oo]\s?n\s?t\s?v\s?a|{_MISREAD}|Ingekomen|Ingezonden)"
_BY = r"(?:\b|(?<=ntwoord))(?:van'?|namens)\s|\b[Aa]ntwoord\s+(?:in\s+)?(?=[Mm]inister|[Ss]taatss)"
_REPLIED = rf"(?:{_BY})[^?]{{3,400}}?{_DAY}"
_TORN = rf"\b[Aa]ntwoord\s+van\s(?![^?]{{3,400}}?{_DAY})[^?]{{3,300}}"
_HEADING = re.compile(rf"{_ASKED}|{_REPLIED}|{_TORN}")
_TITLE = r"[Mm]inister|[Ss]taatssecretaris"
_OFFICE = re.compile(rf"((?:{_TITLE})\S*)\s(?:(?!{_TITLE})[^()]){{2,60}}\(([^()]+)\)")


def named(text: str) -> Iterator[str]:
    """Give each heading in a text, and each office in it: the title, and the department behind it.

    A heading ends in the day, "(Ingezonden …" or "(Ontvangen …"; that of an answer may be torn.
    """
    for heading in _HEADING.finditer(text):
        yield heading[0]
        for title, department in _OFFICE.findall(heading[0]):
            yield f"{title} {department}"
