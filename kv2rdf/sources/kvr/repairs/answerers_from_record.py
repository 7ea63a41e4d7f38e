"""The repair of missing or misread names of answerers by means of the library's record."""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Mention, Paper
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.heading_pieces import RANK
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
)

_LOCATION = "metadata/item Beantwoorder"
_NO_NAME = re.compile(rf"\W*|[Mm]ededeling|mede namens .*|{RANK} .*")
_GAP = re.compile(r"\b\w \w\b|[-\u2013] ")
"""A space between two single letters, or a hyphen and a space in a word that was broken."""
_MISREAD = re.compile(rf"{_GAP.pattern}|\d|\.$")
"""A pattern that never occurs in a name that is spelled correctly."""


def take_answerers_from_record(reading: KvrReading) -> KvrReading:
    """Take the names of the answerers from the record if they are not in the heading.

    If the heading names one office or ministry, and the record names one person who does not occur
    after "mede namens", that person is assumed to hold the office. If both name the same person,
    but the name in the heading is spaced out or broken at the end of a line, the spelling in the
    record is used.
    """
    if reading.paper.kind is PaperKind.QUESTIONS:
        return reading
    reading = _without_other_words(reading)
    paper, names = reading.paper, reading.recorded_answerers
    if not names:
        return reading
    if any(mention.name for mention in paper.answerers):
        spelled = tuple(_spelled(mention, names) for mention in paper.answerers)
        return replace(reading, paper=replace(paper, answerers=spelled))
    also = _letters(" ".join(mention.printed for mention in paper.on_behalf_of))
    own = [name for name in names if _letters(name) not in also] or list(names)
    return replace(
        reading,
        paper=replace(paper, answerers=_named(own, paper)),
        remarks=(*reading.remarks, _remark(own, paper)),
    )


def _without_other_words(reading: KvrReading) -> KvrReading:
    """Return ``reading`` without the recorded words that are not names. A remark quotes them."""
    recorded = reading.recorded_answerers
    others = tuple(filter(_NO_NAME.fullmatch, recorded))
    if not others:
        return reading
    remark = KvrRemark(
        rule=FindingRule.ANSWERER_FROM_HEADING, location=_LOCATION, text=", ".join(others)
    )
    return replace(
        reading,
        recorded_answerers=tuple(name for name in recorded if name not in others),
        remarks=(*reading.remarks, remark),
    )


def _named(names: Sequence[str], paper: Paper) -> tuple[Mention, ...]:
    if len(names) == len(paper.answerers) == 1:
        return (replace(paper.answerers[0], printed=names[0], name=names[0]),)
    return tuple(Mention(printed=name, name=name) for name in names)


def _remark(names: Sequence[str], paper: Paper) -> KvrRemark:
    """Return a remark that the answerers were taken from the record.

    If there are several ``names``, the remark quotes the answerers in the heading, which these
    names replace.
    """
    unused = [] if len(names) == 1 else [mention.printed for mention in paper.answerers]
    return KvrRemark(
        rule=FindingRule.ANSWERER_AS_STATED_BY_RECORD,
        location=_LOCATION,
        text=", ".join(unused) or None,
    )


def _spelled(mention: Mention, names: Iterable[str]) -> Mention:
    """Return a mention, with its name spelled as in ``names`` if only the gaps differ.

    If ``names`` contains no such spelling, the mention is returned unchanged.
    """
    if mention.name is None or not _GAP.search(mention.printed):
        return mention
    letters, words = _letters(mention.name), mention.name.casefold()
    for other in names:
        is_same = _letters(other) == letters and other.casefold() != words
        if is_same and not _MISREAD.search(other):
            return replace(mention, name=other)
    return mention


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name.casefold()))
