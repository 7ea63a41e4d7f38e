"""The similarity of papers about one case: their dates of tabling, titles and questions.

Only the letters and digits of titles and questions are compared. For questions, only the beginning
is compared, because the rest may have been misread in a scan.
"""

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

from kv2rdf.model.letter_similarity import is_similar
from kv2rdf.model.paper import NumberedPart, Paper

_TABLED = re.compile(
    r"""\(\s*
        \w{2,3} ge?zon .*  # "(Ingezonden 5 februari 2005); Antwoord", "(lngezon-den", "(Ingzonden"
    """,
    re.VERBOSE | re.DOTALL,
)
_OUTCOME = re.compile(r";\s*\w+$")
"""The outcome of a case after a title, such as "; Antwoord" or "; Mededeling"."""

_NOT_LETTERS = re.compile(r"\W+")
_SAME_RATIO = 0.9
"""Two questions are considered equal if their similarity is above this ratio.

It is less than 1 because letters in a scan may have been misread.
"""

_OPENING_TEXT = 240
_OPENING = 60
"""How many letters and digits at the beginning of a question are compared.

They are taken from its first 240 characters, which is enough even if there are spaces between the
letters in a scan.
"""

_REMEMBERED = 1 << 11
"""The maximum number of cached results. Many are reused, because all papers are compared."""

_MINIMUM_OPENING = 20
"""Openings must be longer than this. Questions like "Zo neen, waarom niet?" are too common."""


def title_key(paper: Paper) -> str | None:
    """Return a key made from the chamber, the date of tabling and the title of a KVR document.

    Return None if the paper comes from another kind of source, or has no title or no date.
    """
    if not paper.source.traits.has_comparable_titles or not paper.title or not paper.tabled:
        return None
    return f"title {paper.chamber} {paper.tabled.isoformat()} {_title_digest(paper.title)}"


def has_same_title(paper: Paper, other: Paper) -> bool:
    """Whether two papers are KVR documents with the same chamber, title and date of tabling."""
    return title_key(paper) is not None and title_key(paper) == title_key(other)


def title_without_day(title: str) -> str:
    """Return a title without "(Ingezonden …" at its end. Misspelled forms are also removed."""
    return _TABLED.sub("", title)


def title_without_outcome(title: str) -> str:
    """Return a title without the outcome of the case at its end, such as "; Antwoord"."""
    return _OUTCOME.sub("", title)


def question_keys(paper: Paper) -> tuple[str, ...]:
    """Return the keys of the questions in a KVR document, if it contains no case number.

    There is a key for each of the ``question_openings``. It consists of the chamber, the date of
    tabling and a digest of the opening. Return () for any other paper, or if the date of tabling is
    unknown.
    """
    if not paper.source.traits.has_comparable_titles or paper.cases or not paper.tabled:
        return ()
    day = f"{paper.chamber} {paper.tabled.isoformat()}"
    return tuple(f"question {day} {_digest(opening)}" for opening in question_openings(paper))


def question_openings(paper: Paper) -> tuple[str, ...]:
    """Return the openings of a paper's questions. Duplicates and short openings are left out.

    Only the first set of questions is used, because a further set may belong to another case.
    """
    return part_openings(part for part in paper.questions if part.question_set == 1)


def part_openings(parts: Iterable[NumberedPart]) -> tuple[str, ...]:
    """Return the openings of questions or answers. Duplicates and short openings are left out."""
    openings = map(question_opening, parts)
    return tuple(dict.fromkeys(found for found in openings if len(found) > _MINIMUM_OPENING))


def question_opening(part: NumberedPart) -> str:
    """Return the first 60 letters and digits of a question."""
    return letters_and_digits(part.text.text[:_OPENING_TEXT])[:_OPENING]


def is_alike(opening: str, other: str) -> bool:
    """Whether the openings of two questions are the same, apart from some misread letters."""
    return opening == other or is_similar(opening, other, _SAME_RATIO)


def has_common_asker(paper: Paper, other: Paper) -> bool:
    """Whether two papers have an asker in common.

    A name is also found within the joined names of the other paper, because names may have been
    joined together in a scan.
    """
    names, others = (
        [name for asker in p.askers if (name := letters_and_digits(asker.name or ""))]
        for p in (paper, other)
    )
    return any(name in "".join(others) for name in names) or any(
        name in "".join(names) for name in others
    )


@lru_cache(maxsize=_REMEMBERED)
def letters_and_digits(text: str) -> str:
    """Return the letters and digits of a text in lower case, for comparison with another text."""
    return _NOT_LETTERS.sub("", text).casefold()


@lru_cache(maxsize=_REMEMBERED)
def _title_digest(title: str) -> str:
    return _digest(letters_and_digits(title_without_outcome(title_without_day(title))))


def _digest(words: str) -> str:
    return hashlib.blake2s(words.encode(), digest_size=8).hexdigest()
