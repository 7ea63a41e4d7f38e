"""Any text in a table is read back exactly as it is in the graph."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf.terms import Code, Dutch, Iri, Triple
from kv2rdf.rdf.vocabulary import ELI, HOME, KV, RDF
from tests.tables import csvw
from tests.tables.conftest import release_of, write_quietly

PAPER = Iri(f"{HOME}/eli/nl/tk/kv/1")
AWKWARD = [
    'say "x"',
    "a,b",
    "one\r\ntwo",
    "\n",
    "\r",
    "=1+1",
    "-1",
    "@x",
    "#",
    " a ",
    "\ufeff",
    '"',
]
texts = st.text(min_size=1) | st.sampled_from(AWKWARD) | st.text('",\r\n =;#\t\\', min_size=1)


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5))
@settings(max_examples=25)
def test_any_text_comes_back_unchanged(printed: list[tuple[str, str]]) -> None:
    triples: list[Triple] = []
    for n, (number, text) in enumerate(printed):
        question = Iri(f"{PAPER}/vraag/{n}")
        triples += [(question, RDF.type, KV.Question), (question, ELI.is_part_of, PAPER)]
        triples += [(question, ELI.number, Code(number)), (question, KV.text, Dutch(text))]
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_quietly(release_of(folder, triples), folder / ".." / f"{folder.name}.tables")
        out = folder.with_name(f"{folder.name}.tables")
        rows = csvw.rows(out, "questions")
        for file in out.iterdir():
            file.unlink()
        out.rmdir()
    assert [(row["number"], row["text"]) for row in rows] == printed


def test_a_value_that_a_cell_cannot_hold_is_an_error(tmp_path: Path) -> None:
    cases: list[tuple[list[Triple], str]] = [
        ([(PAPER, KV.text, Dutch("één")), (PAPER, KV.text, Dutch("twee"))], "more than one value"),
        ([(PAPER, KV.topicsAsInSource, Dutch("a\nb"))], "has a line feed in it"),
        ([(PAPER, ELI.work_type, Iri("https://example.org/a"))], "is not a kind of paper"),
    ]
    for triples, message in cases:
        release = release_of(tmp_path, [(PAPER, RDF.type, KV.Notice), *triples])
        with pytest.raises(ReleaseError, match=message):
            write_quietly(release, tmp_path.with_name("tables"))
        assert not tmp_path.with_name("tables").exists()
