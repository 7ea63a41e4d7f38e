"""The hint at the end of a message that a value does not occur."""

import difflib
from collections.abc import Iterable


def similar_values(value: str, known: Iterable[str], most: int) -> str:
    """Return "; did you mean X or Y?" with the known values most similar to ``value``.

    ``most`` is the maximum number of values. Case is ignored. Return "" if no value is similar.
    """
    spellings = {text.casefold(): text for text in sorted(known)}
    nearest = difflib.get_close_matches(value.casefold(), sorted(spellings), n=most)
    return f"; did you mean {' or '.join(spellings[text] for text in nearest)}?" if nearest else ""
