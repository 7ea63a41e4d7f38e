"""The rules behind the findings in a release, with their labels and definitions."""

from collections.abc import Mapping
from functools import lru_cache

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.case_sources import RuleName

_RULES = """
SELECT ?rule ?label ?meaning WHERE {
  ?rule skos:inScheme c:bevindingen ; skos:prefLabel ?label ; skos:definition ?meaning .
  FILTER(LANG(?label) = "$language" && LANG(?meaning) = "$language")
}
"""


@lru_cache(maxsize=8)  # two languages of each release that is served
def rule_names(release: Release, language: str) -> Mapping[str, RuleName]:
    """Return the rules of findings, by their names. Raises ReleaseError if the store is damaged."""
    rows = rows_of(release.query(_RULES.replace("$language", language)))
    return {rule.rpartition("/")[2]: RuleName(label, meaning) for rule, label, meaning in rows}
