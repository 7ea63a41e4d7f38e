"""Which documents belong together: those that share a case or a paper, by union-find."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

_Item = TypeVar("_Item", bound=Hashable)


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
