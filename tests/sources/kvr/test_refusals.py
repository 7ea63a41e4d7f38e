"""Contents of a KVR document that are refused because they would be lost or misread."""

import pytest

from kv2rdf.errors import ReadError
from tests.every_case import every_case
from tests.kvr_document import QUESTIONS, document, items, questions_only
from tests.papers import read_paper


def with_question(text: str, nummer: str = "1") -> str:
    """Return a document with one question."""
    return document(questions=f'<vraag nummer="{nummer}">{text}</vraag>')


@every_case(
    ("xml", "problem"),
    [
        (document(questions='<vraag nummer="1"><voetnoot nummer="1"/></vraag>', answers=""),
         "has no text of a question, an answer or a notice"),
        (with_question("<i>Hoe?</i>"), "cannot read element i"),
        (with_question('Hoe <voetnoot nummer="1" kleur="rood"/>'), "cannot read attribute kleur"),
        (document(questions='<vraag nummer="1" kleur="rood">Hoe?</vraag>'), "attribute kleur"),
        (document(questions=f"{QUESTIONS}stray"), "cannot place text 'stray'"),
        (document(questions=f"{QUESTIONS}<kop>Kop</kop>"), "cannot read element kop"),
        (document(questions=f"{QUESTIONS}<kop><naam k='1'/></kop>"), "cannot read element kop"),
        (document(question_notes="stray"), "cannot place text 'stray'"),
        (document(answer_notes="<noot oummer='3'/>"), "cannot read attribute oummer"),
        (document(answer_notes="<noot auteur='B'>Trouw</noot>"), "cannot read attribute auteur"),
        (document(answer_notes="<noot nummer='1'>Een</noot>stray"), "cannot place text 'stray'"),
        (questions_only(notes="stray"), "cannot place text 'stray'"),
        (document(explanation="stray"), "cannot place text 'stray'"),
        (document(explanation="<kop>Kop</kop>"), "cannot read element kop"),
        (document(explanation="<toelichting/><toelichting/>"), "at most one toelichting, found 2"),
        (document(record=items(Kleur="blauw")), "cannot read the item Kleur"),
        (document(record=items(Vindplaats="ergens")), "cannot read the Vindplaats"),
        (document(questions="", answers=""), "has no text of a question, an answer or a notice"),
        (document().replace('<header kamer="2"/>', "<header>stray</header>"), "text 'stray'"),
        (with_question('Hoe <voetnoot nummer="1">Een</voetnoot>'), "cannot place text 'Een'"),
        (document(question_notes='<noot nummer="1">Een<b>Twee</b></noot>'), "read element b"),
        (document(askers="<vrager>Van <b>Voorbeeld</b></vrager>"), "cannot read element b"),
        (document(record='<item attribuut="Indiener">De <persoon>Graver</persoon></item>'),
         "cannot place text 'De'"),
        (document().replace('<noten ', '<noten kleur="rood" '), "attribute kleur"),
        (document().replace('<header ', '<header kleur="rood" '), "attribute kleur"),
        (document().replace('<vragen ', '<vragen kleur="rood" '), "attribute kleur"),
        (document(addressees='<vraagt-aan kleur="rood">Hij</vraagt-aan>'), "attribute kleur"),
        (document(explanation='<toelichting kleur="rood">Zo</toelichting>'), "attribute kleur"),
        (document(notice="<mededeling mededelingdatum=''>Later</mededeling>"),
         "a paper with answers and a notice"),
    ],
)  # fmt: skip
def test_unknown_contents_are_refused(xml: str, problem: str) -> None:
    with pytest.raises(ReadError, match=r"KVR1\.xml: /kvr") as refused:
        read_paper(xml)
    assert problem in str(refused.value)
