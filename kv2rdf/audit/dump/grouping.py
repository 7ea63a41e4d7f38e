"""Groups of sources that share a paper or a case in the graph."""

from collections.abc import Iterable


def group_sources(sources: Iterable[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the sorted groups of connected sources.

    Two sources are in the same group if a link or a chain of links connects them. ``links``
    contains pairs of addresses of sources or of other entities.
    """
    parents: dict[str, str] = {}

    def root(thing: str) -> str:
        top = thing
        while (parent := parents.get(top, top)) != top:
            top = parent
        # Path compression makes later calls faster.
        while (parent := parents.get(thing, top)) != top:
            parents[thing], thing = top, parent
        return top

    for one, other in links:
        parents[root(one)] = root(other)
    groups: dict[str, list[str]] = {}
    for source in sorted(sources):
        groups.setdefault(root(source), []).append(source)
    return sorted(groups.values())
