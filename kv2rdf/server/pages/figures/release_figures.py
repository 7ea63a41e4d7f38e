"""The tables of all figures. Each is computed when it is first needed, once for each release."""

from collections import defaultdict
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
from kv2rdf.server.pages.figures.figure import Figure, FigureName, FigureRow, Names
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

_NAMES = """
SELECT ?label ?thing WHERE {
  { ?thing a kv:Party ; skos:altLabel|skos:prefLabel ?label }
  UNION { ?thing a kv:Ministry ; skos:prefLabel ?label }
  UNION {
    ?thing skos:inScheme ?scheme ; skos:prefLabel ?label
    FILTER(STRENDS(STR(?scheme), "/id/medium"))
  }
}
"""


def figure_rows(release: Release, figure: Figure) -> tuple[FigureRow, ...]:
    """Return the rows of a figure's table. Raises ReleaseError if the store cannot be read."""
    return _TABLES[figure.name].value(release)


def _rows(name: str, release: Release) -> tuple[FigureRow, ...]:
    figure = FIGURES[name]
    rows = figure.read(release) if figure.read else rows_of(release.query(figure.query))
    return figure.table(rows, _NAMES_OF.value(release))


def _names(release: Release) -> Names:
    """Return a mapping from each name that only one entity has to this name with its address."""
    things: dict[str, set[str]] = defaultdict(set)
    for label, thing in rows_of(release.query(_NAMES)):
        things[label].add(thing)
    return {
        label: FigureName(label, address=found.pop())
        for label, found in things.items()
        if len(found) == 1
    }


_NAMES_OF = PerRelease(_names, "figure names")
_TABLES = {name: PerRelease(partial(_rows, name), f"figure {name}") for name in FIGURES}
