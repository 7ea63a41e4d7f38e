"""What a KVR document may lack or misprint, and is read all the same: no text of it is lost."""

import re
from datetime import date

import pytest
from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.text import Note
from tests.kvr_document import ASKER, document, items, notice, questions_only
from tests.papers import one, passage, rules


@pytest.mark.parametrize(
    ("printed", "session", "number", "edition"),
    [
        ("Kamervragen met antwoord 2004–2005,  nr 1262h Tweede Kamer.", "20042005", "1262", 1),
        ("Kamervragen met antwoord 2004/2005, nr.1262b, Tweede Kamer", "20042005", "1262b", 0),
        ("Kamervragen 2004-2005 vraagnr 2040509430", None, None, 0),
        ("Aanhangsel Tweede Kamer 1990 - 1991, nummer 12b 3e Herdruk", "19901991", "12b", 3),
    ],
)
def test_the_place_may_be_written_otherwise(
    printed: str, session: str | None, number: str | None, edition: int
) -> None:
    answered = (
        {}
        if number
        else {"answered": "", "answers": "", "answerers": "<antwoorder/><mede-antwoorder/>"}
    )
    paper = one(document(record=items(Vindplaats=printed), **answered))
    annex = paper.annex_number
    assert (annex and annex.session, annex and annex.number) == (session, number)
    assert paper.edition == edition


@pytest.mark.parametrize(
    ("printed", "number", "told"),
    [(" 1.", "1", ()), ("(2)", "2", ()), ("*", None, ("nummer-onleesbaar",)),
     ("1 2", None, ("nummer-onleesbaar",)), ("", None, ("nummer-onleesbaar",))],
)  # fmt: skip
def test_a_note_is_kept_whatever_its_number(
    printed: str, number: str | None, told: tuple[str, ...]
) -> None:
    paper = one(document(answer_notes=f'<noot nummer="{printed}">Een noot</noot>'))
    assert paper.answer_notes == (Note(number=number, text="Een noot"),)
    assert tuple(remark.rule for remark in paper.remarks) == told
    assert all(printed in remark.place for remark in paper.remarks)


def test_a_note_without_number_and_text_is_told_of() -> None:
    paper = one(document(answer_notes="<noot/>"))
    assert paper.answer_notes == ()
    assert [remark.place for remark in paper.remarks] == ["noten (antwoord):"]


@pytest.mark.parametrize("mark", ['nummer="*"', 'nummer="²"', ""])
def test_a_mark_whose_number_cannot_be_read_is_told_of(mark: str) -> None:
    paper = one(document(questions=f'<vraag nummer="1">Hoe <voetnoot {mark}/>?</vraag>'))
    assert paper.questions[0].text == passage("Hoe ?")
    (remark,) = paper.remarks
    assert (remark.rule, remark.part) == ("nummer-onleesbaar", PartKind.QUESTION)
    assert remark.place.startswith("vraag/@nummer 1: voetnoot")


def test_an_element_may_lack_its_number() -> None:
    paper = one(document(questions="<vraag>Hoe?</vraag>"))
    (asked,) = paper.questions
    assert (asked.label, asked.numbers, asked.text) == (None, (), passage("Hoe?"))
    assert [remark.rule for remark in paper.remarks] == ["nummer-onleesbaar"]


def test_an_asker_without_a_name_is_told_of_with_the_party() -> None:
    paper = one(document(askers=f"{ASKER}<vrager partij='DEF'/>"))
    assert [asker.name for asker in paper.askers] == ["Van Voorbeeld"]
    (remark,) = paper.remarks
    assert (remark.rule, remark.place, remark.text) == ("leeg-onderdeel", "vraagdata/vrager", "DEF")


def test_a_paper_may_have_no_title() -> None:
    assert one(document(record=items(Bibliografische_omschrijving=None))).title is None


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "geen adres",
        "www.example.org/1",
        "https:///1",
        "https://example.org/\ufffd",
        "https://a/b|",
    ],
)
def test_a_permalink_that_is_no_address_is_left_out(printed: str) -> None:
    assert one(document(record=items(Permalink=printed))).source.page is None


def test_an_attribute_that_is_absent_is_empty() -> None:
    xml = document(answerers="<antwoorder>Kade</antwoorder><mede-antwoorder/>")
    for attribute in ('type="Antwoord" ', 'onderwerp="" ', ' indiendatum="2005-02-5"',
                      ' antwoorddatum="23 februari 2005)"'):  # fmt: skip
        assert attribute in xml
        xml = xml.replace(attribute, "")
    paper = one(xml)
    assert (paper.kind, paper.short_title) == (PaperKind.ANSWER, None)
    assert (paper.tabled, paper.dated) == (date(2005, 2, 5), date(2005, 2, 23))
    assert [answerer.printed for answerer in paper.answerers] == ["Kade"]


