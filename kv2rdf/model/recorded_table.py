"""A table of rows by key, which records the keys that it is asked for."""

from collections.abc import Iterator, Mapping
from typing import TypeVar
from zlib import crc32

_Row_co = TypeVar("_Row_co", covariant=True)


class RecordedTable(Mapping[str, _Row_co]):
    """A read-only table that records each key it is asked for, whether it has the key or not.

    What was made with the table is still right as long as the rows under these keys are the same.
    A table cannot be iterated over, because that would be a use of rows without keys.
    """

    def __init__(self, name: str, rows: Mapping[str, _Row_co]) -> None:
        """Make a table of ``rows``, which records no use of the rows themselves.

        The name distinguishes the keys of the table from those of other tables.
        """
        self._name = name
        self.rows = rows
        self._used: set[str] = set()

    def __getitem__(self, key: str) -> _Row_co:
        self._used.add(key)
        return self.rows[key]

    def __iter__(self) -> Iterator[str]:
        raise TypeError(f"the table {self._name} can only be asked for one key at a time")

    def __len__(self) -> int:
        return len(self.rows)

    def take_used_keys(self) -> set[int]:
        """Return the keys that were asked for since the last call, as ``key_number`` gives them."""
        numbers = {key_number(self._name, key) for key in self._used}
        self._used.clear()
        return numbers

    def changed_keys(self, other: "RecordedTable[object]") -> set[int]:
        """Return the keys for which this table and another one of its name differ."""
        old, new = other.rows, self.rows
        return {
            key_number(self._name, key)
            for key in old.keys() | new.keys()
            if old.get(key) != new.get(key)
        }


def key_number(table: str, key: str) -> int:
    """Return a number of 32 bits for a key of a table.

    Two keys may have the same number. Then more is made again than has to be.
    """
    return crc32(f"{table}\0{key}".encode())
