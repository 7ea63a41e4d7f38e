"""Items that may be missing or misprinted in a KVR document, which is read without loss of text."""

import re
from datetime import date

import pytest
from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import Mention
from kv2rdf.model.text import Note
from tests.every_case import every_case
from tests.kvr_document import ASKER, document, items, notice, questions_only
from tests.papers import passage, read_paper, rules


@every_case(
    ("printed", "session", "number", "edition"),
    [
        ("Kamervragen met antwoord 2004–2005,  nr 1262h Tweede Kamer.", "20042005", "1262", 1),
        ("Kamervragen met antwoord 2004/2005, nr.1262b, Tweede Kamer", "20042005", "1262b", 0),
        ("Kamervragen 2004-2005 vraagnr 2040509430", None, None, 0),
        ("Aanhangsel Tweede Kamer 1990 - 1991, nummer 12b 3e Herdruk", "19901991", "12b", 3),
    ],
)
def test_a_vindplaats_may_have_other_spellings(
    printed: str, session: str | None, number: str | None, edition: int
) -> None:
    without_reply = (
        {}
        if number
        else {"reply_day": "", "answers": "", "answerers": "<antwoorder/><mede-antwoorder/>"}
    )
    paper = read_paper(document(record=items(Vindplaats=printed), **without_reply))
    annex = paper.annex_number
    assert (annex and annex.session, annex and annex.number) == (session, number)
    assert paper.edition == edition


@every_case(
    ("printed", "number", "rules"),
    [(" 1.", "1", ()), ("(2)", "2", ()), ("*", None, ("nummer-onleesbaar",)),
     ("1 2", None, ("nummer-onleesbaar",)), ("", None, ("nummer-onleesbaar",))],
)  # fmt: skip
def test_a_note_is_kept_whatever_its_number_is(
    printed: str, number: str | None, rules: tuple[str, ...]
) -> None:
    paper = read_paper(document(answer_notes=f'<noot nummer="{printed}">Een noot</noot>'))
    assert paper.answer_notes == (Note(number=number, text="Een noot"),)
    assert tuple(remark.rule for remark in paper.remarks) == rules
    assert all(printed in remark.location for remark in paper.remarks)


def test_a_note_without_number_and_text_gets_a_remark() -> None:
    paper = read_paper(document(answer_notes="<noot/>"))
    assert paper.answer_notes == ()
    assert [remark.location for remark in paper.remarks] == ["noten (antwoord):"]


@pytest.mark.parametrize("mark", ['nummer="*"', 'nummer="²"', ""])
def test_a_mark_with_an_unreadable_number_gets_a_remark(mark: str) -> None:
    paper = read_paper(document(questions=f'<vraag nummer="1">Hoe <voetnoot {mark}/>?</vraag>'))
    assert paper.questions[0].text == passage("Hoe ?")
    (remark,) = paper.remarks
    assert (remark.rule, remark.part) == ("nummer-onleesbaar", PartKind.QUESTION)
    assert remark.location.startswith("vraag/@nummer 1: voetnoot")


def test_an_element_may_lack_its_number() -> None:
    paper = read_paper(document(questions="<vraag>Hoe?</vraag>"))
    (question,) = paper.questions
    assert (question.label, question.numbers, question.text) == (None, (), passage("Hoe?"))
    assert [remark.rule for remark in paper.remarks] == ["nummer-onleesbaar"]


def test_the_remark_on_an_asker_without_a_name_has_the_party() -> None:
    paper = read_paper(document(askers=f"{ASKER}<vrager partij='DEF'/>"))
    assert [asker.name for asker in paper.askers] == ["Van Voorbeeld"]
    (remark,) = paper.remarks
    assert (remark.rule, remark.location, remark.text) == (
        "leeg-onderdeel",
        "vraagdata/vrager",
        "DEF",
    )


def test_a_paper_may_have_no_title() -> None:
    assert read_paper(document(record=items(Bibliografische_omschrijving=None))).title is None


