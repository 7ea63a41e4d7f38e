"""The conversion of mixed content in a KVR document to passages with footnote marks."""

import re
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from kv2rdf.model.text import Mark, Passage
from kv2rdf.sources.kvr import figures
from kv2rdf.sources.markup.xml_node import Node

SENTENCE_ENDS = tuple(".?!»)'’”")
"""The characters that a complete text can end with."""

_NUMBER = re.compile(r"[^\w*]*([0-9]{1,3})[^\w*]*")


class MixedText(NamedTuple):
    """The content of an element that may contain footnote marks.

    ``passage`` is None if the element has no text. In that case, ``lone_marks`` contains the
    numbers of its marks. ``figures`` contains the numbers of marks that are really numbers in the
    text. ``unreadable_marks`` contains the printed numbers of marks that cannot be read.
    """

    passage: Passage | None
    lone_marks: tuple[str, ...]
    figures: tuple[str, ...]
    unreadable_marks: tuple[str, ...]


def passage_of(text: str) -> Passage | None:
    """Return a text as a passage, or None if it is blank.

    The passage is a single paragraph, because texts in the XML are not divided into paragraphs.
    """
    words = " ".join(text.split())
    return Passage(paragraphs=(words,)) if words else None


def with_last_line(text: Passage, line: str) -> Passage:
    """Return a text with the last printed line of the document at its end."""
    *before, last = text.paragraphs
    joined = last + line if last.endswith("-") else f"{last} {line}"
    return replace(text, paragraphs=(*before, joined))


def mixed_text(node: Node) -> MixedText:
    """Return the text of an element as a passage in which ``voetnoot`` elements become marks.

    In the XML, there is a space before every mark, and usually none after it. Before punctuation
    and at the end of the text, this space is removed. Between two words, it is kept. If the number
    of a ``voetnoot`` element is 0, part of a fraction, or a digit of a formula (CO2, m3), the
    element is not a mark, and the number is put back in the text. Raises ReadError for unexpected
    markup in the element.
    """
    if not len(node.element):  # Most elements contain no marks.
        return MixedText(passage_of(node.element.text or ""), (), (), ())
    text = ""
    marks: list[Mark] = []
    put_back: list[str] = []
    unreadable: list[str] = []
    end_of_figure = -1
    for piece, after in pairwise([*node.mixed_content("voetnoot"), ""]):
        if isinstance(piece, str):
            words = _with_single_blanks(piece)
            if marks and marks[-1].offset == len(text.rstrip()):
                words = words.lstrip()
                if words and not figures.is_joined_to_mark(words):
                    words = " " + words
                text = text.rstrip()
            elif end_of_figure == len(text) and not figures.is_joined_to_figure(words):
                words = " " + words
            text += words if text else words.lstrip()
            continue
        number = note_number(piece.only_attributes("nummer").only_children())
        if number is None:
            unreadable.append(piece.attribute_or_empty("nummer"))
            continue
        in_formula = figures.is_in_formula(number, text, after)
        if in_formula or figures.is_figure(number, text, after):
            is_joined = in_formula or figures.ends_in_fraction_slash(text)
            text = (text.rstrip() if is_joined else text) + number
            put_back.append(number)
            end_of_figure = len(text)
            continue
        marks.append(Mark(number=number, offset=len(text.rstrip())))
    text = text.rstrip()
    if not text:
        return MixedText(None, tuple(mark.number for mark in marks), (), tuple(unreadable))
    passage = Passage(paragraphs=(text,), marks=tuple(marks))
    return MixedText(passage, (), tuple(put_back), tuple(unreadable))


def _with_single_blanks(text: str) -> str:
    """Return ``text`` with each run of white space replaced by one space, even at its ends."""
    if "  " not in text and text.isprintable():  # The only printable white space is the space.
        return text
    return " ".join(f"|{text}|".split())[1:-1]


def note_number(node: Node) -> str | None:
    """Return the number of a mark or a note, without punctuation, or None if it is unreadable."""
    known = _NUMBER.fullmatch(node.attribute_or_empty("nummer"))
    return known[1] if known else None
