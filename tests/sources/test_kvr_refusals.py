"""What a KVR document may not hold: we would lose it, or misread it."""

import pytest

from kv2rdf.errors import ReadError
from tests.kvr_document import QUESTIONS, document, items, notice, questions_only
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
        (document(questions=f"{QUESTIONS}<kop/>"), "cannot read element kop"),
        (document(question_notes="stray"), "cannot place text 'stray'"),
        (document(answer_notes="<noot nummer='1'>Een</noot>stray"), "cannot place text 'stray'"),
        (questions_only(notes="stray"), "cannot place text 'stray'"),
        (document(explanation="stray"), "cannot place text 'stray'"),
        (document(explanation="<kop/>"), "cannot read element kop"),
        (document(explanation="<toelichting/><toelichting/>"), "at most one toelichting, found 2"),
        (document(record=items(Kleur="blauw")), "cannot read the item Kleur"),
        (document(record=items(Vindplaats="ergens")), "cannot read the Vindplaats"),
        (document(questions="", answers=""), "has no text of a question, an answer or a notice"),
        (document(tabled="5 mei 2005").replace("<header kamer", "<header>x</header><header kamer"),
         "expected one header, found 2"),
        (document().replace('<header kamer="2"/>', "<header>stray</header>"), "text 'stray'"),
        (questions_only(questions=""), "a last line in @type, and no text it could end"),
        (questions_only().replace('antwoorddatum=""', 'antwoorddatum="2005-02-23) Ja."'),
         "a paper of questions only, with an answer"),
        (notice("Ik zal", day="2005-02-23 en nog iets"), "text that the notice has not"),
        (document(notice="<mededeling mededelingdatum=''>Later</mededeling>"),
         "a paper with answers and a notice"),
    ],
)  # fmt: skip
def test_what_has_no_place_is_refused(xml: str, told: str) -> None:
    with pytest.raises(ReadError, match=r"KVR1\.xml: /kvr") as refused:
        one(xml)
    assert told in str(refused.value)
