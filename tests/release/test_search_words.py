"""The words of a text are the same in the text index and in a search, for every character."""

import hashlib
import sqlite3
import sys
import unicodedata
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.query.text_search import TextIndex
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Dutch, Iri
from kv2rdf.rdf.vocabulary import DCT, HOME, KV
from kv2rdf.release import text_index
from kv2rdf.release.search_words import INDEX_FORM, is_unusual, search_words
from tests.every_case import every_case

GRAPH = Iri(f"{HOME}/graph/1")
FIRST = [chr(code) for code in range(0x2500)]
LETTERS = [c for c in FIRST if unicodedata.category(c)[0] in "LN"]


@every_case(
    ("text", "words"),
    [
        ("Één ÄRGERNIS", "een argernis"),
        ("5 m², ½ hectare", "5 m2  1 2 hectare"),
        ("Partĳ ĳ IJ", "partij ij ij"),
        ("ﬁets oﬃcieel Straße", "fiets officieel strasse"),
        ("ver\xadgunning ver\u200bgunning", "vergunning vergunning"),
        ("ge\u2060meente ge\u200dmeente \ufeffja", "gemeente gemeente ja"),
        ("e\u0301e\u0301n", "een"),
        ("geı¨nd Somalie¨ financie¨n", "geind somalie financien"),
        ("μm", "x3bcm"),
        ("a_b-c", "a b c"),
        (" (ja)", "  ja "),
        ("", ""),
        ("…", " "),
        ("\ud800", " "),
        ("\0", " "),
    ],
)  # fmt: skip
def test_the_words_of_a_text(text: str, words: str) -> None:
    assert search_words(text).split() == words.split()
    assert search_words(text).startswith(" ") == words.startswith(" ")
    assert search_words(text).endswith(" ") == words.endswith(" ")


def test_the_case_of_characters_does_not_matter() -> None:
    """The query text-contains compares lower-case letters, as SPARQL converts them."""
    every = map(chr, range(sys.maxunicode + 1))
    capitals = [c for c in every if c != c.lower()]
    assert [c for c in capitals if search_words(f"a{c}b") != search_words(f"a{c.lower()}b")] == []
    assert len(capitals) > 1_300
    assert search_words("ΑΣ") == search_words("ΑΣ".lower()) == search_words("ας")


def test_words_consist_of_letters_and_figures_of_ascii() -> None:
    written = {search_words(f"a{c}b").replace(" ", "") for c in FIRST}
    assert all(words.isascii() and words.isalnum() for words in written)


def test_sqlite_finds_the_same_words_in_usual_texts() -> None:
    usual = [c for c in FIRST if not is_unusual(c)]
    texts = [f"a{c}b {c} {c}x x{c}" for c in usual]
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute(f"CREATE VIRTUAL TABLE text USING fts5(words, {text_index.TOKENS})")
        index.execute("CREATE VIRTUAL TABLE term USING fts5vocab(text, instance)")
        index.executemany("INSERT INTO text(rowid, words) VALUES (?, ?)", enumerate(texts))
        found: list[list[str]] = [[] for _ in texts]
        for number, term in index.execute("SELECT doc, term FROM term ORDER BY doc, offset"):
            found[number].append(term)
    assert found == [search_words(text).split() for text in texts]
    assert len(usual) > 300
    assert {*"éëïöüÉ«»‘’“”–…€§° ş"} <= set(usual)
    assert not {*"²½ĳßæµ\xad\u200b\0"} & set(usual)


def index_of(path: Path, texts: Iterable[tuple[str, str]]) -> TextIndex:
    """Return an index of texts, each with its address."""
    triples = [(Iri(address), KV.text, Dutch(text)) for address, text in texts]
    text_index.build_index(sorted(nquads.quad_lines(triples, GRAPH)), path)
    return TextIndex.open(path)


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.long), 50])
def test_every_letter_and_figure_finds_its_own_text(tmp_path: Path, step: int) -> None:
    """All of the categories L and N up to U+24FF: alone, and within, before and after letters.

    A short run tests one in fifty groups of letters.
    """
    assert len(LETTERS) > 5_900
    missed = []
    for start in range(0, len(LETTERS), 40 * step):
        some = LETTERS[start : start + 40]
        texts = {f"{HOME}/eli/vraag/{ord(c)}": f"5 q{c}z {c}z q{c} {c}" for c in some}
        path = tmp_path / f"{start}.sqlite"
        with closing(index_of(path, texts.items())) as index:
            for c, (address, text) in zip(some, texts.items(), strict=True):
                for words in (f"Q{c.lower()}z", c, text):
                    found = index.candidates(words)
                    if found is not None and address not in found:
                        missed.append((c, words))
                if index.found_texts(f"q{c}z").total < 1:
                    missed.append((c, "search"))
    assert missed == []


