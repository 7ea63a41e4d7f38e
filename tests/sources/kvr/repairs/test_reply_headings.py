"""The heading of the reply, within an answer or in place of an answer."""

import pytest

from kv2rdf.model.paper import Paper
from tests.kvr_document import document
from tests.kvr_scan import NOBODY, labelled_texts
from tests.papers import read_paper

HEADING = "Antwoord Antwoord van minister Kade (Marktzaken). (Ontvangen 23 april 1985)"


def read_with_answers(*answers: tuple[str, str], after_day: str = "") -> Paper:
    """Read a paper with these answers in their own elements."""
    return read_paper(
        document(
            reply_day=f"23 februari 2005) {after_day}",
            answers="".join(f'<antwoord nummer="{n}">{text}</antwoord>' for n, text in answers),
            answerers=NOBODY,
        )
    )


def test_a_heading_at_the_start_of_an_answer_is_removed() -> None:
    paper = read_with_answers(("1", f"{HEADING} Ja."), ("2", "Neen."))
    assert labelled_texts(paper)[1] == [("1", "Ja."), ("2", "Neen.")]
    (remark,) = paper.remarks
    assert (remark.rule, remark.text) == ("opschrift-als-onderdeel", HEADING)
    assert [answerer.name for answerer in paper.answerers] == ["Kade"]


def test_a_heading_alone_is_not_an_answer() -> None:
    zero = '<voetnoot nummer="0"/>'
    paper = read_with_answers(("1", f"Ja {zero}"), ("3", HEADING), ("2", f"Neen {zero}"))
    assert labelled_texts(paper)[1] == [("1", "Ja 0"), ("2", "Neen 0")]
    remarks = {(remark.rule, remark.ordinal, remark.text) for remark in paper.remarks}
    assert remarks == {
        ("cijfer-als-nootteken", 1, None),
        ("cijfer-als-nootteken", 2, None),
        ("opschrift-als-onderdeel", None, f"3 {HEADING}"),
    }


def test_a_heading_after_the_day_is_not_a_preamble() -> None:
    heading = f"{HEADING}, zie ook Aanhangsel Handelingen nr. 3, vergaderjaar 2004-2005."
    paper = read_with_answers(("1", "Ja."), ("2", "Neen."), after_day=heading)
    assert labelled_texts(paper)[1] == [("1", "Ja."), ("2", "Neen.")]
    assert [(r.rule, r.ordinal) for r in paper.remarks] == [
        ("aanhef-in-antwoorddatum", None),
        ("opschrift-als-onderdeel", None),
    ]


@pytest.mark.parametrize(("letters", "answer"), [(0, "Ja."), (60, "Ja."), (61, None)])
def test_the_session_of_a_reference_follows_within_60_characters(
    letters: int, answer: str | None
) -> None:
    reference = f", zie ook Aanhangsel{'x' * letters}2004-2005."
    paper = read_with_answers(("1", f"{HEADING}{reference} Ja."))
    assert labelled_texts(paper)[1] == [("1", answer or f"{reference} Ja.")]


@pytest.mark.parametrize("session", ["204-2005", "2004-205"])
def test_a_session_has_two_years_of_four_figures(session: str) -> None:
    reference = f", zie ook Aanhangsel nr. 3, {session}."
    paper = read_with_answers(("1", f"{HEADING}{reference} Ja."))
    assert labelled_texts(paper)[1] == [("1", f"{reference} Ja.")]
