"""A campaign that damages the answers of Wikidata and the chamber while tables are refreshed.

    python -m tests.campaigns.damaged_answers 400 20261129

The arguments are the number of refreshes and the seed. In each refresh, one answer is truncated, or
one of its values is removed or replaced. The command must end with status 0 and the complete
folder, or with status 2, one line and no folder.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from click.testing import Result

from tests.campaigns.command import run_campaign
from tests.exchange.conftest import refresh
from tests.exchange.known_elsewhere import STATEMENTS, entities
from tests.exchange.local_services import Answer, LocalServices, local_services

_CUT = 0.15
_LOST = 0.3
_VALUES: tuple[Any, ...] = (
    None, 1, -5, True, "x", "9" * 50, "2020-13-45", "http://www.wikidata.org/entity/Q1", [], {},
    {"from": "Q1"}, {"code": "other"},
)  # fmt: skip


class DamagedServices(LocalServices):
    """Services that give one damaged answer, to the first request for ``path``."""

    def __init__(self, path: str, draw: random.Random) -> None:
        super().__init__(STATEMENTS, entities())
        self._path = path
        self._draw = draw
        self._is_damaged = False

    def answer(self, path: str, values: dict[str, str]) -> Answer:
        right = super().answer(path, values)
        if path != self._path or self._is_damaged or right.content is None:
            return right
        self._is_damaged = True
        right.headers["Retry-After"] = "0"
        if self._draw.random() < _CUT:
            right.content = right.content[: self._draw.randrange(len(right.content))]
        else:
            right.content = json.dumps(_damaged(json.loads(right.content), self._draw)).encode()
        return right


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each object or list inside a value, with each of its keys or indexes."""
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _places(value[key])


def _damaged(value: Any, draw: random.Random) -> Any:
    inner, key = draw.choice(list(_places(value)))
    if isinstance(inner, dict) and draw.random() < _LOST:
        del inner[key]
    else:
        inner[key] = draw.choice(_VALUES)
    return value


def has_ended_in_order(result: Result, out: Path) -> bool:
    """Whether a refresh wrote everything, or gave the reason in one line why it wrote nothing."""
    lines = result.stderr.splitlines()
    if result.exit_code == 0:
        return {path.name for path in out.iterdir()} == {"authority", "additions.diff", "review.md"}
    is_one_line = len(lines) == 1 and lines[0].startswith("Error: ")
    return result.exit_code == 2 and is_one_line and not list(out.parent.iterdir())


def faults(count: int, draw: random.Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Refresh ``count`` times. Yield a message for each refresh that ended in another way."""
    paths = ["/sparql", "/w/api.php", *(f"/OData/v4/2.0/{entity}" for entity in entities())]
    for number in range(count):
        path = draw.choice(paths)
        out = folder / str(number) / "out"
        out.parent.mkdir()
        with local_services(DamagedServices(path, draw)) as services:
            result = refresh(services, out)
        counts[f"with status {result.exit_code}"] += 1
        if not has_ended_in_order(result, out):
            yield f"{path}: {result.exit_code}: {result.stderr}{result.exception!r}"


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if a refresh ended in another way, or 0 otherwise."""
    return run_campaign(arguments, "Damage the answers of services.", faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
