"""Which documents belong together: those that share a case or a paper, by union-find."""

import hashlib
import re
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from kv2rdf.model.paper import Paper, SourceKind

_Item = TypeVar("_Item", bound=Hashable)

_WITH_TITLES = {SourceKind.KVR, SourceKind.KVR_QUESTIONS, SourceKind.KVR_SCAN}
_BEHIND_TITLE = re.compile(r"\(\s*Ingezonden.*|;\s*\w+$", re.DOTALL)
_NUMBERS = re.compile(
    r"(?:\bnrs?\.?|\bnummers?|lingen(?:nr\.)?)\s*"
    r"((?:\d{1,4}[a-z]?(?![\d]|\s*[-–]\s*\d)(?:\s*,\s*|\s+en\s+)?)+)",
    re.IGNORECASE,
)
_SESSION = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")


class Groups(Generic[_Item]):
    """Things in groups that grow together (union-find)."""

    def __init__(self) -> None:
        """Begin with every thing on its own."""
        self._above: dict[_Item, _Item] = {}

    def join(self, items: Iterable[_Item]) -> None:
        """Put all of ``items`` in one group."""
        first: _Item | None = None
        for item in items:
            root = self.root(item)
            if first is None:
                first = root
            elif root != first:
                self._above[root] = first

    def root(self, item: _Item) -> _Item:
        """Give the thing that stands for the group of ``item``."""
        self._above.setdefault(item, item)
        while (above := self._above[item]) != item:
            self._above[item] = self._above[above]
            item = above
        return item


def annex_id(paper: Paper) -> str | None:
    """Give the identifier of a paper in the Aanhangsel, such as ``ah-tk-20042005-1262``."""
    number = paper.annex_number
    return f"ah-{paper.chamber}-{number.session}-{number.number}" if number else None


def title_key(paper: Paper) -> str | None:
    """Give what two papers about one case have in common where they print no number: None: nothing.

    Made of the chamber, the day of tabling and the letters of the title, for KVR documents.
    """
    if paper.source.kind not in _WITH_TITLES or not paper.title or not paper.tabled:
        return None
    letters = re.sub(r"\W+", "", _BEHIND_TITLE.sub("", paper.title)).casefold()
    digest = hashlib.blake2s(letters.encode(), digest_size=8).hexdigest()
    return f"title {paper.chamber} {paper.tabled.isoformat()} {digest}"


def seen_also(paper: Paper) -> tuple[str, ...]:
    """Give the papers that a reply points back at, by their numbers in the Aanhangsel.

    "zie ook Aanhangsel Handelingen nrs. 284 en 355, vergaderjaar 2007–2008"; without a session it
    is the paper's own.
    """
    own = paper.annex_number
    found = []
    for words in paper.see_also:
        session = _SESSION.search(words)
        printed = "".join(session.groups()) if session else own.session if own else None
        for numbers in _NUMBERS.findall(words):
            found += [
                f"ah-{paper.chamber}-{printed}-{number}"
                for number in re.findall(r"\d+[a-z]?", numbers)
                if printed
            ]
    return tuple(found)


def case_keys(paper: Paper) -> tuple[str, ...]:
    """Give the keys by which a paper may belong together with others.

    They are its cases, its own number and those it points back at, and its title with the day of
    tabling. A paper that has none is known by the id of its source.
    """
    identifiers = [identifier for case in paper.cases for identifier in case]
    annex = annex_id(paper)
    own = filter(None, (annex, title_key(paper)))
    return tuple(dict.fromkeys((*identifiers, *own, *seen_also(paper)))) or (paper.source.key,)


def clusters(documents: Iterable[tuple[str, Sequence[str]]]) -> list[tuple[str, ...]]:
    """Group documents, each an id with its case keys; give the ids of each cluster, sorted."""
    groups: Groups[tuple[str, str]] = Groups()
    ids = []
    for id_, keys in documents:
        ids.append(id_)
        groups.join([("document", id_), *(("case", key) for key in keys)])
    found: dict[tuple[str, str], list[str]] = {}
    for id_ in sorted(ids):
        found.setdefault(groups.root(("document", id_)), []).append(id_)
    return sorted(map(tuple, found.values()))
