"""The report: every table has its headings, all text is escaped, and no script is run."""

import json
from pathlib import Path

import pytest
from lxml import html

from kv2rdf.model.completeness import CountedChamber, CountedPaper, Presence
from kv2rdf.model.counts import CountKind
from kv2rdf.model.kinds import SourceKind
from kv2rdf.pipeline.reports.labels import labels
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.report import Report, YearKindCounts, write_report
from tests.conftest import ROOT

HOSTILE = '<script>alert("&")</script>'
EXAMPLE = ROOT / "output" / "example" / "report.html"


def row(year: str, kind: SourceKind, number: int) -> YearKindCounts:
    return {"year": year, "kind": kind, "counts": dict.fromkeys(CountKind, number)}


def report(*gaps: YearKindCounts) -> Report:
    return Report(
        release="2026-01-02",
        software=HOSTILE,
        documents={},
        dossiers={"cases": 2},
        years={},
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


@pytest.fixture
def page(tmp_path: Path) -> html.HtmlElement:
    """The page of a report with two years, three kinds of source, and hostile text."""
    rows = (
        row("1998", SourceKind.KVR, 1),
        row("1998", SourceKind.KVR_SCAN, 2),
        row("", SourceKind.UNKNOWN, 0),
    )
    write_report(ReleaseFiles(tmp_path), report(*rows), labels())
    return html.document_fromstring((tmp_path / "report.html").read_text(encoding="utf-8"))


def texts(rows: list[html.HtmlElement]) -> list[list[str]]:
    return [[" ".join(cell.text_content().split()) for cell in tr] for tr in rows]


def test_text_of_sources_is_escaped_and_no_script_is_run(page: html.HtmlElement) -> None:
    assert page.xpath("//script") == []
    assert [name for tag in page.iter() for name in tag.attrib if str(name).startswith("on")] == []
    assert HOSTILE in page.text_content()


def test_every_table_has_a_caption_and_every_heading_a_scope(page: html.HtmlElement) -> None:
    tables = page.xpath("//table")
    assert len(tables) == 10
    for table in tables:
        assert len(table.xpath("./caption")) == 1
        assert table.xpath(".//th[not(@scope)]") == []
        assert table.xpath("./thead/tr/td") == []
    label_ids = page.xpath("//*[@aria-labelledby]/@aria-labelledby")
    assert sorted(label_ids) == sorted(page.xpath("//caption[@id]/@id"))


def test_dutch_text_is_marked_as_dutch(page: html.HtmlElement) -> None:
    assert page.get("lang") == "en"
    rules = page.xpath("//code[@lang='nl']/text()")
    assert rules == ["noot-zonder-tekst", "tekstcorrectie"]


def test_a_finding_is_counted_and_explained(page: html.HtmlElement) -> None:
    (first, *_) = texts(page.xpath("//tr[th/code[@lang='nl']]"))
    assert first[:2] == ["12,345", "noot-zonder-tekst"]
    assert "only the mark" in first[2]


def test_years_are_in_order_with_a_row_for_each_kind_and_a_row_of_totals(
    page: html.HtmlElement,
) -> None:
    (table,) = page.xpath("//table[@class='years']")
    rows = texts(table.xpath("./tbody/tr"))
    assert [r[:2] for r in rows] == [
        ["1998", "KVR XML, with a reply"],
        ["KVR XML, scan", "2"],
        ["unknown", "not known"],
    ]
    assert [len(r) for r in rows] == [2 + len(CountKind), 1 + len(CountKind), 2 + len(CountKind)]
    (sums,) = texts(table.xpath("./tfoot/tr"))
    assert sums == ["all", *["3"] * len(CountKind)]


def test_zeros_are_shown_and_gaps_are_marked(page: html.HtmlElement) -> None:
    (table,) = page.xpath("//table[@class='years']")
    *_, last = table.xpath("./tbody/tr")
    assert {td.text for td in last.xpath("./td")} == {"0"}
    assert set(last.xpath("./td/@class")) == {"n zero"}
    missing = table.xpath("./tfoot/tr/td[contains(@class, 'bad')]")
    assert len(missing) == sum(kind.is_gap for kind in CountKind)


def test_the_completeness_has_a_row_for_each_session_chamber_and_kind(
    page: html.HtmlElement,
) -> None:
    (table,) = page.xpath("//table[@class='completeness']")
    first, last = texts(table.xpath("./tbody/tr"))
    assert first[:3] == ["2021-2022", "Tweede Kamer", "papers with written questions"]
    assert first[3:] == [f"1,00{n}" for n in range(1, 7)]
    assert last[:3] == ["unknown", "not known", "provisional papers"]


def test_every_kind_of_count_and_source_has_a_label() -> None:
    descriptions = labels()
    for key in (*CountKind, *SourceKind, *CountedChamber, *CountedPaper, *Presence):
        assert descriptions[key].label
        assert descriptions[key].meaning
    assert descriptions["noteHasText"].meaning == ""


def test_the_json_has_the_same_rows_as_the_page(tmp_path: Path) -> None:
    write_report(ReleaseFiles(tmp_path), report(row("1998", SourceKind.KVR, 1)), labels())
    written = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert written["gaps"] == [row("1998", SourceKind.KVR, 1)]
    assert written["unpublished"][0]["reason"] == HOSTILE


def test_the_example_report_marks_its_gaps() -> None:
    page = html.document_fromstring(EXAMPLE.read_text(encoding="utf-8"))
    assert "4" in page.xpath("//td[contains(@class, 'bad')]/text()")
