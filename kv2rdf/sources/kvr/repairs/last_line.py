"""The last printed line of a KVR document, which the edition has in ``kvr/@type``.

It ends the last text of the paper; where the last numbered element stands empty, it is its text.
"""

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import NumberedPart, Paper, Remark
from kv2rdf.model.part_numbers import numbers_in
from kv2rdf.model.text import Passage
from kv2rdf.sources.kvr import text as kvr_text
from kv2rdf.sources.markup.xml_node import Node

_RULE = "laatste-regel-in-type"
_PLACE = "kvr/@type"


def put_into_its_element(kvr: Node, line: str) -> bool:
    """Make the line the text of the last answer, or else question, if that has only its number.

    A line that goes on in the middle of a sentence, or is a figure, has another place.
    """
    if not line[:1].isupper() or kvr.many("mededeling") or kvr.many("toelichting"):
        return False
    elements = kvr.lent("antwoorden").many("antwoord") or kvr.lent("vragen").many("vraag")
    if not elements or len(elements[-1].element) or elements[-1].text:
        return False
    if not numbers_in(elements[-1].optional("nummer")):
        return False
    elements[-1].element.text = line
    return True


def told(paper: Paper, line: str) -> Paper:
    """Say of the last part of a paper that its text was the last line, unless it was set aside."""
    parts = paper.answers or paper.questions
    stands = bool(parts) and parts[-1].text.text.endswith(line)
    remark = _about_last(paper) if stands else Remark(rule=_RULE, place=_PLACE)
    return replace(paper, remarks=(*paper.remarks, remark))


def at_the_end(paper: Paper, line: str) -> Paper:
    """Bring the line home: to the notice, the explanation, or the last answer or question.

    Where there is none, the line is all that is left of a question.
    """
    if not line:
        return paper
    if paper.kind is PaperKind.NOTICE:
        remark = Remark(rule=_RULE, place=_PLACE)
        notice = paper.notice
        text = kvr_text.lengthened(notice, line) if notice else Passage(paragraphs=(line,))
        return replace(paper, notice=text, remarks=(*paper.remarks, remark))
    if paper.explanation is not None:
        remark = Remark(rule=_RULE, place=_PLACE, part=PartKind.EXPLANATION, ordinal=1)
        text = kvr_text.lengthened(paper.explanation, line)
        return replace(paper, explanation=text, remarks=(*paper.remarks, remark))
    parts = paper.answers or paper.questions
    if not parts:
        alone = NumberedPart(label=None, numbers=(), text=Passage(paragraphs=(line,)))
        told = Remark(rule=_RULE, place=_PLACE, part=PartKind.QUESTION, ordinal=1)
        return replace(paper, questions=(alone,), remarks=(*paper.remarks, told))
    *before, last = parts
    ended = (*before, replace(last, text=kvr_text.lengthened(last.text, line)))
    remarks = (*paper.remarks, _about_last(paper))
    if paper.answers:
        return replace(paper, answers=ended, remarks=remarks)
    return replace(paper, questions=ended, remarks=remarks)


def _about_last(paper: Paper) -> Remark:
    kind = PartKind.ANSWER if paper.answers else PartKind.QUESTION
    ordinal = len(paper.answers or paper.questions)
    return Remark(rule=_RULE, place=_PLACE, part=kind, ordinal=ordinal)
