"""The number of documents that the page of a report lists. Its JSON lists all of them."""

from dataclasses import replace
from pathlib import Path

from kv2rdf.pipeline.reports.labels import labels
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.report import UnpublishedDocument
from kv2rdf.release.report_page.write import write_report
from tests.release.sample_report import report


def unpublished(prefix: str, count: int) -> list[UnpublishedDocument]:
    """Return unpublished documents, named by their prefix and a number from 1 on."""
    return [
        {"document": f"{prefix}{number}.xml", "place": "", "reason": "broken"}
        for number in range(1, count + 1)
    ]


def test_the_page_lists_500_documents_held_back_and_100_not_read(tmp_path: Path) -> None:
    held_back, not_read = unpublished("H", 501), unpublished("N", 101)
    full = replace(report(), held_back=held_back, not_read=not_read)
    write_report(ReleaseFiles(tmp_path), full, labels())
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert [name in page for name in ("H500.xml", "H501.xml")] == [True, False]
    assert [name in page for name in ("N100.xml", "N101.xml")] == [True, False]
    assert "H501.xml" in (tmp_path / "report.json").read_text(encoding="utf-8")
