"""The table of rooms in docs/architecture.md, made from the docstrings of the rooms.

``make generated`` writes the table.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAD = "| room | purpose |\n|---|---|\n"


def rooms() -> list[Path]:
    """Return the folders of the package that are rooms, including rooms inside rooms, sorted."""
    package = ROOT / "kv2rdf"
    return sorted(init.parent for init in package.rglob("__init__.py") if init.parent != package)


def table() -> str:
    """Return the rows of the table, one per room."""
    lines = []
    for room in rooms():
        docstring = ast.get_docstring(ast.parse((room / "__init__.py").read_bytes())) or ""
        first = docstring.partition("\n\n")[0].replace("\n", " ")
        lines.append(f"| `{room.relative_to(ROOT / 'kv2rdf').as_posix()}` | {first} |\n")
    return "".join(lines)


def updated_architecture(text: str) -> str:
    """Return the text of the page, with the table made from the rooms."""
    before, head, rest = text.partition(HEAD)
    return f"{before}{head}{table()}\n{rest[rest.index('The audit checks') :]}"
