"""The number of cases whose papers should name an addressee, and of those with a known ministry."""

from typing import NamedTuple

from kv2rdf.model.addressee_days import FIRST_DAYS_WITH_ADDRESSEES
from kv2rdf.model.kinds import Chamber
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.reference.page_words import PageWords
from kv2rdf.server.per_release import PerRelease

_CASES = f"""
SELECT (COUNT(DISTINCT ?case) AS ?cases) (COUNT(DISTINCT ?named) AS ?with_ministry) WHERE {{
  {{ SELECT ?case WHERE {{ ?case a kv:Dossier }} }}
  {{ SELECT ?case ?day WHERE {{ ?case dct:dateSubmitted ?day }} }}
  FILTER(STR(?day) >= IF(CONTAINS(STR(?case), "/eli/nl/ek/"),
    "{FIRST_DAYS_WITH_ADDRESSEES[Chamber.EK]}", "{FIRST_DAYS_WITH_ADDRESSEES[Chamber.TK]}"))
  OPTIONAL {{
    SELECT DISTINCT ?case (?case AS ?named) WHERE {{
      {{ SELECT ?asked WHERE {{ ?asked eli-dl:participation_role c:geadresseerde }} }}
      {{ SELECT ?asked ?ministry WHERE {{
        ?asked eli-dl:had_participant_organization ?ministry }} }}
      {{ SELECT ?ministry WHERE {{ ?ministry a kv:Ministry }} }}
      {{ SELECT ?tabling ?asked WHERE {{ ?tabling eli-dl:had_participation ?asked }} }}
      {{ SELECT ?case ?tabling WHERE {{ ?case eli-dl:consists_of ?tabling }} }}
    }}
  }}
}}
"""


class AddresseeCounts(NamedTuple):
    """The cases that were tabled when papers usually named the addressees.

    ``with_ministry`` is the number of those of which the ministry that was asked is known.
    """

    cases: int
    with_ministry: int


def addressee_counts(release: Release) -> AddresseeCounts:
    """Return the counts of a release. Raises ReleaseError if the store cannot be read."""
    return _COUNTS.value(release)


def addressee_days(words: PageWords, key: str, **values: object) -> str:
    """Return the text ``key``, with the first days with addressees and ``values`` inserted."""
    days = {str(chamber): words.day(day) for chamber, day in FIRST_DAYS_WITH_ADDRESSEES.items()}
    return words.text(key, **days, **values)


def addressee_remark(release: Release, words: PageWords) -> str | None:
    """Return a sentence about the share of cases with a known ministry, or None without cases.

    Raises ReleaseError if the store cannot be read.
    """
    counts = addressee_counts(release)
    if not counts.cases:
        return None
    share = words.share(counts.with_ministry, counts.cases)
    return addressee_days(words, "addressee_share", share=share)


def _counts(release: Release) -> AddresseeCounts:
    ((cases, with_ministry),) = rows_of(release.query(_CASES))
    return AddresseeCounts(int(cases), int(with_ministry))


_COUNTS = PerRelease(_counts, "addressee counts")
