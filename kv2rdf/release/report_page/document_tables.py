"""The parts of a report page about unpublished documents, lists of identifiers, and files."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from kv2rdf.release.report import Report, UnpublishedDocument
from kv2rdf.release.report_page.cells import Cell, Piece, ReportSection, Row, long_cell, text_cell
from kv2rdf.release.report_page.report_words import ReportWords

_MAX_HELD_BACK = 500
_MAX_NOT_READ = 100


def document_sections(report: Report, words: ReportWords) -> Iterator[ReportSection]:
    """Yield the parts about the input: documents not published, and lists of identifiers."""
    english = words.foreign("en")
    if report.unpublished:
        rows = [
            Row(
                text_cell(words.year(row["year"])),
                (
                    text_cell(words.label(row["kind"])),
                    text_cell(words.label(row["fate"])),
                    words.count(row["number"]),
                    long_cell(row["reason"], language=english),
                ),
            )
            for row in report.unpublished
        ]
        table = words.table(
            "unpublished",
            "report_unpublished_caption",
            ("year", "report_kind", "report_fate", "report_documents", "report_reason"),
            rows,
        )
        yield ReportSection(words.text("report_unpublished"), (), (table,))
    if report.held_back:
        shown = report.held_back[:_MAX_HELD_BACK]
        rows = [
            Row(
                text_cell(d["document"], is_code=True),
                (
                    text_cell(d["place"], is_code=True),
                    long_cell(d["reason"], language=english),
                ),
            )
            for d in shown
        ]
        table = words.table(
            "held-back", "report_sorted", ("report_document", "report_place", "report_reason"), rows
        )
        sentences = _first_of(shown, report.held_back, "report_held_back_in", words)
        yield ReportSection(words.text("report_held_back"), sentences, (table,))
    if report.lists:
        rows = [
            Row(
                text_cell(d["document"], is_code=True),
                (
                    words.count(d["identifiers"]),
                    words.count(d["malformed"]),
                    text_cell(", ".join(d["examples"])),
                ),
            )
            for d in report.lists
        ]
        table = words.table(
            "lists",
            "report_lists_caption",
            ("report_document", "report_identifiers", "report_malformed", "report_examples"),
            rows,
        )
        yield ReportSection(words.text("report_lists"), (), (table,))
    if report.not_read:
        unread = report.not_read[:_MAX_NOT_READ]
        rows = [
            Row(text_cell(d["document"], is_code=True), (long_cell(d["reason"], language=english),))
            for d in unread
        ]
        table = words.table("not-read", "report_sorted", ("report_document", "report_reason"), rows)
        sentences = _first_of(unread, report.not_read, "report_not_read_in", words)
        yield ReportSection(words.text("report_not_read"), sentences, (table,))


def file_section(files: Mapping[str, str], words: ReportWords) -> ReportSection:
    """Return the section with links to files of the release.

    ``files`` maps the name of each file to a description of its content.
    """
    rows = [
        Row(Cell(pieces=(Piece(text=name, href=quote(name), is_code=True),)), (text_cell(what),))
        for name, what in files.items()
    ]
    table = words.table("files", "report_files_caption", ("file", "what"), rows)
    return ReportSection(words.text("report_files"), (), (table,))


def _first_of(
    shown: Sequence[UnpublishedDocument],
    everything: Sequence[UnpublishedDocument],
    key: str,
    words: ReportWords,
) -> tuple[str, ...]:
    """Return a tuple with a sentence about how many documents are shown, or () if all are shown."""
    if len(shown) == len(everything):
        return ()
    number = words.page.number
    return (words.text(key, shown=number(len(shown)), all=number(len(everything))),)
