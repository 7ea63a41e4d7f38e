"""The words of a reply's heading, as the edition prints them and scans tear them.

A heading is "Antwoord van minister X (Y). (Ontvangen 1 mei 1985)". Between letters of a word a scan
may have a blank or a speck, and of the last word it may have read some letters otherwise.
"""

import re

from kv2rdf.sources.phrases.dutch_dates import MONTHS


def _torn(*letters: str) -> str:
    """Give the pattern of a word whose letters stand apart, or have a speck between them."""
    return r"['’.\- ]?".join(letters)


_ANSWER = rf"{_torn('[Aa]', *'ntwoord')}(?:en)?"
_NOTE = rf"{_torn('[Mm]', *'ede', '(?:d', 'e)?', 'l', '(?:i', 'n|m)', 'g')}"
_AGAIN = rf"(?:{_torn('[Nn]', *'ader')}e?|[Aa]anvullende?) "
KIND = rf"(?:(?:Tweede |Derde )?(?:{_AGAIN})?(?:{_ANSWER}|{_NOTE}))"
NOTICE = re.compile(rf"{_NOTE}|\b[Mm]\S?d\S{{1,4}}[lI1]\S{{1,2}}[gq]\b")
FURTHER = re.compile(_AGAIN)
"""What only the heading of a notice, or of a further answer, has."""

_ONTVANGEN = r"[Oo]\s?n\s?t\s?[-–]?\s?v\s?a\s?n\s?[-–]?\s*g\s?e\s?n"
_MISREAD = r"[OoQÓ0][^()\d?]{0,5}v[^()\d?]{1,7}[gq][^()\d?]{1,9}(?=[\d)}\]]|$)"
_DAY = rf"\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}}\.?)?"
_CLOSED = r"[^(){}]*[)}\]]\.?"
RECEIVED = (
    rf"\(\s*(?:{_ONTVANGEN}|{_MISREAD}|Ingekomen|Ingezonden)"
    rf"(?:{_CLOSED}|(?: ?{_DAY})+(?= |$)|$)"
)
"""The day that closes a heading; a scan may have lost its bracket, its year, or all of it."""

WHOLE = re.compile(
    rf"(?<!\w)(?:{KIND}[ .:]+)*{KIND}\s*(?:van|namens)\s"
    rf"(?:(?!Antwoord Antwoord)[^?]){{3,400}}?{RECEIVED}"
)
END = re.compile(
    rf"(?<=[.?!] )[^?.!]{{0,300}}(?<!\.)\.? ?\((?!o){_MISREAD}\d{_CLOSED}(?= [A-Z0-9«‘“]|$)"
)
"""The end of a heading whose beginning is torn: all that stands behind the sentence before it."""
