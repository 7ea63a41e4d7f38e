"""What papers about one case have in common: the day of tabling, with the title or the questions.

Of both only letters and digits are compared, and of a question only what it opens with: a scan may
have misread the rest.
"""

import hashlib
import re
from difflib import SequenceMatcher

from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import NumberedPart, Paper

_COMPARED = {SourceKind.KVR, SourceKind.KVR_QUESTIONS, SourceKind.KVR_SCAN}
_TABLED = re.compile(r"\(\s*\w{2,3}ge?zon.*", re.DOTALL)
_CAME_OF_IT = re.compile(r";\s*\w+$")
_NO_LETTERS = re.compile(r"\W+")
_ALIKE = 0.9
_OPENING = 240
"""So many characters of a question hold its first sixty letters, however it is spaced."""

_LONG = 20
"""A shorter question ("Zo neen, waarom niet?") does not tell one paper from another."""


def title_key(paper: Paper) -> str | None:
    """Give the chamber, the day of tabling and the title of a KVR document as one key; None: not
    all of them are known.
    """
    if paper.source.kind not in _COMPARED or not paper.title or not paper.tabled:
        return None
    title = letters(_CAME_OF_IT.sub("", without_day(paper.title)))
    return f"title {paper.chamber} {paper.tabled.isoformat()} {_digest(title)}"


def one_title(one: Paper, other: Paper) -> bool:
    """Tell whether two papers have the same title and day of tabling."""
    return title_key(one) is not None and title_key(one) == title_key(other)


def without_day(title: str) -> str:
    """Give a title without "(Ingezonden …" behind it, however that is spelt."""
    return _TABLED.sub("", title)


def question_keys(paper: Paper) -> tuple[str, ...]:
    """Give a key for each question of a KVR document that prints no number of its case: of the
    chamber, the day of tabling and what the question opens with.
    """
    if paper.source.kind not in _COMPARED or paper.cases or not paper.tabled:
        return ()
    day = f"{paper.chamber} {paper.tabled.isoformat()}"
    return tuple(f"question {day} {_digest(letters)}" for letters in openings(paper))


def openings(paper: Paper) -> tuple[str, ...]:
    """Give what the questions of a paper open with, each once, of those that are long.

    A further set, which may be of another case, is left out.
    """
    own = (opening(part) for part in paper.questions if part.series == 1)
    return tuple(dict.fromkeys(found for found in own if len(found) > _LONG))


def opening(part: NumberedPart) -> str:
    """Give the letters and digits that a question opens with."""
    return letters(part.text.text[:_OPENING])[:60]


def alike(one: str, other: str) -> bool:
    """Tell whether what two questions open with is one; a scan may have misread some letters."""
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() > _ALIKE


def one_asker(one: Paper, other: Paper) -> bool:
    """Tell whether two papers have an asker in common; names that ran together are searched."""
    first, second = (
        [name for asker in paper.askers if (name := letters(asker.name or ""))]
        for paper in (one, other)
    )
    return any(name in "".join(second) for name in first) or any(
        name in "".join(first) for name in second
    )


def letters(text: str) -> str:
    """Give the letters and digits of a text, as they are compared."""
    return _NO_LETTERS.sub("", text).casefold()


def _digest(letters: str) -> str:
    return hashlib.blake2s(letters.encode(), digest_size=8).hexdigest()
