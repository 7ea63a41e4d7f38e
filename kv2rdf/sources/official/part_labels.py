"""The label of a question or an answer, as in "Vraag 1" or "Antwoord op de vragen 2, 3 en 4"."""

import re

from kv2rdf.model.part_numbers import numbers_in

_WORDS = re.compile(
    r"""
    (?: nader[ ]antwoord | antwoord(?:en|\(en\))? | vra(?:ag|gen) )
    (?: [ ]op )? (?: [ ]de )? (?: [ ]vra(?:ag|gen) )?
    [ .:]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_UP_TO = re.compile(r"\s*tot en met\s*")


def label_and_numbers(printed: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the label of a part without words such as "Vraag", and the numbers in the label.

    The label is None if nothing remains. The numbers are () if they cannot be read.
    """
    words = _WORDS.match(printed)
    label = (printed[words.end() :] if words else printed).strip()
    numbers = numbers_in(_UP_TO.sub(" t/m ", label.rstrip(". :")))
    return label or None, numbers or ()
