"""The lengths of all questions, read from the text index of a release."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from kv2rdf.query.found_texts import Rows

QuestionLengths: TypeAlias = tuple[tuple[str, ...], ...]
"""Rows with a year of tabling, a length in characters, and the number of such questions.

The year is "" if it is not known.
"""

_LENGTHS = """
SELECT coalesce(substr(day, 1, 4), ''), length(words), count(*) FROM text
CROSS JOIN place ON place.text_row = text.rowid
CROSS JOIN dossier ON dossier.number = place.dossier
WHERE text.kind = 'vraag' GROUP BY 1, 2 ORDER BY 1, 2
"""


def question_lengths(rows: Rows) -> QuestionLengths:
    """Return the lengths of the questions of each year.

    ``rows`` runs an SQL statement. In a scanned text, words that are broken at the ends of lines
    are joined before the characters are counted.
    """
    found: Iterable[tuple[Any, ...]] = rows(_LENGTHS, {})
    return tuple((year, str(characters), str(number)) for year, characters, number in found)
