"""The texts that a search found, as CSV or JSON with the same fields."""

import json
from collections.abc import Iterator, Mapping, Sequence

from kv2rdf.query.found_texts import FoundText
from kv2rdf.query.result_formats import csv_text

_FIELDS = (
    "day", "case", "chamber", "title", "kind", "part", "askers", "parties", "address", "snippet",
)  # fmt: skip


def found_fields(texts: Sequence[FoundText]) -> Iterator[Mapping[str, str | Sequence[str]]]:
    """Yield the fields of each text by name. A value that is not known is an empty string."""
    for text in texts:
        yield {
            name: value.isoformat() if hasattr(value, "isoformat") else value or ""
            for name in _FIELDS
            for value in (getattr(text, name),)
        }


def found_csv(texts: Sequence[FoundText]) -> str:
    """Return texts as CSV. Several askers or parties are separated by semicolons."""
    return csv_text(_FIELDS, (map(_cell, row.values()) for row in found_fields(texts)))


def found_json(texts: Sequence[FoundText]) -> str:
    """Return texts as a JSON array."""
    return json.dumps(list(found_fields(texts)), ensure_ascii=False, indent=1) + "\n"


def _cell(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else "; ".join(value)
