"""Answers to a further set of questions."""

from tests.kvr_scan import answer_texts, read_scan

SECOND = "Vragen van het lid Korf (GHI) over korven. (Ingekomen 5 april)"


def test_answers_whose_numbers_go_on_belong_to_one_set() -> None:
    paper = read_scan(
        [("1", f"Hoe? {SECOND}"), ("1", "Waar?"), ("2", "Wie?")], [("1 en 2", "Zo."), ("3", "Ik.")]
    )
    assert [question_set for _, _, question_set in answer_texts(paper)] == [1, 1]


def test_an_answer_without_a_number_belongs_to_the_set_around_it() -> None:
    paper = read_scan(
        [("1", f"Hoe? {SECOND}"), ("1", "Waar?")], [("1", "Zo."), ("a", "Of niet."), ("1", "Hier.")]
    )
    assert [question_set for _, _, question_set in answer_texts(paper)] == [1, 1, 2]
