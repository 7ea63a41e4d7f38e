"""Headings of questions in running text: a second set in one paper."""

import pytest

from tests.kvr_scan import answer_texts, question_texts, read_scan, remark_texts

SECOND = "Vragen van de leden Korf (GHI) en Van Voorbeeld (ABC) over korven. (Ingekomen 5 april)"
ZERO = '<voetnoot nummer="0"/>'


def test_a_heading_after_which_numbers_restart_opens_a_second_set() -> None:
    paper = read_scan(
        [("1", "Hoe?"), ("2", f"En? {SECOND}"), ("1", "Waar?"), ("2", "Wie?")],
        [("1", "Zo."), ("2", "Ja."), ("1", "Hier."), ("2", "Ik.")],
    )
    assert question_texts(paper) == [
        (("1",), "Hoe?", 1), (("2",), "En?", 1), (("1",), "Waar?", 2), (("2",), "Wie?", 2),
    ]  # fmt: skip
    assert [question_set for _, _, question_set in answer_texts(paper)] == [1, 1, 2, 2]
    assert [(asker.name, asker.party) for asker in paper.askers] == [
        ("Van Voorbeeld", "ABC"), ("Korf", "GHI"),
    ]  # fmt: skip
    assert remark_texts(paper, "volgende-reeks-vragen") == [SECOND]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([("1", f"Hoe? {SECOND}"), ("2", "En?")], [(("1",), "Hoe?", 1), (("2",), "En?", 1)]),
        ([("1", f"Hoe? {SECOND}")], [(("1",), "Hoe?", 1)]),
        ([("1", f"Hoe? {SECOND} Of?"), ("2", "En?")],
         [(("1",), "Hoe?", 1), ((), "Of?", 1), (("2",), "En?", 1)]),
    ],
)  # fmt: skip
def test_a_heading_after_which_numbers_go_on_is_that_of_the_paper(
    parts: list[tuple[str, str]], expected: list[tuple[tuple[str, ...], str, int]]
) -> None:
    paper = read_scan(parts)
    assert question_texts(paper) == expected
    assert remark_texts(paper, "opschrift-als-onderdeel") == [SECOND]
    assert len(paper.askers) == 1


def test_the_first_question_of_a_set_is_1_if_2_follows() -> None:
    paper = read_scan([("1", "Hoe?"), ("2", f"En? {SECOND} Waar?"), ("2", "Wie?")])
    assert question_texts(paper)[2:] == [(("1",), "Waar?", 2), (("2",), "Wie?", 2)]
    assert [part.label for part in paper.questions] == ["1", "2", None, "2"]


def test_a_remark_follows_its_question_after_a_heading() -> None:
    paper = read_scan([("1", f"Hoe? {SECOND} Waar?"), ("1", f"Wie {ZERO}"), ("2", f"En {ZERO}")])
    ordinals = [r.ordinal for r in paper.remarks if r.rule == "cijfer-als-nootteken"]
    assert ordinals == [3, 4]


def test_a_figure_before_a_further_set_ends_the_text_before() -> None:
    paper = read_scan([("1", "Hoe?"), ("2", f"En? Krant van mei 1985 {SECOND}"), ("1", "Zo?")])
    assert question_texts(paper) == [
        (("1",), "Hoe?", 1),
        (("2",), "En? Krant van mei 1985", 1),
        (("1",), "Zo?", 2),
    ]
    assert remark_texts(paper, "volgende-reeks-vragen") == [SECOND]


def test_one_further_question_has_no_number() -> None:
    one_more = "Vraag van het lid Korf (GHI) over korven. (Ingezonden 5 april 1985)"
    paper = read_scan([("1", "Hoe?"), ("2", f"En? {one_more} Zo?")])
    assert question_texts(paper)[1:] == [(("2",), "En?", 1), ((), "Zo?", 2)]
    assert remark_texts(paper, "volgende-reeks-vragen") == [one_more]
    assert [asker.name for asker in paper.askers] == ["Van Voorbeeld", "Korf"]


def test_a_remark_on_a_question_that_is_only_a_heading_is_on_the_questions() -> None:
    paper = read_scan([("1", "Hoe?"), ("a", SECOND)])
    assert question_texts(paper) == [(("1",), "Hoe?", 1)]
    assert [(r.rule, r.ordinal) for r in paper.remarks] == [
        ("nummer-onleesbaar", None),
        ("opschrift-als-onderdeel", None),
    ]
