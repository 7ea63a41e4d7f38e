"""Names: no public name is a participle without a noun, or is defined in two modules."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kv2rdf"
PARTICIPLE = re.compile(
    r"[a-z]+(?:ed|ing)|told|said|made|shown|given|found|written|known|left|kept|drawn|sent"
)
NOUNS = {"finding", "grouping", "heading", "matching", "minting", "packing", "reading", "spelling"}
"""Nouns that end like participles."""


@cache
def public_names() -> tuple[tuple[str, str], ...]:
    """Return the name of every public function and class of a module, with the module."""
    return tuple(_public_names())


def _public_names() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_bytes()).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                yield node.name, path.relative_to(PACKAGE).as_posix()


def modules_by_name() -> dict[str, set[str]]:
    """Return the modules that define each public name, except those of commands.

    A command has the name that users type, in the module of that name.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for name, module in public_names():
        if module != f"cli/{name}.py":
            found[name].add(module)
    return found


def test_no_two_modules_define_one_public_name() -> None:
    assert {name: where for name, where in modules_by_name().items() if len(where) > 1} == {}


def test_no_public_name_is_a_bare_participle() -> None:
    one_word = {name.lower() for name in modules_by_name() if name[1:].islower()}
    assert {name for name in one_word if PARTICIPLE.fullmatch(name)} - NOUNS == set()


def test_no_module_is_named_by_a_bare_participle() -> None:
    modules = {path.stem for path in PACKAGE.rglob("*.py")}
    assert {name for name in modules if PARTICIPLE.fullmatch(name)} - NOUNS == set()
