"""Facts about a release: its date, and the names of the rules of findings."""

import re
from collections.abc import Mapping
from datetime import date

from kv2rdf.errors import ReleaseError
from kv2rdf.query.case_view.case_sources import RuleName
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of

_RULES = """
SELECT ?rule ?label ?meaning WHERE {
  ?rule skos:inScheme c:bevindingen ; skos:prefLabel ?label ; skos:definition ?meaning .
  FILTER(LANG(?label) = "$language" && LANG(?meaning) = "$language")
}
"""
_DAY = "SELECT ?release WHERE { ?release dcat:inSeries ?series }"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def rule_names(release: Release, language: str) -> Mapping[str, RuleName]:
    """Return the label and meaning of each rule of findings, by the name of the rule.

    ``language`` is "nl" or "en".

    Raises ReleaseError if the store cannot be read.
    """
    rows = rows_of(release.query(_RULES.replace("$language", language)))
    return {rule.rpartition("/")[2]: RuleName(label, meaning) for rule, label, meaning in rows}


def release_day(release: Release) -> date:
    """Return the date in the address of a release. Raises ReleaseError if there is no such date."""
    names = [address.rpartition("/")[2] for (address,) in rows_of(release.query(_DAY))]
    if len(names) != 1 or not _DATE.fullmatch(names[0]):
        raise ReleaseError(f"{release.files.folder}: the release contains no description of itself")
    return date.fromisoformat(names[0])
