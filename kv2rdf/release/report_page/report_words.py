"""The words of a report page in one language: its messages, and the labels of concepts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kv2rdf.reference.page_words import PageWords
from kv2rdf.release.report_page.cells import Cell, Piece, ReportColumn, ReportTable, Row


class Description(NamedTuple):
    """The label and the meaning of a concept or a shape. The meaning of a shape is ""."""

    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The words of a page. ``labels`` maps the names of concepts and shapes to descriptions."""

    page: PageWords
    labels: Mapping[str, Description]

    def text(self, key: str, **values: object) -> str:
        """Return a message with values inserted. Raises KeyError if there is no such message."""
        return self.page.text(key, **values)

    def label(self, name: str) -> str:
        """Return the label of a concept or a shape, or its name if it has none."""
        return self.labels[name].label if name in self.labels else name

    def foreign(self, language: str) -> str | None:
        """Return ``language``, or None if it is the language of the page."""
        return None if language == self.page.language else language

    def count(self, number: int, *, is_gap: bool = False) -> Cell:
        """Return a table cell that contains ``number``."""
        piece = Piece(text=self.page.number(number))
        return Cell(pieces=(piece,), number=number, is_gap=is_gap)

    def year(self, year: str | int | None) -> str:
        """Return a year as text, or the word for an unknown year."""
        return str(year) if year and year != "unknown" else self.text("unknown")

    def table(
        self, name: str, caption: str, columns: Iterable[str], rows: Sequence[Row]
    ) -> ReportTable:
        """Return a table of some rows. ``caption`` and ``columns`` are the keys of messages.

        There must be at least one row. Raises ValueError if the first row does not have as many
        cells, including its heading, as there are columns.
        """
        cells = (rows[0].heading, *rows[0].cells)
        headings = tuple(
            ReportColumn(self.text(key), is_number=cell.number is not None)
            for key, cell in zip(columns, cells, strict=True)
        )
        return ReportTable(
            name=name,
            caption=self.text(caption),
            columns=headings,
            groups=(tuple(rows),),
            is_wide=len(headings) > 2,
        )
