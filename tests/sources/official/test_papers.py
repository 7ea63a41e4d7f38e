"""The kinds and the contents of official papers."""

from datetime import date

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import Chamber, PaperKind, PartKind, SourceKind
from kv2rdf.model.paper import AnnexNumber, Mention
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.formats import recognise
from tests.every_case import every_case
from tests.papers import input_document, read_paper
from tests.sources.official.papers import (
    ASKED,
    NOTIFIED,
    REMARK,
    REPLIED,
    answer,
    note,
    official,
    question,
)


def test_a_paper_with_answers_has_both_sides() -> None:
    body = (question("1", "Gaat hij?"), answer("1", "Ja."))
    paper = read_paper(
        official(*body, identifier="https://example.org/ah-tk-20302031-17/metadata.xml")
    )
    assert (paper.kind, paper.chamber, paper.source.kind) == (
        PaperKind.ANSWER,
        Chamber.TK,
        SourceKind.OFFICIAL,
    )
    assert paper.annex_number == AnnexNumber(session="20302031", number="17")
    assert (paper.publication, paper.edition, paper.cases) == ("ah-tk-20302031-17", 0, ())
    assert (paper.tabled, paper.dated) == (date(2030, 9, 3), date(2030, 10, 1))
    assert paper.askers == (Mention(printed="Bos", name="Bos", party="D66"),)
    assert [mention.printed for mention in paper.addressees] == ["de Minister van Land"]
    (minister,) = paper.answerers
    assert (minister.name, minister.office, minister.ministry) == ("Mos", "Minister", "Land")
    assert paper.title == "Antwoord van Minister Mos (Land) (ontvangen 1 oktober 2030)."
    assert [(p.label, p.numbers, p.text.text) for p in (*paper.questions, *paper.answers)] == [
        ("1", ("1",), "Gaat hij?"),
        ("1", ("1",), "Ja."),
    ]
    assert paper.remarks == ()


def test_a_question_paper_has_the_number_of_its_case() -> None:
    paper = read_paper(official(question("1", "Gaat hij?"), number="2030z00001", replied=None))
    assert (paper.kind, paper.cases, paper.annex_number) == (
        PaperKind.QUESTIONS,
        (("2030Z00001",),),
        None,
    )
    assert paper.publication == "kv-tk-2030z00001"
    assert (paper.dated, paper.tabled) == (date(2030, 9, 3), date(2030, 9, 3))
    assert paper.title is not None
    assert paper.title.startswith("Vragen van het lid Bos (D66)")


def test_a_notice_reprints_the_questions() -> None:
    paper = read_paper(official(question("1", "Gaat hij?"), REMARK, replied=NOTIFIED))
    assert paper.kind is PaperKind.NOTICE
    assert paper.notice is not None
    assert paper.notice.text == "Later."
    assert len(paper.questions) == 1
    assert paper.answers == ()


def test_a_paper_that_is_called_an_answer_may_have_its_text_outside_the_answers() -> None:
    paper = read_paper(official(question("1", "Gaat hij?"), REMARK))
    (part,) = paper.answers
    assert (paper.kind, part.label, part.text.text) == (PaperKind.ANSWER, None, "Later.")
    assert [remark.rule for remark in paper.remarks] == [FindingRule.TEXT_OUTSIDE_PARTS]


@every_case(
    ("words", "cases"),
    [
        ("met kenmerk 2030Z00001, komt later. Zie kenmerk 2030Z00001.", (("2030Z00001",),)),
        ("met kenmerk 2030Z00001 en met kenmerk 2030Z00002", ()),
        ("met kenmerk 2030Z000011", ()),
        ("zie 2030Z00001", ()),
        ("De vragen van het lid Bos (D66) over a (2030Z00001) komen later.", (("2030Z00001",),)),
        ("De vragen over (2030Z00001) en de vragen over b (2030Z00002) komen later.", ()),
        ("De vragen over a (2030Z00001) met kenmerk 2030Z00002 komen later.", ()),
        ("Zie de motie over a (2030Z00001).", ()),
        ("De vragen komen later. Zie a (2030Z00001).", ()),
    ],
)
def test_a_notice_may_print_the_number_of_its_case(
    words: str, cases: tuple[tuple[str, ...], ...]
) -> None:
    remark = f"<kamervraagopmerking><al>{words}</al></kamervraagopmerking>"
    paper = read_paper(official(question("1", "Gaat hij?"), remark, replied=NOTIFIED))
    assert paper.cases == cases


