"""The text index contains the texts and titles of the graph. A patch equals a full rebuild."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Code, Dutch, Iri
from kv2rdf.rdf.vocabulary import DCT, HOME, KV
from kv2rdf.release import text_index
from kv2rdf.release.dumps import dump
from kv2rdf.release.files import ReleaseFiles

GRAPH = Iri(f"{HOME}/graph/1")


@given(st.text().map(Dutch) | st.text().map(Code))
def test_a_literal_is_read_as_it_was_written(text: Dutch | Code) -> None:
    assert nquads.literal_text(nquads.term(text)) == text


def test_texts_and_titles_are_indexed_and_findings_are_not(tmp_path: Path) -> None:
    paper, case = f"{HOME}/eli/nl/tk/ah/20212022/1", f"{HOME}/eli/nl/tk/zaak/1"
    triples = [
        (Iri(f"{paper}/antwoord/1"), KV.text, Dutch('Één "antwoord".')),
        (Iri(f"{paper}/noot/2"), KV.text, Dutch("Een noot.")),
        (Iri(f"{paper}/toelichting"), KV.text, Dutch("Een toelichting.")),
        (Iri(f"{paper}#tekst-terzijde"), KV.text, Dutch("Een terzijde.")),
        (Iri(paper), KV.text, Dutch("Een mededeling.")),
        (Iri(paper), DCT.title, Dutch("De titel van een stuk")),
        (Iri(case), DCT.title, Dutch("De titel van een zaak")),
    ]
    path = tmp_path / "index.sqlite"
    assert text_index.build_index(sorted(nquads.quad_lines(triples, GRAPH)), path) == 5
    with closing(sqlite3.connect(path)) as index:
        rows = set(index.execute("SELECT address, kind, words FROM text"))
        terms = {term for (term,) in index.execute("SELECT term FROM word")}
    assert rows == {
        (f"{paper}/antwoord/1", "antwoord", 'Één "antwoord".'),
        (f"{paper}/noot/2", "noot", "Een noot."),
        (f"{paper}/toelichting", "toelichting", "Een toelichting."),
        (paper, "mededeling", "Een mededeling."),
        (case, "zaak", "De titel van een zaak"),
    }
    assert terms >= {"een", "antwoord", "zaak"}
    assert "terzijde" not in terms


def scan(part: str, printed: str, joined: str) -> list[str]:
    address = Iri(f"{HOME}/eli/nl/tk/ah/19881989/331/{part}")
    return sorted(
        [
            *nquads.quad_lines([(address, KV.text, Dutch(printed))], GRAPH),
            *nquads.quad_lines([(address, KV.joinedText, Dutch(joined))], Iri(f"{GRAPH}/derived")),
        ]
    )


def title(case: str, printed: str) -> list[str]:
    address = Iri(f"{HOME}/eli/nl/tk/zaak/{case}")
    return list(nquads.quad_lines([(address, DCT.title, Dutch(printed))], GRAPH))


def rows(path: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as index:
        return sorted(index.execute("SELECT address, words, other_words FROM text"))


FIRST = scan(
    "antwoord/1", "De straf- zaken w o r d t over zaken.", "De strafzaken wordt over zaken."
)
SECOND = scan("noot/1", "Behande- ling.", "Behandeling.")
UNUSUAL = scan("noot/2", "Straf- zaken van 5 m².", "Strafzaken van 5 m².")
TITLES = [*title("1", "de straf- zaken"), *title("2", "½ ﬁets")]


def test_a_scan_has_joined_words_and_printed_pieces_in_one_row(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    assert text_index.build_index(sorted([*FIRST, *SECOND]), path) == 2
    address = f"{HOME}/eli/nl/tk/ah/19881989/331"
    assert rows(path) == [
        (f"{address}/antwoord/1", "De strafzaken wordt over zaken.", "straf w o r d t"),
        (f"{address}/noot/1", "Behandeling.", "behande ling"),
    ]


def test_unusual_characters_are_written_a_second_time(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    assert text_index.build_index(sorted([*UNUSUAL, *TITLES]), path) == 3
    assert [row[1:] for row in rows(path)] == [
        ("Strafzaken van 5 m².", "strafzaken van 5 m2  straf zaken"),
        ("de strafzaken", "straf zaken"),
        ("½ ﬁets", "1 2 fiets"),
    ]


def test_a_patched_index_has_the_rows_of_a_new_index(tmp_path: Path) -> None:
    previous = tmp_path / "previous.sqlite"
    text_index.build_index(sorted([*FIRST, *SECOND, *TITLES]), previous)
    printed_alone = [line for line in FIRST if KV.text in line]
    for name, now in (
        ("none", []),
        ("printed", printed_alone),
        ("same", FIRST),
        ("unusual", sorted([*UNUSUAL, *title("3", "m² van be- treders")])),
    ):
        patched, new = (tmp_path / f"{name}-{how}.sqlite" for how in ("patched", "new"))
        text_index.patch_index(previous, patched, FIRST, now)
        text_index.build_index(sorted([*now, *SECOND, *TITLES]), new)
        assert rows(patched) == rows(new)
        with closing(sqlite3.connect(patched)) as one, closing(sqlite3.connect(new)) as other:
            words = [{w for (w,) in i.execute("SELECT term FROM word")} for i in (one, other)]
        assert words[0] >= words[1]


def test_every_text_of_the_seed_is_indexed(seed_release: Path) -> None:
    quads = map(nquads.quad_terms, dump.dump_lines(seed_release / "kamervragen.nq.gz"))
    texts = {
        nquads.literal_text(value)
        for subject, predicate, value, _ in quads
        if predicate == f"<{KV.text}>" and "#" not in subject
    }
    with closing(sqlite3.connect(ReleaseFiles(seed_release).text_index)) as index:
        found = {words for (words,) in index.execute("SELECT words FROM text WHERE kind != 'zaak'")}
    assert found == texts
    assert len(found) == 15


def test_a_write_error_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="the text index cannot be written"):
        text_index.build_index([], tmp_path / "no folder" / "index.sqlite")
