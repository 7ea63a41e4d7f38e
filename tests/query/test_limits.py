"""The maximum numbers of words and texts of the index that restrict a query, and of its limit."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from kv2rdf.query.named_queries import named_query
from kv2rdf.query.text_search import TextIndex
from kv2rdf.rdf.vocabulary import HOME, KV
from kv2rdf.release.text_index import build_index


def candidate_count(folder: Path, texts: Iterable[str], words: str) -> int | None:
    """Return the number of candidates for words in an index of these texts, or None."""
    lines = (
        f'<{HOME}/eli/nl/tk/kv/1/vraag/{number:05}> <{KV.text}> "{text}"@nl <{HOME}/graph/1> .\n'
        for number, text in enumerate(texts)
    )
    build_index(lines, folder / "index.sqlite")
    with closing(TextIndex.open(folder / "index.sqlite")) as index:
        addresses = index.candidates(words)
    return None if addresses is None else len(addresses)


@pytest.mark.parametrize(("count", "found"), [(2_000, 1), (2_001, None)])
def test_a_part_of_more_than_2000_words_restricts_nothing(
    count: int, found: int | None, tmp_path: Path
) -> None:
    text = " ".join(f"w{number}" for number in range(count))
    assert candidate_count(tmp_path, [text], "w") == found


@pytest.mark.long
@pytest.mark.parametrize(("count", "found"), [(20_000, 20_000), (20_001, None)])
def test_a_word_in_more_than_20000_texts_restricts_nothing(
    count: int, found: int | None, tmp_path: Path
) -> None:
    assert candidate_count(tmp_path, ["huis"] * count, "huis") == found


def test_at_most_nine_figures_set_the_limit_of_a_query() -> None:
    assert named_query("notices").limit({"first": "9" * 9}) == 999_999_999
