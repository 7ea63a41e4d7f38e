"""Complete KVR documents: the academic XML edition of the Aanhangsel."""

from datetime import date

import pytest

from kv2rdf.model.kinds import Chamber, PaperKind, PartKind
from kv2rdf.model.paper import Mention
from kv2rdf.model.text import Note
from tests.every_case import every_case
from tests.kvr_document import ANSWERS, QUESTIONS, document, questions_only
from tests.papers import read_paper, rules, texts


def test_an_ordinary_document_is_an_answer_paper_with_its_questions() -> None:
    paper = read_paper(document(subject="Weer"))
    assert (paper.kind, paper.chamber, paper.edition) == (PaperKind.ANSWER, Chamber.TK, 0)
    assert paper.cases == (("2040509430",),)
    assert paper.annex_number is not None
    assert (paper.annex_number.session, paper.annex_number.number) == ("20042005", "1262")
    assert (paper.tabled, paper.dated) == (date(2005, 2, 5), date(2005, 2, 23))
    assert paper.askers == (Mention(printed="Van Voorbeeld", name="Van Voorbeeld", party="ABC"),)
    minister = "de minister van Marktzaken"
    assert paper.addressees == (Mention(printed=minister, office=minister),)
    assert paper.answerers == (
        Mention(printed="Voorbeeld", name="Voorbeeld", office="minister", ministry="Marktzaken"),
    )
    assert texts(paper.questions) == [(("1",), "Kent u het bericht?"), (("2",), "Zo ja, en dan?")]
    assert texts(paper.answers) == [(("1",), "Ja."), (("2",), "Niets.")]
    assert (paper.remarks, paper.short_title, paper.on_behalf_of) == ((), "Weer", ())
    assert paper.source.page_url == "https://example.org/parlando?filename=KVR1"


def test_a_further_answer_has_its_own_kind() -> None:
    assert read_paper(document(last_line="Nader antwoord")).kind is PaperKind.FURTHER_ANSWER


def test_those_on_whose_behalf_an_answer_is_given_are_read() -> None:
    answerers = (
        "<antwoorder functie='' ministerie=''/><mede-antwoorder>de minister van A</mede-antwoorder>"
    )
    paper = read_paper(document(answerers=answerers))
    assert paper.answerers == ()
    minister = Mention(printed="de minister van A", office="de minister van A")
    assert paper.on_behalf_of == (minister,)


MARK = '<voetnoot nummer="1"/>'


@every_case(
    ("mixed", "text", "marks"),
    [
        (f"Kent u het bericht {MARK}?", "Kent u het bericht?", [("1", 18)]),
        (f"Het is in 1996 {MARK}is gezegd", "Het is in 1996 is gezegd", [("1", 14)]),
        (f"Het bericht? {MARK}\n   ", "Het bericht?", [("1", 12)]),
        (f"Het bericht {MARK} (zie daar)", "Het bericht (zie daar)", [("1", 11)]),
        (f"een {MARK}, twee {MARK}; drie", "een, twee; drie", [("1", 3), ("1", 9)]),
        (f"«bericht {MARK}» is", "«bericht» is", [("1", 8)]),
        (f"een {MARK} {MARK}twee", "een twee", [("1", 3), ("1", 3)]),
        (f"{MARK}Kent u", "Kent u", [("1", 0)]),
        ("  twee  blanken\n   en  een  ", "twee blanken en een", []),
    ],
)  # fmt: skip
def test_a_mark_is_removed_from_the_text_with_its_superfluous_blank(
    mixed: str, text: str, marks: list[tuple[str, int]]
) -> None:
    paper = read_paper(document(questions=f'<vraag nummer="1">{mixed}</vraag>'))
    (question,) = paper.questions
    assert question.text.text == text
    assert [(mark.number, mark.offset) for mark in question.text.marks] == marks


def test_notes_are_read_and_a_mark_without_a_note_becomes_one() -> None:
    questions = '<vraag nummer="1">Een <voetnoot nummer="1"/>en twee <voetnoot nummer="2"/></vraag>'
    notes = '<noot nummer="1" bron="De Krant">De Krant, 1 mei</noot><noot nummer="3">Los.</noot>'
    paper = read_paper(document(questions=questions, question_notes=notes))
    assert paper.question_notes == (
        Note(number="1", text="De Krant, 1 mei"),
        Note(number="3", text="Los."),
        Note(number="2"),
    )
    assert paper.answer_notes == ()


def test_an_empty_note_is_a_mark_without_a_place() -> None:
    notes = '<noot nummer="1"/><noot nummer="1">De tekst.</noot><noot nummer="2"/>'
    paper = read_paper(document(answer_notes=notes))
    assert paper.answer_notes == (Note(number="1", text="De tekst."), Note(number="2"))
    assert rules(paper) == [("nootteken-zonder-plaats", PartKind.ANSWER, None)] * 2


def test_the_notes_of_a_question_paper_are_on_the_answer_side() -> None:
    questions = '<vraag nummer="1">Een <voetnoot nummer="1"/>en</vraag>'
    paper = read_paper(
        questions_only(questions=questions, notes='<noot nummer="1">De Krant</noot>')
    )
    assert paper.kind is PaperKind.QUESTIONS
    assert paper.question_notes == (Note(number="1", text="De Krant"),)
    assert (paper.answer_notes, paper.answers, paper.answerers) == ((), (), ())
    assert (paper.dated, paper.annex_number) == (date(2005, 2, 5), None)


