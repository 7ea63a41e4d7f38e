"""Official papers in the old form, with the root ``vraagdoc``."""

from datetime import date
from functools import partial

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import Chamber, PaperKind, PartKind, SourceKind
from kv2rdf.model.paper import AnnexNumber, Mention
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.formats import recognise
from tests.every_case import every_case
from tests.function_calls import counted_calls
from tests.papers import input_document, read_paper, texts
from tests.sources.official.old_papers import (
    OLD_ASKED,
    OLD_REPLIED,
    old_answer,
    old_official,
    old_question,
)

QUESTION = old_question("1", "Gaat hij?")
ANSWER = old_answer("1", "Ja.")
CREATOR = "<meta name='DC.creator' scheme='' content='Tweede Kamer der Staten-Generaal'/>"
TYPE = "vraagdoc SYSTEM 'vraagdoc.dtd'"


def test_one_paper_has_both_sides() -> None:
    paper = read_paper(old_official(QUESTION, ANSWER))
    assert (paper.kind, paper.chamber, paper.source.kind) == (
        PaperKind.ANSWER,
        Chamber.TK,
        SourceKind.OFFICIAL,
    )
    assert paper.annex_number == AnnexNumber(session="19971998", number="17")
    assert (paper.publication, paper.session_year, paper.cases) == (
        "ah-tk-19971998-17",
        "1997-1998",
        (),
    )
    assert (paper.tabled, paper.dated) == (date(1997, 9, 3), date(1997, 10, 1))
    assert paper.askers == (Mention(printed="Bos", name="Bos", party="D66"),)
    assert [mention.printed for mention in paper.addressees] == ["de minister van Land"]
    assert [(m.name, m.office, m.ministry) for m in paper.answerers] == [
        ("Mos", "minister", "Land")
    ]
    assert paper.title == "Antwoord van minister Mos (Land). (Ontvangen 1 oktober 1997)"
    assert paper.short_title == (
        "Vragen van het lid Bos (D66) aan de minister van Land over de sluis."
    )
    assert texts(paper.questions) == [(("1",), "Gaat hij?")]
    assert texts(paper.answers) == [(("1",), "Ja.")]
    assert paper.remarks == ()


def test_a_paper_with_only_questions() -> None:
    asked = f"{QUESTION}<toelicht>Toelichting: <nadruk type='cur'>zie</nadruk>.</toelicht>"
    paper = read_paper(old_official(asked, identifier="", number="2979800170"))
    assert (paper.kind, paper.chamber) == (PaperKind.QUESTIONS, Chamber.TK)
    assert (paper.cases, paper.annex_number) == ((("2979800170",),), None)
    assert paper.publication == "kv-tk-2979800170"
    assert paper.explanation is not None
    assert paper.explanation.text == "Toelichting: zie."
    assert paper.explanation.markup is not None


@pytest.mark.parametrize("identifier", ["kv-2979800170", "kv-tk-2979800170"])
def test_an_identifier_may_give_the_number_of_the_case(identifier: str) -> None:
    paper = read_paper(old_official(QUESTION, identifier=identifier, metadata=CREATOR))
    assert (paper.cases, paper.publication) == ((("2979800170",),), identifier)


def test_an_explanation_may_have_paragraphs_and_footnotes_beside_a_reply() -> None:
    note = "<noot nr='1'><al>Krant.</al></noot>"
    explanation = f"<toelicht><titel>Toelichting</titel><al>Zie{note}.</al></toelicht>"
    paper = read_paper(old_official(f"{QUESTION}{explanation}", ANSWER))
    assert paper.explanation is not None
    assert paper.explanation.paragraphs == ("Toelichting", "Zie.")
    assert [(found.number, found.text) for found in paper.question_notes] == [("1", "Krant.")]
    assert texts(paper.questions) == [(("1",), "Gaat hij?")]


