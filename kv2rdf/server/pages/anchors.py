"""The unique anchors of a page."""

from collections.abc import Iterable


def anchors(keys: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a mapping from the address of each entity to its anchor.

    ``keys`` contains pairs of an address and the preferred anchor of the entity. If another entity
    already has this anchor, a number is added to it: "noot-2-2", "noot-2-3".
    """
    found: dict[str, str] = {}
    used: set[str] = set()
    times: dict[str, int] = {}
    for address, key in keys:
        anchor = key
        while anchor in used:
            times[key] = times.get(key, 1) + 1
            anchor = f"{key}-{times[key]}"
        used.add(anchor)
        found[address] = anchor
    return found
