"""The text of a KVR document: mixed content into passages, and notes."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart, Remark
from kv2rdf.model.text import Mark, Note, Passage
from kv2rdf.sources.kvr.note_fields import fields
from kv2rdf.sources.markup.xml_node import Node

_NUMBER = re.compile(r"[^\w*]*([0-9]{1,3})[^\w*]*")
_FRACTION = "⁄"
_PUNCTUATION = re.compile(r"[.,;:?!)»’”/]|-(?=\w)")
_AFTER_A_FIGURE = re.compile(rf"{_PUNCTUATION.pattern}|\s|{_FRACTION}|[FOS]\b")
_FORMULA = re.compile(
    r"(?<![^\W_])(?:CO2|NO[23]|SO[234]|NH[34]|CH4|[SU]F[46]|UO2(?:F2)?|U3O8|[SP]OCl[23]"
    r"|[dk]?m[23]|cm3)|(?<![^\W_])(?:H2(?=[OS]\b)|N2(?=O\b)|U3(?=O\b))"
)
_LONGEST_FORMULA = 8


def passage(text: str) -> Passage | None:
    """Give running text as one paragraph: the edition has flattened all others; None: no text."""
    words = " ".join(text.split())
    return Passage(paragraphs=(words,)) if words else None


def lengthened(text: Passage, line: str) -> Passage:
    """Add the last printed line of a document to the text it ends."""
    *before, last = text.paragraphs
    joined = last + line if last.endswith("-") else f"{last} {line}"
    return replace(text, paragraphs=(*before, joined))


def mixed(node: Node) -> tuple[Passage | None, tuple[str, ...], tuple[str, ...]]:
    """Read text with marks in it (None: no text), and the figures of it that stood as marks.

    The third are marks whose number cannot be read: their notes are not known.

    The edition puts a blank before every mark and mostly none after: it goes with the mark where
    punctuation or the end follows, and stays between two words. The halves of a fraction, 0, and
    the figures of a formula (CO2, m3), are no marks: they are put back.
    """
    text = ""
    marks: list[Mark] = []
    figures: list[str] = []
    unread: list[str] = []
    end_of_figure = -1
    for piece, after in pairwise([*node.pieces("voetnoot"), ""]):
        if isinstance(piece, str):
            words = _blanks(piece)
            if marks and marks[-1].offset == len(text.rstrip()):
                words = words.lstrip()
                if words and not _PUNCTUATION.match(words):
                    words = " " + words
                text = text.rstrip()
            elif end_of_figure == len(text) and not _AFTER_A_FIGURE.match(words):
                words = " " + words
            text += words if text else words.lstrip()
            continue
        if (number := _number(piece.known("nummer").only())) is None:
            unread.append(piece.optional("nummer"))
            continue
        in_formula = _is_in_formula(number, text, after)
        if in_formula or _is_figure(number, text, after):
            joins = in_formula or text.rstrip().endswith(_FRACTION)
            text = (text.rstrip() if joins else text) + number
            figures.append(number)
            end_of_figure = len(text)
            continue
        marks.append(Mark(number=number, offset=len(text.rstrip())))
    text = text.rstrip()
    if not text:
        return None, tuple(mark.number for mark in marks), tuple(unread)
    return Passage(paragraphs=(text,), marks=tuple(marks)), tuple(figures), tuple(unread)


def _blanks(text: str) -> str:
    """Write runs of white space as one blank, at the ends as well."""
    if "  " not in text and text.isprintable():  # of white space, only a blank is
        return text
    return " ".join(f"|{text}|".split())[1:-1]


def _is_figure(number: str, before: str, after: str | Node) -> bool:
    """Tell whether a mark is a figure of the text: 0, or a half of a fraction (``2 ⟦1⟧⁄ ⟦2⟧``)."""
    follows = isinstance(after, str) and after.lstrip().startswith(_FRACTION)
    return number == "0" or follows or before.rstrip().endswith(_FRACTION)


def _is_in_formula(number: str, before: str, after: str | Node) -> bool:
    """Tell whether a mark is a figure of a formula: a substance, a square or a cubic metre."""
    begun = before.rstrip()[-_LONGEST_FORMULA:] + number
    follows = after[:2] if isinstance(after, str) else ""
    formulas = _FORMULA.finditer(begun + follows)
    return any(formula.end() == len(begun) for formula in formulas)


def _number(node: Node) -> str | None:
    """Read the number of a mark or a note, without a bracket or point; None: it is no number."""
    known = _NUMBER.fullmatch(node.optional("nummer"))
    return known[1] if known else None


def notes(
    noten: Sequence[Node],
    parts: Sequence[NumberedPart],
    kind: PartKind,
    without_place: Sequence[str] = (),
) -> tuple[tuple[Note, ...], list[Remark]]:
    """Read the notes to questions or to answers, and add those of which the side has only the mark.

    An empty ``noot`` is no note but a mark that stood alone on a line: its place is lost, like that
    of the marks ``without_place``.
    """
    found: list[Note] = []
    remarks: list[Remark] = []
    lonely = list(without_place)
    listed = [node.known("afkomstig").only("noot").many("noot") for node in noten]
    for noot in chain.from_iterable(listed):
        number = _number(noot)
        if number is None:
            place = f"noten ({kind.value}): {noot.optional('nummer')}".rstrip()
            remarks.append(Remark(rule="nummer-onleesbaar", place=place, part=kind))
        if text := noot.words:
            found.append(Note(number=number, text=text, fields=fields(noot)))
        elif number is not None:
            lonely.append(number)
    marks = [mark.number for part in parts for mark in part.text.marks]
    with_text = {note.number for note in found}
    for number in dict.fromkeys((*marks, *lonely)):
        if number not in with_text:
            found.append(Note(number=number))
        if number in lonely and number not in marks:
            place = f"noten ({kind.value}): {number}"
            remarks.append(Remark(rule="nootteken-zonder-plaats", place=place, part=kind))
    return tuple(found), remarks
