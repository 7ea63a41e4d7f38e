"""The repair of words that were broken in the scan of a subject, using the library's title."""

import re

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.letter_similarity import is_similar
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import KvrReading, KvrRemark

_BROKEN = re.compile(
    r"""
    [^\W\d_]{2}[-–][ ]                 # "straf- zaken", but not "in- en uitvoer"
    (?! (?: als | c | dan | en | in | naar | of | resp | tot | van | voor ) \b ) [^\W\d_]
  | (?<!\w) (?:[^\W_][ ]){3}           # "1 9 8 5"
    """,
    re.VERBOSE,
)
_BEFORE_SUBJECT = re.compile(r"\b(?:over|om|inzake|betreffende|omtrent|met betrekking tot) ")
_AFTER_SUBJECT = re.compile(r"\s*(?:\(\s*\w{2,3}ge?zon.*|;\s*\w+)$", re.DOTALL)
"""What follows the subject in a title: "(Ingezonden 5 februari 2005); Antwoord"."""

_SIMILAR = 0.9

_LONGEST_COMPARED = 200
"""The maximum length of subjects whose similarity is computed. Longer ones must be equal."""


def take_subject_from_title(reading: KvrReading) -> KvrReading:
    """Take the subject from the title if words in the scanned subject are broken or spaced out.

    The title is that of the library's record, "Vragen van het lid A over B". It must end in the
    same subject: the letters must be equal or, because some are misread in the scan, very similar.
    A remark quotes the printed subject.
    """
    printed = reading.paper.short_title
    if not printed or not _BROKEN.search(printed):
        return reading
    subject = _subject_in(reading.paper.title or "", printed)
    if subject is None:
        return reading
    remark = KvrRemark(
        rule=FindingRule.SUBJECT_FROM_TITLE,
        location="vraagdata/@onderwerp",
        about=PartKind.QUESTION,
        text=printed,
    )
    return replace(
        reading,
        paper=replace(reading.paper, short_title=subject),
        remarks=(*reading.remarks, remark),
    )


def _subject_in(title: str, printed: str) -> str | None:
    """Return the subject in ``title`` if it is the printed subject with unbroken words, or None."""
    title = _AFTER_SUBJECT.sub("", title)
    subjects = (title[found.end() :] for found in _BEFORE_SUBJECT.finditer(title))
    return next(
        (s for s in subjects if _is_same_subject(s, printed) and not _BROKEN.search(s)), None
    )


def _is_same_subject(one: str, other: str) -> bool:
    first, second = _letters(one), _letters(other)
    if max(len(first), len(second)) > _LONGEST_COMPARED:
        return first == second
    return first == second or is_similar(first, second, _SIMILAR)


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).casefold()
