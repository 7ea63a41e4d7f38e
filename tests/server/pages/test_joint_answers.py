"""The joint answers to each question, with the numbers of the other questions."""

from pathlib import Path

from lxml import html
from msgspec.structs import replace

from kv2rdf.query.case_view.parts import PartView
from kv2rdf.server.pages.case_page import case_html
from kv2rdf.server.pages.joint_answers import JointAnswer, joint_answers
from tests.server.pages.case_pages import listed, page, site, view, words
from tests.server.pages.test_text_pieces import part

SEED = "2022Z00634"


def parts(numbers: list[str | None], *answered: tuple[int, ...]) -> list[PartView]:
    """Return questions with the given numbers, and an answer to the questions at each position."""
    questions = [
        replace(part("?"), address=f"q{n}", kind="Question", number=number)
        for n, number in enumerate(numbers)
    ]
    answers = [
        replace(part("!"), address=f"a{n}", answers_to=tuple(f"q{q}" for q in places))
        for n, places in enumerate(answered)
    ]
    return questions + answers


def found(listed: list[PartView]) -> dict[str, tuple[JointAnswer, ...]]:
    return joint_answers(listed, {each.address: f"anchor-{each.address}" for each in listed})


def test_each_question_of_a_joint_answer_names_the_others() -> None:
    assert found(parts(["1", "2", "3", "4"], (0,), (1, 3))) == {
        "q1": (JointAnswer("anchor-a1", ("4",), 1),),
        "q3": (JointAnswer("anchor-a1", ("2",), 1),),
    }


def test_a_question_can_have_several_joint_answers() -> None:
    joint = found(parts(["1", "2", "3"], (0, 1), (1, 2)))["q1"]
    assert [(answer.anchor, answer.others) for answer in joint] == [
        ("anchor-a0", ("1",)),
        ("anchor-a1", ("3",)),
    ]


def test_two_answers_to_the_same_questions_are_named_once() -> None:
    """The later of two papers may repeat the joint answer of the first."""
    joint = found(parts(["1", "2", "3"], (0, 1), (0, 1), (0, 1, 2)))["q0"]
    assert [(answer.anchor, answer.others) for answer in joint] == [
        ("anchor-a0", ("2",)),
        ("anchor-a2", ("2", "3")),
    ]


def test_questions_without_numbers_are_counted() -> None:
    assert found(parts(["1", None, "3"], (0, 1, 2)))["q0"] == (JointAnswer("anchor-a0", (), 2),)


def test_each_question_of_a_joint_answer_names_the_others_and_links_to_the_answer(
    golden_release: Path,
) -> None:
    shown = page(golden_release, "2293000440")
    links = shown.xpath("//p[@class='ours with']/a")
    assert [words(link) for link in links] == [
        "Samen met vraag 2 beantwoord",
        "Samen met vraag 1 beantwoord",
    ]
    for link in links:
        (answer,) = shown.xpath(f"//*[@id='{link.get('href')[1:]}']")
        assert answer.get("class").startswith("a")


def test_each_question_links_to_an_answer_to_all_questions(golden_release: Path) -> None:
    case = view(golden_release, SEED)
    (answer,) = [part for part in case.parts if part.kind == "Answer"][:1]
    whole = replace(answer, number=None, answers_to=())
    questions = [part for part in case.parts if part.kind == "Question"]
    for kept, count in ((questions, 7), (questions[:1], 0)):
        written = case_html(replace(case, parts=(*kept, whole)), site("en", f"zaak/{SEED}"), {})
        lines = listed(html.document_fromstring(written), "//p[@class='ours with']")
        assert lines == ["Answered together with all other questions"] * count