TEXTS = {
    "1": "Een terrein van 5 m², dat is ½ hectare voor de partĳ.",
    "2": "De ver\xadgunning en de ge\u200bmeente.",
    "3": "De ﬁets van Straße en 10 μm.",
    "4": "De vergunning van de gemeente, 1/2 hectare en 5 m2 voor de partij.",
    "5": "NUL\0nul en \ue000\U0001f600 H\u0323\u0301e\u0301t.",
}


@pytest.fixture
def unusual(tmp_path: Path) -> Iterable[TextIndex]:
    """Yield an index of unusual texts."""
    texts = [(f"{HOME}/eli/vraag/{number}", text) for number, text in TEXTS.items()]
    with closing(index_of(tmp_path / "index.sqlite", texts)) as index:
        yield index


@pytest.mark.parametrize(
    ("phrase", "numbers"),
    [
        ("m²", "14"), ("m2", "14"), ("5 m²", "14"), ("½ hectare", "14"), ("partĳ", "14"),
        ("PARTĲ", "14"), ("partij", "14"), ("vergunning", "24"), ("ver\xadgunning", "24"),
        ("gemeente", "24"), ("gemeen*", "24"), ("fiets", "3"), ("ﬁets", "3"), ("ﬁ*", "3"),
        ("strasse", "3"), ("Straße en 10", "3"), ("μm", "3"), ("µm", "3"), ("het", "5"),
        ("nul nul", "5"), ("m", ""), ("unning", ""), ("nul\ud800nul", "5"),
    ],
)  # fmt: skip
def test_a_search_finds_words_however_they_are_written(
    unusual: TextIndex, phrase: str, numbers: str
) -> None:
    texts = unusual.found_texts(f'"{phrase}"')
    found = {text.address.rpartition("/")[2] for text in texts.texts}
    assert found == set(numbers)
    assert texts.total == len(found)


def test_the_snippet_of_an_unusual_word_is_around_it(tmp_path: Path) -> None:
    text = f"{'nul ' * 60}en 5 m² of {'nul ' * 60}"
    with closing(index_of(tmp_path / "index.sqlite", [(f"{HOME}/eli/vraag/1", text)])) as index:
        (found,) = index.found_texts('"5 m²"').texts
    assert "en 5 m² of" in found.snippet


def test_a_title_is_found_by_its_words_joined_and_as_printed(tmp_path: Path) -> None:
    printed = "berech- ting van betre– ders in land- en tuinbouw"
    triples = [(Iri(f"{HOME}/eli/nl/tk/zaak/1"), DCT.title, Dutch(printed))]
    path = tmp_path / "index.sqlite"
    text_index.build_index(sorted(nquads.quad_lines(triples, GRAPH)), path)
    with closing(TextIndex.open(path)) as index:
        for phrase in ("berechting van betreders", "berech", "ting", "ders", "land", "tuinbouw"):
            (found,) = index.found_texts(f'"{phrase}"').texts
            assert found.snippet == "berechting van betreders in land- en tuinbouw"
        assert index.found_texts("landen").total == 0


def test_an_index_of_another_form_is_not_searched(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    index_of(path, [(f"{HOME}/eli/vraag/1", "ja")]).close()
    with closing(sqlite3.connect(path)) as index:
        index.execute("PRAGMA user_version = 1")
    with pytest.raises(ReleaseError, match="build the release again"):
        TextIndex.open(path)


def test_a_different_rule_has_a_different_number() -> None:
    """The characters of Unicode 3.2 are the same in every Python."""
    known = [c for c in FIRST if unicodedata.ucd_3_2_0.category(c) != "Cn"]
    digest = hashlib.sha256("|".join(search_words(f"a{c}b") for c in known).encode()).hexdigest()
    assert (INDEX_FORM, digest[:16]) == (5, "69fb24432a971062"), "change INDEX_FORM with the rule"
