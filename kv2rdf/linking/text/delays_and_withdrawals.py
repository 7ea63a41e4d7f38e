"""The recognition of notices about delays, withdrawals, joint answers and answers elsewhere."""

import re

_DELAY = re.compile(
    r"""\b(?:
    (?:niet|onvoldoende|onmogelijk).{0,180}\b  # "zullen niet tijdig worden beantwoord",
        (?:tijdig|termijn                      # "niet binnen de gestelde termijn", "niet binnen
        |binnen\b.{0,60}?(?:termijn|tijd|week|weken|daarvoor))  # de daarvoor" at the end of a page
    |binnen\b [^.?!]{0,40}? \b(?:termijn|weken)\b [^.?!]{0,60}? \b(?:niet|geen[ ]antwoord)\b
    |termijn\b [^.?!]{0,60}? \b(?:niet|overschreden|verlengd|verlengen)\b
    |verlenging\b [^.?!]{0,80}? termijn        # "verlenging van de beantwoordingstermijn"
    |(?:meer|extra|nadere|additionele)[ ]tijd  # "meer tijd nodig"
    |(?:enige|nodige)[ ]tijd\b .{0,30}? (?:verg|in[ ]beslag|op[ ]zich)  # "enige tijd vergen"
    |vergt[ ](?:enige|de[ ]nodige)[ ]tijd
    |nog[ ]enkele[ ]weken
    |langere?[ ](?:dan|dur|duurt|voorbereid|termijn|tijd|lopend)  # "langere voorbereidingstijd"
    |meer[ ]dan[ ]drie[ ]weken
    |weken[ ]na[ ]ontvangst                    # "binnen enkele weken na ontvangst van het advies"
    |beantwoording\b [^.?!]{0,120}? \b(?:uitgesteld|uit[ ]te[ ]stellen|vertraging)\b
    |zo[ ]spoedig[ ]mogelijk                   # "zo spoedig mogelijk beantwoorden", and not
        (?![ ]beantwoord[ ](?:in|bij|met)\b)   # "beantwoord in mijn brief"
    |zo[ ]kort[ ]mogelijke[ ]termijn           # "op een zo kort mogelijke termijn"
    |nog[ ]niet                                # "nog niet mogelijk"
    )
    |uitstel(?![ ]van[ ](?:executie|betaling|vertrek))  # "Ik vraag uitstel.", also "mijuitstel"
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WITHDRAWAL = re.compile(
    r"""\b(?:
    (?:de|deze|hun|zijn|haar)[ ]vragen\b [^.?!]{0,80} \bingetrokken  # "de vragen zijn ingetrokken"
    |trek(?:t|ken)?[ ](?:(?:ik|wij)[ ])?(?:de|deze|hun|zijn|haar|mijn|onze)[ ]vragen[ ] .{0,60} \bin
    )\b                                                   # "trek ik de vragen over mest in"
    """,
    re.IGNORECASE | re.VERBOSE,
)
_IN_ANOTHER_PAPER = re.compile(
    r"""\b(?:is|zijn|werden?|hebben|heb|heeft)\b [^.?!]{0,120}? \bbeantwoord,?[ ]
    (?:bij|in|met|middels|via|per|door[ ]middel[ ]van)[ ]   # "zijn beantwoord middels een brief"
    [^.?!]{0,80}? \b(?:brief|kamerstuk)""",
    re.IGNORECASE | re.VERBOSE,
)
_LATER = re.compile(r"\b(?:zullen|zal|kunnen|kan|worden|niet)\b", re.IGNORECASE)
_JOINT_ANSWER = re.compile(
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


def is_delay(text: str) -> bool:
    """Whether a notice announces that the answer will come after the deadline."""
    return bool(_DELAY.search(text)) and not is_withdrawal(text)


def is_withdrawal(text: str) -> bool:
    """Whether a notice announces that the questions are withdrawn."""
    return bool(_WITHDRAWAL.search(text))


def is_answered_elsewhere(text: str) -> bool:
    """Whether a notice states that the questions were answered in a letter or a Kamerstuk."""
    return any(_LATER.search(found[0]) is None for found in _IN_ANOTHER_PAPER.finditer(text))


def is_answered_jointly(text: str) -> bool:
    """Whether a notice announces that the questions will be answered together with others."""
    return bool(_JOINT_ANSWER.search(text))


def delay_reason(text: str) -> str | None:
    """Return the first sentence with a reason for delay in a notice, or None if there is none."""
    sentences = (_RECEIVED.sub("", sentence.strip()) for sentence in _SENTENCE_END.split(text))
    return next((sentence for sentence in sentences if _REASON.search(sentence)), None)
