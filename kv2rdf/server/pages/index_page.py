"""The lists of all persons, parties, ministries, topics and media, and of all years."""

from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.case_rows import all_case_totals
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.pages.thing_kinds import THING_KINDS
from kv2rdf.server.per_release import PerRelease

_THINGS = """
SELECT ?thing (COUNT(DISTINCT ?case) AS ?count) WHERE { $things } GROUP BY ?thing
"""
_LABELS = """
SELECT ?thing ?label ?language WHERE {
  { SELECT DISTINCT ?thing WHERE { $things } }
  ?thing rdfs:label ?label BIND(LANG(?label) AS ?language)
}
"""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A thing in a list of all things of its kind, and the number of its cases."""

    label: str
    href: str | None
    count: int


class _Listed(NamedTuple):
    """All things of a kind: the number of cases of each, and its labels with their languages."""

    counts: tuple[tuple[str, ...], ...]
    labels: tuple[tuple[str, ...], ...]


def _listed_things(kind: str, release: Release) -> _Listed:
    things = THING_KINDS[kind].things or ""
    queries = (query.replace("$things", things) for query in (_THINGS, _LABELS))
    return _Listed(*(tuple(rows_of(release.query(query))) for query in queries))


_LISTED = {kind: PerRelease(partial(_listed_things, kind)) for kind in THING_KINDS}


def index_html(release: Release, site: PageSite, kind: str) -> str:
    """Return the list of all things of a kind. Raises ReleaseError if the store is damaged."""
    listed = _LISTED[kind].value(release)
    labels: dict[str, str] = {}
    for thing, label, language in listed.labels:
        if thing not in labels or language == site.language:
            labels[thing] = label
    rows = [IndexRow(labels.get(t, t), site.thing_link(t), int(n)) for t, n in listed.counts]
    rows.sort(key=lambda row: (-row.count, row.label))
    most = max((row.count for row in rows), default=1)
    return page_html(site, "index.html.j2", kind=kind, rows=rows, most=most)


def years_html(release: Release, site: PageSite) -> str:
    """Return the list of all years. Raises ReleaseError if the store cannot be read."""
    counts = all_case_totals(release)
    rows = [IndexRow(str(y), site.link(f"jaar/{y}"), n) for y, n in counts.by_year.items()]
    most = max(counts.by_year.values(), default=1)
    return page_html(site, "index.html.j2", kind="jaar", rows=rows, most=most)
