"""The list of repairs, and their modules."""

import ast
from pathlib import Path

from kv2rdf.sources.kvr import repairs
from kv2rdf.sources.kvr.document import REPAIRS

VERBS = ("assign", "fill", "put", "remove", "restore", "separate", "split", "take")
MODULES = [
    path for path in sorted(Path(repairs.__path__[0]).glob("*.py")) if path.stem != "__init__"
]


def public_functions(path: Path) -> list[str]:
    """Return the names of the public functions of a module."""
    statements = ast.parse(path.read_text(encoding="utf-8")).body
    functions = [s.name for s in statements if isinstance(s, ast.FunctionDef)]
    return [name for name in functions if not name.startswith("_")]


def test_each_repair_is_a_module_with_one_public_function_named_by_a_verb() -> None:
    for path in MODULES:
        (name,) = public_functions(path)
        assert name.split("_")[0] in VERBS


def test_each_repair_is_listed_once() -> None:
    assert len(set(REPAIRS)) == len(REPAIRS)
    assert {repair.__module__.rpartition(".")[0] for repair in REPAIRS} == {repairs.__name__}
