"""The parts of a report page about the cases: the years, the longest waits, and the media."""

from collections.abc import Iterator, Mapping

from kv2rdf.release.report import CitedMedium, Report
from kv2rdf.release.report_page.cells import (
    Cell,
    ReportColumn,
    ReportSection,
    ReportTable,
    Row,
    case_cell,
    long_cell,
    text_cell,
)
from kv2rdf.release.report_page.report_words import ReportWords

_FEWEST = 20
"""The minimum number of cases for which the share of late answers is computed."""


def case_sections(report: Report, words: ReportWords) -> Iterator[ReportSection]:
    """Yield the sections about the longest waits and about the media. Empty ones are left out."""
    if report.longest_waits:
        sentences = (words.text("longest_waits_sentence"),)
        yield ReportSection(words.text("longest_waits"), sentences, (_waits(report, words),))
    if report.media:
        sentences = (words.text("report_media_sentence"),)
        yield ReportSection(words.text("section_media"), sentences, (_media(report, words),))


def years_table(report: Report, words: ReportWords) -> ReportTable:
    """Return the table of years: the numbers of cases and questions, and of late answers."""
    rows = [_year_row(year, counts, words) for year, counts in report.years.items()]
    sums = {
        key: sum(counts.get(key, 0) for counts in report.years.values())
        for key in ("cases", "questions", "in_time", "late")
    }
    keys = ("cases", "report_questions", "report_with_deadline", "report_late", "report_share")
    return ReportTable(
        name="years",
        caption=words.text("report_years_caption", fewest=_FEWEST),
        columns=(
            ReportColumn(words.text("year")),
            *(ReportColumn(words.text(key), is_number=True) for key in keys),
        ),
        groups=(tuple(rows),),
        total=_year_row(words.text("report_all"), sums, words),
    )


def late_share(counts: Mapping[str, int]) -> int | None:
    """Return the share of late answers in percent, or None if there are too few cases.

    ``counts`` contains the counts of a year in the report.
    """
    known = counts.get("in_time", 0) + counts.get("late", 0)
    return round(100 * counts["late"] / known) if known >= _FEWEST else None


def _year_row(year: str, counts: Mapping[str, int], words: ReportWords) -> Row:
    known, share = counts.get("in_time", 0) + counts.get("late", 0), late_share(counts)
    percentage = Cell(
        pieces=text_cell("–" if share is None else f"{share}%").pieces, number=share or 1
    )
    numbers = (counts["cases"], counts["questions"], known, counts.get("late", 0))
    cells = tuple(words.count(number) for number in numbers)
    return Row(text_cell(words.year(year)), (*cells, percentage))


def _waits(report: Report, words: ReportWords) -> ReportTable:
    language = words.foreign("nl")
    rows = [
        Row(
            words.count(wait["days"]),
            (
                case_cell([wait["case"]]),
                text_cell(words.year(wait["year"])),
                long_cell(wait["title"], language=language),
            ),
        )
        for wait in report.longest_waits
    ]
    return ReportTable(
        name="longest-waits",
        caption=words.text("longest_waits_caption"),
        columns=(
            ReportColumn(words.text("report_days"), is_number=True),
            ReportColumn(words.text("report_case")),
            ReportColumn(words.text("report_tabled")),
            ReportColumn(words.text("report_title_of_case")),
        ),
        groups=(tuple(rows),),
        is_wide=True,
    )


def _media(report: Report, words: ReportWords) -> ReportTable:
    rows = [
        Row(
            text_cell(medium["medium"], language=words.foreign("nl")),
            (
                words.count(medium["cases"]),
                text_cell(_period(medium, words)),
                case_cell(medium["examples"]),
            ),
        )
        for medium in report.media
    ]
    return ReportTable(
        name="media",
        caption=words.text("report_media_caption"),
        columns=(
            ReportColumn(words.text("report_medium")),
            ReportColumn(words.text("cases"), is_number=True),
            ReportColumn(words.text("report_period")),
            ReportColumn(words.text("report_latest")),
        ),
        groups=(tuple(rows),),
        is_wide=True,
    )


def _period(medium: CitedMedium, words: ReportWords) -> str:
    first, last = medium["first_year"], medium["last_year"]
    return words.year(first) if first == last else f"{first}–{last}"
