"""The tables of all figures. Each is computed when it is first needed, once for each release."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.figures.answer_figures import ANSWER_FIGURES
from kv2rdf.server.pages.figures.completeness_figure import COMPLETENESS
from kv2rdf.server.pages.figures.cube_figures import CUBE_FIGURES
from kv2rdf.server.pages.figures.delay_reasons import DELAY_REASONS
from kv2rdf.server.pages.figures.figure import Figure, FigureRow
from kv2rdf.server.pages.figures.parties_together import PARTIES_TOGETHER
from kv2rdf.server.pages.figures.question_figures import QUESTION_FIGURES
from kv2rdf.server.per_release import PerRelease

FIGURES: Final[Mapping[str, Figure]] = MappingProxyType(
    {
        figure.name: figure
        for figure in (
            *CUBE_FIGURES,
            PARTIES_TOGETHER,
            *QUESTION_FIGURES,
            *ANSWER_FIGURES,
            DELAY_REASONS,
            COMPLETENESS,
        )
    }
)
"""All figures by their names, in the order in which they are listed."""


def figure_rows(release: Release, figure: Figure) -> tuple[FigureRow, ...]:
    """Return the rows of a figure's table. Raises ReleaseError if the store cannot be read."""
    return _TABLES[figure.name].value(release)


def _rows(name: str, release: Release) -> tuple[FigureRow, ...]:
    figure = FIGURES[name]
    rows = figure.read(release) if figure.read else rows_of(release.query(figure.query))
    return figure.table(rows)


_TABLES = {name: PerRelease(partial(_rows, name), f"figure {name}") for name in FIGURES}
