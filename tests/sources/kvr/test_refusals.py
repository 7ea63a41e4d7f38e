"""What a KVR document may not hold: we would lose it, or misread it."""

import pytest

from kv2rdf.errors import ReadError
from tests.kvr_document import QUESTIONS, document, items, questions_only
from tests.papers import one


def vraag(text: str, nummer: str = "1") -> str:
    """Give a document with one question."""
    return document(questions=f'<vraag nummer="{nummer}">{text}</vraag>')


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        (document(questions='<vraag nummer="1"><voetnoot nummer="1"/></vraag>', answers=""),
         "has no text of a question, an answer or a notice"),
        (vraag("<i>Hoe?</i>"), "cannot read element i"),
        (vraag('Hoe <voetnoot nummer="1" kleur="rood"/>'), "cannot read attribute kleur"),
        (document(questions='<vraag nummer="1" kleur="rood">Hoe?</vraag>'), "attribute kleur"),
        (document(questions=f"{QUESTIONS}stray"), "cannot place text 'stray'"),
        (document(questions=f"{QUESTIONS}<kop>Kop</kop>"), "cannot read element kop"),
        (document(questions=f"{QUESTIONS}<kop><naam k='1'/></kop>"), "cannot read element kop"),
        (document(question_notes="stray"), "cannot place text 'stray'"),
        (document(answer_notes="<noot nummer='1'>Een</noot>stray"), "cannot place text 'stray'"),
        (questions_only(notes="stray"), "cannot place text 'stray'"),
        (document(explanation="stray"), "cannot place text 'stray'"),
        (document(explanation="<kop>Kop</kop>"), "cannot read element kop"),
        (document(explanation="<toelichting/><toelichting/>"), "at most one toelichting, found 2"),
        (document(record=items(Kleur="blauw")), "cannot read the item Kleur"),
        (document(record=items(Vindplaats="ergens")), "cannot read the Vindplaats"),
        (document(questions="", answers=""), "has no text of a question, an answer or a notice"),
        (document().replace('<header kamer="2"/>', "<header>stray</header>"), "text 'stray'"),
        (vraag('Hoe <voetnoot nummer="1">Een</voetnoot>'), "cannot place text 'Een'"),
        (document(question_notes='<noot nummer="1">Een<b>Twee</b></noot>'), "read element b"),
        (document(askers="<vrager>Van <b>Voorbeeld</b></vrager>"), "cannot read element b"),
        (document(record='<item attribuut="Indiener">De <persoon>Graver</persoon></item>'),
         "cannot place text 'De'"),
        (document().replace('<noten ', '<noten kleur="rood" '), "attribute kleur"),
        (document().replace('<header ', '<header kleur="rood" '), "attribute kleur"),
        (document().replace('<vragen ', '<vragen kleur="rood" '), "attribute kleur"),
        (document(asked='<vraagt-aan kleur="rood">de minister</vraagt-aan>'), "attribute kleur"),
        (document(explanation='<toelichting kleur="rood">Zo</toelichting>'), "attribute kleur"),
        (document(notice="<mededeling mededelingdatum=''>Later</mededeling>"),
         "a paper with answers and a notice"),
    ],
)  # fmt: skip
def test_what_has_no_place_is_refused(xml: str, told: str) -> None:
    with pytest.raises(ReadError, match=r"KVR1\.xml: /kvr") as refused:
        one(xml)
    assert told in str(refused.value)
