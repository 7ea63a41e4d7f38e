"""A read-only table that records which keys are looked up in it."""

from collections.abc import Iterator, Mapping
from typing import TypeVar, overload
from zlib import crc32

_Row_co = TypeVar("_Row_co", covariant=True)
_Default = TypeVar("_Default")


class RecordedTable(Mapping[str, _Row_co]):
    """A read-only table that records every key that is looked up, even if it has no row.

    A result that was computed with the table remains valid as long as the rows with these keys do
    not change. A table cannot be iterated over, because that would give access to rows without
    recording keys.
    """

    def __init__(self, name: str, rows: Mapping[str, _Row_co]) -> None:
        """Create a table. Its name distinguishes its keys from the keys of other tables.

        Accesses to ``rows`` itself are not recorded.
        """
        self._name = name
        self.rows = rows
        self._used: set[str] = set()

    def __getitem__(self, key: str) -> _Row_co:
        self._used.add(key)
        return self.rows[key]

    @overload
    def get(self, key: str, /) -> _Row_co | None: ...

    @overload
    def get(self, key: str, /, default: _Row_co | _Default) -> _Row_co | _Default: ...

    def get(self, key: str, /, default: object = None) -> object:
        """Return the row with a key, or ``default``.

        ``Mapping.get`` would raise and catch an error for each key without a row, which is slow.
        """
        self._used.add(key)
        return self.rows.get(key, default)

    def __iter__(self) -> Iterator[str]:
        raise TypeError(f"the table {self._name} can only look up one key at a time")

    def __len__(self) -> int:
        return len(self.rows)

    def take_used_keys(self) -> set[int]:
        """Return the ``key_number`` of each key looked up since the last call.

        These keys are then forgotten.
        """
        numbers = {key_number(self._name, key) for key in self._used}
        self._used.clear()
        return numbers

    def changed_keys(self, other: "RecordedTable[object]") -> set[int]:
        """Return the ``key_number`` of each key whose rows in this table and ``other`` differ."""
        old, new = other.rows, self.rows
        return {
            key_number(self._name, key)
            for key in old.keys() | new.keys()
            if old.get(key) != new.get(key)
        }


def key_number(table: str, key: str) -> int:
    """Return a 32-bit hash of a key of a table.

    If two keys have the same number, a build may rebuild more cases than necessary.
    """
    return crc32(f"{table}\0{key}".encode())
