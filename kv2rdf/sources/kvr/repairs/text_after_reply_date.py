"""The repair of text after the date of a reply: an answer, a preamble, or a copy of answers.

The field for the date may contain the first answers, some of which also have their own elements.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from kv2rdf.model.paper import NumberedPart
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.joint_numbers import with_joint_number
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrPart,
    KvrRemark,
    new_part,
)

_OPENING_NUMBERS = re.compile(
    r"""
    ^(?: \d{1,2}(?!\d)          # "1", "12"
       | , | \s | / | t/m
       | tot[ ]en[ ]met\b       # "1 tot en met 3"
       | en(?![a-z])            # "1 en 2"
    )+
    """,
    re.VERBOSE,
)
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_FIRST_NUMBER = re.compile(r"1[.:]?\s+(?=[A-Z«‘“])")
_SHORTEST_COPY = 20
"""The number of letters that a copy of answers must exceed if other text comes before it."""


def restore_text_after_reply_date(
    text: str, parts: Sequence[KvrPart], location: str
) -> tuple[list[KvrPart], list[KvrRemark]]:
    """Return the answers, including the text after the date, and remarks on that text.

    ``parts`` contains the answers that have their own elements. If the text, or the end of it, is a
    copy of the first of these answers, the copy is left out. The rest, if any, becomes the first
    answer. If there are other answers, a remark states that this text is a preamble to them, unless
    it begins with its own number (see ``_answer``).
    """
    own, copy = _split_copy(text, parts)
    remarks = []
    answers = list(parts)
    if own:
        first = _answer(own, parts)
        is_preamble = parts and not first.numbers
        rule = (
            FindingRule.PREAMBLE_AFTER_DAY_OF_ANSWER
            if is_preamble
            else FindingRule.ANSWER_AFTER_DAY_OF_ANSWER
        )
        remarks.append(KvrRemark(rule=rule, location=location, about=first.id))
        answers.insert(0, first)
    if copy:
        rule = FindingRule.COPY_AFTER_DAY_OF_ANSWER
        remarks.append(KvrRemark(rule=rule, location=location, text=copy))
    return answers, remarks


def _split_copy(text: str, parts: Sequence[NumberedPart]) -> tuple[str, str]:
    """Split a text into words that are not a copy, and a copy of the first answers at its end.

    Only letters are compared, because digits may be numbers of answers or footnote marks. If there
    are words before the copy, the number of the first answer must come between them and the copy.
    """
    if not parts:
        return text, ""
    first, *others = parts
    answers = _letters(
        first.text.text, *(f"{part.label or ''} {part.text.text}" for part in others)
    )
    without_numbers = _letters(_OPENING_NUMBERS.sub("", text))
    if without_numbers and answers.startswith(without_numbers):
        return "", text
    copied = _common_length(_letters(text), answers)
    if first.label is None or copied <= _SHORTEST_COPY:
        return text, ""
    letter_offsets = [letter.start() for letter in _LETTER.finditer(text)]
    number = r"\s*".join(map(re.escape, "".join(first.label.split())))
    before = re.search(rf"\s*(?<!\d){number}[.:]?\s*$", text[: letter_offsets[-copied]])
    if not before:
        return text, ""
    return text[: before.start()], text[before.start() :].lstrip()


def _common_length(text: str, other: str) -> int:
    """Return the length of the longest suffix of ``text`` that is a prefix of ``other``.

    This is the Knuth–Morris–Pratt algorithm. Its running time is linear, even if all letters of a
    text are the same.
    """
    pattern = other[: len(text)]
    borders = [0]
    for letter in pattern[1:]:
        borders.append(_next_length(pattern, borders, borders[-1], letter))
    length = 0
    for letter in text:
        length = _next_length(pattern, borders, length, letter)
    return length


def _next_length(pattern: str, borders: Sequence[int], length: int, letter: str) -> int:
    """Return how many letters of ``pattern`` match the text after ``letter`` has been read.

    ``length`` is the number of letters that matched before. For each prefix of the pattern,
    ``borders`` contains the length of the longest shorter prefix that is also a suffix of it.
    """
    while length and (length == len(pattern) or pattern[length] != letter):
        length = borders[length - 1]
    return length + 1 if pattern[length : length + 1] == letter else 0


def _letters(*texts: str) -> str:
    return _NOT_LETTERS.sub("", "".join(texts))


def _answer(text: str, parts: Sequence[NumberedPart]) -> KvrPart:
    """Return ``text`` as an answer, with its numbers taken from the start of the text.

    ``parts`` contains the answers that follow. Only a joint number ("1 en 2") is taken, or a single
    1 if the next answer has the number 2.
    """
    whole = new_part(text)
    joint = with_joint_number(whole, parts)
    if joint.numbers or not parts or parts[0].numbers[:1] != ("2",):
        return joint
    opening = _FIRST_NUMBER.match(text)
    if not opening:
        return whole
    _, rest = whole.text.split_around(0, opening.end())
    return replace(whole, label=opening[0].strip(), numbers=("1",), text=rest or whole.text)
