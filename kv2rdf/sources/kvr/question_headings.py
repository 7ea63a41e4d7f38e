"""The headings of questions within a text."""

import re
from collections.abc import Iterator

from kv2rdf.sources.phrases.askers import ASKER_PREFIX
from kv2rdf.sources.phrases.dutch_dates import TABLING_DATE

_HEADING = re.compile(
    r"(?:(?<![\w-])(?P<number>\d{1,4}) (?:\d{10} )?)?"  # "128 ", "128 2040509430 "
    r"(?:(?:Aanvullende|Nadere|Schriftelijke) )?\b[Vv]ra(?:gen|ag) (?:van|aan) "
    # After a number, the words before a name may be missing: "128 Vragen van Raat (DEF)".
    rf"(?:{ASKER_PREFIX} |(?(number)(?=[A-Z])|(?!)))[^?]{{3,400}}?"
    # After a number, the date may be missing if the heading is at the end of the text.
    rf"(?:{TABLING_DATE}|(?(number)(?<=\.)$|(?!)))"
)
_WORDS = re.compile(r"ra(?:gen|ag) [va]an ")
_BEGINNING = re.compile(
    r"(?:(?<![\w-])\d{1,4} (?:\d{10} )?)?(?:(?:Aanvullende|Nadere|Schriftelijke) )?[Vv]$"
)
_LATER = re.compile(
    rf"\b(?:(?:Aanvullende|Nadere|Schriftelijke) [Vv]|V)ra(?:gen|ag) van {ASKER_PREFIX} "
)
"""The first words of a heading that begins with a capital letter."""

_LONGEST_BEGINNING = 40
"""The maximum number of characters of a heading before words such as "ragen van"."""


def question_headings(text: str) -> Iterator[re.Match[str]]:
    """Yield the headings of questions in a text.

    In each match, the group ``number`` is the number before the heading, or None. An example of a
    heading is "128 Vragen van het lid A (B) over c. (Ingezonden 3 mei 1985)". For speed, words such
    as "ragen van" or "raag van" are found first, and only the text before them is searched for the
    beginning of the heading. Any other words before a heading, such as "in reply to" in "in reply
    to vragen van het lid D", are not part of it.
    """
    end = 0
    for words in _WORDS.finditer(text):
        earliest = max(end, words.start() - _LONGEST_BEGINNING)
        beginning = _BEGINNING.search(text, earliest, words.start())
        if beginning and (heading := _HEADING.match(text, beginning.start())):
            yield _last_heading(heading)
            end = heading.end()


def _last_heading(heading: re.Match[str]) -> re.Match[str]:
    """Return the last heading with a capital letter inside a heading that begins in lower case.

    The inner heading is returned only if both headings end with the same date. Otherwise,
    ``heading`` itself is returned.
    """
    if not heading[0].startswith("v"):
        return heading
    later = _LATER.finditer(heading.string, heading.start(), heading.end())
    found = (_HEADING.match(heading.string, each.start()) for each in later)
    same = [each for each in found if each and each.end() == heading.end()]
    return same[-1] if same else heading
