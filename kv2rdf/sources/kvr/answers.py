"""The answers in a KVR document, or the notice it has instead: by whom, when, and the text."""

import re
from itertools import chain

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import Mention, Paper, Remark
from kv2rdf.sources.kvr import parts as kvr_parts
from kv2rdf.sources.kvr import record
from kv2rdf.sources.kvr import see_also as kvr_see_also
from kv2rdf.sources.kvr import text as kvr_text
from kv2rdf.sources.kvr.repairs import dates, notes_above_nine, text_after_reply_date
from kv2rdf.sources.markup.xml_node import Node

_NOTICE = re.compile(r"(?:\bMededeling\b\s*)?(?=\bMededeling van\b)")


def answered(paper: Paper, heading: Node, kvr: Node, recorded: str) -> Paper:
    """Read who answers, on which day, and the answers."""
    heading.only("antwoorder", "mede-antwoorder").known("antwoorddatum")
    place = "antwoorddata/@antwoorddatum"
    printed = heading.optional("antwoorddatum")
    day, see_also, behind = kvr_see_also.apart(printed)
    dated, rest, remarks = dates.settled(recorded, day, place)
    rest = rest or behind
    elements = kvr.lent("antwoorden").known("aantal").only("antwoord", "noten")
    numbers = frozenset(number for part in paper.questions for number in part.numbers)
    reading = kvr_parts.Reading(kind=PartKind.ANSWER, highest=len(paper.questions), also=numbers)
    for element in elements.many("antwoord"):
        reading.read(element)
    parts, found = reading.parts, reading.remarks
    if rest:
        before = len(parts)
        parts, home = text_after_reply_date.brought_home(rest, parts, place)
        found = [*kvr_parts.moved(found, PartKind.ANSWER, len(parts) - before), *home]
    noten = elements.many("noten")
    notes, about_notes = kvr_text.notes(noten, parts, PartKind.ANSWER, reading.lonely)
    notes, parts, further = notes_above_nine.told_apart(notes, parts, PartKind.ANSWER)
    if paper.kind is PaperKind.QUESTIONS:
        return paper
    spoken_for = [also.known().words for also in heading.many("mede-antwoorder")]
    return replace(
        paper,
        dated=dated,
        answerers=tuple(chain.from_iterable(map(_answerer, heading.many("antwoorder")))),
        on_behalf_of=tuple(Mention(printed=also, office=also) for also in spoken_for if also),
        answers=tuple(parts),
        answer_notes=notes,
        see_also=(see_also,) if see_also else (),
        remarks=(*paper.remarks, *remarks, *found, *about_notes, *further),
    )


def _answerer(node: Node) -> tuple[Mention, ...]:
    node.known("functie", "ministerie")
    return record.officer(node.optional("functie"), node.optional("ministerie"), node.words)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _without_copy(paper: Paper, notice: str) -> Paper:
    """Leave out of the explanation the notice that the edition printed behind it once more."""
    if paper.explanation is None:
        return paper
    text = paper.explanation.text
    for heading in _NOTICE.finditer(text):
        copy = _letters(text[heading.end() :])
        if _letters(notice).startswith(copy) or copy.startswith(_letters(notice)):
            explanation, _ = paper.explanation.cut(heading.start(), len(text))
            copied = text[heading.start() :]
            remark = Remark(rule="kopie-in-toelichting", place="toelichting", text=copied)
            return replace(paper, explanation=explanation, remarks=(*paper.remarks, remark))
    return paper


def noticed(paper: Paper, node: Node, recorded: str) -> Paper:
    """Read a mededeling: who gives it, on which day, and its text with its heading."""
    node.known("mededeler", "functie", "afdeling", "mededelingdatum")
    place = "mededeling/@mededelingdatum"
    dated, rest, remarks = dates.settled(recorded, node.optional("mededelingdatum"), place)
    if paper.answers:
        raise node.problem("a paper with answers and a notice")
    text = node.words
    if _letters(rest) not in _letters(text):
        text = f"{rest} {text}"
        remarks = (*remarks, Remark(rule="tekst-in-mededelingdatum", place=place))
    words = (node.optional(name) for name in ("functie", "afdeling", "mededeler"))
    paper = _without_copy(paper, text)
    return replace(
        paper,
        dated=dated,
        answerers=record.officer(*words) or paper.answerers,
        notice=kvr_text.passage(text),
        remarks=(*paper.remarks, *remarks),
    )
