"""The page of gaps, with counts and links to lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from kv2rdf.query.open_release import Release
from kv2rdf.query.result_formats import csv_text
from kv2rdf.server.pages.aanhangsel_numbers import (
    NUMBERS_QUERY,
    AanhangselNumbers,
    aanhangsel_numbers,
    missing_numbers,
)
from kv2rdf.server.pages.addressee_counts import addressee_days
from kv2rdf.server.pages.case_totals import all_case_totals
from kv2rdf.server.pages.figures.figure import FigureName, Share
from kv2rdf.server.pages.figures.query_link import query_link
from kv2rdf.server.pages.figures.release_figures import FIGURES, figure_rows
from kv2rdf.server.pages.gaps.gap_lists import (
    GAPS_IN_STATISTICS,
    NO_ADDRESSEE,
    OWN_GAPS,
    findings_query,
    list_query,
)
from kv2rdf.server.pages.gaps.release_gaps import GAPS_QUERY, GapCount, ReleaseGaps, release_gaps
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html

_LEVELS = (0, 5, 20, 50)
"""The percentages above which the background of a cell becomes darker."""
_MOST_RULES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """A row of a table, for a kind of gap or for a rule of findings.

    ``href`` is the link to the list of counted entities.
    """

    label: str
    meaning: str
    count: GapCount
    href: str


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A number of entities with a gap, in the table of gaps by year.

    ``level``, from 0 to 4, shows how large their share is.
    """

    number: int
    level: int


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session. ``text`` is the share of its papers whose text the release contains."""

    name: str | None
    text: Share


def gaps_html(release: Release, site: PageSite) -> str:
    """Return the page of gaps. Raises ReleaseError if the store cannot be read."""
    gaps = release_gaps(release)
    kinds = [gap for gap in GAPS_IN_STATISTICS if gaps.total(gap).whole]
    years = all_case_totals(release).by_year
    rules = sorted(gaps.findings.items(), key=lambda item: (-item[1], item[0]))
    return page_html(
        site,
        "gaps.html.j2",
        own_answer=gaps.own[OWN_GAPS[0].key],
        rows=[*_own_rows(gaps, site), *(_gap_row(gaps, gap, site) for gap in gaps.wholes)],
        kinds=[_label(gaps, gap, site) for gap in kinds],
        heat=[(year, _heat_cells(gaps.by_year[year], kinds)) for year in _in_order(gaps.by_year)],
        sessions=_sessions(release),
        numbers=[
            (name, _both(found)) for name, found in sorted(aanhangsel_numbers(release).items())
        ],
        missing=missing_numbers(release),
        numbers_query=NUMBERS_QUERY,
        rules=[_rule_row(gaps, rule, number, site) for rule, number in rules],
        first_rules=_MOST_RULES,
        years=(min(years), max(years)) if years else None,
        years_without_cases=", ".join(_years_between(tuple(years))),
    )


def gaps_csv(release: Release) -> str:
    """Return the counts of gaps in the statistics, by year and kind, as CSV.

    Raises ReleaseError if the store is unreadable.
    """
    rows = (
        (year, gap, gaps.wholes[gap], str(count.number), str(count.whole))
        for gaps in (release_gaps(release),)
        for year, counts in gaps.by_year.items()
        for gap, count in counts.items()
    )
    return csv_text(("year", "gap", "whole", "number", "of"), rows)


def _gap_row(gaps: ReleaseGaps, gap: str, site: PageSite) -> GapRow:
    pattern = GAPS_IN_STATISTICS.get(gap)
    meaning = gaps.words[gap, site.language].definition
    if gap == NO_ADDRESSEE:
        meaning = f"{meaning} {addressee_days(site.words, 'addressee_since')}"
    return GapRow(
        label=_label(gaps, gap, site),
        meaning=meaning,
        count=gaps.total(gap),
        href=query_link(site, list_query(pattern) if pattern else GAPS_QUERY),
    )


def _own_rows(gaps: ReleaseGaps, site: PageSite) -> list[GapRow]:
    return [
        GapRow(
            label=site.words.text(f"gap_{gap.key}"),
            meaning=site.words.text(f"meaning_{gap.key}"),
            count=gaps.own[gap.key],
            href=query_link(site, list_query(gap.part)),
        )
        for gap in OWN_GAPS
    ]


def _rule_row(gaps: ReleaseGaps, rule: str, number: int, site: PageSite) -> GapRow:
    words = gaps.words[rule, site.language]
    return GapRow(
        label=words.label,
        meaning=words.definition,
        count=GapCount(number, sum(gaps.findings.values())),
        href=query_link(site, findings_query(rule)),
    )


def _label(gaps: ReleaseGaps, gap: str, site: PageSite) -> str:
    """Return the label of the entities with a kind of gap, such as "footnotes without text"."""
    whole = gaps.whole_words[gaps.wholes[gap], site.language]
    return f"{whole} {gaps.words[gap, site.language].label}"


def _heat_cells(counts: Mapping[str, GapCount], kinds: list[str]) -> list[HeatCell]:
    """Return a cell for each of ``kinds``. ``counts`` contains the counts of one year, by kind."""
    return [
        HeatCell(count.number, sum(100 * count.number > level * count.whole for level in _LEVELS))
        for count in (counts.get(kind, GapCount(0, 0)) for kind in kinds)
    ]


def _in_order(years: Iterable[str]) -> list[str]:
    """Return years in order. The unknown year, "", comes last."""
    return sorted(years, key=lambda year: (not year, year))


def _years_between(years: tuple[int, ...]) -> Iterator[str]:
    """Yield each missing year, or range of missing years, as text: "2007" or "2009–2021".

    ``years`` must be in order.
    """
    for before, after in pairwise(years):
        if after - before > 1:
            first, last = before + 1, after - 1
            yield str(first) if first == last else f"{first}–{last}"


def _both(numbers: Iterable[AanhangselNumbers]) -> Share:
    """Return how many numbers of a session are present in both chambers, and of how many."""
    listed = tuple(numbers)
    return Share(sum(n.present for n in listed), sum(n.highest for n in listed))


def _sessions(release: Release) -> list[SessionRow]:
    """Return a row for each session, or none if no list of identifiers names a missing paper.

    Each row combines the papers of all kinds in both chambers.
    """
    texts: dict[str | None, list[Share]] = defaultdict(list)
    for session, _, _, _, text, *_ in figure_rows(release, FIGURES["volledigheid"]):
        if isinstance(text, Share):
            texts[session.dutch if isinstance(session, FigureName) else None].append(text)
    return [
        SessionRow(name, Share(sum(s.part for s in shares), sum(s.whole for s in shares)))
        for name, shares in sorted(texts.items(), key=lambda item: (not item[0], item[0] or ""))
    ]
