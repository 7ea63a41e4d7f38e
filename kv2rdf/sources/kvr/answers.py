"""The answers of a KVR document: the answerers, the date and the texts."""

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import Mention
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.notes import read_notes
from kv2rdf.sources.kvr.officers import Officers, officers
from kv2rdf.sources.kvr.paper_in_progress import KvrReading, KvrRemark
from kv2rdf.sources.kvr.parts import PartsReader
from kv2rdf.sources.kvr.printed_dates import settle_day
from kv2rdf.sources.kvr.repairs.notes_above_nine import separate_notes_above_nine
from kv2rdf.sources.kvr.repairs.text_after_reply_date import restore_text_after_reply_date
from kv2rdf.sources.kvr.see_also import split_at_reference
from kv2rdf.sources.markup.xml_node import Node


def read_answers(reading: KvrReading, kvr: Node, heading: Node) -> KvrReading:
    """Return ``reading`` with the answerers, the date of the reply, and the answers.

    ``kvr`` is the root element of the document, and ``heading`` is the ``antwoorddata`` element. If
    the document is a question paper, which has no reply, ``reading`` is returned unchanged after
    the elements have been checked.
    """
    heading.only_children("antwoorder", "mede-antwoorder").only_attributes("antwoorddatum")
    location = "antwoorddata/@antwoorddatum"
    day, see_also, text_after_reference = split_at_reference(
        heading.attribute_or_empty("antwoorddatum")
    )
    dated, text_after_day, day_remarks = settle_day(reading.recorded_reply, day, location)
    antwoorden = kvr.one_or_empty("antwoorden")
    antwoorden.only_attributes("aantal").only_children("antwoord", "noten")
    question_numbers = frozenset(number for part in reading.questions for number in part.numbers)
    reader = PartsReader(
        kind=PartKind.ANSWER, highest=len(reading.questions), also_known=question_numbers
    )
    for element in antwoorden.many("antwoord"):
        reader.read(element)
    parts, remarks = reader.parts, reader.remarks
    if text := text_after_day or text_after_reference:
        parts, text_remarks = restore_text_after_reply_date(text, parts, location)
        remarks += text_remarks
    noten = antwoorden.many("noten")
    notes, note_remarks = read_notes(noten, parts, PartKind.ANSWER, reader.lone_marks)
    notes, parts, split_remarks = separate_notes_above_nine(notes, parts, PartKind.ANSWER)
    if reading.paper.kind is PaperKind.QUESTIONS:
        return reading
    offices = [also.only_attributes().only_text for also in heading.many("mede-antwoorder")]
    also = tuple(Mention(printed=office, office=office) for office in offices if office)
    named = [_officers(element) for element in heading.many("antwoorder")]
    remarks += [
        KvrRemark(
            rule=FindingRule.ANSWERER_FROM_HEADING,
            location="antwoorddata/antwoorder",
            text=one.mended,
        )
        for one in named
        if one.mended
    ]
    return replace(
        reading,
        paper=replace(
            reading.paper,
            dated=dated,
            answerers=tuple(mention for one in named for mention in one.answerers),
            on_behalf_of=also or tuple(mention for one in named for mention in one.on_behalf_of),
            answer_notes=notes,
            see_also=(see_also,) if see_also else (),
        ),
        answers=tuple(parts),
        remarks=(*reading.remarks, *day_remarks, *remarks, *note_remarks, *split_remarks),
    )


def _officers(node: Node) -> Officers:
    node.only_attributes("functie", "ministerie")
    title, department = node.attribute_or_empty("functie"), node.attribute_or_empty("ministerie")
    return officers(title, department, node.only_text)
