"""The notice that a KVR document may contain instead of answers."""

import re

from msgspec.structs import replace

from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.officers import officers
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrNotice,
    KvrReading,
    KvrRemark,
)
from kv2rdf.sources.kvr.printed_dates import settle_day
from kv2rdf.sources.kvr.reply_heading import on_behalf_of
from kv2rdf.sources.kvr.text import passage_of
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.phrases.heading_words import WHOLE_HEADING

_HEADING = re.compile(r"(?:\bMededeling\b\s*)?(?=\bMededeling van\b)")


def read_notice(kvr: Node, recorded: str) -> KvrNotice | None:
    """Return the notice in the ``mededeling`` element, or None if there is no such element.

    ``recorded`` is the date of the reply in the library's record. The persons on whose behalf the
    notice is given are taken from its heading if possible, because the element contains no field
    for them.
    """
    mededeling = kvr.one_or_none("mededeling")
    if mededeling is None:
        return None
    mededeling.only_attributes("mededeler", "functie", "afdeling", "mededelingdatum")
    location = "mededeling/@mededelingdatum"
    printed_day = mededeling.attribute_or_empty("mededelingdatum")
    dated, text_after_day, remarks = settle_day(recorded, printed_day, location)
    text = mededeling.only_text
    if _letters(text_after_day) not in _letters(text):
        text = f"{text_after_day} {text}"
        remarks = (
            *remarks,
            KvrRemark(rule=FindingRule.TEXT_AFTER_DAY_OF_NOTICE, location=location),
        )
    title, department, name = map(
        mededeling.attribute_or_empty, ("functie", "afdeling", "mededeler")
    )
    named = officers(title, department, name)
    heading = WHOLE_HEADING.match(text)
    also = (on_behalf_of(heading[0]) if heading else ()) or named.on_behalf_of
    if also or named.mended:
        remark = KvrRemark(
            rule=FindingRule.ANSWERER_FROM_HEADING, location="mededeling", text=named.mended
        )
        remarks = (*remarks, remark)
    return KvrNotice(
        text=text,
        dated=dated,
        answerers=named.answerers,
        on_behalf_of=also,
        remarks=remarks,
    )


def with_notice(reading: KvrReading, notice: KvrNotice) -> KvrReading:
    """Return ``reading`` with this notice, and without any copy of it in the explanation."""
    reading = _without_copy(reading, notice.text)
    paper = replace(
        reading.paper,
        dated=notice.dated,
        answerers=notice.answerers or reading.paper.answerers,
        on_behalf_of=notice.on_behalf_of or reading.paper.on_behalf_of,
        notice=passage_of(notice.text),
    )
    return replace(reading, paper=paper, remarks=(*reading.remarks, *notice.remarks))


def _without_copy(reading: KvrReading, notice: str) -> KvrReading:
    """Return ``reading`` without any copy of the notice at the end of the explanation."""
    explanation = reading.paper.explanation
    if explanation is None:
        return reading
    text = explanation.text
    letters, notice_letters = _letters(text), _letters(notice)
    before = end = 0
    for heading in _HEADING.finditer(text):
        before += len(_letters(text[end : heading.end()]))
        end = heading.end()
        copy = letters[before:]
        if notice_letters.startswith(copy) or copy.startswith(notice_letters):
            kept, _ = explanation.split_around(heading.start(), len(text))
            copied = text[heading.start() :]
            remark = KvrRemark(
                rule=FindingRule.COPY_AFTER_EXPLANATION, location="toelichting", text=copied
            )
            return replace(
                reading,
                paper=replace(reading.paper, explanation=kept),
                remarks=(*reading.remarks, remark),
            )
    return reading


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text)
