"""An import contract that lists the allowed imports, so that any new room or library is forbidden.

``rooms`` has one line for each room: its name, and the rooms that it may import. ``libraries`` has
one line for each external library: its name, and the modules that may import it, each with all
modules below it.
"""

import sys
from collections.abc import Iterator
from itertools import chain
from typing import Any, cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class AllowListContract(Contract):
    """A contract that is broken by any import that no line allows, and by any line without use."""

    type_name = "allow_list"
    root = fields.StringField()
    rooms = fields.ListField(subfield=fields.StringField())
    libraries = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002, FBT001 (the signature is import-linter's)
        """Compare the imports of all modules with the two lists."""
        used: set[tuple[str, str]] = set()
        problems = list(self._forbidden(graph, used))
        unused = sorted(self._allowed() - used)
        idle = [f"{name}: {other} is allowed, but never imported" for name, other in unused]
        return ContractCheck(kept=not problems and not idle, metadata={"problems": problems + idle})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line for each problem."""
        for problem in cast("list[str]", check.metadata["problems"]):
            output.print_error(problem)

    def _forbidden(self, graph: ImportGraph, used: set[tuple[str, str]]) -> Iterator[str]:
        root = cast("str", self.root)
        rooms, libraries = _table(self.rooms), _table(self.libraries)
        inside = [module for module in sorted(graph.modules) if module.startswith(f"{root}.")]
        for module in inside:
            room, path = module.split(".")[1], module.removeprefix(f"{root}.")
            if room not in rooms:
                yield f"{module}: the room {room} is not in the list"
                continue
            for imported in sorted(graph.find_modules_directly_imported_by(module)):
                top, _, below = imported.partition(".")
                if top == root:
                    other = below.partition(".")[0]
                    allowed = {other} & {room, *rooms[room]}
                    used.add((room, other))
                elif top in sys.stdlib_module_names:
                    continue
                else:
                    allowed = {d for d in libraries.get(top, ()) if f"{path}.".startswith(f"{d}.")}
                    used |= {(top, place) for place in allowed}
                if not allowed:
                    yield f"{module} may not import {imported}"

    def _allowed(self) -> set[tuple[str, str]]:
        lines = chain(_table(self.rooms).items(), _table(self.libraries).items())
        return {(name, allowed) for name, line in lines for allowed in line}


def _table(lines: Any) -> dict[str, tuple[str, ...]]:
    pairs = [line.partition(":") for line in cast("list[str]", lines)]
    return {name.strip(): tuple(allowed.split()) for name, _, allowed in pairs}