def test_text_after_the_day_is_the_only_answer_if_there_is_no_other() -> None:
    paper = read_paper(
        document(reply_day="23 februari 2005) Op deze vragen zeg ik: ja.", answers="")
    )
    assert texts(paper.answers) == [((), "Op deze vragen zeg ik: ja.")]
    assert paper.dated == date(2005, 2, 23)
    assert rules(paper) == [("antwoord-in-antwoorddatum", PartKind.ANSWER, 1)]


def test_text_after_the_day_precedes_other_answers() -> None:
    answers = f'<antwoord nummer="1"/>{ANSWERS}'
    paper = read_paper(document(reply_day="2005-02-23). Vooraf dit.", answers=answers))
    assert texts(paper.answers) == [((), "Vooraf dit."), (("1",), "Ja."), (("2",), "Niets.")]
    assert rules(paper) == [
        ("leeg-onderdeel", PartKind.ANSWER, None),
        ("aanhef-in-antwoorddatum", PartKind.ANSWER, 1),
    ]


def test_a_remark_follows_its_part() -> None:
    answers = '<antwoord nummer="2 of 3">Ja.</antwoord>'
    paper = read_paper(document(reply_day="2005-02-23). Vooraf dit.", answers=answers))
    assert rules(paper) == [
        ("nummer-onleesbaar", PartKind.ANSWER, 2),
        ("aanhef-in-antwoorddatum", PartKind.ANSWER, 1),
    ]


def test_a_copy_of_the_first_answer_after_the_day_is_removed_with_a_remark() -> None:
    answers = (
        '<antwoord nummer="1 en 2">Ja, dat is zo <voetnoot nummer="1"/>en niet an-ders.</antwoord>'
    )
    paper = read_paper(document(reply_day="23 februari 2005) Ja,  dat is zo", answers=answers))
    assert texts(paper.answers) == [(("1", "2"), "Ja, dat is zo en niet an-ders.")]
    assert rules(paper) == [("kopie-in-antwoorddatum", None, None)]


@pytest.mark.parametrize(
    ("after", "copy"),
    [
        ("Ja, dat is zo. 2 Niets 1 is gedaan.", True),
        ("1 Ja, dat is zo. 2 Niets", True),
        ("Vooraf dit. Ja, dat is zo.", False),
        ("Ja, dat is zo. 2 Alles is gedaan.", False),
        ("2", False),
    ],
)
def test_a_copy_may_include_following_answers(*, after: str, copy: bool) -> None:
    answers = (
        '<antwoord nummer="1">Ja, dat is zo.</antwoord>'
        '<antwoord nummer="2">Niets <voetnoot nummer="1"/>is gedaan.</antwoord>'
    )
    paper = read_paper(document(reply_day=f"23 februari 2005) {after}", answers=answers))
    assert len(paper.answers) == (2 if copy else 3)
    assert rules(paper)[0][0] == ("kopie-in-antwoorddatum" if copy else "aanhef-in-antwoorddatum")


@pytest.mark.parametrize(
    ("after", "see_also"),
    [
        (", zie ook Aanhangsel Handelingen nr. 900, vergaderjaar 2004–2005", True),
        ("), Zie ook Aanhangsel van de Handelingen nr. 900).", True),
        (" Zie ook Aanhangsel Handelingen nr. 900? Dat is niet zo.", False),
    ],
)
def test_a_paper_may_refer_to_another(*, after: str, see_also: bool) -> None:
    paper = read_paper(document(reply_day=f"23 februari 2005{after}"))
    assert bool(paper.see_also) == see_also
    assert len(paper.answers) == 3 - see_also


@pytest.mark.parametrize(
    ("first", "numbers"), [("2", ("1",)), ("1", ()), ("3", ())], ids=["2", "1", "3"]
)
def test_text_after_the_day_of_tabling_is_a_question(first: str, numbers: tuple[str, ...]) -> None:
    questions = f'<vraag nummer="{first}">En dan?</vraag>'
    paper = read_paper(document(tabled="5 februari 2005) Kent u het bericht?", questions=questions))
    assert texts(paper.questions) == [(numbers, "Kent u het bericht?"), ((first,), "En dan?")]
    assert rules(paper) == [("tekst-in-indiendatum", PartKind.QUESTION, 1)]


def test_an_empty_question_is_left_out() -> None:
    paper = read_paper(document(questions=f'{QUESTIONS}<vraag nummer="3"> </vraag>'))
    assert len(paper.questions) == 2
    assert rules(paper) == [("leeg-onderdeel", PartKind.QUESTION, None)]


def test_an_unreadable_number_is_kept_with_a_remark() -> None:
    paper = read_paper(document(answers='<antwoord nummer="2 of 3">Ja.</antwoord>'))
    assert [(part.label, part.numbers) for part in paper.answers] == [("2 of 3", ())]
    assert rules(paper) == [("nummer-onleesbaar", PartKind.ANSWER, 1)]


def test_the_remark_on_contradictory_days_is_on_their_side() -> None:
    paper = read_paper(document(tabled="2005-02-06", reply_day="2005-02-24"))
    assert (paper.tabled, paper.dated) == (None, None)
    rule = "dagen-spreken-elkaar-tegen"
    assert rules(paper) == [(rule, PartKind.QUESTION, None), (rule, None, None)]
