"""Years to which no paper can belong, as in a misprint or a damaged file."""

import json
from pathlib import Path

import pytest

from kv2rdf.model.counts import year_in_tables
from tests.conftest import build_quietly
from tests.papers import read_paper
from tests.sources.official.papers import ASKED, REPLIED, answer, official, question

BODY = (question("1", "Gaat hij?"), answer("1", "Ja."))
ADDRESS = "https://zoek.officielebekendmakingen.nl/ah-tk-20302031-17/metadata.xml"


def test_a_session_in_an_impossible_year_is_not_a_session() -> None:
    paper = official(*BODY, session="Vergaderjaar 0029-2031", identifier=ADDRESS)
    assert read_paper(paper).session_year == "2030-2031"


@pytest.mark.parametrize(("year", "written"), [(None, ""), (30, "0030"), (2030, "2030")])
def test_a_year_in_a_table_has_four_digits(year: int | None, written: str) -> None:
    assert year_in_tables(year) == written


def test_one_paper_of_an_impossible_year_does_not_stop_a_release(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    early = [line.replace("2030", "0030") for line in (ASKED, REPLIED)]
    (source / "day.xml").write_text(official(*BODY, asked=early[0], replied=early[1]))
    held = official(*BODY, "<onbekend/>", number="18", session="Vergaderjaar 0029-2031")
    (source / "session.xml").write_text(held)
    build_quietly(out, source)
    report = json.loads((out / "report.json").read_text())
    assert list(report["years"]) == ["0030"]
    assert [row["fate"] for row in report["unpublished"]] == ["documenten-teruggehouden"]
    assert (out / "dossiers" / "0030" / "ah-tk-20302031-17.ttl").is_file()
