"""A report with two years, hostile text, and items of every kind, and the pages of the report."""

from pathlib import Path

from lxml import html

from kv2rdf.model.completeness import CountedChamber, CountedPaper, Presence
from kv2rdf.model.counts import CountKind
from kv2rdf.model.kinds import SourceKind
from kv2rdf.pipeline.reports.labels import labels
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.report import Report, YearKindCounts
from kv2rdf.release.report_page.write import write_report

HOSTILE = '<script>alert("&")</script>'


def row(year: str, kind: SourceKind, number: int) -> YearKindCounts:
    return {"year": year, "kind": kind, "counts": dict.fromkeys(CountKind, number)}


def report(*gaps: YearKindCounts) -> Report:
    return Report(
        release="2026-01-02",
        software=HOSTILE,
        documents={},
        dossiers={"cases": 2},
        years={
            "1998": {"cases": 30, "questions": 60, "in_time": 8, "late": 12},
            "unknown": {"cases": 2, "questions": 3, "in_time": 1, "late": 1},
        },
        longest_waits=[
            {
                "case": {"case": HOSTILE, "file": "dossiers/1998/a b.ttl"},
                "title": HOSTILE,
                "year": 1998,
                "days": 1314,
            }
        ],
        media=[
            {
                "medium": HOSTILE,
                "cases": 2,
                "first_year": 1998,
                "last_year": 2003,
                "examples": [{"case": "2030410000", "file": "dossiers/2003/2030410000.ttl"}],
            }
        ],
        statements={"all": 3},
        gaps=gaps,
        unpublished=[
            {
                "year": "",
                "kind": SourceKind.UNKNOWN,
                "fate": CountKind.HELD_BACK,
                "reason": HOSTILE,
                "number": 1,
            }
        ],
        reasons={HOSTILE: 1},
        findings={"noot-zonder-tekst": 12345, "tekstcorrectie": 1},
        finding_examples={
            "noot-zonder-tekst": [{"case": "2022Z00634", "file": "dossiers/2022/2022Z00634.ttl"}]
        },
        warnings={"noteHasText": 1},
        held_back=[{"document": HOSTILE, "place": HOSTILE, "reason": HOSTILE}],
        not_read=[{"document": HOSTILE, "place": "", "reason": HOSTILE}],
        expectations={
            "applied": 3,
            "not_applied": 2,
            "breaches": [
                {
                    "expectation": "cases",
                    "about": HOSTILE,
                    "expected": "5 to 7",
                    "found": "4",
                    "examples": [HOSTILE],
                }
            ],
        },
        completeness=[
            {
                "session": "2021-2022",
                "year": "",
                "chamber": CountedChamber.TK,
                "kind": CountedPaper.QUESTIONS,
                "counts": {presence: n for n, presence in enumerate(Presence, 1001)},
            },
            {
                "session": "",
                "year": "",
                "chamber": CountedChamber.UNKNOWN,
                "kind": CountedPaper.PROVISIONAL,
                "counts": dict.fromkeys(Presence, 0),
            },
        ],
        lists=[{"document": HOSTILE, "identifiers": 3, "malformed": 1, "examples": [HOSTILE]}],
    )


def pages(tmp_path: Path, *rows: YearKindCounts) -> dict[str, html.HtmlElement]:
    """Return the pages of a report in each language."""
    files = ReleaseFiles(tmp_path)
    write_report(files, report(*rows), labels())
    return {
        language: html.document_fromstring(path.read_text(encoding="utf-8"))
        for language, path in (("nl", files.report_page), ("en", files.english_report_page))
    }


def texts(rows: list[html.HtmlElement]) -> list[list[str]]:
    """Return the words of each cell of each row, without labels that only phones show."""
    for hidden in [span for tr in rows for span in tr.xpath(".//span[@aria-hidden]")]:
        hidden.drop_tree()
    return [[" ".join(cell.text_content().split()) for cell in tr] for tr in rows]


def body_rows(page: html.HtmlElement, table: str) -> list[list[str]]:
    return texts(page.xpath(f"//table[@id='{table}']/tbody/tr"))
