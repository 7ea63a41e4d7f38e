"""The footnotes of a KVR document, and footnote marks without a note or a position."""

from collections.abc import Sequence
from itertools import chain

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Note
from kv2rdf.sources.kvr.note_fields import NOTE_ATTRIBUTES, read_note_fields, unusable_address
from kv2rdf.sources.kvr.paper_in_progress import KvrRemark
from kv2rdf.sources.kvr.text import note_number
from kv2rdf.sources.markup.xml_node import Node


def read_notes(
    noten: Sequence[Node],
    parts: Sequence[NumberedPart],
    kind: PartKind,
    lone_marks: Sequence[str] = (),
) -> tuple[tuple[Note, ...], list[KvrRemark]]:
    """Return the notes to the questions or to the answers, and the remarks on them.

    If a mark has no note, a note without text is added. An empty ``noot`` element is a mark that
    was printed on a separate line, so that its position in the text is lost. The positions of
    ``lone_marks``, which were found outside the text of any part, are also lost. Raises ReadError
    if a note, even one without text, has an unknown field.
    """
    notes: list[Note] = []
    remarks: list[KvrRemark] = []
    without_place = list(lone_marks)
    listed = [
        node.only_attributes("afkomstig").only_children("noot").many("noot") for node in noten
    ]
    for noot in chain.from_iterable(listed):
        number = note_number(noot.only_attributes(*NOTE_ATTRIBUTES))
        if number is None:
            location = f"noten ({kind.value}): {noot.attribute_or_empty('nummer')}".rstrip()
            remarks.append(
                KvrRemark(rule=FindingRule.UNREADABLE_NUMBER, location=location, about=kind)
            )
        if address := unusable_address(noot):
            rule, location = FindingRule.UNUSABLE_ADDRESS, f"noten ({kind.value}): {number or '?'}"
            remarks.append(KvrRemark(rule=rule, location=location, about=kind, text=address))
        if text := noot.only_text:
            notes.append(Note(number=number, text=text, fields=read_note_fields(noot)))
        elif number is not None:
            without_place.append(number)
    marks = [mark.number for part in parts for mark in part.text.marks]
    with_text = {note.number for note in notes}
    for number in dict.fromkeys((*marks, *without_place)):
        if number not in with_text:
            notes.append(Note(number=number))
        if number in without_place and number not in marks:
            location = f"noten ({kind.value}): {number}"
            remarks.append(
                KvrRemark(
                    rule=FindingRule.FOOTNOTE_MARK_WITHOUT_POSITION, location=location, about=kind
                )
            )
    return tuple(notes), remarks