@every_case(
    ("words", "kind"),
    [
        ("Antwoord", PaperKind.ANSWER),
        ("Nader antwoord", PaperKind.FURTHER_ANSWER),
        ("Aanvullend antwoord", PaperKind.FURTHER_ANSWER),
        ("Mededeling", PaperKind.NOTICE),
    ],
)
def test_the_description_of_the_reply_says_what_it_is(words: str, kind: PaperKind) -> None:
    body = (question("1", "Gaat hij?"), REMARK)
    assert read_paper(official(*body, replied=REPLIED.replace("Antwoord", words))).kind is kind


def test_text_between_the_parts_is_kept_with_the_next_part() -> None:
    body = (
        "<tussenkop>De sluis</tussenkop>",
        question("1", "Gaat hij?"),
        "<vraag><tussenkop>De brug</tussenkop></vraag>",
        answer("1", "Ja."),
        "<al>Tot slot.</al>",
        "<kamervraagbijlage><kop><titel>Bijlage</titel></kop><al>Meer.</al></kamervraagbijlage>",
    )
    paper = read_paper(official(*body))
    assert paper.questions[0].text.paragraphs == ("De sluis", "Gaat hij?")
    assert paper.answers[0].text.paragraphs == ("De brug", "Ja.", "Tot slot.", "Bijlage", "Meer.")
    assert [(r.part, r.ordinal, r.text) for r in paper.remarks] == [
        (PartKind.QUESTION, 1, "De sluis"),
        (PartKind.ANSWER, 1, "De brug"),
        (PartKind.ANSWER, 1, "Tot slot.\nBijlage\nMeer."),
    ]


def test_notes_of_questions_and_answers_are_apart() -> None:
    body = (
        question("1", f"a{note('1', 'x')}"),
        answer("1", f"b{note('2', 'y')}"),
        question("2", f"c{note('3', 'z')}"),
    )
    paper = read_paper(official(*body))
    assert [found.number for found in paper.question_notes] == ["1", "3"]
    assert [found.number for found in paper.answer_notes] == ["2"]


def test_an_answer_follows_its_question() -> None:
    body = (question("2", "a"), answer("2l", "A"), question("2", "b"), answer("2m", "B"))
    assert [part.after_question for part in read_paper(official(*body)).answers] == [1, 2]


def test_a_question_without_text_is_reported() -> None:
    paper = read_paper(official(question("1"), question("2", "Gaat hij?")))
    assert [part.label for part in paper.questions] == ["2"]
    assert [(r.rule, r.text) for r in paper.remarks] == [(FindingRule.EMPTY_PART, "Vraag 1")]


def test_images_are_reported() -> None:
    image = '<plaatje><illustratie naam="ah-tk-1-001.png"/></plaatje>'
    paper = read_paper(official(question("1", "a", image), answer("1", "b")))
    assert [(r.rule, r.text) for r in paper.remarks] == [
        (FindingRule.IMAGE_NOT_PUBLISHED, "ah-tk-1-001.png")
    ]


def test_two_days_that_differ_are_reported() -> None:
    asked = ASKED.replace('isodatum="2030-09-03"', 'isodatum="2030-09-04"')
    paper = read_paper(official(question("1", "Gaat hij?"), asked=asked))
    assert paper.tabled == date(2030, 9, 3)
    assert [(r.rule, r.text) for r in paper.remarks] == [
        (FindingRule.DAYS_CONTRADICT_EACH_OTHER, "2030-09-04 | 2030-09-03")
    ]


