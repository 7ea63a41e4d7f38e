"""Unexpected values of parameters: a query finds the same with and without the text index.

Otherwise, it reports that the value is not valid. It never returns every row.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kv2rdf.errors import QueryError
from kv2rdf.query.named_queries import NamedQuery, all_queries, named_query
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows
from tests.conftest import build_quietly
from tests.every_case import every_case
from tests.kvr_document import document

TEXT = (
    "Is 5 m² of ½ hectare van de partĳ een ver\xadgunning, ge\u200bmeente, ﬁets, Straße, 10 μm,"
    " ΟΔΟΣ, İzmir, e\u0301e\u0301n, \U0001f600a, ŒUVRE, Ⅳ, ①, x\ue000y?"
)

HOSTILE = (
    "zq 1", "zq<1", "zq>", 'zq"', "zq\\", "zq\n", "zq\r\n}", "zq{", "zq} #", "zq%zz", "zq?x",
    "zq$words", "$words zq", "zq' || true", 'zq" || true || "', '\\u0022zq || true || "', "zq\0",
    "zq\ud800", "zq\ufffe", "zq\u2028", "zq^`|", "zq[", "zq#a#b", "zqm²", "zqĳ½",
)  # fmt: skip
"""Values that do not occur in the release, with characters that have a meaning in some syntax."""

NO_NUMBERS_OF_WIKIDATA = (
    "Q 1", "", " ", "Q", "Q0", "1", "q28861157", "Q28861157 ", "Q28861157\n", "Q1>", "Q1#a#b",
    "Q%zz", "Q1\ud800", "Q１", "Q1\0", "Q[1", "Q<1", 'Q"1', "Q\\1", "{Q1}",
)  # fmt: skip


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """Yield a release with unusual letters."""
    folder = tmp_path_factory.mktemp("hostile")
    xml = document(questions=f'<vraag nummer="1">{TEXT}</vraag>')
    (folder / "KVR1.xml").write_text(xml, encoding="utf-8")
    build_quietly(folder / "release", folder / "KVR1.xml")
    with Release(folder / "release") as release:
        yield release


@pytest.fixture(scope="module")
def seed(seed_release: Path) -> Iterator[Release]:
    """Yield the release of the seed."""
    with Release(seed_release) as release:
        yield release


def rows(release: Release, text: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a query."""
    result = release.query(text)
    assert isinstance(result, ResultRows)
    return result.rows


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("5 m²", 1), ("M²", 1), ("²", 1), ("½ hectare", 1), ("PARTĲ", 1), ("artĳ een", 1),
        ("ver\xadgunning", 1), ("\xadgun", 1), ("ge\u200bm", 1), ("ﬁET", 1), ("straSSe", 0),
        ("STRAßE", 1), ("μm", 1), ("οδοσ", 0), ("ΟΔΟΣ", 1), ("İzmir", 1), ("e\u0301N", 1),
        ("\U0001f600A", 1), ("œuvre", 1), ("ⅳ", 1), ("①", 1), ("X\ue000Y", 1), ("\ue000", 1),
        ("5 m2", 0), ("partij", 0), ("vergunning", 0), (TEXT, 1), (TEXT.upper(), 0), ("een een", 0),
    ],
)  # fmt: skip
def test_words_are_found_with_the_index_as_without_it(
    opened: Release, words: str, count: int
) -> None:
    query = named_query("text-contains")
    plain = rows(opened, query.filled_text({"words": words}))
    assert rows(opened, query.filled_text({"words": words}, opened.candidates)) == plain
    assert len(plain) == count


EACH_VALUE = pytest.mark.parametrize(
    ("query", "name"),
    [(query, p.name) for query in all_queries() for p in query.parameters],
    ids=lambda value: value if isinstance(value, str) else value.name,
)


@pytest.mark.sampled(4)
@EACH_VALUE
def test_a_value_that_nothing_has_finds_nothing(
    seed: Release, query: NamedQuery, name: str
) -> None:
    refused: list[str] = []
    for value in HOSTILE:
        try:
            found = rows(seed, query.filled_text({name: value}, seed.candidates))
        except QueryError as error:
            found = ()
            refused.append(str(error))
        assert found == (), value
    assert all(f"{name} must be" in e or "cannot be run: 'utf-8'" in e for e in refused)
    assert len(refused) in {1, len(HOSTILE)}, "one has a surrogate, which UTF-8 cannot have"


@every_case("number", NO_NUMBERS_OF_WIKIDATA)
def test_what_is_not_a_number_of_wikidata_is_refused(seed: Release, number: str) -> None:
    query = named_query("cases-by-wikidata")
    with pytest.raises(QueryError, match="wikidata must be a Wikidata item, not"):
        seed.answer(query, {"wikidata": number})
    filled = query.filled_text({"wikidata": "Q1"}).replace('"Q1"', '"Q 1"')
    assert rows(seed, filled) == ()
    assert rows(seed, query.filled_text({}))


@pytest.mark.parametrize(
    ("name", "parameter", "right", "wrong"),
    [
        ("answers-that-only-refer", "length", ("0", "110", "999999999"), ("", "1.5", "-1", "٣")),
        ("medium-per-party-and-year", "year", ("", "2004"), ("204", "20045", "٢٠٠٤", " ")),
    ],
)
def test_a_number_is_refused_if_it_is_not_a_number(
    name: str, parameter: str, right: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    query = named_query(name)
    for value in right:
        assert f'"{value}"' in query.filled_text({parameter: value})
    for value in wrong:
        with pytest.raises(QueryError, match=f"{name}: {parameter} must be a"):
            query.filled_text({parameter: value})
