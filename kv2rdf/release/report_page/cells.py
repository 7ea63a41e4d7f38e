"""The data classes for tables of a report page, which the template renders."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote

from kv2rdf.release.report import CaseFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of text in a cell, which may be a link.

    ``language`` is given if it differs from the language of the page.
    """

    text: str
    href: str | None = None
    language: str | None = None
    is_code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell. Its pieces are separated by commas, and ``note`` is a smaller line below them.

    ``number`` is given if the cell shows a number. ``is_gap`` is true if the number counts missing
    items. On a phone, a cell for which ``is_long`` is true is shown on a separate line.
    """

    pieces: tuple[Piece, ...]
    note: str = ""
    number: int | None = None
    is_gap: bool = False
    is_long: bool = False

    @property
    def style(self) -> str:
        """The names of the CSS classes of the cell."""
        if self.number is None:
            return "long" if self.is_long else "line" if len(self.pieces) > 1 else ""
        if not self.number:
            return "n zero"
        return "n gap" if self.is_gap else "n"


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """The heading of a column."""

    label: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row. ``is_part`` is true if it counts part of what the first row of its group counts."""

    heading: Cell
    cells: tuple[Cell, ...]
    is_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """A table. ``columns`` includes the column with the headings of rows.

    ``groups`` contains groups of rows that belong together. ``is_wide`` is true if the columns do
    not fit on the screen of a phone. ``summary`` is given if the table is collapsed.
    """

    name: str
    caption: str
    columns: tuple[ReportColumn, ...]
    groups: tuple[tuple[Row, ...], ...]
    total: Row | None = None
    is_wide: bool = False
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A part of the page: a heading, sentences and tables."""

    heading: str
    sentences: tuple[str, ...]
    tables: tuple[ReportTable, ...] = ()


def text_cell(text: str, *, language: str | None = None, is_code: bool = False) -> Cell:
    """Return a cell with a few words. It is empty if ``text`` is empty."""
    piece = Piece(text=text, language=language, is_code=is_code)
    return Cell(pieces=(piece,) if text else ())


def long_cell(text: str, *, note: str = "", language: str | None = None) -> Cell:
    """Return a cell with one or more sentences. It is empty if ``text`` is empty."""
    return replace(text_cell(text, language=language), note=note, is_long=True)


def case_cell(cases: Iterable[CaseFile]) -> Cell:
    """Return a cell with links to the files of cases."""
    pieces = (Piece(text=case["case"], href=quote(case["file"]), is_code=True) for case in cases)
    return Cell(pieces=tuple(pieces))