def test_a_reprint_is_a_later_edition() -> None:
    address = "https://example.org/ah-tk-20302031-17-h1/metadata.xml"
    assert read_paper(official(question("1", "a"), identifier=address)).edition == 1


def test_a_paper_of_the_eerste_kamer() -> None:
    asked = ASKED.replace("(D66) aan", "(D66) op 2 juli 2030 medegedeeld aan")
    asked = asked[: asked.index(" (ingezonden")]
    body = (
        question("1", "a"),
        "<al>«Aldus de brief.»</al>",
        "<al>Hierover de volgende vragen:</al>",
        "<vraag><al>Wat?</al></vraag>",
        answer("1", "Ja."),
    )
    ek = "Eerste Kamer der Staten-Generaal"
    paper = read_paper(official(*body, chamber=ek, asked=asked))
    assert (paper.chamber, paper.tabled) == (Chamber.EK, date(2030, 7, 2))
    assert [mention.name for mention in paper.askers] == ["Bos"]
    assert [mention.printed for mention in paper.addressees] == ["de Minister van Land"]
    assert [part.text.paragraphs for part in paper.questions] == [
        ("a",),
        ("«Aldus de brief.»", "Hierover de volgende vragen:", "Wat?"),
    ]


@every_case(
    ("paper", "problem"),
    [
        (official(question("1", "a"), chamber="Kamer"), "no chamber is known"),
        (official(question("1", "a"), number=""), "no number"),
        (official(question("1", "a"), number="17a"), "not a number in the Aanhangsel"),
        (official(question("1", "a"), session="2030"), "a reply without its session"),
        (official(question("1", "a"), "tekst"), "cannot place text"),
        (official("<onbekend>x</onbekend>"), "cannot read element onbekend"),
        (official(asked=ASKED.replace('"2030-09-03"', '"2030-09-31"')), "not a date"),
        (official().replace('type="vraag"', 'type="antwoord"'), "expected the descriptions"),
        (official(*(question("1", "a") for _ in range(2_001))), "more than 2,000 questions"),
        (official(question("1", "a" * 400_001)), "more than 400,000 characters in one text"),
        (official(question("1", "<nadruk>" * 40 + "a" + "</nadruk>" * 40)), "levels of nested"),
    ],
)  # fmt: skip
def test_a_paper_that_is_not_understood_is_held_back(paper: str, problem: str) -> None:
    with pytest.raises(ReadError, match=problem):
        read_paper(paper)


@pytest.mark.parametrize("name", ["officiele-publicatie", "a", "a SYSTEM 'a.dtd'"])
def test_a_document_type_with_declarations_holds_a_paper_back(name: str) -> None:
    start = f'<!DOCTYPE {name} [<!ENTITY nbsp "weg">]>\n<officiele-publicatie>'
    paper = official(question("1", "Kent&nbsp;u het?"))
    with pytest.raises(ReadError, match="has a document type of its own"):
        read_paper(paper.replace("<officiele-publicatie>", start, 1))


def test_the_kind_and_the_session_of_a_paper_that_is_held_back_are_known() -> None:
    publication = recognise(input_document("a.xml", official("<onbekend>x</onbekend>")))
    assert publication.kind_and_session({}) == (SourceKind.OFFICIAL, "2030-2031")


def test_characters_may_be_named_as_in_html_if_the_document_type_is_external() -> None:
    paper = official(question("1", "caf&eacute;&nbsp;<nadruk>x</nadruk>&Scaron; &hellip;"))
    start = '<!DOCTYPE officiele-publicatie SYSTEM "op.dtd">\n<officiele-publicatie>'
    found = read_paper(paper.replace("<officiele-publicatie>", start, 1))
    assert found.questions[0].text.text == "café\u00a0xŠ …"
