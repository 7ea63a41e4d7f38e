"""The texts of the pages in Dutch and English, and the formatting of numbers and dates."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

LANGUAGES: Final = ("nl", "en")
"""The languages of the pages. The first is the default."""

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_Entry: TypeAlias = Mapping[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words in one language: "nl" or "en".

    An entry of the table of messages has either one text, or a singular and a plural form.
    """

    language: str

    def text(self, key: str, **values: object) -> str:
        """Return a text with ``values`` inserted.

        Raises KeyError if the table has no such entry, or if the entry has two forms.
        """
        entry = message_table()[key][self.language]
        if not isinstance(entry, str):
            raise KeyError(f"{key} depends on a number")
        return entry.format(**values) if values else entry

    def counted(self, key: str, number: int, /, **values: object) -> str:
        """Return the form of a text for ``number``, with ``number`` and ``values`` inserted.

        Raises KeyError if the table has no such entry, or if the entry has only one text.
        """
        entry = message_table()[key][self.language]
        if isinstance(entry, str):
            raise KeyError(f"{key} does not depend on a number")
        return entry[number != 1].format(n=self.number(number), **values)

    def has(self, key: str) -> bool:
        """Whether the table has an entry with the given key."""
        return key in message_table()

    def number(self, value: int) -> str:
        """Return an integer as text, such as "23.682" in Dutch."""
        written = f"{value:,}"
        return written.replace(",", ".") if self.language == "nl" else written

    def decimal(self, value: float) -> str:
        """Return a number as text with two decimal places, such as "0,08" in Dutch."""
        written = f"{value:.2f}"
        return written.replace(".", ",") if self.language == "nl" else written

    def share(self, part: int, whole: int) -> str:
        """Return a share as text, such as "64% (15.203 van 23.682)"."""
        percent = round(100 * part / whole) if whole else 0
        of = self.text("of", part=self.number(part), whole=self.number(whole))
        return f"{percent}% ({of})"

    def day(self, day: date) -> str:
        """Return a date in words, such as "18 januari 2022" in Dutch."""
        return written_day(day, self.language)

    def short_day(self, day: date) -> str:
        """Return a date in a short form, such as "18 jan 2022"."""
        number, month, year = written_day(day, self.language).split()
        short = {"maart": "mrt"}.get(month, month[:3])
        return f"{number} {short} {year}"

    def month(self, day: date) -> str:
        """Return the month of a date in words, such as "januari 2022" in Dutch."""
        return written_day(day, self.language).partition(" ")[2]

    def listed(self, items: list[str]) -> str:
        """Return a list as one text, such as "4, 5 en 6"."""
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
    """Return a date in words, such as "18 januari 2022"."""
    return f"{day.day} {_MONTHS[language].split()[day.month - 1]} {day.year}"
