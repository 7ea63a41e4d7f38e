"""Words in a text that tell more: an answer that points at another, a notice that asks for time."""

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
_DELAY = re.compile(
    r"\b(?:(?:niet|onvoldoende|zullen).{0,150}\b(?:binnen|tijdig|termijn)|uitstel|"
    r"(?:meer|extra|nadere) tijd|langere? |verlenging van de termijn|zo spoedig mogelijk|"
    r"zo kort mogelijke termijn|nog niet)",
    re.IGNORECASE,
)
_WITHDRAWN = re.compile(
    r"\b(?:(?:de|deze|hun) vragen\b[^.?!]{0,80}\bingetrokken|"
    r"trek ik (?:de|deze) vragen .{0,60}\bin)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"samenh(?:ang|ing)|hang(?:t|en) samen|samen met|tezamen|gezamenlijk|gelijktijdig|tegelijk|"
    r"met de antwoorden op",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:omdat|aangezien|vanwege|wegens|doordat|in verband met|als gevolg van|de reden)\b",
    re.IGNORECASE,
)
_RECEIVED = re.compile(r"^\(Ontvangen [^()]*\)\s*")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z\d\s])")  # not in "art. 3", "d.d. 3 mei"


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


def says_delay(text: str) -> bool:
    """Tell whether a notice says that the answer will come later than the rules want."""
    return bool(_DELAY.search(text)) and not says_withdrawn(text)


def says_withdrawn(text: str) -> bool:
    """Tell whether a notice says that the questions are withdrawn."""
    return bool(_WITHDRAWN.search(text))


def says_together(text: str) -> bool:
    """Tell whether a notice says that questions will be answered together with others."""
    return bool(_TOGETHER.search(text))


def delay_reason(text: str) -> str | None:
    """Give the first sentence of a notice that argues; None: none does."""
    sentences = (_RECEIVED.sub("", sentence.strip()) for sentence in _SENTENCE_END.split(text))
    return next((sentence for sentence in sentences if _REASON.search(sentence)), None)
