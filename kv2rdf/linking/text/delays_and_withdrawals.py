"""The recognition of notices about delays, withdrawals, joint answers and answers elsewhere."""

import re

_DELAY = re.compile(
    r"""\b(?:
    (?:niet|onvoldoende|zullen).{0,180}\b  # "zullen niet tijdig worden beantwoord",
        (?:tijdig|termijn                  # "niet binnen de gestelde termijn", "niet binnen de
        |binnen\b.{0,60}?(?:termijn|tijd|week|weken|daarvoor))   # daarvoor" at the end of a page
    |uitstel                               # "Ik vraag uitstel.", and not "uitstel van executie"
        (?![ ]van[ ](?:executie|betaling|vertrek))
    |(?:meer|extra|nadere)[ ]tijd          # "meer tijd nodig"
    |langere?[ ](?:dan|dur|duurt|voorbereid|termijn|tijd|lopend)  # "langere voorbereidingstijd"
    |verlenging[ ]van[ ]de[ ](?:beantwoordings)?termijn
    |zo[ ]spoedig[ ]mogelijk               # "zo spoedig mogelijk beantwoorden", and not
        (?![ ]beantwoord[ ](?:in|bij|met)\b)                      # "beantwoord in mijn brief"
    |zo[ ]kort[ ]mogelijke[ ]termijn       # "op een zo kort mogelijke termijn"
    |nog[ ]niet                            # "nog niet mogelijk"
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_WITHDRAWAL = re.compile(
    r"""\b(?:
    (?:de|deze|hun)[ ]vragen\b [^.?!]{0,80} \bingetrokken  # "heeft de vragen ingetrokken"
    |trek[ ]ik[ ](?:de|deze)[ ]vragen[ ] .{0,60} \bin      # "trek ik de vragen over mest in"
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_IN_ANOTHER_PAPER = re.compile(
    r"""\b(?:is|zijn|werden?|hebben|heb|heeft)\b [^.?!]{0,120}? \bbeantwoord,?[ ]
    (?:bij|in|met|middels|via|per|door[ ]middel[ ]van)[ ]   # "zijn beantwoord middels een brief"
    [^.?!]{0,80}? \b(?:brief|kamerstuk)""",
    re.IGNORECASE | re.VERBOSE,
)
_LATER = re.compile(r"\b(?:zullen|zal|kunnen|kan|worden|niet)\b", re.IGNORECASE)
_TITLE_OF_DELAY = re.compile(r"Uitstel (?:van )?(?:de |het )?(?:be)?antwoord", re.IGNORECASE)
_TITLE_OF_WITHDRAWAL = re.compile(
    r"(?:Intrekk(?:ing|en) (?:van )?(?:de )?|Ingetrokken )(?:schriftelijke )?vragen\b",
    re.IGNORECASE,
)
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


def is_title_of_delay(title: str | None) -> bool:
    """Whether the title of a notice states that the answer is delayed, as in "Uitstel …".

    Only the first words are examined, because the rest of a title is the subject of the questions.
    """
    return _TITLE_OF_DELAY.match(title or "") is not None


def is_title_of_withdrawal(title: str | None) -> bool:
    """Whether the title of a notice states that the questions are withdrawn: "Intrekking …"."""
    return _TITLE_OF_WITHDRAWAL.match(title or "") is not None


def is_answered_jointly(text: str) -> bool:
    """Whether a notice announces that the questions will be answered together with others."""
    return bool(_JOINT_ANSWER.search(text))


def delay_reason(text: str) -> str | None:
    """Return the first sentence with a reason for delay in a notice, or None if there is none."""
    sentences = (_RECEIVED.sub("", sentence.strip()) for sentence in _SENTENCE_END.split(text))
    return next((sentence for sentence in sentences if _REASON.search(sentence)), None)
