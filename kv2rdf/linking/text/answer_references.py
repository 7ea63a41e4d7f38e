"""Words in an answer that send the reader to other answers of the same paper."""

import re
from collections.abc import Mapping

from kv2rdf.model.document import AnswerReference
from kv2rdf.model.part_numbers import numbers_in

_NUMBERS = r"\d+[a-z]?(?:(?:, | en | t/m )\d+[a-z]?)*"

_ANSWER = re.compile(
    r"\b(?:antwoord|antwoorden|beantwoording) (?:op|bij|onder|van) (?:de )?(?:vraag|vragen) "
    rf"({_NUMBERS})(?![\w/–-]|,? ?tot\b|,? ?(?:en|t/m) ?\d|, ?\d)"
)

_NUMBERED = re.compile(r"vra(?:ag|gen) \d")

_OTHER_PAPER = re.compile(
    r",? ?\(?(?:van (?!deze |dit )|uit |gesteld|d\.d\.|dd\.|in (?:mijn|de|het|onze) |"
    r"door |inzake |over |Aanhangsel|kenmerk|vraagnummer)"
)


def answer_references(text: str, answers: Mapping[str, str]) -> tuple[AnswerReference, ...]:
    """Find words that send the reader to other answers of this paper.

    ``answers`` has the key of the answer to each number. Words that go on to name another paper
    ("vraag 2 van het lid …") are none, nor are those with a number that this paper does not answer.
    """
    found = []
    for words in _ANSWER.finditer(text) if _NUMBERED.search(text) else ():
        numbers = numbers_in(words[1]) or ()
        if not numbers or not all(number in answers for number in numbers):
            continue
        if _OTHER_PAPER.match(text, words.end()):
            continue
        keys = tuple(dict.fromkeys(answers[number] for number in numbers))
        found.append(AnswerReference(start=words.start(), words=words[0], answers=keys))
    return tuple(found)
