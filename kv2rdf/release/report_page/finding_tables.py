"""The sections about findings, warnings and expectations on a report page."""

from collections.abc import Iterator

from kv2rdf.release.report import Report
from kv2rdf.release.report_page.cells import ReportSection, Row, case_cell, long_cell, text_cell
from kv2rdf.release.report_page.report_words import ReportWords


def finding_sections(report: Report, words: ReportWords) -> Iterator[ReportSection]:
    """Yield the sections about findings and about warnings of shapes. Empty ones are left out."""
    dutch = words.foreign("nl")
    if report.findings:
        rows = [
            Row(
                words.count(number),
                (
                    long_cell(words.label(rule), note=words.labels[rule].meaning),
                    case_cell(report.finding_examples.get(rule, ())),
                    text_cell(rule, language=dutch, is_code=True),
                ),
            )
            for rule, number in report.findings.items()
        ]
        columns = ("report_number", "report_meaning", "report_latest", "report_rule")
        table = words.table("findings", "most_frequent_first", columns, rows)
        yield ReportSection(words.text("report_findings"), (), (table,))
    if report.warnings:
        rows = [
            Row(
                words.count(number),
                (long_cell(words.label(shape)), text_cell(shape, is_code=True)),
            )
            for shape, number in report.warnings.items()
        ]
        keys = ("report_number", "report_meaning", "report_shape")
        table = words.table("warnings", "most_frequent_first", keys, rows)
        yield ReportSection(words.text("report_warnings"), (), (table,))


def expectation_section(report: Report, words: ReportWords) -> ReportSection:
    """Return the section that lists the expectations that are not met."""
    expected, english = report.expectations, words.foreign("en")
    number = words.page.number
    sentences = [words.text("report_compared", number=number(expected["applied"]))]
    if expected["not_applied"]:
        sentences.append(words.text("report_not_compared", number=number(expected["not_applied"])))
    if not expected["breaches"]:
        sentences.append(words.text("report_as_expected"))
        return ReportSection(words.text("report_expectations"), tuple(sentences))
    rows = [
        Row(
            text_cell(row["expectation"], language=english),
            (
                text_cell(row["about"], language=english),
                text_cell(row["expected"], language=english),
                text_cell(row["found"], language=english),
                text_cell(", ".join(row["examples"])),
            ),
        )
        for row in expected["breaches"]
    ]
    keys = ("report_expectation", "report_about", "report_expected", "report_found",
            "report_examples")  # fmt: skip
    table = words.table("breaches", "report_breaches_caption", keys, rows)
    return ReportSection(words.text("report_expectations"), tuple(sentences), (table,))
