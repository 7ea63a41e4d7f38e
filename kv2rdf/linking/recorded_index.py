"""An index of the register that records which keys are looked up in it."""

from dataclasses import dataclass, fields, replace
from itertools import chain
from typing import Any, Self

from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.model.recorded_table import RecordedTable


@dataclass(frozen=True, slots=True)
class RecordedIndex:
    """An index in which all tables are recorded. ``tables`` contains them in a fixed order.

    A result that was computed with ``index`` remains valid as long as the rows with the keys that
    were looked up do not change.
    """

    index: ReferenceIndex
    tables: tuple[RecordedTable[object], ...]

    @classmethod
    def of(cls, plain: ReferenceIndex) -> Self:
        """Return an index with the same entries, in which no key has been looked up."""
        tables: dict[str, Any] = {
            field.name: RecordedTable(field.name.replace("_", " "), getattr(plain, field.name))
            for field in fields(plain)
        }
        return cls(replace(plain, **tables), tuple(tables.values()))

    def take_used_keys(self) -> set[int]:
        """Return the ``key_number`` of each key looked up since the last call.

        These keys are then forgotten.
        """
        return set(chain.from_iterable(table.take_used_keys() for table in self.tables))

    def changed_keys(self, other: "RecordedIndex") -> set[int]:
        """Return the ``key_number`` of each key whose entries in the two indexes differ."""
        pairs = zip(self.tables, other.tables, strict=True)
        return set(chain.from_iterable(new.changed_keys(old) for new, old in pairs))
