"""The page about the site, its sources, and the addresses for programs."""

from collections.abc import Iterable
from dataclasses import dataclass

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.case_totals import all_case_totals
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.per_release import PerRelease

_SOURCES = """
SELECT ?kind ?language ?label ?definition (SUM(?count) AS ?documents) WHERE {
  ?table dct:identifier "hiaten" ; a qb:DataSet .
  ?row qb:dataSet ?table ; kv:counted c:documenten-gepubliceerd ; kv:count ?count ;
    kv:sourceKind ?kind .
  ?kind skos:prefLabel ?label ; skos:definition ?definition .
  BIND(LANG(?label) AS ?language)
  FILTER(LANG(?definition) = ?language)
}
GROUP BY ?kind ?language ?label ?definition
ORDER BY DESC(?documents) ?kind
"""
_PROGRAM = "SELECT ?name WHERE { ?program a prov:SoftwareAgent ; foaf:name ?name }"
_TERMS = ("kv:personMatchedBy", "kv:partyMatchedBy", "kv:officeMatchedBy", "kv:rule")


@dataclass(frozen=True, slots=True)
class ProgramAddress:
    """An address for programs. ``key`` is the key of its description."""

    path: str
    key: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A kind of source, and the number of documents of this kind that the release publishes."""

    label: str
    definition: str
    documents: int


@dataclass(frozen=True, slots=True)
class _Facts:
    sources: tuple[tuple[str, ...], ...]
    program: str | None


def _facts(release: Release) -> _Facts:
    names = rows_of(release.query(_PROGRAM))
    return _Facts(rows_of(release.query(_SOURCES)), names[0][0] if names else None)


_FACTS = PerRelease(_facts)


def about_html(release: Release, site: PageSite, addresses: Iterable[ProgramAddress]) -> str:
    """Return the page about the site as HTML.

    ``addresses`` contains the addresses for programs. Raises ReleaseError if the store cannot be
    read.
    """
    facts, totals = _FACTS.value(release), all_case_totals(release)
    return page_html(
        site,
        "about.html.j2",
        totals=totals,
        years=(min(totals.by_year), max(totals.by_year)) if totals.by_year else None,
        sources=[
            SourceRow(label, definition, int(documents))
            for _, language, label, definition, documents in facts.sources
            if language == site.language and int(documents)
        ],
        program=facts.program,
        addresses=tuple(addresses),
        terms=_TERMS,
    )
