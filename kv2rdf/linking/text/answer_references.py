"""References in an answer to other answers of the same paper."""

import re
from collections.abc import Mapping

from kv2rdf.model.document import AnswerReference
from kv2rdf.model.part_numbers import numbers_in

_NUMBERS = r"\d+[a-z]?(?:(?:,[ ]|[ ]en[ ]|[ ]t/m[ ])\d+[a-z]?)*"  # "2", "3a", "1, 2 en 3"
_REFERENCE = re.compile(
    rf"""
    \b(?:antwoord|antwoorden|beantwoording)[ ](?:op|bij|onder|van)[ ]  # "antwoord op vraag 2"
    (?:de[ ])?(?:vraag|vragen)[ ]({_NUMBERS})  # "beantwoording van de vragen 2 t/m 4"
    (?!                     # Where more numbers follow in another form, the match is incomplete:
        [\w/–-]             # "vraag 2/3", "vragen 1-3"
        |,?[ ]?tot\b        # "vragen 2 tot en met 4"
        |,?[ ]?(?:en|t/m)[ ]?\d|,[ ]?\d  # "vragen 1, 2, en 3"
    )
    """,
    re.VERBOSE,
)
_MAY_HAVE_REFERENCE = re.compile(r"vra(?:ag|gen) \d")
_OTHER_PAPER = re.compile(
    r"""
    ,?[ ]?\(?(?:
        van[ ](?!deze[ ]|dit[ ])    # "vraag 2 van het lid Brug", but not "van deze vragen"
        |uit[ ]|gesteld             # "vraag 2, gesteld door het lid Brug"
        |d\.d\.|dd\.                # "vraag 2 d.d. 3 mei"
        |in[ ](?:mijn|de|het|onze)[ ]  # "vraag 2 in mijn brief"
        |door[ ]|inzake[ ]|over[ ]  # "vraag 2 over de brug"
        |Aanhangsel|kenmerk|vraagnummer  # "vraag 2 (Aanhangsel 2004–2005, nr. 9)"
    )
    """,
    re.VERBOSE,
)
"""Words after a number that refer to another paper."""


def answer_references(text: str, answers: Mapping[str, str]) -> tuple[AnswerReference, ...]:
    """Return the references in a text to other answers of the same paper.

    ``answers`` maps each question number to the key of the answer with that number. Words are left
    out if they are followed by a reference to another paper ("vraag 2 van het lid …"), or if they
    contain a number that is not in ``answers``.
    """
    found = []
    for match in _REFERENCE.finditer(text) if _MAY_HAVE_REFERENCE.search(text) else ():
        numbers = numbers_in(match[1]) or ()
        if not numbers or not all(number in answers for number in numbers):
            continue
        if _OTHER_PAPER.match(text, match.end()):
            continue
        keys = tuple(dict.fromkeys(answers[number] for number in numbers))
        found.append(AnswerReference(start=match.start(), words=match[0], answer_keys=keys))
    return tuple(found)
