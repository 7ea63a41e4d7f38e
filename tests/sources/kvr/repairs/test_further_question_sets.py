"""Headings of questions in running text: of a second set in one paper."""

import pytest

from tests.kvr_scan import answers, questions, scan, told

SECOND = "Vragen van de leden Korf (GHI) en Van Voorbeeld (ABC) over korven. (Ingekomen 5 april)"
ZERO = '<voetnoot nummer="0"/>'


def test_a_heading_behind_which_numbers_begin_anew_opens_a_second_set() -> None:
    paper = scan(
        [("1", "Hoe?"), ("2", f"En? {SECOND}"), ("1", "Waar?"), ("2", "Wie?")],
        [("1", "Zo."), ("2", "Ja."), ("1", "Hier."), ("2", "Ik.")],
    )
    assert questions(paper) == [
        (("1",), "Hoe?", 1), (("2",), "En?", 1), (("1",), "Waar?", 2), (("2",), "Wie?", 2),
    ]  # fmt: skip
    assert [series for _, _, series in answers(paper)] == [1, 1, 2, 2]
    assert [(asker.name, asker.party) for asker in paper.askers] == [
        ("Van Voorbeeld", "ABC"), ("Korf", "GHI"),
    ]  # fmt: skip
    assert told(paper, "volgende-reeks-vragen") == [SECOND]


def test_answers_whose_numbers_go_on_are_of_one_set() -> None:
    paper = scan(
        [("1", f"Hoe? {SECOND}"), ("1", "Waar?"), ("2", "Wie?")], [("1 en 2", "Zo."), ("3", "Ik.")]
    )
    assert [series for _, _, series in answers(paper)] == [1, 1]


def test_an_answer_without_a_number_is_of_the_set_around_it() -> None:
    paper = scan(
        [("1", f"Hoe? {SECOND}"), ("1", "Waar?")], [("1", "Zo."), ("a", "Of niet."), ("1", "Hier.")]
    )
    assert [series for _, _, series in answers(paper)] == [1, 1, 2]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ([("1", f"Hoe? {SECOND}"), ("2", "En?")], [(("1",), "Hoe?", 1), (("2",), "En?", 1)]),
        ([("1", f"Hoe? {SECOND}")], [(("1",), "Hoe?", 1)]),
        ([("1", f"Hoe? {SECOND} Of?"), ("2", "En?")],
         [(("1",), "Hoe?", 1), ((), "Of?", 1), (("2",), "En?", 1)]),
    ],
)  # fmt: skip
def test_a_heading_behind_which_numbers_go_on_is_the_papers_own(
    asked: list[tuple[str, str]], expected: list[tuple[tuple[str, ...], str, int]]
) -> None:
    paper = scan(asked)
    assert questions(paper) == expected
    assert told(paper, "opschrift-als-onderdeel") == [SECOND]
    assert len(paper.askers) == 1


def test_the_first_question_of_a_set_is_1_where_2_follows() -> None:
    paper = scan([("1", "Hoe?"), ("2", f"En? {SECOND} Waar?"), ("2", "Wie?")])
    assert questions(paper)[2:] == [(("1",), "Waar?", 2), (("2",), "Wie?", 2)]
    assert [part.label for part in paper.questions] == ["1", "2", None, "2"]


def test_what_is_told_of_a_question_behind_the_heading_follows_it() -> None:
    paper = scan([("1", f"Hoe? {SECOND} Waar?"), ("1", f"Wie {ZERO}"), ("2", f"En {ZERO}")])
    ordinals = [r.ordinal for r in paper.remarks if r.rule == "cijfer-als-nootteken"]
    assert ordinals == [3, 4]


def test_a_figure_before_a_further_set_ends_the_text_before() -> None:
    paper = scan([("1", "Hoe?"), ("2", f"En? Krant van mei 1985 {SECOND}"), ("1", "Zo?")])
    assert questions(paper) == [
        (("1",), "Hoe?", 1),
        (("2",), "En? Krant van mei 1985", 1),
        (("1",), "Zo?", 2),
    ]
    assert told(paper, "volgende-reeks-vragen") == [SECOND]


def test_one_further_question_has_no_number() -> None:
    one_more = "Vraag van het lid Korf (GHI) over korven. (Ingezonden 5 april 1985)"
    paper = scan([("1", "Hoe?"), ("2", f"En? {one_more} Zo?")])
    assert questions(paper)[1:] == [(("2",), "En?", 1), ((), "Zo?", 2)]
    assert told(paper, "volgende-reeks-vragen") == [one_more]
    assert [asker.name for asker in paper.askers] == ["Van Voorbeeld", "Korf"]
