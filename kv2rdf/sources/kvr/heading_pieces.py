"""Pieces of the heading of a reply that are in fields for other information."""

import re


def _broken(first: str, rest: str) -> str:
    """Return a pattern for a word that may be broken at the end of a line or spaced out.

    ``first`` is a pattern for the first letter, and ``rest`` contains the other letters.
    """
    return r"(?:[-–] ?| )?".join([first, *rest])


RANK = (
    rf"(?:{_broken('[Mm]', 'inister')}(?:-[Pp]resident)?"
    rf"|{_broken('[Ss]', 'taatssecretaris')}|[Ss]taatssecretans)"
)
"""The rank of an office holder, such as "minister", "staats- secretaris" or "m i n i s t e r"."""

_ON_BEHALF_OF = re.compile(
    r"""
    (?: (?<=en|ën|ie)j )? [ ,]* (?: en[ ] )?   # "Justitiej, mede namens": j for a bracket
    \bmede[ ]?namens[ ]?
    (?P<also> (?: [^()] | \([^()]*\) )+? )
    [., )]*$
    """,
    re.VERBOSE,
)
_DAY = re.compile(
    r"""
    (?: (?<=en|ën|ie)j )? (?<!i) [ .,;/)}]*            # not the last mark of "a.i."
    \(? (?: ont[-– ]{0,2}van[-– ]{0,2}gen | ingezonden | ingekomen ) \b .*
    | ^ \d{1,2} [ ] [a-z]+ [ ] \d{4} $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOTE_MARK = re.compile(r"(?<=[a-z])0,?$")
_FINAL_MARKS = re.compile(r"(?: [ ,;)]+ | (?<=[^. ][a-z)])\. | (?<=\w[ ])\. )+ $", re.VERBOSE)

_FIRST_WORDS = (
    "Algemene", "Binnenlandse", "Buitenlandse", "Defensie", "Economische", "Financi", "Justitie",
    "Landbouw", "Nederlands-Antil", "Onderwijs", "Ontwikkelings", "Ordening", "Sociale", "Verkeer",
    "Volksgezondheid", "Volkshuisvesting", "Welzijn", "algemene zaken",
)  # fmt: skip
MINISTRY_START = f"(?:{'|'.join(_FIRST_WORDS)})"
"""The first word of the name of a ministry, or the first letters of that word."""

_BEFORE_MINISTRY = re.compile(rf"(?P<name>.+?),? (?P<ministry>{MINISTRY_START}.*)")


def split_off_on_behalf_of(words: str) -> tuple[str, str]:
    """Return the words before "mede namens", and the names after it, or "" if there are none.

    The reply is also given on behalf of these persons.
    """
    found = _ON_BEHALF_OF.search(words)
    return (words[: found.start()], found["also"]) if found else (words, "")


def without_day(department: str) -> str:
    """Return the words of a field without the date of the reply and without a footnote mark.

    Some scans contain the date instead of the name of a ministry ("Ontvangen 3 april 1995").
    """
    return _NOTE_MARK.sub("", _DAY.sub("", department))


def split_before_ministry(name: str) -> tuple[str, str]:
    """Return a name and the ministry that follows it, as in "Kok, Algemene Zaken".

    The ministry is "" if none follows the name.
    """
    found = _BEFORE_MINISTRY.fullmatch(name)
    return (found["name"], without_final_marks(found["ministry"])) if found else (name, "")


def without_final_marks(words: str) -> str:
    """Return words without a final comma, full stop or bracket.

    The full stop of an abbreviation is kept.
    """
    return _FINAL_MARKS.sub("", words)
