"""The values in a record, in the form in which the graph must contain them."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.records.fields import OTHER_FIELD, RECORD_FIELDS


def is_empty(value: object) -> bool:
    """Whether a value contains no information."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def words_of(value: object) -> str:
    """Return a value in the form in which findings contain it, or "" if there is no value."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def value_text(field: str, location: str, words: str) -> FieldText:
    """Return ``words`` as the text of a field. The text must be in the graph."""
    return FieldText(field, f"zaak/{location}", RECORD_FIELDS[field].comparison, words)


def other_texts(
    fields: Mapping[str, Any], known: Collection[str], place: str
) -> Iterator[FieldText]:
    """Yield those fields of a part of a record whose names are not in ``known``.

    These fields must be in findings.
    """
    for name, value in fields.items():
        if name not in known and "@" not in name and not is_empty(value):
            yield value_text(OTHER_FIELD, f"{place}/{name}", words_of(value))
