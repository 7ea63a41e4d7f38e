"""The named queries on what footnotes cite; those of the seed cite nothing."""

from pathlib import Path

import pytest

from kv2rdf.query.named_queries import named
from kv2rdf.query.sparql import Rows, answer
from kv2rdf.rdf.vocabulary import HOME, PREFIXES
from tests.conftest import ROOT, build_quietly

CASE = ROOT / "tests" / "golden" / "newspapers-and-papers-cited" / "KVR90041.xml"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a release of that case."""
    out = tmp_path_factory.mktemp("cited") / "release"
    build_quietly(out, CASE)
    return out


def asked(release: Path, name: str, **values: str) -> list[tuple[str, ...]]:
    rows = answer(release, named(name).filled(values), PREFIXES)
    assert isinstance(rows, Rows)
    return list(rows.rows)


def test_the_media_that_notes_name_are_counted_by_kind(release: Path) -> None:
    cited = [("Trouw", "Kranten", "1"), ("de Volkskrant", "Kranten", "1")]
    assert asked(release, "media-cited") == cited
    assert asked(release, "media-cited", kind="Kranten") == cited
    assert asked(release, "media-cited", kind="Persbureaus") == []


def test_the_cases_that_cite_a_medium_are_counted_by_year(release: Path) -> None:
    rows = [("2004", "Trouw", "1", "3"), ("2004", "de Volkskrant", "1", "3")]
    assert asked(release, "media-per-year") == rows


def test_the_cases_that_cite_a_medium_are_counted_by_party(release: Path) -> None:
    assert asked(release, "medium-per-party-and-year") == [("2004", "ABC", "1")]
    assert asked(release, "medium-per-party-and-year", year="2004") == [("2004", "ABC", "1")]
    assert asked(release, "medium-per-party-and-year", year="2003") == []
    assert asked(release, "medium-per-party-and-year", medium="De Telegraaf") == []


def test_the_files_of_parliament_are_counted(release: Path) -> None:
    files = [("21 501-08", "1", "1"), ("28 600 XII", "1", "1")]
    assert asked(release, "papers-cited") == files
    assert asked(release, "papers-cited", first="1") == files[:1]


def test_earlier_questions_are_counted(release: Path) -> None:
    annex = f"{HOME}/eli/nl/tk/ah/20022003"
    assert asked(release, "questions-cited") == [
        (f"{annex}/12", "1", ""),
        (f"{annex}/340", "1", ""),
    ]
