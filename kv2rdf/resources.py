"""Where ontology/, shapes/ and seeds/ lie: beside the package in a checkout, else inside it."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """Give the folder ``ontology``, ``shapes`` or ``seeds``."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
