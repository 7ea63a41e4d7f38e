"""The report for readers: every table told apart, every word escaped, nothing to be run."""

import json
from pathlib import Path

import pytest
from lxml import html

from kv2rdf.model.counts import Counted
from kv2rdf.model.kinds import SourceKind
from kv2rdf.pipeline.accounts.labels import words
from kv2rdf.release.report import Report, YearAndKind, write
from tests.conftest import ROOT

HOSTILE = '<script>alert("&")</script>'
EXAMPLE = ROOT / "output" / "example" / "report.html"


def row(year: str, kind: SourceKind, number: int) -> YearAndKind:
    return {"year": year, "kind": kind, "counts": dict.fromkeys(Counted, number)}


def report(*gaps: YearAndKind) -> Report:
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
                "fate": Counted.HELD_BACK,
                "reason": HOSTILE,
                "number": 1,
            }
        ],
        reasons={HOSTILE: 1},
        findings={"noot-zonder-tekst": 12345, "tekstcorrectie": 1},
        warnings={"noteHasText": 1},
        held_back=[{"document": HOSTILE, "place": HOSTILE, "reason": HOSTILE}],
        not_read=[{"document": HOSTILE, "place": "", "reason": HOSTILE}],
    )


@pytest.fixture
def page(tmp_path: Path) -> html.HtmlElement:
    """The page of a report with two years, two kinds, and hostile words."""
    rows = (
        row("1998", SourceKind.KVR, 1),
        row("1998", SourceKind.KVR_SCAN, 2),
        row("", SourceKind.UNKNOWN, 0),
    )
    write(tmp_path, report(*rows), words())
    return html.document_fromstring((tmp_path / "report.html").read_text(encoding="utf-8"))


def texts(rows: list[html.HtmlElement]) -> list[list[str]]:
    return [[" ".join(cell.text_content().split()) for cell in tr] for tr in rows]


def test_what_sources_say_is_escaped_and_nothing_is_run(page: html.HtmlElement) -> None:
    assert page.xpath("//script") == []
    assert [name for tag in page.iter() for name in tag.attrib if str(name).startswith("on")] == []
    assert HOSTILE in page.text_content()


def test_every_table_has_a_caption_and_every_heading_a_scope(page: html.HtmlElement) -> None:
    tables = page.xpath("//table")
    assert len(tables) == 7
    for table in tables:
        assert len(table.xpath("./caption")) == 1
        assert table.xpath(".//th[not(@scope)]") == []
        assert table.xpath("./thead/tr/td") == []
    named = page.xpath("//*[@aria-labelledby]/@aria-labelledby")
    assert sorted(named) == sorted(page.xpath("//caption[@id]/@id"))


def test_words_are_said_to_be_in_their_language(page: html.HtmlElement) -> None:
    assert page.get("lang") == "en"
    rules = page.xpath("//code[@lang='nl']/text()")
    assert rules == ["noot-zonder-tekst", "tekstcorrectie"]


def test_a_finding_is_counted_and_explained(page: html.HtmlElement) -> None:
    (first, *_) = texts(page.xpath("//tr[th/code[@lang='nl']]"))
    assert first[:2] == ["12,345", "noot-zonder-tekst"]
    assert "mark only" in first[2]


def test_years_are_in_order_with_a_row_for_each_kind_and_the_sum_below(
    page: html.HtmlElement,
) -> None:
    (table,) = page.xpath("//table[@class='years']")
    rows = texts(table.xpath("./tbody/tr"))
    assert [r[:2] for r in rows] == [
        ["1998", "KVR XML, with a reply"],
        ["KVR XML, scan", "2"],
        ["not known", "not known"],
    ]
    assert [len(r) for r in rows] == [2 + len(Counted), 1 + len(Counted), 2 + len(Counted)]
    (sums,) = texts(table.xpath("./tfoot/tr"))
    assert sums == ["all", *["3"] * len(Counted)]


def test_none_is_a_zero_and_what_is_missing_is_marked(page: html.HtmlElement) -> None:
    (table,) = page.xpath("//table[@class='years']")
    *_, last = table.xpath("./tbody/tr")
    assert {td.text for td in last.xpath("./td")} == {"0"}
    assert set(last.xpath("./td/@class")) == {"n zero"}
    missing = table.xpath("./tfoot/tr/td[contains(@class, 'bad')]")
    assert len(missing) == sum(counted.is_gap for counted in Counted)


def test_every_concept_that_is_counted_has_words() -> None:
    said = words()
    for key in (*Counted, *SourceKind):
        assert said[key].label
        assert said[key].meaning
    assert said["noteHasText"].meaning == ""


def test_the_report_in_json_has_what_the_page_has(tmp_path: Path) -> None:
    write(tmp_path, report(row("1998", SourceKind.KVR, 1)), words())
    told = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert told["gaps"] == [row("1998", SourceKind.KVR, 1)]
    assert told["unpublished"][0]["reason"] == HOSTILE


def test_the_report_of_one_case_is_a_page() -> None:
    page = html.document_fromstring(EXAMPLE.read_text(encoding="utf-8"))
    assert "4" in page.xpath("//td[contains(@class, 'bad')]/text()")
