"""The lists of concepts in a release, and the page of each."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.per_release import PerRelease

_TEXTS = """SELECT ?thing ?label ?meaning WHERE {
  ?thing a $class ; skos:prefLabel ?label $condition
  OPTIONAL { ?thing skos:definition ?meaning FILTER(LANG(?meaning) = LANG(?label)) }
  FILTER(LANG(?label) = "$language")
} ORDER BY ?label ?thing ?meaning"""
_COUNTS = """SELECT ?list (COUNT(DISTINCT ?concept) AS ?count) WHERE {
  ?concept skos:inScheme ?list
} GROUP BY ?list"""
_INDEXES = {"medium": "medium", "thema": "onderwerp", "rubriek": "onderwerp"}
"""A mapping from keys of lists to the paths of other pages, with the cases of each concept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptEntry:
    """A concept or a list of concepts.

    ``labels`` and ``meanings`` map languages to texts. ``count`` is the number of concepts in the
    list, or 0 for a concept.
    """

    address: str
    labels: Mapping[str, str]
    meanings: Mapping[str, str]
    count: int = 0

    @property
    def path(self) -> str:
        """The path of the page of a list, after the language."""
        key = self.address.rpartition("/")[2]
        return _INDEXES.get(key, f"begrippen/lijst/{key}")

    def label(self, language: str) -> str:
        """Return the label in a language, or in the other language if there is none."""
        return self.labels.get(language) or next(iter(self.labels.values()))


def concept_lists(release: Release) -> tuple[ConceptEntry, ...]:
    """Return the lists of concepts in a release. Raises ReleaseError if they cannot be read."""
    return _LISTS.value(release)


def concepts_html(release: Release, site: PageSite, key: str) -> str | None:
    """Return the page of a list of concepts ("standen", …), or None if there is no such page.

    Raises ReleaseError if the store cannot be read.
    """
    for found in concept_lists(release):
        if found.path == f"begrippen/lijst/{key}":
            concepts = _described(release, "skos:Concept", f"; skos:inScheme <{found.address}> .")
            return page_html(site, "concepts.html.j2", found=found, concepts=concepts)
    return None


def _lists(release: Release) -> tuple[ConceptEntry, ...]:
    counts = {found: int(count) for found, count in rows_of(release.query(_COUNTS))}
    described = _described(release, "skos:ConceptScheme", ".")
    return tuple(replace(found, count=counts.get(found.address, 0)) for found in described)


def _described(release: Release, class_: str, condition: str) -> tuple[ConceptEntry, ...]:
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    meanings: dict[str, dict[str, str]] = defaultdict(dict)
    query = _TEXTS.replace("$class", class_).replace("$condition", condition)
    for language in LANGUAGES:
        for thing, label, meaning in rows_of(release.query(query.replace("$language", language))):
            labels[thing].setdefault(language, label)
            if meaning:
                meanings[thing].setdefault(language, meaning)
    return tuple(
        ConceptEntry(address=thing, labels=labels[thing], meanings=meanings[thing])
        for thing in labels
    )


_LISTS = PerRelease(_lists, "concept lists")
