"""The pages that list all parties, ministries, topics, media, years or sessions."""

from dataclasses import dataclass

from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.case_calendar import case_calendar
from kv2rdf.server.pages.case_totals import all_case_totals
from kv2rdf.server.pages.data_limits import missing_sentence, year_limits
from kv2rdf.server.pages.listed_things import listed_things
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.pages.period_page import session_name


@dataclass(frozen=True, slots=True)
class IndexRow:
    """An entity, a year or a session in a list, with the number of its cases.

    ``short`` is another, shorter name, or None.
    """

    label: str
    href: str | None
    count: int
    short: str | None = None


def index_html(release: Release, site: PageSite, kind: str) -> str:
    """Return the page of all entities of a kind. Raises ReleaseError if the release is damaged."""
    things = listed_things(release, kind, site.language)
    rows = [IndexRow(t.label, site.thing_link(t.address), t.count, t.short) for t in things]
    return _index_html(release, site, kind, rows)


def years_html(release: Release, site: PageSite) -> str:
    """Return the page that lists all years. Raises ReleaseError if the store cannot be read."""
    counts = all_case_totals(release)
    rows = [IndexRow(str(y), site.link(f"jaar/{y}"), n) for y, n in counts.by_year.items()]
    return _index_html(release, site, "jaar", rows, year_limits(release, site))


def sessions_html(release: Release, site: PageSite) -> str:
    """Return the page that lists all sessions. Raises ReleaseError if the store cannot be read."""
    rows = [
        IndexRow(session_name(session), site.link(f"vergaderjaar/{session}"), len(cases))
        for session, cases in case_calendar(release).sessions.items()
    ]
    return _index_html(release, site, "vergaderjaar", rows)


def _index_html(
    release: Release, site: PageSite, kind: str, rows: list[IndexRow], limits: tuple[str, ...] = ()
) -> str:
    return page_html(
        site,
        "index.html.j2",
        kind=kind,
        rows=rows,
        most=max((row.count for row in rows), default=1),
        missing=missing_sentence(release, site),
        limits=limits,
    )
