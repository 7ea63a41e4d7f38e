"""The parts of a report page with counts of published and missing items."""

from collections import Counter
from collections.abc import Mapping, Sequence

from kv2rdf.model.completeness import Presence
from kv2rdf.model.counts import WHOLE_OF, CountKind
from kv2rdf.model.kinds import SourceKind
from kv2rdf.release.report import CompletenessRow, Report, YearKindCounts
from kv2rdf.release.report_page.cells import (
    ReportColumn,
    ReportSection,
    ReportTable,
    Row,
    long_cell,
    text_cell,
)
from kv2rdf.release.report_page.report_words import ReportWords


def count_sections(report: Report, words: ReportWords) -> tuple[ReportSection, ...]:
    """Return sections with counts by kind of source, counts by year, and counts of papers."""
    by_kind = _totals_by_kind(report.gaps)
    tables = (_table_by_kind(by_kind, words),) if by_kind else ()
    sentence = words.text("report_by_year_sentence")
    by_year = tuple(_table_by_year(kind, report.gaps, by_kind, words) for kind in _wholes())
    return (
        ReportSection(words.text("report_gaps"), (words.text("report_gaps_sentence"),), tables),
        ReportSection(words.text("report_by_year"), (sentence,), by_year),
        ReportSection(
            words.text("report_papers"),
            (words.text("report_papers_sentence"),),
            _completeness(report, words),
        ),
    )


def _wholes() -> list[CountKind]:
    return [kind for kind in CountKind if kind not in WHOLE_OF]


def _parts(whole: CountKind) -> list[CountKind]:
    return [part for part, of in WHOLE_OF.items() if of is whole]


def _totals_by_kind(rows: Sequence[YearKindCounts]) -> dict[str, Counter[str]]:
    """Return a mapping from each kind of source in the rows to the sums of its counts."""
    totals = {str(kind): Counter[str]() for kind in SourceKind}
    for row in rows:
        totals[row["kind"]].update(row["counts"])
    return {kind: counts for kind, counts in totals.items() if counts}


def _table_by_kind(by_kind: Mapping[str, Counter[str]], words: ReportWords) -> ReportTable:
    columns = [_sum(by_kind), *by_kind.values()]

    def row(kind: CountKind) -> Row:
        label, meaning = words.labels[kind]
        cells = tuple(words.count(c[kind], is_gap=kind.is_gap) for c in columns)
        return Row(long_cell(label, note=meaning), cells, is_part=kind in WHOLE_OF)

    return ReportTable(
        name="by-kind",
        caption=words.text("report_by_kind_caption"),
        columns=(
            ReportColumn(words.text("report_count")),
            ReportColumn(words.text("report_all"), is_number=True),
            *(ReportColumn(words.label(kind), is_number=True) for kind in by_kind),
        ),
        groups=tuple(tuple(map(row, [whole, *_parts(whole)])) for whole in _wholes()),
        is_wide=True,
    )


def _table_by_year(
    whole: CountKind,
    rows: Sequence[YearKindCounts],
    by_kind: Mapping[str, Counter[str]],
    words: ReportWords,
) -> ReportTable:
    kinds = [whole, *_parts(whole)]
    years: dict[str, list[YearKindCounts]] = {}
    for row in rows:
        years.setdefault(row["year"], []).append(row)

    def counts_row(heading: str, counts: Mapping[str, int], *, is_part: bool = False) -> Row:
        cells = tuple(words.count(counts.get(k, 0), is_gap=k.is_gap) for k in kinds)
        return Row(text_cell(heading), cells, is_part)

    def group(year: str, of_year: Sequence[YearKindCounts]) -> tuple[Row, ...]:
        total = counts_row(words.year(year), _sum({r["kind"]: r["counts"] for r in of_year}))
        if len(of_year) == 1:
            return (total,)
        parts = (counts_row(words.label(r["kind"]), r["counts"], is_part=True) for r in of_year)
        return (total, *parts)

    everything = _sum(by_kind)
    return ReportTable(
        name=f"by-year-{whole}",
        caption=words.text("report_by_year_caption", what=words.label(whole)),
        columns=(
            ReportColumn(words.text("year")),
            ReportColumn(words.text("report_all"), is_number=True),
            *(ReportColumn(words.label(part), is_number=True) for part in _parts(whole)),
        ),
        groups=tuple(group(year, of_year) for year, of_year in years.items()),
        total=counts_row(words.text("report_all"), everything),
        summary=f"{words.label(whole)}: {words.page.number(everything[whole])}",
    )


def _sum(by_kind: Mapping[str, Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for counts in by_kind.values():
        total.update(counts)
    return total


def _completeness(report: Report, words: ReportWords) -> tuple[ReportTable, ...]:
    """Return a table for each kind of paper in each chamber, with a row for each session."""
    groups: dict[tuple[str, str], list[CompletenessRow]] = {}
    for row in report.completeness:
        groups.setdefault((row["kind"], row["chamber"]), []).append(row)
    return tuple(_papers_table(group, groups[group], words) for group in sorted(groups))


def _papers_table(
    group: tuple[str, str], rows: Sequence[CompletenessRow], words: ReportWords
) -> ReportTable:
    known = sum(row["counts"][Presence.KNOWN] for row in rows)
    name = ", ".join(map(words.label, group))

    def session_row(row: CompletenessRow) -> Row:
        cells = tuple(words.count(row["counts"][presence]) for presence in Presence)
        return Row(text_cell(words.year(row["session"] or row["year"])), cells)

    return ReportTable(
        name="-".join(("papers", *group)),
        caption=words.text("report_papers_caption", what=name),
        columns=(
            ReportColumn(words.text("report_session")),
            *(ReportColumn(words.label(presence), is_number=True) for presence in Presence),
        ),
        groups=(tuple(session_row(row) for row in rows),),
        is_wide=True,
        summary=f"{name}: {words.page.number(known)}",
    )
