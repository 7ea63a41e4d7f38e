"""The table of a figure as CSV, with unformatted numbers and the addresses of entities."""

from collections.abc import Iterator

from kv2rdf.query.result_formats import csv_text
from kv2rdf.reference.page_words import PageWords
from kv2rdf.server.pages.figures.figure import (
    NAME_COLUMNS,
    Figure,
    FigureName,
    FigureRow,
    FigureValue,
    Share,
)


def figure_csv(figure: Figure, rows: tuple[FigureRow, ...], words: PageWords) -> str:
    """Return a table as CSV. Column names are in English, and other words are from ``words``.

    A column of entities is followed by a column with their addresses. Shares are in percent.
    Unknown values are empty.
    """
    head = [
        name for column in figure.columns
        for name in ((column, f"{column}_address") if column in NAME_COLUMNS else (column,))
    ]  # fmt: skip
    return csv_text(head, (_cells(figure, row, words) for row in rows))


def _cells(figure: Figure, row: FigureRow, words: PageWords) -> Iterator[str]:
    for column, value in zip(figure.columns, row, strict=True):
        yield _cell(value, words)
        if column in NAME_COLUMNS:
            yield (value.address or "") if isinstance(value, FigureName) else ""


def _cell(value: FigureValue, words: PageWords) -> str:
    if value is None:
        return ""
    if isinstance(value, Share):
        return str(value.percent)
    if isinstance(value, FigureName):
        return value.label(words.language)
    return str(value) if isinstance(value, int) else words.text(value)
