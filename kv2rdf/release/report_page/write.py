"""report.json, and the pages report.html (in Dutch) and report.en.html (in English)."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kv2rdf.reference.page_words import PageWords
from kv2rdf.reference.template_folder import template_folder
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.report import Report
from kv2rdf.release.report_page.case_tables import case_sections, years_table
from kv2rdf.release.report_page.cells import ReportSection
from kv2rdf.release.report_page.count_tables import count_sections
from kv2rdf.release.report_page.document_tables import document_sections, file_section
from kv2rdf.release.report_page.finding_tables import expectation_section, finding_sections
from kv2rdf.release.report_page.report_words import Description, ReportWords
from kv2rdf.release.report_page.year_charts import year_panels

_TEMPLATES = Path(__file__).parents[1] / "templates"


def write_report(
    release: ReleaseFiles, report: Report, labels: Mapping[str, Mapping[str, Description]]
) -> None:
    """Write the report as JSON, and as a page in Dutch and in English.

    ``labels`` maps each language to the descriptions of concepts and shapes, by their names.
    """
    release.report.write_text(report.as_json(), encoding="utf-8")
    pages = {"nl": release.report_page, "en": release.english_report_page}
    for language, path in pages.items():
        words = ReportWords(PageWords(language), labels[language])
        page = (
            template_folder(_TEMPLATES)
            .get_template("report.html.j2")
            .render(
                report=report,
                words=words.page,
                t=words.text,
                years=years_table(report, words),
                panels=year_panels(report),
                sections=tuple(_sections(release, report, words)),
                others={code: other.name for code, other in pages.items() if code != language},
            )
        )
        path.write_text(page + "\n", encoding="utf-8")


def _sections(release: ReleaseFiles, report: Report, words: ReportWords) -> Iterator[ReportSection]:
    yield from case_sections(report, words)
    yield from count_sections(report, words)
    yield from finding_sections(report, words)
    yield expectation_section(report, words)
    yield from document_sections(report, words)
    files = {
        release.nquads: "file_nquads",
        release.turtle: "file_turtle",
        release.catalogue: "file_catalogue",
        release.report: "report_for_programs",
        release.readme: "report_readme",
        release.licence: "report_licence",
        release.manifest: "file_manifest",
    }
    named = {release.name(path): words.text(key) for path, key in files.items()}
    yield file_section(named, words)
