"""Words in a text that tell more: an answer that points at another, a notice that asks for time."""

import re

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
