"""The floors, the rooms and their imports, as listed in the contracts in pyproject.toml."""

import tomllib
from functools import cache
from typing import NamedTuple, cast

from tests.ontology_terms import ROOT


class Arrow(NamedTuple):
    """An import: the room that imports, and the room that is imported."""

    above: str
    below: str


@cache
def floors() -> tuple[tuple[str, ...], ...]:
    """Return the rooms of each floor, from the top."""
    return tuple(tuple(map(str.strip, layer.split("|"))) for layer in _contract("layers")["layers"])


@cache
def imports() -> frozenset[Arrow]:
    """Return all imports of one room by another."""
    lines = [line.partition(":") for line in _contract("allow_list")["rooms"]]
    return frozenset(Arrow(room, other) for room, _, others in lines for other in others.split())


@cache
def arrows() -> tuple[Arrow, ...]:
    """Return the imports that are drawn: those without a longer chain to the same room."""
    return tuple(
        arrow
        for arrow in sorted(imports())
        if not any(
            arrow.below in reachable(other.below)
            for other in imports()
            if other.above == arrow.above
        )
    )


@cache
def reachable(room: str) -> frozenset[str]:
    """Return the rooms that this room imports, directly or through other rooms."""
    below = {arrow.below for arrow in imports() if arrow.above == room}
    return frozenset(below).union(*map(reachable, below))


def _contract(kind: str) -> dict[str, list[str]]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    (found,) = [contract for contract in contracts if contract["type"] == kind]
    return cast("dict[str, list[str]]", found)