def test_a_notice_may_have_no_day_of_its_own() -> None:
    xml = notice("Later").replace(' mededelingdatum="2005-02-23"', "")
    assert one(xml).dated == date(2005, 2, 23)


def test_what_has_neither_text_nor_a_value_is_passed_over() -> None:
    blank = '<kop kleur=" "><naam/> </kop>'
    xml = document(
        record=f'{items()}<item attribuut="Kleur"/><item attribuut="Omvang">1</item>'
        '<item attribuut="Omvang">1</item>',
        questions=f'{blank}<vraag nummer="1" kleur="">Kent u {blank}het?</vraag>',
        explanation=f"<toelichting>{blank}Zo is het.</toelichting>",
    )
    plain = document(
        questions='<vraag nummer="1">Kent u het?</vraag>',
        explanation="<toelichting>Zo is het.</toelichting>",
    )
    assert replace(one(xml), source=one(plain).source) == one(plain)


@pytest.mark.parametrize(
    "lacking",
    [
        '<header kamer="2"/>',
        "<vraagt-aan>de minister van Marktzaken</vraagt-aan>",
        "<mede-antwoorder/>",
        '<noten afkomstig="vraag"></noten>',
        '<noten afkomstig="antwoord"></noten>',
    ],
)
def test_an_element_of_the_form_may_be_absent(lacking: str) -> None:
    assert lacking in document()
    paper = one(document().replace(lacking, ""))
    assert [part.text.text for part in (*paper.questions, *paper.answers)] == [
        "Kent u het bericht?", "Zo ja, en dan?", "Ja.", "Niets.",
    ]  # fmt: skip


def test_a_paper_may_lack_its_answers_and_the_headings() -> None:
    xml = re.sub("<(vraagdata|antwoorddata|antwoorden) .*?</\\1>", "", document(), flags=re.DOTALL)
    paper = one(xml)
    assert (paper.tabled, paper.dated) == (date(2005, 2, 5), date(2005, 2, 23))
    assert (paper.askers, paper.answerers, paper.answers) == ((), (), ())
    assert len(paper.questions) == 2


def test_a_paper_may_name_several_it_asks_and_that_answer() -> None:
    paper = one(
        document(
            asked="<vraagt-aan>de minister van A</vraagt-aan><vraagt-aan>die van B</vraagt-aan>",
            answerers="<antwoorder>Kade</antwoorder><antwoorder>Graver</antwoorder>"
            "<mede-antwoorder>die van C</mede-antwoorder><mede-antwoorder>D</mede-antwoorder>",
        )
    )
    people = (paper.addressees, paper.answerers, paper.on_behalf_of)
    assert [[one.printed for one in named] for named in people] == [
        ["de minister van A", "die van B"], ["Kade", "Graver"], ["die van C", "D"],
    ]  # fmt: skip


def test_a_paper_of_questions_with_an_answer_is_one_with_an_answer() -> None:
    xml = questions_only().replace('antwoorddatum=""', 'antwoorddatum="2005-02-23) Zo is het."')
    paper = one(xml)
    assert (paper.kind, paper.dated) == (PaperKind.ANSWER, date(2005, 2, 23))
    assert [part.text.text for part in paper.answers] == ["Zo is het. en dan?"]


def test_a_last_line_is_a_question_where_there_is_no_other_text() -> None:
    paper = one(questions_only(questions=""))
    assert [(part.label, part.text.text) for part in paper.questions] == [(None, "en dan?")]
    assert rules(paper) == [("laatste-regel-in-type", PartKind.QUESTION, 1)]


def test_the_beginning_of_a_notice_behind_its_day_is_put_back() -> None:
    paper = one(notice("Ik zal", day="23 februari 2005) Tot mijn spijt"))
    assert paper.notice == passage("Tot mijn spijt Ik zal zenden.")
    assert rules(paper)[0] == ("tekst-in-mededelingdatum", None, None)


def test_a_notice_may_have_its_giver_where_an_answer_has() -> None:
    xml = notice("Later").replace(
        "<antwoorder functie", "<antwoorder>Kade</antwoorder><antwoorder functie"
    )
    xml = xml.replace('mededeler="Voorbeeld" functie="minister" afdeling="Marktzaken"', "")
    assert [one.printed for one in one(xml).answerers] == ["Kade"]
