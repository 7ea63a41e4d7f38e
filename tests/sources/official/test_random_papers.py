"""Any tree of known elements with any text is read without loss, or is refused with a reason."""

import contextlib
from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.official.text import official_root, official_texts
from kv2rdf.errors import ReadError
from kv2rdf.model.paper import Paper
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.structured_text import check_markup
from kv2rdf.model.text import Passage
from tests.papers import read_paper
from tests.sources.official.random_papers import printed_characters, random_paper


def _without_space(text: str) -> str:
    return "".join(text.split())


def _passages(paper: Paper) -> Iterator[Passage]:
    yield from (part.text for part in (*paper.questions, *paper.answers))
    yield from filter(None, (paper.notice, paper.explanation))


def test_papers_of_both_forms_are_drawn() -> None:
    drawn = [random_paper(Random(seed)) for seed in range(20)]
    assert {b"<vraagdoc>" in paper for paper in drawn} == {True, False}


def _published(paper: Paper) -> list[str]:
    notes = (*paper.question_notes, *paper.answer_notes)
    texts = [passage.text for passage in _passages(paper)]
    return [_without_space(text) for text in (*texts, *(note.text or "" for note in notes)) if text]


def check(content: bytes) -> bool:
    """Whether a paper is read. If it is, all its characters are published, and no others."""
    paper = None
    with contextlib.suppress(ReadError):
        paper = read_paper(content)
    if paper is None:
        with pytest.raises(ReadError, match=r"\A[^\n]+\Z"):
            read_paper(content)
        return False
    published = _published(paper)
    assert Counter("".join(published)) == printed_characters(content)
    for passage in _passages(paper):
        if passage.markup is not None:
            check_markup(passage.markup, passage.text, [mark.offset for mark in passage.marks])
    quoted = [
        _without_space(remark.text or "")
        for remark in paper.remarks
        if remark.rule is FindingRule.TEXT_OUTSIDE_PARTS
    ]
    root = official_root(content)
    assert root is not None
    audited = [
        _without_space(text.text)
        for text in official_texts(root)
        if isinstance(text, FieldText) and text.comparison is Comparison.PROSE
    ]
    assert Counter(filter(None, audited)) == Counter(filter(None, (*published, *quoted)))
    return True


@settings(max_examples=12)
@given(st.randoms(use_true_random=False))
def test_no_character_is_lost_or_added(chance: Random) -> None:
    check(random_paper(chance))


@pytest.mark.long
def test_no_character_of_many_papers_is_lost_or_added() -> None:
    for seed in range(1_000):
        check(random_paper(Random(seed)))


def test_most_papers_without_oddities_are_read() -> None:
    read = [check(random_paper(Random(seed), oddity=0)) for seed in range(40)]
    assert sum(read) > len(read) // 2
    assert not all(check(random_paper(Random(seed), oddity=5)) for seed in range(5))
