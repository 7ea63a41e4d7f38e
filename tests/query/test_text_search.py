"""Searches in the text index, and a query that is restricted by it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.query.named_queries import named_query
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows
from kv2rdf.query.text_search import TextIndex
from kv2rdf.rdf import nquads
from kv2rdf.rdf.vocabulary import HOME, KV
from kv2rdf.release.dumps import dump
from tests.conftest import ROOT, build_quietly
from tests.every_case import every_case
from tests.open_releases import found

ANSWERS = f"{HOME}/eli/nl/tk/ah/20212022/1881/antwoord"


@pytest.fixture(scope="module")
def texts(seed_release: Path) -> dict[str, str]:
    """Every text of the seed by its address, read from the dump."""
    quads = map(nquads.quad_terms, dump.dump_lines(seed_release / "kamervragen.nq.gz"))
    return {
        subject[1:-1]: nquads.literal_text(value)
        for subject, predicate, value, _ in quads
        if predicate == f"<{KV.text}>" and "#" not in subject
    }


def found_addresses(release: Path, search: str) -> set[str]:
    return {text.address for text in found(release, search) if text.kind != "zaak"}


@every_case("phrase", ["doxing", "DOXING", "wetsvoorstel", "de politie", "ingediend"])
def test_whole_words_are_found_anywhere_in_a_text(
    seed_release: Path, texts: dict[str, str], phrase: str
) -> None:
    padded = {a: f" {''.join(c if c.isalnum() else ' ' for c in t)} " for a, t in texts.items()}
    expected = {a for a, text in padded.items() if f" {phrase.lower()} " in text.lower()}
    assert found_addresses(seed_release, f'"{phrase}"') == expected
    assert expected or phrase == "ingediend"


def test_every_phrase_must_occur_and_a_star_matches_word_endings(seed_release: Path) -> None:
    both = found_addresses(seed_release, "wetsvoorstel strafbaar*")
    assert both
    assert both == found_addresses(seed_release, "wetsvoorstel") & found_addresses(
        seed_release, "strafbaar*"
    )
    assert found_addresses(seed_release, "strafbaar") <= found_addresses(seed_release, "strafbaar*")
    assert found_addresses(seed_release, "straf") < found_addresses(seed_release, "straf*")


def test_the_best_texts_come_first_and_the_limit_holds(seed_release: Path) -> None:
    all_ = found(seed_release, "doxing")
    assert found(seed_release, "doxing", first=1) == all_[:1]
    with Release(seed_release) as opened:
        assert opened.search("doxing", first=1).total == len(all_) > 1
    assert all("doxing" in text.snippet.lower() for text in all_)


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of scans in which words are broken."""
    release = tmp_path_factory.mktemp("scanned") / "release"
    folder = ROOT / "tests" / "golden" / "words-broken-off-in-a-scan"
    build_quietly(release, *folder.glob("*.xml"))
    return release


@every_case(
    ("phrase", "snippet"),
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
    scanned: Path, phrase: str, snippet: str
) -> None:
    (text,) = (t for t in found(scanned, f'"{phrase}"') if t.kind != "zaak")
    assert snippet in text.snippet


@every_case("words", ["strafzaken", "straf- zaken", "raf- zak", "Waddengebied"])
def test_a_query_for_words_finds_them_joined_and_as_printed(scanned: Path, words: str) -> None:
    query = named_query("text-contains")
    with Release(scanned) as opened:
        restricted = opened.answer(query, {"words": words})
        plain = opened.query(query.filled_text({"words": words}))
    assert isinstance(restricted, ResultRows)
    assert isinstance(plain, ResultRows)
    assert restricted.rows == plain.rows
    assert len(restricted.rows) == 1


@given(st.text(max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_input_is_a_search_or_an_error_in_one(seed_release: Path, typed: str) -> None:
    try:
        texts = found(seed_release, typed, first=3)
    except QueryError:
        return
    assert len(texts) <= 3


@every_case("words", ["doxing", "oxin", "wetsvoorstel «dox", "Voor de", "s", "é", "("])
def test_the_candidates_include_every_text_with_the_words(
    seed_release: Path, texts: dict[str, str], words: str
) -> None:
    with Release(seed_release) as opened:
        candidates = opened.candidates(words)
    expected = {address for address, text in texts.items() if words.lower() in text.lower()}
    assert candidates is None or expected <= set(candidates)
    assert candidates is not None or words in {"é", "("} or not expected or len(words) == 1


@every_case("words", ["doxing", "oxin", "Voor de beantwoording", "er is niets van"])
def test_a_restricted_query_has_the_same_rows(seed_release: Path, words: str) -> None:
    query = named_query("text-contains")
    with Release(seed_release) as opened:
        restricted = opened.answer(query, {"words": words})
        plain = opened.query(query.filled_text({"words": words}))
    assert isinstance(plain, ResultRows)
    assert isinstance(restricted, ResultRows)
    assert restricted.rows == plain.rows
    assert plain.rows or words == "er is niets van"


def test_only_a_marked_line_is_restricted() -> None:
    searches: list[str] = []

    def index(words: str) -> Sequence[str]:
        searches.append(words)
        return [f"{ANSWERS}/1"]

    assert f"VALUES ?part {{ <{ANSWERS}/1> }}" in named_query("text-contains").filled_text(
        {}, index
    )
    assert searches == ["doxing"]
    assert named_query("counts").filled_text({}, index) == named_query("counts").filled_text({})


def test_a_release_without_an_index_and_a_search_without_a_word_are_errors(
    seed_release: Path, tmp_path: Path
) -> None:
    with pytest.raises(ReleaseError, match="the text index cannot be read"):
        TextIndex.open(tmp_path / "textindex.sqlite")
    (tmp_path / "textindex.sqlite").write_text("this is not an index")
    with pytest.raises(ReleaseError, match="the text index cannot be read"):
        TextIndex.open(tmp_path / "textindex.sqlite")
    with pytest.raises(QueryError, match="no word"):
        found(seed_release, "doxing …")
