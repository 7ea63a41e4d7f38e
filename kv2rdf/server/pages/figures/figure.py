"""A figure: a query, and the table that is made of its rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

NAME_COLUMNS: Final = ("party", "ministry", "topic", "medium")
"""The columns of names. What has such a name may have an address."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, such as the late answers of all answers with a deadline."""

    part: int
    whole: int

    @property
    def percent(self) -> float:
        """The share in percent, with one decimal. The share of nothing is 0."""
        return round(100 * self.part / self.whole, 1) if self.whole else 0.0


@dataclass(frozen=True, slots=True)
class FigureName:
    """The name of what a row is about. ``english`` is None if it has only a Dutch name.

    ``address`` is None if the name is one that is printed, and has not been identified.
    """

    dutch: str
    english: str | None = None
    address: str | None = None

    def label(self, language: str) -> str:
        """Return the name in a language: "nl" or "en"."""
        return self.english if language == "en" and self.english else self.dutch


FigureValue: TypeAlias = int | str | Share | FigureName | None
"""A value in a table. A text is the key of a word, and None is a value that is not known."""

FigureRow: TypeAlias = tuple[FigureValue, ...]
ResultTable: TypeAlias = tuple[tuple[str, ...], ...]
Names: TypeAlias = Mapping[str, FigureName]
"""What is known in the register, by its names there: parties, ministries and media."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure. ``name`` is the last word in the path of its page.

    ``columns`` are the keys of the columns. ``table`` makes the rows of the table from the rows of
    the query. ``finding`` returns the values in the sentence that says what the table shows, or
    None if there is nothing to say.

    ``bar`` is the column that is drawn as bars. ``lines`` are the columns that are drawn as lines
    over the years. ``quartiles`` are the columns that are drawn as a line with three marks.
    ``measures`` are columns that say something only if there are enough cases, and
    ``measured_over`` is the column with the number of these cases. If ``is_by_year``, each row
    begins with a year, and the rows of all years are added up unless a reader chooses one year.
    """

    name: str
    columns: tuple[str, ...]
    query: str
    table: Callable[[ResultTable, Names], tuple[FigureRow, ...]]
    finding: Callable[[tuple[FigureRow, ...]], Mapping[str, FigureValue] | None]
    bar: str | None = None
    lines: tuple[str, ...] = ()
    quartiles: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    measured_over: str = ""
    is_by_year: bool = False
