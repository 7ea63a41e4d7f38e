"""The named queries about citations in footnotes, which do not occur in the seed."""

from pathlib import Path

import pytest

from kv2rdf.query.named_queries import named_query
from kv2rdf.rdf.vocabulary import HOME
from tests.conftest import ROOT, build_quietly
from tests.open_releases import answer_rows

CASE = ROOT / "tests" / "golden" / "newspapers-and-papers-cited" / "KVR90041.xml"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of the case."""
    out = tmp_path_factory.mktemp("cited") / "release"
    build_quietly(out, CASE)
    return out


def rows_of(release: Path, name: str, **values: str) -> list[tuple[str, ...]]:
    return answer_rows(release, named_query(name).filled_text(values))


def test_the_media_that_notes_name_are_counted_by_kind(release: Path) -> None:
    cited = [("Trouw", "Kranten", "1"), ("de Volkskrant", "Kranten", "1")]
    assert rows_of(release, "media-cited") == cited
    assert rows_of(release, "media-cited", kind="Kranten") == cited
    assert rows_of(release, "media-cited", kind="Persbureaus") == []


def test_the_cases_that_cite_a_medium_are_counted_by_year(release: Path) -> None:
    rows = [("2004", "Trouw", "1", "3"), ("2004", "de Volkskrant", "1", "3")]
    assert rows_of(release, "media-per-year") == rows


def test_the_cases_that_cite_a_medium_are_counted_by_party(release: Path) -> None:
    assert rows_of(release, "medium-per-party-and-year") == [("2004", "ABC", "1")]
    assert rows_of(release, "medium-per-party-and-year", year="2004") == [("2004", "ABC", "1")]
    assert rows_of(release, "medium-per-party-and-year", year="2003") == []
    assert rows_of(release, "medium-per-party-and-year", medium="De Telegraaf") == []


def test_the_cited_parliamentary_files_are_counted(release: Path) -> None:
    files = [("21 501-08", "1", "1"), ("28 600 XII", "1", "1")]
    assert rows_of(release, "papers-cited") == files
    assert rows_of(release, "papers-cited", first="1") == files[:1]


def test_the_cited_earlier_questions_are_counted(release: Path) -> None:
    annex = f"{HOME}/eli/nl/tk/ah/20022003"
    assert rows_of(release, "questions-cited") == [
        (f"{annex}/12", "1", ""),
        (f"{annex}/340", "1", ""),
    ]