@pytest.mark.parametrize(
    "footnote",
    [
        "<noot nr='1'><al>Krant.</al></noot>",
        "<noot><nr>1</nr><al>Krant.</al></noot>",
        "<noot id='n1' type='voet'><noot.nr>1</noot.nr><noot.al>Krant.</noot.al></noot>",
    ],
)
def test_the_number_of_a_footnote_may_be_an_attribute_or_an_element(footnote: str) -> None:
    asked = old_question("1", f"Kent u «A»{footnote} en dit<nootref nr='1'/>?")
    paper = read_paper(old_official(asked, ANSWER))
    assert [(found.number, found.text) for found in paper.question_notes] == [("1", "Krant.")]
    assert [(m.number, m.offset) for m in paper.questions[0].text.marks] == [("1", 10), ("1", 17)]


def test_a_reply_without_answers_is_one_answer_without_a_number() -> None:
    paper = read_paper(old_official(QUESTION, "<al>Ja.</al><al>Zeker.</al>"))
    (part,) = paper.answers
    assert (paper.kind, part.label, part.text.text) == (PaperKind.ANSWER, None, "Ja.\nZeker.")
    (remark,) = paper.remarks
    assert (remark.rule, remark.part, remark.ordinal, remark.text) == (
        FindingRule.TEXT_OUTSIDE_PARTS,
        PartKind.ANSWER,
        1,
        "Ja.\nZeker.",
    )


@pytest.mark.parametrize(
    "reply", ["<opmerking><al>Mededeling</al><al>Later.</al></opmerking>", "<al>Later.</al>"]
)
def test_a_reply_that_is_called_a_notice_is_a_notice(reply: str) -> None:
    words = OLD_REPLIED.replace("Antwoord", "Mededeling")
    paper = read_paper(old_official(QUESTION, reply, reply_omschr=words))
    assert paper.kind is PaperKind.NOTICE
    assert paper.notice is not None
    assert paper.notice.text == "Later."


def test_text_after_the_last_question_belongs_to_the_questions() -> None:
    paper = read_paper(old_official(f"{QUESTION}<al>Tot slot.</al>", f"<al>Vooraf.</al>{ANSWER}"))
    assert texts(paper.questions) == [(("1",), "Gaat hij?\nTot slot.")]
    assert texts(paper.answers) == [(("1",), "Vooraf.\nJa.")]
    assert [remark.text for remark in paper.remarks] == ["Tot slot.", "Vooraf."]


def test_the_subject_and_the_day_may_come_after_the_description() -> None:
    asked = (
        "Vragen van het lid Bos (D66) aan de minister van Land over</omschr>"
        "<ondw>de sluis over de Maas.</ondw><datum>(Ingezonden 3 september 1997)</datum><omschr>"
    )
    paper = read_paper(old_official(QUESTION, ANSWER, omschr=asked))
    assert paper.short_title is not None
    assert paper.short_title.endswith("aan de minister van Land over de sluis over de Maas.")
    assert [mention.printed for mention in paper.addressees] == ["de minister van Land"]
    assert paper.tabled == date(1997, 9, 3)


def test_the_reference_to_other_papers_may_begin_with_a_comma() -> None:
    words = f"{OLD_REPLIED}, zie ook Aanhangsel Handelingen nr. 12, vergaderjaar 1997–1998"
    paper = read_paper(old_official(QUESTION, ANSWER, reply_omschr=words))
    assert paper.see_also == ("zie ook Aanhangsel Handelingen nr. 12, vergaderjaar 1997–1998",)
    assert paper.remarks == ()


def test_characters_may_be_named() -> None:
    asked = old_question("1", "Caf&eacute;&nbsp;in &OElig;uvre&hellip;")
    paper = read_paper(old_official(asked, ANSWER))
    assert texts(paper.questions) == [(("1",), "Café\u00a0in Œuvre…")]


@pytest.mark.parametrize(
    ("start", "encoding"), [("\ufeff", "utf-8"), ("", "utf-8"), ("\ufeff", "utf-16-le")]
)
def test_a_byte_order_mark_and_other_line_ends_change_nothing(start: str, encoding: str) -> None:
    xml = old_official(QUESTION, ANSWER).replace(' encoding="UTF-8"', "").replace("\n", "\r\n")
    paper = read_paper((start + xml).encode(encoding))
    assert texts(paper.answers) == [(("1",), "Ja.")]


