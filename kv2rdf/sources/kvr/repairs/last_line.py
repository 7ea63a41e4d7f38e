"""The repair of KVR documents whose last printed line is in ``kvr/@type``, not in the text."""

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
    Subject,
    new_part,
)
from kv2rdf.sources.kvr.text import passage_of, with_last_line


def restore_last_line(reading: KvrReading) -> KvrReading:
    """Put the last line at the end of the notice, the explanation, or the last answer or question.

    In a notice without text, the line becomes the text of the notice. If any other document has
    none of these texts, the line becomes a question, because it must be the end of one. If the line
    has already become the text of an empty element, only a remark is added.
    """
    line = reading.last_line
    parts = reading.answers or reading.questions
    if reading.filled_line:
        # Another repair may have removed the text of that element in the meantime.
        is_last = bool(parts) and parts[-1].text.text.endswith(reading.filled_line)
        return _with_remark(reading, parts[-1].id if is_last else None)
    if not line:
        return reading
    reading = replace(reading, last_line="")
    paper = reading.paper
    if paper.kind is PaperKind.NOTICE:
        notice = with_last_line(paper.notice, line) if paper.notice else passage_of(line)
        return _with_remark(replace(reading, paper=replace(paper, notice=notice)), None)
    if paper.explanation is not None:
        explanation = with_last_line(paper.explanation, line)
        reading = replace(reading, paper=replace(paper, explanation=explanation))
        return _with_remark(reading, PartKind.EXPLANATION)
    if not parts:
        question = new_part(line)
        return _with_remark(replace(reading, questions=(question,)), question.id)
    *others, last = parts
    ended = (*others, replace(last, text=with_last_line(last.text, line)))
    if reading.answers:
        return _with_remark(replace(reading, answers=ended), last.id)
    return _with_remark(replace(reading, questions=ended), last.id)


def _with_remark(reading: KvrReading, about: Subject) -> KvrReading:
    remark = KvrRemark(rule=FindingRule.LAST_LINE_IN_TYPE, location="kvr/@type", about=about)
    return replace(reading, remarks=(*reading.remarks, remark))
