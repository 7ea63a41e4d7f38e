"""The rules behind the findings in a release, with their labels and definitions."""

from collections.abc import Mapping

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.server.pages.case_sources import RuleName
from kv2rdf.server.per_release import PerRelease

_RULES = """
SELECT ?rule ?label ?meaning WHERE {
  ?rule skos:inScheme c:bevindingen ; skos:prefLabel ?label ; skos:definition ?meaning .
  FILTER(LANG(?label) = "$language" && LANG(?meaning) = "$language")
}
"""


def rule_names(release: Release, language: str) -> Mapping[str, RuleName]:
    """Return the rules of findings, by their names. Raises ReleaseError if the store is damaged."""
    return _NAMES.value(release)[language]


def _names(release: Release, language: str) -> Mapping[str, RuleName]:
    rows = rows_of(release.query(_RULES.replace("$language", language)))
    return {rule.rpartition("/")[2]: RuleName(label, meaning) for rule, label, meaning in rows}


def _names_in_all_languages(release: Release) -> Mapping[str, Mapping[str, RuleName]]:
    return {language: _names(release, language) for language in LANGUAGES}


_NAMES = PerRelease(_names_in_all_languages)
