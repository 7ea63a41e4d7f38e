"""The repair of a reply that is among the questions or after the explanation."""

from kv2rdf.model.kinds import PaperKind
from kv2rdf.sources.kvr.notice_element import with_notice
from kv2rdf.sources.kvr.paper_in_progress import KvrReading
from kv2rdf.sources.kvr.repairs.notice_in_explanation import restore_notice_in_explanation
from kv2rdf.sources.kvr.repairs.reply_among_questions import restore_reply_among_questions
from kv2rdf.sources.kvr.repairs.reply_headings import remove_reply_headings


def restore_reply(reading: KvrReading) -> KvrReading:
    """Return ``reading`` with its answers or its notice at the right position.

    If a notice has its own element, any copy of the notice in the explanation is removed. If
    answers have their own elements, the heading of the reply is removed from them. If there are no
    such elements, the questions and the explanation are searched for a reply, unless the paper is
    known to contain only questions.
    """
    if reading.element_notice:
        return with_notice(reading, reading.element_notice)
    if reading.answers:
        return remove_reply_headings(reading)
    if reading.paper.kind is PaperKind.QUESTIONS:
        return reading
    reading = restore_reply_among_questions(reading)
    if reading.answers or reading.paper.notice:
        return reading
    return restore_notice_in_explanation(reading)
