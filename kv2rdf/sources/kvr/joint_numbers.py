"""Joint numbers, such as "1, 2 en 3", at the start of the text of an answer without a label."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from kv2rdf.model.paper import NumberedPart
from kv2rdf.model.part_numbers import numbers_in
from kv2rdf.sources.kvr.paper_in_progress import KvrPart

_JOINT_NUMBER = re.compile(
    r"""
    (
        \d{1,2}
        (?:
            \s*
            (?: ,?[ ]?e[ ]?n        # "1 en 2", "1,2, en 3", "1 , 2 e n 3"
              | ,                   # "1, 2"
              | t[ ]?/[ ]?m         # "1 t/m 3", "1 t / m 3"
              | /[ ]?tm | tm        # "1 /tm 3"
              | tot[ ]en[ ]met      # "1 tot en met 3"
              | [-–/+]              # "1-3", "1/3", "1 + 2"
            )
            \s*\d{1,2}
        )+
    )
    [.:]?\s+(?=[A-Z«‘“])
    """,
    re.VERBOSE,
)
_UP_TO = re.compile(r"\s*(?:tot en met|/ ?tm|tm|[-–])\s*")
_AND = re.compile(r"e n|\+")


def with_joint_number(part: KvrPart, others: Sequence[NumberedPart]) -> KvrPart:
    """Return an answer with the joint number moved from its text to its label and numbers.

    The answer is returned unchanged if it already has a label, if its text does not begin with a
    joint number, or if an answer in ``others`` already has one of the numbers.
    """
    opening = _JOINT_NUMBER.match(part.text.text) if part.label is None else None
    if opening is None:
        return part
    numbers = numbers_in(_UP_TO.sub(" t/m ", _AND.sub(" en ", opening[1])))
    taken = {number for other in others for number in other.numbers}
    _, text = part.text.split_around(0, opening.end())
    if not numbers or text is None or taken & set(numbers):
        return part
    return replace(part, label=" ".join(opening[0].split()), numbers=numbers, text=text)
