"""The figure of parties that ask together: the number of cases of each pair of parties."""

from collections import Counter
from collections.abc import Mapping
from itertools import combinations

from kv2rdf.server.pages.figures.figure import (
    Figure,
    FigureName,
    FigureRow,
    FigureValue,
    ResultTable,
)

_QUERY = """\
SELECT ?parties (COUNT(?case) AS ?cases) WHERE {
  {
    SELECT ?case (GROUP_CONCAT(CONCAT(STR(?party), " ", ?label); separator="|") AS ?parties) WHERE {
      {
        SELECT DISTINCT ?case ?party WHERE {
          { SELECT ?questions ?party WHERE { ?questions kv:partyAtTheTime ?party } }
          { SELECT ?questions ?case WHERE { ?questions kv:concernsDossier ?case } }
        }
      }
      {
        SELECT ?party (COALESCE(MIN(?short), MIN(?name)) AS ?label) WHERE {
          ?party a kv:Party ; skos:prefLabel ?words BIND(STR(?words) AS ?name)
          OPTIONAL { ?group org:subOrganizationOf ?party ; skos:altLabel ?short }
        }
        GROUP BY ?party
      }
    }
    GROUP BY ?case
  }
}
GROUP BY ?parties
ORDER BY DESC(?cases) ?parties
"""


def _pairs(rows: ResultTable) -> tuple[FigureRow, ...]:
    """Return a row for each pair of parties, with the number of cases in which both asked."""
    pairs: Counter[tuple[FigureName, ...]] = Counter()
    for parties, cases in rows:
        found = {_party(words) for words in parties.split("|")}
        for pair in combinations(sorted(found, key=_place_of_name), 2):
            pairs[pair] += int(cases)
    order = sorted(pairs.items(), key=lambda item: (-item[1], *map(_place_of_name, item[0])))
    return tuple((one, other, cases) for (one, other), cases in order)


def _party(words: str) -> FigureName:
    """Return a party. ``words`` consists of its address, a space and its label."""
    address, _, label = words.partition(" ")
    return FigureName(label, address=address)


def _place_of_name(party: FigureName) -> tuple[str, str]:
    return (party.dutch.casefold(), party.dutch)


def _first_pair(rows: tuple[FigureRow, ...]) -> Mapping[str, FigureValue] | None:
    """Return the pair with the most cases, or None if it is the only pair or there is a tie."""
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