def test_a_front_may_state_the_session() -> None:
    xml = old_official(QUESTION, ANSWER, identifier="", number="17").replace(
        "<body>",
        "<frontm><versie dtd='1' conv='2'/><ordernr>KVR1</ordernr><vergjaar>1997-1998</vergjaar>"
        "</frontm><kamervraagkop><tekstregel inhoud='kameraanduiding'>"
        "Eerste Kamer der Staten-Generaal</tekstregel></kamervraagkop><body>",
    )
    paper = read_paper(xml)
    assert paper.chamber is Chamber.EK
    assert paper.annex_number == AnnexNumber(session="19971998", number="17")


def test_a_paper_may_state_the_number_of_its_case() -> None:
    stated = "<meta name='OVERHEIDop.vraagnummer' scheme='' content='2979800170'/>"
    paper = read_paper(old_official(QUESTION, ANSWER, metadata=stated, number="2009D25439"))
    assert paper.cases == (("2979800170",),)
    assert [(remark.rule, remark.text) for remark in paper.remarks] == [
        (FindingRule.FIELD_WITHOUT_PROPERTY, "2009D25439")
    ]


@every_case(
    ("xml", "problem"),
    [
        (old_official(f"<onbekend>x</onbekend>{QUESTION}"),
         "vragen/onbekend: cannot read element onbekend"),
        (old_official("los"), "cannot place text 'los'"),
        (old_official(QUESTION, "los"), "cannot place text 'los'"),
        (old_official("<al>los</al>", ANSWER), "a text that belongs to no question"),
        (old_official(QUESTION, omschr="").replace("<omschr></omschr>", ""), "no description"),
        (old_official(QUESTION, identifier="", metadata=CREATOR), "no number"),
        (old_official(QUESTION, identifier="", number="17"), "no chamber is known"),
        (old_official(QUESTION, ANSWER).replace("<vraagdoc>", "<vraagdoc><los/>los"),
         "cannot place text"),
        (old_official(QUESTION, f"{ANSWER}</reactie><reactie>"), "expected at most one reactie"),
        (old_official(QUESTION).replace("<body>", "<frontm><onderw>x</onderw></frontm><body>"),
         "cannot read element onderw"),
        (old_official(QUESTION, document_type=f"<!DOCTYPE {TYPE} [<!ENTITY a 'b'>]>"),
         "has a document type of its own"),
        (old_official(old_question("1", "&onbekend;")), "is not a predefined entity"),
        (old_official(QUESTION, omschr=f"</omschr>{'<datum>(a) aan </datum>' * 2_000}<omschr>"),
         "characters in a description"),
        (old_official(QUESTION, omschr="(a) aan " * 2_000), "characters in a description"),
    ],
)  # fmt: skip
def test_what_is_not_understood_holds_a_paper_back(xml: str, problem: str) -> None:
    with pytest.raises(ReadError, match=problem):
        read_paper(xml)


def test_reading_takes_time_in_proportion_to_the_size() -> None:
    papers = (
        old_official(QUESTION, ANSWER, omschr=f"{OLD_ASKED}</omschr>{'<datum/>' * size}<omschr>")
        for size in (50, 200)
    )
    small, large = (counted_calls(partial(read_paper, paper))[1] for paper in papers)
    assert large <= 4.5 * small


def test_oral_questions_are_not_read() -> None:
    with pytest.raises(NotAPublicationError, match="oral questions"):
        read_paper(old_official(QUESTION, identifier="", number="2979800172"))


def test_the_session_of_a_paper_that_is_held_back_is_known() -> None:
    stated = "<meta name='OVERHEIDop.vergaderjaar' scheme='' content='1997-1998'/>"
    xml = old_official("<onbekend>x</onbekend>", metadata=stated)
    publication = recognise(input_document("a.xml", xml))
    assert publication.kind_and_session({}) == (SourceKind.OFFICIAL, "1997-1998")
