"""The figure of parties that ask together: the number of cases of each pair of parties."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations

from kv2rdf.server.pages.figures.figure import (
    Figure,
    FigureName,
    FigureRow,
    FigureValue,
    Names,
    ResultTable,
)

_QUERY = """\
SELECT DISTINCT ?case ?party ?label WHERE {
  { SELECT ?asking ?group WHERE { ?asking eli-dl:participation_in_name_of ?group } }
  { SELECT ?asking WHERE { ?asking eli-dl:participation_role c:indiener } }
  { SELECT ?tabling ?asking WHERE { ?tabling eli-dl:had_participation ?asking } }
  { SELECT ?case ?tabling WHERE { ?case eli-dl:consists_of ?tabling } }
  ?group org:subOrganizationOf ?party ; skos:altLabel ?label .
}
ORDER BY ?case ?party ?label
"""


def _pairs(rows: ResultTable, _names: Names) -> tuple[FigureRow, ...]:
    """Return a row for each pair of parties, with the number of cases in which both asked."""
    names: dict[str, FigureName] = {}
    parties: dict[str, set[FigureName]] = defaultdict(set)
    for case, party, label in rows:
        parties[case].add(names.setdefault(party, FigureName(label, address=party)))
    pairs = Counter(
        pair
        for found in parties.values()
        for pair in combinations(sorted(found, key=_place_of_name), 2)
    )
    order = sorted(pairs.items(), key=lambda item: (-item[1], *map(_place_of_name, item[0])))
    return tuple((one, other, cases) for (one, other), cases in order)


def _place_of_name(party: FigureName) -> tuple[str, str]:
    return (party.dutch.casefold(), party.dutch)


def _first_pair(rows: tuple[FigureRow, ...]) -> Mapping[str, FigureValue] | None:
    """Return the pair with the most cases, or None if several pairs have the same number."""
    counts = [row[2] for row in rows[:2]]
    if len(counts) < 2 or counts[0] == counts[1]:
        return None
    one, other, cases = rows[0]
    return {"name": one, "other": other, "value": cases}


PARTIES_TOGETHER = Figure(
    name="samen",
    columns=("party", "other_party", "cases"),
    query=_QUERY,
    table=_pairs,
    finding=_first_pair,
    bar="cases",
)
"""The figure of parties that ask together."""
