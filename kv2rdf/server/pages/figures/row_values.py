"""The conversion of the rows of a table to text, links and bars in the language of a page."""

from dataclasses import dataclass

from kv2rdf.reference.page_words import PageWords
from kv2rdf.server.pages.figures.figure import Figure, FigureName, FigureRow, FigureValue, Share
from kv2rdf.server.pages.figures.findings import is_enough
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.requested_list import late_cases_link

_YEARS = "year"
_TOO_FEW = "too_few_short"


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A value in a cell. ``is_dutch`` is true if its text is Dutch even on an English page."""

    text: str
    is_number: bool
    is_dutch: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row. ``marks`` contains the end of a bar, or the quartiles, in percent of the scale."""

    values: tuple[ShownValue, ...]
    marks: tuple[float, ...]


def sentence_value(value: FigureValue, words: PageWords) -> str:
    """Return a value as written in a sentence. A share is written in the form "64% (16 van 25)"."""
    if isinstance(value, Share):
        return words.share(value.part, value.whole)
    if isinstance(value, FigureName):
        return value.label(words.language)
    return words.number(value) if isinstance(value, int) else words.text(value or "not_known")


def amount(value: FigureValue) -> float | None:
    """Return the number drawn for a value, or None if it is not a number. A share is in percent."""
    return value.percent if isinstance(value, Share) else value if isinstance(value, int) else None


def clear_row(figure: Figure, columns: tuple[str, ...], row: FigureRow) -> FigureRow:
    """Return a row. If it counts too few cases, its measures are replaced by the key of a text."""
    if not figure.measures or is_enough(row[columns.index(figure.measured_over)]):
        return row
    pairs = zip(columns, row, strict=True)
    return tuple(_TOO_FEW if column in figure.measures else v for column, v in pairs)


def known_columns(
    figure: Figure, columns: tuple[str, ...], rows: tuple[FigureRow, ...]
) -> tuple[tuple[str, ...], tuple[FigureRow, ...]]:
    """Return the columns and rows without the column of bars if none of its values is known."""
    if figure.bar not in columns:
        return columns, rows
    place = columns.index(figure.bar)
    if any(row[place] is not None for row in rows):
        return columns, rows
    kept = tuple((*row[:place], *row[place + 1 :]) for row in rows)
    return (*columns[:place], *columns[place + 1 :]), kept


def shown_rows(
    figure: Figure, columns: tuple[str, ...], rows: tuple[FigureRow, ...], site: PageSite
) -> tuple[ShownRow, ...]:
    """Return rows as a page shows them. ``columns`` contains the keys of the columns."""
    most = scale_end(figure, columns, rows) or 1
    return tuple(
        ShownRow(
            tuple(_shown_value(c, v, site, row[0]) for c, v in zip(columns, row, strict=True)),
            tuple(
                round(100 * found / most, 1)
                for value in _drawn_values(figure, columns, row)
                if (found := amount(value)) is not None
            ),
        )
        for row in (clear_row(figure, columns, row) for row in rows)
    )


def scale_end(figure: Figure, columns: tuple[str, ...], rows: tuple[FigureRow, ...]) -> float:
    """Return the number that the longest possible bar represents. It is 100 for shares."""
    values = [
        value
        for row in rows
        for value in _drawn_values(figure, columns, clear_row(figure, columns, row))
    ]
    if any(isinstance(value, Share) for value in values):
        return 100
    return max((amount(value) or 0 for value in values), default=0)


def _drawn_values(
    figure: Figure, columns: tuple[str, ...], row: FigureRow
) -> tuple[FigureValue, ...]:
    drawn = figure.quartiles or ((figure.bar,) if figure.bar else ())
    return tuple(row[columns.index(column)] for column in drawn if column in columns)


def _shown_value(column: str, value: FigureValue, site: PageSite, first: FigureValue) -> ShownValue:
    """Return a value as shown. ``first`` is the first value of the same row."""
    if column == _YEARS and isinstance(value, int):
        return ShownValue(str(value), is_number=False, href=site.link(f"jaar/{value}"))
    if isinstance(value, Share):
        return ShownValue(f"{round(value.percent)}%", is_number=True)
    if isinstance(value, FigureName):
        href = site.thing_link(value.address)
        label = value.label(site.language)
        is_dutch = label == value.dutch
        return ShownValue(label, is_number=False, is_dutch=is_dutch, href=href)
    if column == "late" and isinstance(value, int):
        return ShownValue(site.words.number(value), is_number=True, href=_late_link(site, first))
    is_number = isinstance(value, int) or value == _TOO_FEW
    return ShownValue(sentence_value(value, site.words), is_number=is_number)


def _late_link(site: PageSite, first: FigureValue) -> str | None:
    """Return the link to the late cases of the year or ministry in ``first``, or None."""
    if isinstance(first, int):
        return late_cases_link(site, year=first)
    if isinstance(first, FigureName) and first.address:
        return late_cases_link(site, ministry=first.address.rpartition("/")[2])
    return None
