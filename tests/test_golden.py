"""Each folder in golden/ is one peculiarity: documents in, the Turtle of their dossiers out.

``KV2RDF_WRITE_GOLDEN=1 pytest tests/test_golden.py`` writes the part under each story anew.
"""

import os
from pathlib import Path

import pytest
from rdflib import Graph

from tests.golden_case import EXPECTED, papers, sources, story, written

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path for path in GOLDEN.iterdir() if path.is_dir())
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
def test_documents_become_the_triples_we_wrote_down(case: Path) -> None:
    expected = case / EXPECTED
    told = story(expected.read_text(encoding="utf-8"))
    text = written(case)
    if os.environ.get("KV2RDF_WRITE_GOLDEN"):
        expected.write_text(told + text, encoding="utf-8")
    assert expected.read_text(encoding="utf-8") == told + text


@every_case
def test_a_case_opens_with_its_story(case: Path) -> None:
    told = story((case / EXPECTED).read_text(encoding="utf-8")).rstrip("\n").split("\n")
    assert told[0].startswith("# There is a case")
    assert all(line.startswith("# ") for line in told)


@every_case
def test_what_we_wrote_down_is_turtle(case: Path) -> None:
    assert len(Graph().parse(case / EXPECTED)) > 20


@every_case
def test_no_text_of_a_paper_is_lost(case: Path) -> None:
    kept = " ".join(map(str, Graph().parse(case / EXPECTED).objects()))
    for paper in papers(sources(case)):
        texts = [part.text.text for part in (*paper.questions, *paper.answers)]
        texts += [note.text or "" for note in (*paper.question_notes, *paper.answer_notes)]
        texts += [passage.text for passage in (paper.explanation, paper.notice) if passage]
        texts += [remark.text or "" for remark in paper.remarks]
        for text in texts:
            assert " ".join(text.split()) in " ".join(kept.split())
