"""Where ontology/, shapes/ and seeds/ are: at the root of a checkout, or inside the wheel."""

from pathlib import Path

_SHIPPED = Path(__file__).parent / "shipped"
_CHECKOUT = Path(__file__).parents[2]


def folder(name: str) -> Path:
    """Return the path of the folder ``ontology``, ``shapes`` or ``seeds``."""
    return (_SHIPPED if _SHIPPED.is_dir() else _CHECKOUT) / name
