"""The division of the title of a case into its opening and its subject."""

import re
from dataclasses import dataclass

_OPENING = "Vragen van"
_BEFORE_SUBJECT = re.compile(r"[()]| (?:over|inzake|betreffende|met betrekking tot) ")
"""A bracket, or the words before the subject of a title."""
_SHORT, _MIDDLE = 90, 180


@dataclass(frozen=True, slots=True)
class SplitTitle:
    """A title. ``opening``, which may be empty, and ``subject`` together are the whole title."""

    opening: str
    subject: str

    @property
    def size(self) -> str:
        """The length of the subject: "short", "middle" or "long"."""
        length = len(self.subject)
        return "short" if length <= _SHORT else "middle" if length <= _MIDDLE else "long"


def split_title(title: str) -> SplitTitle:
    """Return a title, split after the first "over" or "inzake" that is not in brackets.

    Words with the same meaning are treated in the same way. Only titles that begin with "Vragen
    van" are split. The two parts of a split title, joined by a space, are the unchanged title.
    """
    if not title.startswith(_OPENING):
        return SplitTitle("", title)
    depth = 0
    for found in _BEFORE_SUBJECT.finditer(title):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if found[0] not in "()" and depth <= 0:
            return SplitTitle(title[: found.end()].rstrip(), title[found.end() :])
    return SplitTitle("", title)
