"""Which sources belong together: those that share a paper or a case in the graph."""

from collections.abc import Iterable


def clusters(sources: Iterable[str], ties: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Group sources by what ties them, directly or by way of others; all sorted."""
    above: dict[str, str] = {}

    def top(thing: str) -> str:
        root = thing
        while (higher := above.get(root, root)) != root:
            root = higher
        while (higher := above.get(thing, root)) != root:
            above[thing], thing = root, higher
        return root

    for one, other in ties:
        above[top(one)] = top(other)
    groups: dict[str, list[str]] = {}
    for source in sorted(sources):
        groups.setdefault(top(source), []).append(source)
    return sorted(groups.values())