@every_case(
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
def test_a_permalink_that_is_not_a_url_is_left_out(printed: str) -> None:
    assert read_paper(document(record=items(Permalink=printed))).source.page_url is None


def test_an_attribute_that_is_absent_is_empty() -> None:
    xml = document(answerers="<antwoorder>Kade</antwoorder><mede-antwoorder/>")
    for attribute in ('type="Antwoord" ', 'onderwerp="" ', ' indiendatum="2005-02-5"',
                      ' antwoorddatum="23 februari 2005)"'):  # fmt: skip
        assert attribute in xml
        xml = xml.replace(attribute, "")
    paper = read_paper(xml)
    assert (paper.kind, paper.short_title) == (PaperKind.ANSWER, None)
    assert (paper.tabled, paper.dated) == (date(2005, 2, 5), date(2005, 2, 23))
    assert [answerer.printed for answerer in paper.answerers] == ["Kade"]


def test_a_notice_may_have_no_day_of_its_own() -> None:
    xml = notice("Later").replace(' mededelingdatum="2005-02-23"', "")
    assert read_paper(xml).dated == date(2005, 2, 23)


def test_elements_without_text_or_value_are_ignored() -> None:
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
    assert replace(read_paper(xml), source=read_paper(plain).source) == read_paper(plain)


@every_case(
    "lacking",
    [
        '<header kamer="2"/>',
        "<vraagt-aan>de minister van Marktzaken</vraagt-aan>",
        "<mede-antwoorder/>",
        '<noten afkomstig="vraag"></noten>',
        '<noten afkomstig="antwoord"></noten>',
    ],
)
def test_an_element_may_be_absent(lacking: str) -> None:
    assert lacking in document()
    paper = read_paper(document().replace(lacking, ""))
    assert [part.text.text for part in (*paper.questions, *paper.answers)] == [
        "Kent u het bericht?", "Zo ja, en dan?", "Ja.", "Niets.",
    ]  # fmt: skip


def test_a_paper_may_lack_its_answers_and_the_headings() -> None:
    xml = re.sub("<(vraagdata|antwoorddata|antwoorden) .*?</\\1>", "", document(), flags=re.DOTALL)
    paper = read_paper(xml)
    assert (paper.tabled, paper.dated) == (date(2005, 2, 5), date(2005, 2, 23))
    assert (paper.askers, paper.answerers, paper.answers) == ((), (), ())
    assert len(paper.questions) == 2


@every_case(
    ("printed", "office"),
    [
        ("(D66) aan de minister van Marktzaken", "de minister van Marktzaken"),
        (", B en C (allen D66) aan beide ministers van A", "beide ministers van A"),
        ("tal vragen te stellen aan de staatssecretaris", "de staatssecretaris"),
        (
            "de minister van A en aan de minister van B",
            "de minister van A en aan de minister van B",
        ),
        ("minister van A en aan de minister van B", "minister van A en aan de minister van B"),
    ],
)
def test_the_name_of_an_asker_before_an_addressee_is_not_part_of_the_office(
    printed: str, office: str
) -> None:
    paper = read_paper(document(addressees=f"<vraagt-aan>{printed}</vraagt-aan>"))
    assert paper.addressees == (Mention(printed=printed, office=office),)


def test_a_paper_may_have_several_addressees_and_answerers() -> None:
    paper = read_paper(
        document(
            addressees="<vraagt-aan>de minister van A</vraagt-aan>"
            "<vraagt-aan>minister van B</vraagt-aan>",
            answerers="<antwoorder>Kade</antwoorder><antwoorder>Graver</antwoorder>"
            "<mede-antwoorder>die van C</mede-antwoorder><mede-antwoorder>D</mede-antwoorder>",
        )
    )
    people = (paper.addressees, paper.answerers, paper.on_behalf_of)
    assert [[mention.printed for mention in mentions] for mentions in people] == [
        ["de minister van A", "minister van B"], ["Kade", "Graver"], ["die van C", "D"],
    ]  # fmt: skip


def test_a_question_paper_with_an_answer_is_an_answer_paper() -> None:
    xml = questions_only().replace('antwoorddatum=""', 'antwoorddatum="2005-02-23) Zo is het."')
    paper = read_paper(xml)
    assert (paper.kind, paper.dated) == (PaperKind.ANSWER, date(2005, 2, 23))
    assert [part.text.text for part in paper.answers] == ["Zo is het. en dan?"]


def test_a_last_line_is_a_question_if_there_is_no_other_text() -> None:
    paper = read_paper(questions_only(questions=""))
    assert [(part.label, part.text.text) for part in paper.questions] == [(None, "en dan?")]
    assert rules(paper) == [("laatste-regel-in-type", PartKind.QUESTION, 1)]


def test_the_beginning_of_a_notice_after_its_day_is_restored() -> None:
    paper = read_paper(notice("Ik zal", day="23 februari 2005) Tot mijn spijt"))
    assert paper.notice == passage("Tot mijn spijt Ik zal zenden.")
    assert rules(paper)[0] == ("tekst-in-mededelingdatum", None, None)


def test_a_notice_may_have_its_giver_in_the_element_of_the_answerer() -> None:
    xml = notice("Later").replace(
        "<antwoorder functie", "<antwoorder>Kade</antwoorder><antwoorder functie"
    )
    xml = xml.replace('mededeler="Voorbeeld" functie="minister" afdeling="Marktzaken"', "")
    assert [mention.printed for mention in read_paper(xml).answerers] == ["Kade"]
