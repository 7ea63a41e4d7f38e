"""The pages of years and of sessions, each with the cases of the period."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.aanhangsel_numbers import NUMBERS_QUERY, aanhangsel_numbers
from kv2rdf.server.pages.case_calendar import case_calendar, cases_of_session
from kv2rdf.server.pages.case_lists_page import (
    CaseListsPage,
    MonthRow,
    PageLink,
    case_lists_html,
)
from kv2rdf.server.pages.case_totals import all_case_totals
from kv2rdf.server.pages.figures.release_figures import FIGURES, figure_rows
from kv2rdf.server.pages.figures.year_choice import years_of
from kv2rdf.server.pages.listed_cases import listed_cases
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.person_list import person_years
from kv2rdf.server.pages.requested_list import RequestedList, late_cases_link
from kv2rdf.server.pages.thing_view import CaseLists, case_lists

_FIRST_MONTH = 9
"""The month in which a session begins, in practice."""


def year_lists(release: Release, year: int, wanted: RequestedList) -> CaseLists | None:
    """Return the list of the cases tabled in a year, or None if there are none.

    Raises ReleaseError if the store cannot be read.
    """
    tabled = [case for case, facts in listed_cases(release).items() if facts.year == year]
    return case_lists(release, {"tabled": tabled}, wanted) if tabled else None


def session_lists(release: Release, session: str, wanted: RequestedList) -> CaseLists | None:
    """Return the list of the cases of a session, or None if there are none.

    Raises ReleaseError if the store cannot be read.
    """
    numbered = cases_of_session(release, session)
    return case_lists(release, {"numbered": numbered}, wanted) if numbered else None


def year_html(release: Release, site: PageSite, year: int, wanted: RequestedList) -> str | None:
    """Return the page of a year, or None if no case was tabled in that year.

    Raises ReleaseError if the store cannot be read.
    """
    lists = year_lists(release, year, wanted)
    if lists is None:
        return None
    tabled = [case for case, facts in listed_cases(release).items() if facts.year == year]
    known = all_case_totals(release).by_year
    sessions = (f"{year - 1}-{year}", f"{year}-{year + 1}")
    beside = [
        PageLink(site.link(f"jaar/{other}"), str(other), relation)
        for other, relation in ((year - 1, "prev"), (year + 1, "next"))
        if other in known
    ] + [
        _session_link(site, session)
        for session in sessions
        if session in case_calendar(release).sessions
    ]
    months = [
        MonthRow(label, count, f"{site.link('zoek')}?van={month}&tot={month}")
        for month, label, count in _months(release, site, tabled)
    ]
    page = CaseListsPage(
        kind="jaar",
        label=str(year),
        lists=lists,
        wanted=wanted,
        beside=beside,
        further=[*_late_cases(site, year, lists), *_year_pages(release, site, year)],
        months=months,
    )
    return case_lists_html(site, page)


def session_html(
    release: Release, site: PageSite, session: str, wanted: RequestedList
) -> str | None:
    """Return the page of a session, such as "2004-2005", or None if it has no cases.

    Raises ReleaseError if the store cannot be read.
    """
    lists = session_lists(release, session, wanted)
    if lists is None:
        return None
    numbered = cases_of_session(release, session)
    sessions = list(case_calendar(release).sessions)
    place = sessions.index(session)
    beside = [
        _session_link(site, sessions[other], relation)
        for other, relation in ((place - 1, "prev"), (place + 1, "next"))
        if 0 <= other < len(sessions)
    ]
    years = all_case_totals(release).by_year
    further = [
        PageLink(site.link(f"jaar/{year}"), site.words.text("everything_of_year", year=year))
        for year in session.split("-")
        if int(year) in years
    ]
    months = [MonthRow(label, count, None) for _, label, count in _months(release, site, numbered)]
    page = CaseListsPage(
        kind="vergaderjaar",
        label=session_name(session),
        lists=lists,
        wanted=wanted,
        beside=beside,
        further=[*further, *_number_pages(release, site, session)],
        remarks=_remarks(release, site, session, numbered),
        months=months,
    )
    return case_lists_html(site, page)


def session_name(session: str) -> str:
    """Return the name of a session, with a dash: "2004–2005"."""
    return session.replace("-", "–")


def _session_link(site: PageSite, session: str, relation: str | None = None) -> PageLink:
    name = site.words.text("session", session=session_name(session)).replace(" ", "\u00a0")
    return PageLink(site.link(f"vergaderjaar/{session}"), name, relation)


def _remarks(
    release: Release, site: PageSite, session: str, cases: Iterable[str]
) -> tuple[str, ...]:
    """Return what a reader must know about the cases of a session, and its missing numbers."""
    words, start = site.words, date(int(session[:4]), _FIRST_MONTH, 1)
    known, times = listed_cases(release), case_calendar(release).times
    first = start.isoformat()[:7]
    earlier = sum(1 for case in cases if (times[known[case].place].month or first) < first)
    meaning = words.text("session_meaning")
    if earlier:
        meaning += " " + words.counted("session_earlier", earlier, day=words.day(start))
    missing = (
        words.counted(
            "session_missing",
            numbers.missing,
            highest=words.number(numbers.highest),
            chamber=words.text(f"chamber_{numbers.chamber}"),
        )
        for numbers in aanhangsel_numbers(release).get(session, ())
    )
    return tuple(filter(None, (meaning, " ".join(missing))))


def _number_pages(release: Release, site: PageSite, session: str) -> list[PageLink]:
    if session not in aanhangsel_numbers(release):
        return []
    return [PageLink(site.link(f"bevragen/{NUMBERS_QUERY}"), site.words.text("missing_by_session"))]


def _months(release: Release, site: PageSite, cases: Iterable[str]) -> list[tuple[str, str, int]]:
    """Return each month in which some of the cases were tabled: its key, name, and count."""
    known, times = listed_cases(release), case_calendar(release).times
    counts = Counter(times[known[case].place].month for case in cases)
    return [
        (month, site.words.month(date.fromisoformat(f"{month}-01")), count)
        for month, count in sorted((m, n) for m, n in counts.items() if m is not None)
    ]


def _late_cases(site: PageSite, year: int, lists: CaseLists) -> list[PageLink]:
    """Return the link to the cases of a year that were answered late, if there are any."""
    if not lists.totals[lists.lateness].late:
        return []
    return [PageLink(late_cases_link(site, year), site.words.text("late_cases"))]


def _year_pages(release: Release, site: PageSite, year: int) -> list[PageLink]:
    """Return the links to the pages with counts of a year."""
    pages = [("persoon", "who_asked")] if year in person_years(release) else []
    pages += [
        (f"cijfers/{figure.name}", f"figure_{figure.name}")
        for figure in FIGURES.values()
        if figure.is_by_year and year in years_of(figure, figure_rows(release, figure))
    ]
    return [PageLink(f"{site.link(path)}?jaar={year}", site.words.text(key)) for path, key in pages]
