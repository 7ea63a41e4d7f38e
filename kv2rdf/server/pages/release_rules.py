"""The rules of findings, which are read once for each release."""

from collections.abc import Mapping

from kv2rdf.query.case_view.case_sources import RuleName
from kv2rdf.query.open_release import Release
from kv2rdf.query.release_facts import rule_names
from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.server.per_release import PerRelease


def known_rules(release: Release, language: str) -> Mapping[str, RuleName]:
    """Return the rules of findings, by name. Raises ReleaseError if the store cannot be read."""
    return _NAMES.value(release)[language]


def _names_in_all_languages(release: Release) -> Mapping[str, Mapping[str, RuleName]]:
    return {language: rule_names(release, language) for language in LANGUAGES}


_NAMES = PerRelease(_names_in_all_languages, "rules")
