"""The text of a KVR document: mixed content into passages, numbered parts and notes."""

import re
from dataclasses import replace

from kv2rdf.model.numbers import numbers_in
from kv2rdf.model.paper import NumberedPart, PartKind, Remark
from kv2rdf.model.text import Mark, Note, Passage
from kv2rdf.sources.xml import Node

_NUMBER = re.compile(r"[0-9]{1,3}")
_WHITE_SPACE = re.compile(r"\s+")
_PUNCTUATION = re.compile(r"[.,;:?!)»’”]")


def passage(text: str) -> Passage | None:
    """Give running text as one paragraph: the edition has flattened all others; None: no text."""
    words = " ".join(text.split())
    return Passage(paragraphs=(words,)) if words else None


def lengthened(text: Passage, line: str) -> Passage:
    """Add the last printed line of a document to the text it ends."""
    *before, last = text.paragraphs
    joined = last + line if last.endswith("-") else f"{last} {line}"
    return replace(text, paragraphs=(*before, joined))


def mixed(node: Node) -> Passage | None:
    """Read text with marks in it; None: neither text nor marks.

    The edition puts a blank before every mark and mostly none after: it goes with the mark where
    punctuation or the end follows, and stays between two words.
    """
    text = ""
    marks: list[Mark] = []
    for piece in node.pieces():
        if isinstance(piece, str):
            words = _WHITE_SPACE.sub(" ", piece)
            if marks and marks[-1].offset == len(text.rstrip()):
                words = words.lstrip()
                if words and not _PUNCTUATION.match(words):
                    words = " " + words
                text = text.rstrip()
            text += words if text else words.lstrip()
            continue
        number = _mark(piece)
        marks.append(Mark(number=number, offset=len(text.rstrip())))
    text = text.rstrip()
    if "⁄" in text and marks:
        raise node.problem("a fraction is read as marks")
    if not text:
        if marks:
            raise node.problem("marks without a text")
        return None
    return Passage(paragraphs=(text,), marks=tuple(marks))


def _mark(node: Node) -> str:
    if node.tag != "voetnoot":
        raise node.problem(f"cannot read element {node.tag}")
    number = node.known("nummer").attribute("nummer")
    if not _NUMBER.fullmatch(number) or number == "0":
        raise node.problem(f"a figure is read as the mark {number!r}")
    return number


def parts(nodes: list[Node], kind: PartKind) -> tuple[list[NumberedPart], list[Remark]]:
    """Read questions or answers; an empty element is no part, and is told of."""
    found, remarks = [], []
    for node in nodes:
        label = node.known("nummer", "voetnoot").attribute("nummer")
        text = mixed(node)
        if text is None:
            place = f"{kind.value}/@nummer {label}"
            remarks.append(Remark(rule="leeg-onderdeel", place=place, part=kind))
            continue
        numbers = numbers_in(label)
        found.append(NumberedPart(label=label or None, numbers=numbers or (), text=text))
        if numbers is None:
            place = f"{kind.value}/@nummer"
            ordinal = len(found)
            unread = Remark(rule="nummer-onleesbaar", place=place, part=kind, ordinal=ordinal)
            remarks.append(unread)
    return found, remarks


def notes(
    node: Node, parts: list[NumberedPart], kind: PartKind
) -> tuple[tuple[Note, ...], list[Remark]]:
    """Read the notes to questions or to answers, and add those of which the side has only the mark.

    An empty ``noot`` is no note but a mark that stood alone on a line: its place is lost.
    """
    found: list[Note] = []
    remarks: list[Remark] = []
    lonely: list[str] = []
    for noot in node.only("noot").many("noot"):
        number = noot.attribute("nummer")
        if not _NUMBER.fullmatch(number):
            raise noot.problem(f"cannot read the number {number!r}")
        if text := noot.text:
            found.append(Note(number=number, text=text))
        else:
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


def moved(remarks: list[Remark], by: int) -> list[Remark]:
    """Let remarks follow their parts, before which others came."""
    return [replace(r, ordinal=r.ordinal + by) if r.ordinal else r for r in remarks]
