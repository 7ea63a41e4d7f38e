"""The remarks on dates that only the library's record gives, after all repairs of dates."""

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import KvrReading, KvrRemark
from kv2rdf.sources.phrases.dutch_dates import days_within

_QUOTES_HEADING = (FindingRule.HEADING_AS_PART, FindingRule.REPLY_AMONG_QUESTIONS)
_REPLY_LOCATION = "antwoorddata/@antwoorddatum"


def remove_remarks_on_days_printed_elsewhere(reading: KvrReading) -> KvrReading:
    """Remove the remarks on dates that are not used, or that the paper prints elsewhere.

    A repair may have replaced the date. A heading in the wrong place, which another remark quotes,
    may print it, and so may a notice. The date of a notice in its own element is in that element.
    """
    paper = reading.paper
    headings = [r.text for r in reading.remarks if r.rule in _QUOTES_HEADING and r.text]
    notice = [paper.notice.text] if paper.notice else []
    printed = {day for text in (*headings, *notice) for day in days_within(text)}
    used = {str(day) for day in (paper.tabled, paper.dated) if day and day not in printed}

    def is_kept(remark: KvrRemark) -> bool:
        if remark.rule is not FindingRule.DAY_FROM_RECORD:
            return True
        if reading.element_notice and remark.location == _REPLY_LOCATION:
            return False
        day = paper.tabled if remark.about is PartKind.QUESTION else paper.dated
        return str(day) == remark.text and remark.text in used

    kept = tuple(filter(is_kept, reading.remarks))
    return replace(reading, remarks=kept) if len(kept) < len(reading.remarks) else reading
