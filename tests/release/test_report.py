"""The report. Every table has its headings, all text is escaped, and no script is run."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from kv2rdf.model.completeness import CountedChamber, CountedPaper, Presence
from kv2rdf.model.counts import CountKind
from kv2rdf.model.kinds import SourceKind
from kv2rdf.pipeline.reports.labels import labels
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.report_page.write import write_report
from tests.release.sample_report import HOSTILE, body_rows, pages, report, row, texts


@pytest.fixture
def both(tmp_path: Path) -> dict[str, html.HtmlElement]:
    """The pages of a report with two years, three kinds of source, and hostile text."""
    return pages(
        tmp_path,
        row("1998", SourceKind.KVR, 1),
        row("1998", SourceKind.KVR_SCAN, 2),
        row("", SourceKind.UNKNOWN, 0),
    )


@pytest.fixture
def page(both: dict[str, html.HtmlElement]) -> html.HtmlElement:
    """The same report in English."""
    return both["en"]


def test_text_of_sources_is_escaped_and_no_script_is_run(both: dict[str, html.HtmlElement]) -> None:
    for page in both.values():
        assert page.xpath("//script") == []
        names = [str(name) for tag in page.iter() for name in tag.attrib]
        assert [name for name in names if name.startswith("on")] == []
        assert HOSTILE in page.text_content()


def test_each_page_is_in_its_language_and_leads_to_the_other(
    both: dict[str, html.HtmlElement],
) -> None:
    found = {
        language: (page.get("lang"), page.xpath("//header//a/@href"), page.xpath("//h1/text()"))
        for language, page in both.items()
    }
    assert found == {
        "nl": ("nl", ["report.en.html"], ["Kamervragen, editie 2026-01-02"]),
        "en": ("en", ["report.html"], ["Kamervragen, release 2026-01-02"]),
    }


def test_every_table_has_a_caption_and_every_heading_a_scope(
    both: dict[str, html.HtmlElement],
) -> None:
    for page in both.values():
        tables = page.xpath("//table")
        assert len({table.get("id") for table in tables}) == len(tables) == 22
        for table in tables:
            assert len(table.xpath("./caption")) == 1
            assert table.xpath(".//th[not(@scope)]") == []
            columns = len(table.xpath("./thead/tr/th"))
            assert {len(tr) for tr in table.xpath("./tbody/tr | ./tfoot/tr")} == {columns}


def test_cells_keep_their_roles_when_a_phone_shows_them_below_each_other(
    page: html.HtmlElement,
) -> None:
    parts = {"table": "table", "tr": "row", "td": "cell", "tbody": "rowgroup"}
    for tag, role in parts.items():
        assert set(page.xpath(f"//{tag}/@role")) == {role}
        assert page.xpath(f"//{tag}[not(@role)]") == []


def test_words_in_another_language_are_marked(both: dict[str, html.HtmlElement]) -> None:
    assert both["en"].xpath("//code[@lang='nl']/text()") == ["noot-zonder-tekst", "tekstcorrectie"]
    assert both["nl"].xpath("//code[@lang]") == []
    assert set(both["nl"].xpath("//*[@lang='en'][self::span]/text()")) >= {HOSTILE, "5 to 7"}


def test_a_finding_is_counted_explained_and_shown_in_a_case(page: html.HtmlElement) -> None:
    links = page.xpath("//table[@id='findings']//a/@href")
    assert links == ["dossiers/2022/2022Z00634.ttl"]
    number, meaning, cases, rule = body_rows(page, "findings")[0]
    assert (number, cases, rule) == ("12,345", "2022Z00634", "noot-zonder-tekst")
    assert "only the mark" in meaning


def test_the_longest_waits_and_the_media_lead_to_the_files_of_cases(
    both: dict[str, html.HtmlElement],
) -> None:
    page = both["nl"]
    assert page.xpath("//table[@id='longest-waits']//a/@href") == ["dossiers/1998/a%20b.ttl"]
    assert body_rows(page, "longest-waits") == [["1.314", HOSTILE, "1998", HOSTILE]]
    assert body_rows(page, "media") == [[HOSTILE, "2", "1998–2003", "2030410000"]]


def test_the_share_of_late_answers_is_only_given_for_enough_answers(
    page: html.HtmlElement,
) -> None:
    assert body_rows(page, "years") == [
        ["1998", "30", "60", "20", "12", "60%"],
        ["unknown", "2", "3", "2", "1", "–"],
    ]
    (total,) = texts(page.xpath("//table[@id='years']/tfoot/tr"))
    assert total == ["all", "32", "63", "22", "13", "59%"]


def test_years_are_in_order_with_a_row_for_each_kind_and_a_row_of_totals(
    page: html.HtmlElement,
) -> None:
    rows = body_rows(page, "by-year-vragen")
    assert rows == [["1998", "3"], ["KVR XML, with a reply", "1"], ["KVR XML, scan", "2"],
                    ["unknown", "0"]]  # fmt: skip
    (total,) = texts(page.xpath("//table[@id='by-year-vragen']/tfoot/tr"))
    assert total == ["all", "3"]
    summaries = page.xpath("//details/summary/text()")
    assert "questions: 3" in summaries


def test_zeros_are_shown_and_gaps_are_marked(page: html.HtmlElement) -> None:
    (table,) = page.xpath("//table[@id='by-kind']")
    numbers = table.xpath("./tbody/tr/td")
    assert len(numbers) == 4 * len(CountKind)
    assert all(td.text_content() for td in numbers)
    missing = table.xpath("./tbody/tr/td[@class='n gap']")
    assert len(missing) == 3 * sum(kind.is_gap for kind in CountKind)
    assert len(table.xpath("./tbody/tr/td[@class='n zero']")) == len(CountKind)


def test_the_completeness_has_a_table_for_each_chamber_and_kind_with_rows_for_sessions(
    page: html.HtmlElement,
) -> None:
    (first,) = body_rows(page, "papers-stukken-met-vragen-tweede-kamer")
    (other,) = body_rows(page, "papers-voorlopige-stukken-kamer-onbekend")
    assert first == ["2021-2022", *(f"1,00{n}" for n in range(1, 7))]
    assert other[0] == "unknown"
    assert "papers with written questions, Tweede Kamer: 1,001" in page.xpath("//summary/text()")


def test_every_kind_of_count_and_source_has_a_label() -> None:
    for descriptions in labels().values():
        for key in (*CountKind, *SourceKind, *CountedChamber, *CountedPaper, *Presence):
            assert descriptions[key].label
            assert descriptions[key].meaning
        assert descriptions["noteHasText"].meaning == ""
    assert labels()["nl"]["zaken"].label != labels()["en"]["zaken"].label


def test_the_json_has_the_same_rows_as_the_page(tmp_path: Path) -> None:
    write_report(ReleaseFiles(tmp_path), report(row("1998", SourceKind.KVR, 1)), labels())
    written = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert written["gaps"] == [row("1998", SourceKind.KVR, 1)]
    assert written["unpublished"][0]["reason"] == HOSTILE


def test_every_link_of_a_report_leads_to_a_file_of_the_release(seed_release: Path) -> None:
    for name in ("report.html", "report.en.html"):
        page = html.document_fromstring((seed_release / name).read_text(encoding="utf-8"))
        links = page.xpath("//a/@href")
        assert "dossiers/2022/2022Z00634.ttl" in links
        assert [link for link in links if not (seed_release / unquote(link)).is_file()] == []
        assert "4" in page.xpath("//td[@class='n gap']/text()")
