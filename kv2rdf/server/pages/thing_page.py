"""The pages of persons, parties, ministries, offices, topics and media, each with its cases."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.case_rows import (
    CASES_ON_A_PAGE,
    CaseRow,
    CaseTotals,
    all_case_totals,
    case_rows,
    case_totals,
)
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.pages.thing_kinds import THING_KINDS, ThingKind, thing_address

_LABELS = """
SELECT ?label ?language ?same WHERE {
  <$thing> rdfs:label ?label BIND(LANG(?label) AS ?language)
  OPTIONAL { <$thing> owl:sameAs ?same }
}
ORDER BY ?language ?label ?same
"""
_RELATED = """
SELECT DISTINCT ?other ?label ?from ?until WHERE {
  $pattern ?other rdfs:label ?label . FILTER(LANG(?label) IN ("", "$language"$also))
}
ORDER BY ?from ?label
"""
_IN_YEAR = (
    '?case dct:dateSubmitted ?tabled FILTER(?tabled >= "$year-01-01"^^xsd:date'
    ' && ?tabled <= "$year-12-31"^^xsd:date)'
)


@dataclass(frozen=True, slots=True)
class RelatedThing:
    """A thing that another is related to, such as an office that a person held, with the days."""

    label: str
    href: str | None
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class RequestedList:
    """Which list of cases a reader wants: its name, a state, and the number of the page."""

    name: str | None = None
    state: str | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class CaseList:
    """A list of cases. ``name`` is that of the list, such as "asked"."""

    name: str
    counts: CaseTotals
    rows: tuple[CaseRow, ...]
    page: int
    pages: int


def thing_html(
    release: Release, site: PageSite, kind: str, key: str, wanted: RequestedList
) -> str | None:
    """Return the page of a thing, or None if the release has no such thing.

    Raises ReleaseError if the store cannot be read.
    """
    address = thing_address(site.base, kind, key)
    rows = rows_of(release.query(_LABELS.replace("$thing", address))) if address else ()
    if address is None or not rows:
        return None
    labels = {language: label for label, language, _ in reversed(rows)}
    found = THING_KINDS[kind]
    patterns = {name: p.replace("$thing", f"<{address}>") for name, p in found.cases.items()}
    return page_html(
        site,
        "thing.html.j2",
        kind=kind,
        label=labels.get(site.language) or next(iter(labels.values())),
        is_dutch=site.language not in labels and "" not in labels,
        address=address,
        same=sorted({same for _, _, same in rows if same}),
        related=_related(release, site, found, address),
        wanted=wanted,
        years=[],
        **_case_lists(release, patterns, wanted),
    )


def year_html(release: Release, site: PageSite, year: int, wanted: RequestedList) -> str | None:
    """Return the page of a year, or None if no case is of that year.

    Raises ReleaseError if the store cannot be read.
    """
    lists = _case_lists(release, {"tabled": _IN_YEAR.replace("$year", str(year))}, wanted)
    if not lists["shown"].counts.total:
        return None
    known = all_case_totals(release).by_year
    return page_html(
        site, "thing.html.j2", kind="jaar", label=str(year), is_dutch=False, address=None, same=[],
        related={}, wanted=wanted, **lists,
        years=[other for other in (year - 1, year + 1) if other in known],
    )  # fmt: skip


class _CaseLists(TypedDict):
    lists: dict[str, CaseTotals]
    shown: CaseList


def _case_lists(release: Release, patterns: dict[str, str], wanted: RequestedList) -> _CaseLists:
    lists = {name: case_totals(release, pattern) for name, pattern in patterns.items()}
    name = _chosen(lists, wanted.name)
    counts = lists[name]
    total = counts.by_state.get(wanted.state, 0) if wanted.state else counts.total
    pages = max(1, -(-total // CASES_ON_A_PAGE))
    page = min(wanted.page, pages)
    rows = case_rows(release, patterns[name], page, wanted.state)
    return {"lists": lists, "shown": CaseList(name, counts, rows, page, pages)}


def _chosen(lists: dict[str, CaseTotals], wanted: str | None) -> str:
    if wanted in lists:
        return str(wanted)
    return max(lists, key=lambda name: lists[name].total)


def _related(
    release: Release, site: PageSite, kind: ThingKind, address: str
) -> dict[str, tuple[RelatedThing, ...]]:
    found = {}
    for name, pattern in kind.related.items():
        query = _RELATED.replace("$pattern", pattern).replace("$thing", f"<{address}>")
        also = ', "nl"' if site.language != "nl" else ""
        rows = rows_of(
            release.query(query.replace("$language", site.language).replace("$also", also))
        )
        things = {
            (other, start): RelatedThing(label, site.thing_link(other), _day(start), _day(end))
            for other, label, start, end in rows
        }
        if things:
            found[name] = tuple(things.values())
    return found


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
