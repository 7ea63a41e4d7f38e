"""The questions of a KVR document: the askers, the addressees, the date and the texts."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import Mention
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Passage, with_restored_letters
from kv2rdf.sources.kvr.addressees import read_addressees
from kv2rdf.sources.kvr.notes import read_notes
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
    new_part,
)
from kv2rdf.sources.kvr.parts import PartsReader
from kv2rdf.sources.kvr.printed_dates import PUNCTUATION, settle_day
from kv2rdf.sources.kvr.repairs.askers_from_title import take_askers_from_title
from kv2rdf.sources.kvr.repairs.notes_above_nine import separate_notes_above_nine
from kv2rdf.sources.kvr.text import passage_of
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.phrases.dutch_dates import TABLING_DATE

_TABLING_DATE = re.compile(TABLING_DATE)
_DAY_LOCATION = "vraagdata/@indiendatum"


def read_questions(reading: KvrReading, kvr: Node, heading: Node, recorded: str) -> KvrReading:
    """Return ``reading`` with askers, addressees, date of tabling, questions and explanation.

    ``heading`` is the ``vraagdata`` element, and ``recorded`` is the date of tabling in the
    library's record.
    """
    heading.only_children("vrager", "vraagt-aan")
    heading.only_attributes("vraagnummer", "onderwerp", "indiendatum")
    subject, text_after_subject = _split_subject(heading.attribute_or_empty("onderwerp"))
    printed_day = heading.attribute_or_empty("indiendatum")
    tabled, text_after_day, day_remarks = settle_day(
        recorded, printed_day, _DAY_LOCATION, PartKind.QUESTION
    )
    askers, asker_remarks = _askers(heading.many("vrager"))
    addressees, addressee_remarks = read_addressees(heading.many("vraagt-aan"))
    reading = replace(
        reading,
        remarks=(*reading.remarks, *asker_remarks, *addressee_remarks, *day_remarks),
        printed_day=printed_day.removesuffix(text_after_day).strip(PUNCTUATION),
    )
    reading = _with_parts(reading, kvr, text_after_day, text_after_subject)
    paper = replace(
        reading.paper,
        tabled=tabled,
        dated=tabled if reading.paper.kind is PaperKind.QUESTIONS else None,
        short_title=subject or None,
        askers=askers,
        addressees=addressees,
        explanation=_explanation(kvr),
    )
    return take_askers_from_title(replace(reading, paper=paper))


def _with_parts(
    reading: KvrReading, kvr: Node, text_after_day: str, text_after_subject: str
) -> KvrReading:
    """Return ``reading`` with the questions and their notes.

    ``text_after_day`` and ``text_after_subject`` are misplaced texts from the heading. If they are
    not empty, they become the first questions.
    """
    vragen = kvr.one_or_empty("vragen").only_attributes("aantal").only_children("vraag", "noten")
    elements = vragen.many("vraag")
    reader = PartsReader(kind=PartKind.QUESTION, highest=len(elements))
    for element in elements:
        reader.read(element)
    parts, remarks = reader.parts, reader.remarks
    if text_after_day:
        parts = [new_part(text_after_day), *parts]
        rule = FindingRule.TEXT_AFTER_DAY_OF_TABLING
        remarks.append(KvrRemark(rule=rule, location=_DAY_LOCATION, about=parts[0].id))
    if text_after_subject:
        parts = [new_part(text_after_subject), *parts]
        rule = FindingRule.TEXT_AFTER_SUBJECT
        remarks.append(KvrRemark(rule=rule, location="vraagdata/@onderwerp", about=parts[0].id))
    noten = vragen.many("noten")
    if reading.paper.kind is PaperKind.QUESTIONS:
        # In a paper without answers, the notes are in the element for the notes of the answers.
        noten += kvr.one_or_empty("antwoorden").many("noten")
    notes, note_remarks = read_notes(noten, parts, PartKind.QUESTION, reader.lone_marks)
    notes, parts, split_remarks = separate_notes_above_nine(notes, parts, PartKind.QUESTION)
    return replace(
        reading,
        paper=replace(reading.paper, question_notes=notes),
        questions=tuple(parts),
        remarks=(*reading.remarks, *remarks, *note_remarks, *split_remarks),
    )


def _split_subject(printed: str) -> tuple[str, str]:
    """Return a subject, and the text of a question after it. In most scans, that text is ""."""
    tabling_date = _TABLING_DATE.search(printed)
    if not tabling_date:
        return printed, ""
    return printed[: tabling_date.start()].rstrip(), printed[tabling_date.end() :].lstrip()


def _askers(elements: Sequence[Node]) -> tuple[tuple[Mention, ...], list[KvrRemark]]:
    """Return the listed askers that have a name, and remarks.

    There is a remark on each asker without a name, and on each name that was decoded with the wrong
    code page.
    """
    askers: list[Mention] = []
    remarks: list[KvrRemark] = []
    for vrager in elements:
        party = vrager.only_attributes("partij", "oorsprong").attribute_or_empty("partij") or None
        printed = vrager.only_text
        name = with_restored_letters(printed)
        if name:
            askers.append(Mention(printed=name, name=name, party=party))
        if name and name == printed:
            continue
        remarks.append(
            KvrRemark(
                rule=FindingRule.LETTERS_CORRECTED if name else FindingRule.EMPTY_PART,
                location="vraagdata/vrager",
                about=PartKind.QUESTION,
                text=printed or party,
            )
        )
    return tuple(askers), remarks


def _explanation(kvr: Node) -> Passage | None:
    toelichting = kvr.one_or_none("toelichting")
    return passage_of(toelichting.only_attributes().only_text) if toelichting else None
