"""Words looked up in the text index, and a query that is narrowed by it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.query.named_queries import named
from kv2rdf.query.sparql import Rows, answer
from kv2rdf.query.text_search import candidates, number, search
from kv2rdf.rdf import nquads
from kv2rdf.rdf.vocabulary import HOME, KV, PREFIXES
from kv2rdf.release.dumps import dump
from tests.conftest import ROOT, build_quietly

ANSWERS = f"{HOME}/eli/nl/tk/ah/20212022/1881/antwoord"


@pytest.fixture(scope="module")
def texts(seed_release: Path) -> dict[str, str]:
    """Every text of the seed by its address, read from the dump."""
    said = map(nquads.fields, dump.lines_of(seed_release / "kamervragen.nq.gz"))
    return {
        subject[1:-1]: nquads.words(value)
        for subject, predicate, value, _ in said
        if predicate == f"<{KV.text}>" and "#" not in subject
    }


def places(release: Path, *phrases: str) -> set[str]:
    return {hit.address for hit in search(release, phrases, 100) if hit.kind != "zaak"}


@pytest.mark.parametrize("phrase", ["doxing", "DOXING", "wetsvoorstel", "de politie", "ingediend"])
def test_whole_words_are_found_wherever_they_stand(
    seed_release: Path, texts: dict[str, str], phrase: str
) -> None:
    around = {a: f" {''.join(c if c.isalnum() else ' ' for c in t)} " for a, t in texts.items()}
    wanted = {a for a, text in around.items() if f" {phrase.lower()} " in text.lower()}
    assert places(seed_release, phrase) == wanted
    assert wanted or phrase == "ingediend"


def test_every_phrase_must_be_there_and_a_star_goes_on(seed_release: Path) -> None:
    both = places(seed_release, "wetsvoorstel", "strafbaar*")
    assert both
    assert both == places(seed_release, "wetsvoorstel") & places(seed_release, "strafbaar*")
    assert places(seed_release, "strafbaar") <= places(seed_release, "strafbaar*")
    assert places(seed_release, "straf") < places(seed_release, "straf*")


def test_the_best_come_first_and_no_more_than_asked_for(seed_release: Path) -> None:
    all_ = search(seed_release, ["doxing"], 100)
    assert search(seed_release, ["doxing"], 1) == all_[:1]
    assert number(seed_release, ["doxing"]) == len(all_) > 1
    assert all("doxing" in hit.around.lower() for hit in all_)


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a release of scans that break words off."""
    release = tmp_path_factory.mktemp("scanned") / "release"
    folder = ROOT / "tests" / "golden" / "words-broken-off-in-a-scan"
    build_quietly(release, *folder.glob("*.xml"))
    return release


@pytest.mark.parametrize(
    ("phrase", "around"),
    [
        (
            "strafzaken",
            "Hebt u het verslag van de procureur- generaal over strafzaken in de duinen",
        ),
        ("over strafzaken", "Hebt u het verslag van de procureur- generaal over strafzaken in de"),
        ("straf", "Hebt u het verslag van de procureur- generaal over strafzaken in de duinen"),
        (
            "behandeling",
            "Wordt de behandeling van land- en tuinzaken, zoals in 1987 , nog geregeld",
        ),
        ("1987", "Wordt de behandeling van land- en tuinzaken, zoals in 1987 , nog geregeld"),
        ("beantwoording", "De beantwoording wordt u later gezonden"),
        ("wetenschappen", "De Duinpost van 3 november jl. , katern Wetenschappen"),
    ],
)
def test_a_word_that_a_scan_breaks_off_is_found_once(
    scanned: Path, phrase: str, around: str
) -> None:
    (hit,) = (hit for hit in search(scanned, [phrase], 10) if hit.kind != "zaak")
    assert around in hit.around


@pytest.mark.parametrize("words", ["strafzaken", "straf- zaken", "raf- zak", "Waddengebied"])
def test_a_query_for_words_finds_them_joined_and_as_printed(scanned: Path, words: str) -> None:
    query = named("text-contains")
    narrowed, plain = (
        answer(scanned, query.filled({"words": words}, index), PREFIXES)
        for index in (partial(candidates, scanned), None)
    )
    assert isinstance(narrowed, Rows)
    assert isinstance(plain, Rows)
    assert narrowed == plain
    assert len(narrowed.rows) == 1


@given(st.text(max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_nothing_a_user_types_is_syntax(seed_release: Path, typed: str) -> None:
    if any(map(str.isalnum, typed)):
        assert len(search(seed_release, [typed], 3)) <= 3
        return
    with pytest.raises(QueryError, match="no word"):
        search(seed_release, [typed], 3)


@pytest.mark.parametrize("words", ["doxing", "oxin", "wetsvoorstel «dox", "Voor de", "s", "é", "("])
def test_no_text_that_has_the_words_is_missing_from_the_candidates(
    seed_release: Path, texts: dict[str, str], words: str
) -> None:
    found = candidates(seed_release, words)
    wanted = {address for address, text in texts.items() if words.lower() in text.lower()}
    assert found is None or wanted <= set(found)
    assert found is not None or words in {"é", "("} or not wanted or len(words) == 1


@pytest.mark.parametrize("words", ["doxing", "oxin", "Voor de beantwoording", "er is niets van"])
def test_a_narrowed_query_has_the_rows_of_the_whole_one(seed_release: Path, words: str) -> None:
    query = named("text-contains")
    whole, narrowed = (
        answer(seed_release, query.filled({"words": words}, index), PREFIXES)
        for index in (None, partial(candidates, seed_release))
    )
    assert isinstance(whole, Rows)
    assert isinstance(narrowed, Rows)
    assert narrowed.rows == whole.rows
    assert whole.rows or words == "er is niets van"


def test_only_a_line_that_asks_for_it_is_narrowed() -> None:
    asked: list[str] = []

    def index(words: str) -> Sequence[str]:
        asked.append(words)
        return [f"{ANSWERS}/1"]

    assert f"VALUES ?part {{ <{ANSWERS}/1> }}" in named("text-contains").filled({}, index)
    assert asked == ["doxing"]
    assert named("counts").filled({}, index) == named("counts").filled({})


def test_a_release_without_an_index_and_a_search_without_a_word_are_refused(
    seed_release: Path, tmp_path: Path
) -> None:
    with pytest.raises(ReleaseError, match="has no text index"):
        search(tmp_path, ["doxing"], 1)
    (tmp_path / "textindex.sqlite").write_text("this is no index")
    with pytest.raises(ReleaseError, match="cannot be read"):
        search(tmp_path, ["doxing"], 1)
    with pytest.raises(QueryError, match="no word"):
        search(seed_release, ["doxing", "…"], 1)
