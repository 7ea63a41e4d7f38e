"""The definition of a figure: a query, and the table that is made from its rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from kv2rdf.query.open_release import Release
from kv2rdf.reference.page_words import PageWords

NAME_COLUMNS: Final = ("party", "other_party", "ministry", "topic", "medium")
"""The columns with names of entities. The address of an entity may be unknown."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share: a part of a whole, such as late answers among the answers with a deadline."""

    part: int
    whole: int

    @property
    def percent(self) -> float:
        """The share in percent, with one decimal place. It is 0 if the whole is 0."""
        return round(100 * self.part / self.whole, 1) if self.whole else 0.0


@dataclass(frozen=True, slots=True)
class FigureName:
    """A name in a table, such as that of a party or a session.

    ``english`` is None if the name is the same in English or only the Dutch name is known.
    ``address`` is the address of the entity with this name, or None if no entity has been
    identified.
    """

    dutch: str
    english: str | None = None
    address: str | None = None

    def label(self, language: str) -> str:
        """Return the name in "nl" or "en", or the Dutch name if there is no English name."""
        return self.english if language == "en" and self.english else self.dutch


FigureValue: TypeAlias = int | str | Share | FigureName | None
"""A value in a table. A str is the key of a text, and None is an unknown value."""

FigureRow: TypeAlias = tuple[FigureValue, ...]
ResultTable: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure. ``name`` is the last word in the path of its page.

    ``query`` is the query whose result the figure shows. If ``read`` is not None, it returns the
    same rows in less time. ``columns`` contains the keys of the columns. ``table`` makes the rows
    of the table from the rows of the query. ``finding`` returns the values in the sentence that
    summarises the table, or None if there is no such sentence.

    ``bar`` is the column that is drawn as bars. ``lines`` are the columns that are drawn as lines
    over the years. ``quartiles`` are the columns that are drawn as a line with three marks.
    ``measures`` are the columns that are shown only if there are enough cases, and
    ``measured_over`` is the column with the number of these cases. If ``is_by_year`` is true, each
    row begins with a year, and the rows of all years are added up unless a reader chooses a year.
    ``remark`` returns a further sentence about the whole release, or None if there is none.
    """

    name: str
    columns: tuple[str, ...]
    query: str
    table: Callable[[ResultTable], tuple[FigureRow, ...]]
    finding: Callable[[tuple[FigureRow, ...]], Mapping[str, FigureValue] | None]
    read: Callable[[Release], ResultTable] | None = None
    bar: str | None = None
    lines: tuple[str, ...] = ()
    quartiles: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    measured_over: str = ""
    is_by_year: bool = False
    remark: Callable[[Release, PageWords], str | None] | None = None
