"""An example of a format. Each folder of tests/sources/ contains the examples of its formats."""

from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import tests.sources


class FormatExample(NamedTuple):
    """A document of a format, and whether it is parsed as XML."""

    name: str
    content: str | bytes
    is_xml: bool = False


def format_examples() -> dict[str, FormatExample]:
    """Return the examples in ``tests.sources.*.examples``, by the name of the format."""
    (folder,) = map(Path, tests.sources.__path__)
    names = sorted(path.parent.name for path in folder.glob("*/examples.py"))
    modules = [import_module(f"tests.sources.{name}.examples") for name in names]
    return {example.name: example for module in modules for example in module.EXAMPLES}
