"""The words of the pages in Dutch and English, from one table, and the formatting of numbers."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

LANGUAGES: Final = ("nl", "en")
"""The languages of the pages. A reader who reads neither gets the first."""

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_Entry: TypeAlias = Mapping[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words in one language: "nl" or "en".

    An entry of the table has one text, or two: for one thing, and for any other number of things.
    """

    language: str

    def text(self, key: str, **values: object) -> str:
        """Return a text, with values in it. Raises KeyError if the table has no such entry."""
        entry = message_table()[key][self.language]
        if not isinstance(entry, str):
            raise KeyError(f"{key} depends on a number")
        return entry.format(**values) if values else entry

    def counted(self, key: str, number: int, **values: object) -> str:
        """Return the text for a number of things. Raises KeyError as ``text`` does."""
        entry = message_table()[key][self.language]
        if isinstance(entry, str):
            raise KeyError(f"{key} does not depend on a number")
        return entry[number != 1].format(n=self.number(number), **values)

    def has(self, key: str) -> bool:
        """Whether the table has an entry."""
        return key in message_table()

    def number(self, value: int) -> str:
        """Return a whole number, such as "23.682" in Dutch."""
        written = f"{value:,}"
        return written.replace(",", ".") if self.language == "nl" else written

    def decimal(self, value: float) -> str:
        """Return a number with two decimals, such as "0,08" in Dutch."""
        written = f"{value:.2f}"
        return written.replace(".", ",") if self.language == "nl" else written

    def share(self, part: int, whole: int) -> str:
        """Return a share, such as "64% (15.203 van 23.682)"."""
        percent = round(100 * part / whole) if whole else 0
        of = self.text("of", part=self.number(part), whole=self.number(whole))
        return f"{percent}% ({of})"

    def day(self, day: date) -> str:
        """Return a day, such as "18 januari 2022"."""
        return written_day(day, self.language)

    def short_day(self, day: date) -> str:
        """Return a day for a table, such as "18 jan 2022"."""
        number, month, year = written_day(day, self.language).split()
        short = {"maart": "mrt"}.get(month, month[:3])
        return f"{number} {short} {year}"

    def listed(self, items: list[str]) -> str:
        """Return several things as one text, such as "4, 5 en 6"."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.text('and')} {items[-1]}"


@cache
def message_table() -> Mapping[str, _Entry]:
    """Return the whole table of messages."""
    table: dict[str, _Entry] = tomllib.loads(
        (Path(__file__).parent / "page_words.toml").read_text(encoding="utf-8")
    )
    return table


def written_day(day: date, language: str) -> str:
    """Return a day in words, such as "18 januari 2022"."""
    return f"{day.day} {_MONTHS[language].split()[day.month - 1]} {day.year}"
