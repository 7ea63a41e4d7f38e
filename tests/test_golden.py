"""The golden cases: the documents of each folder in golden/ become the Turtle beside them.

``KV2RDF_WRITE_GOLDEN=1 pytest tests/test_golden.py`` writes the part of each file below its story
again.
"""

import os
from itertools import chain
from pathlib import Path

import pytest
from rdflib import Graph

from tests.golden_case import (
    EXPECTED,
    case_graphs,
    case_papers,
    case_turtle,
    expected_graph,
    story,
)

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path for path in GOLDEN.iterdir() if path.is_dir())
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
def test_the_documents_become_the_expected_turtle(case: Path) -> None:
    expected = case / EXPECTED
    head = story(expected.read_text(encoding="utf-8"))
    text = case_turtle(case)
    if os.environ.get("KV2RDF_WRITE_GOLDEN"):
        expected.write_text(head + text, encoding="utf-8")
    assert expected.read_text(encoding="utf-8") == head + text


@every_case
def test_an_expected_file_begins_with_its_story(case: Path) -> None:
    head = story((case / EXPECTED).read_text(encoding="utf-8")).rstrip("\n").split("\n")
    assert head[0].startswith("# There is a case")
    assert all(line.startswith("# ") for line in head)


@pytest.mark.sampled(4)
@every_case
def test_an_expected_file_has_the_triples_of_its_case(case: Path) -> None:
    graphs, entries = case_graphs(case)
    lines = (*chain.from_iterable(graph.lines for graph in graphs), *entries)
    published = Graph().parse(data="".join(lines), format="nt")
    assert len(published) > 20
    assert set(expected_graph(case)) == set(published)


@pytest.mark.sampled(4)
@every_case
def test_no_text_of_a_paper_is_lost(case: Path) -> None:
    published = " ".join(map(str, expected_graph(case).objects()))
    for paper in case_papers(case):
        texts = [part.text.text for part in (*paper.questions, *paper.answers)]
        texts += [note.text or "" for note in (*paper.question_notes, *paper.answer_notes)]
        texts += [passage.text for passage in (paper.explanation, paper.notice) if passage]
        texts += [remark.text or "" for remark in paper.remarks]
        for text in texts:
            assert " ".join(text.split()) in " ".join(published.split())
