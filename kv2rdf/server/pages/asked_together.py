"""The persons or parties that asked questions together with a person or a party."""

from dataclasses import dataclass

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.figures.figure import FigureName
from kv2rdf.server.pages.figures.release_figures import FIGURES, figure_rows
from kv2rdf.server.pages.page_site import PageSite

_MOST = 10
"""The maximum number of persons or parties that are listed."""
_ASKERS = """
SELECT ?other ?label (COUNT(DISTINCT ?case) AS ?cases) WHERE {
  ?case kv:askedBy <$thing> , ?other .
  ?other rdfs:label ?label
  FILTER(?other != <$thing>)
}
GROUP BY ?other ?label
ORDER BY DESC(?cases) ?label ?other
"""


@dataclass(frozen=True, slots=True)
class AskedTogether:
    """A person or party, and the number of cases in which both asked questions.

    ``path`` is the path of its page, after the language.
    """

    label: str
    path: str
    count: int


def asked_together(
    release: Release, site: PageSite, kind: str, address: str
) -> tuple[AskedTogether, ...]:
    """Return those who most often asked together with an entity, at most ten.

    ``kind`` is the kind of the entity. The result is empty unless it is a person, a name as printed
    or a party. Raises ReleaseError if the store cannot be read.
    """
    if kind in ("persoon", "naamvorm"):
        rows = rows_of(release.query(_ASKERS.replace("$thing", address)))
        found = [(label, other, int(cases)) for other, label, cases in rows]
    elif kind == "fractie":
        found = _parties(release, address)
    else:
        return ()
    named = ((label, site.thing_path(other), cases) for label, other, cases in found)
    return tuple(AskedTogether(label, path, cases) for label, path, cases in named if path)[:_MOST]


def _parties(release: Release, address: str) -> list[tuple[str, str, int]]:
    """Return the parties that asked with a party, in the order of the figure of such pairs."""
    found = []
    for *pair, cases in figure_rows(release, FIGURES["samen"]):
        parties = [party for party in pair if isinstance(party, FigureName) and party.address]
        others = [party for party in parties if party.address != address]
        if len(parties) == len(pair) and len(others) == 1 and isinstance(cases, int):
            found.append((others[0].dutch, str(others[0].address), cases))
    return found
