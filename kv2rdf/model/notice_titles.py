"""Titles by which a notice says that the answer is delayed or that the questions are withdrawn.

Only the first words of a title are examined, because the rest is the subject of the questions.
"""

import re

_DELAY = re.compile(r"Uitstel (?:van )?(?:de |het )?(?:be)?antwoord", re.IGNORECASE)
_WITHDRAWAL = re.compile(
    r"(?:Intrekk(?:ing|en) (?:van )?(?:de )?|Ingetrokken )(?:schriftelijke )?vragen\b",
    re.IGNORECASE,
)
_OTHER_NOTICE = re.compile(r"Mededeling\b", re.IGNORECASE)


def is_title_of_delay(title: str) -> bool:
    """Whether a title states that the answer is delayed, as in "Uitstel …"."""
    return _DELAY.match(title) is not None


def is_title_of_withdrawal(title: str) -> bool:
    """Whether a title states that the questions are withdrawn, as in "Intrekking …"."""
    return _WITHDRAWAL.match(title) is not None


def is_title_of_notice(title: str) -> bool:
    """Whether a title is that of a notice: a delay, a withdrawal or a "Mededeling …"."""
    return (
        _OTHER_NOTICE.match(title) is not None
        or is_title_of_delay(title)
        or is_title_of_withdrawal(title)
    )
