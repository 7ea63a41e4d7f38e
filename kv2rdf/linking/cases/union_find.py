"""The union-find data structure: disjoint groups of items that can be merged."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

_Item = TypeVar("_Item", bound=Hashable)


class UnionFind(Generic[_Item]):
    """Items in disjoint groups. An item that has not yet been joined forms a group by itself."""

    def __init__(self) -> None:
        """Create a structure without items."""
        self._parents: dict[_Item, _Item] = {}

    def join(self, items: Iterable[_Item]) -> None:
        """Merge the groups of ``items``. The merged group keeps the root of the first item."""
        first: _Item | None = None
        for item in items:
            root = self.root(item)
            if first is None:
                first = root
            elif root != first:
                self._parents[root] = first

    def root(self, item: _Item) -> _Item:
        """Return the item that represents the group of ``item``."""
        self._parents.setdefault(item, item)
        while (parent := self._parents[item]) != item:
            self._parents[item] = self._parents[parent]
            item = parent
        return item
