"""The folders ontology/, shapes/ and seeds/, in a checkout or in an installed package."""

from pathlib import Path

_SHIPPED = Path(__file__).parent / "shipped"
_CHECKOUT = Path(__file__).parents[2]


def folder(name: str) -> Path:
    """Return the path of the folder ``ontology``, ``shapes`` or ``seeds``."""
    return (_SHIPPED if _SHIPPED.is_dir() else _CHECKOUT) / name
