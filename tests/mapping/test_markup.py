"""The markup of questions, answers, notices and notes in the graph of a case."""

import pytest
from msgspec.structs import replace

from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import ShapeError
from kv2rdf.mapping import statements
from kv2rdf.model.dossier import Cluster
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.text import Note, Passage
from kv2rdf.rdf.terms import TypedLiteral
from kv2rdf.rdf.vocabulary import KV
from tests.kvr_document import document
from tests.linking.dossiers import dossier
from tests.papers import read_paper

PAPER = read_paper(document(explanation="<toelichting>Zo is het.</toelichting>"))


def markup_of(text: str) -> str:
    return f'<div xmlns="http://www.w3.org/1999/xhtml"><p><em>{text}</em></p></div>'


def with_markup(passage: Passage, markup: str | None = None) -> Passage:
    return replace(passage, markup=markup or markup_of(passage.text))


def published(**changes: object) -> dict[str, str]:
    """Return the markup of each part of a case, by the last part of its address."""
    found = dossier(replace(PAPER, **changes))
    triples = [t for _, ts in statements(Cluster(dossiers=(found,)), Addresses()) for t in ts]
    return {
        subject.partition("/kv/")[2] or subject.partition("/ah/")[2]: value.text
        for subject, predicate, value in triples
        if predicate == KV.markup and isinstance(value, TypedLiteral)
    }


def test_a_text_with_markup_is_published_with_it() -> None:
    first, second = PAPER.questions
    assert PAPER.explanation is not None
    assert published(
        questions=(replace(first, text=with_markup(first.text)), second),
        answers=(replace(PAPER.answers[0], text=with_markup(PAPER.answers[0].text)),),
        explanation=with_markup(PAPER.explanation),
        question_notes=(Note(number="1", text="De Krant", markup=markup_of("De Krant")),),
    ) == {
        "2040509430/vraag/1": markup_of("Kent u het bericht?"),
        "2040509430/toelichting": markup_of("Zo is het."),
        f"2040509430/noot/1-{PAPER.source.key}": markup_of("De Krant"),
        "20042005/1262/antwoord/1": markup_of("Ja."),
    }
    assert published() == {}


def test_the_text_of_a_notice_may_have_markup_too() -> None:
    notice = with_markup(Passage(paragraphs=("Later.",)))
    assert published(kind=PaperKind.NOTICE, answers=(), notice=notice) == {
        "20042005/1262": markup_of("Later.")
    }


def test_markup_that_is_ill_formed_or_of_another_text_is_not_published() -> None:
    first, second = PAPER.questions
    whole = markup_of(first.text.text)
    for markup in (whole[:-6], markup_of("Iets anders"), whole.replace("em>", "EM>")):
        marked = replace(first, text=with_markup(first.text, markup))
        with pytest.raises(ShapeError, match="the markup"):
            published(questions=(marked, second))


@pytest.mark.parametrize("text", ["De Krant", ""])
def test_markup_of_a_footnote_without_text_is_not_published(text: str) -> None:
    note = Note(number="1", text=text, markup=markup_of(text))
    assert len(published(question_notes=(note,))) == 1
    with pytest.raises(ShapeError, match="footnote 1-KVR1 has markup, and no text"):
        published(question_notes=(replace(note, text=None),))
