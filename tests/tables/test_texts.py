"""Any text comes back out of a table as it went into the graph, whatever stands in it."""

import gzip
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import ReleaseError
from kv2rdf.mapping.dataset import meta
from kv2rdf.model.dataset import Holdings
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Code, Dutch, Iri, Triple
from kv2rdf.rdf.vocabulary import ELI, HOME, KV, RDF
from kv2rdf.release.dumps import dump
from tests.tables import csvw
from tests.tables.conftest import write_quietly

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


def release_of(folder: Path, said: Sequence[Triple]) -> Path:
    """Write a release that has a dump only."""
    at = Addresses()
    itself = meta(date(2026, 1, 2), "1", Holdings(triples=0, classes={}, properties={}), at)
    lines = [*nquads.lines(said, at.graph("1")), *nquads.lines(itself, at.graph("meta"))]
    with gzip.open(folder / dump.NQUADS, "wt", encoding="utf-8", newline="\n") as file:
        file.writelines(sorted(lines))
    return folder


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_as_it_went(printed: list[tuple[str, str]]) -> None:
    said: list[Triple] = []
    for n, (number, text) in enumerate(printed):
        question = Iri(f"{PAPER}/vraag/{n}")
        said += [(question, RDF.type, KV.Question), (question, ELI.is_part_of, PAPER)]
        said += [(question, ELI.number, Code(number)), (question, KV.text, Dutch(text))]
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_quietly(release_of(folder, said), folder / ".." / f"{folder.name}.tables")
        out = folder.with_name(f"{folder.name}.tables")
        rows = csvw.rows(out, "questions")
        for file in out.iterdir():
            file.unlink()
        out.rmdir()
    assert [(row["number"], row["text"]) for row in rows] == printed


def test_what_a_cell_cannot_hold_is_refused_and_not_cut(tmp_path: Path) -> None:
    cases: list[tuple[list[Triple], str]] = [
        ([(PAPER, KV.text, Dutch("één")), (PAPER, KV.text, Dutch("twee"))], "more than one value"),
        ([(PAPER, KV.topicsAsInSource, Dutch("a\nb"))], "a line of two lines"),
        ([(PAPER, ELI.work_type, Iri("https://example.org/a"))], "is no kind of paper"),
    ]
    for said, told in cases:
        release = release_of(tmp_path, [(PAPER, RDF.type, KV.Notice), *said])
        with pytest.raises(ReleaseError, match=told):
            write_quietly(release, tmp_path.with_name("tables"))
        assert not tmp_path.with_name("tables").exists()
