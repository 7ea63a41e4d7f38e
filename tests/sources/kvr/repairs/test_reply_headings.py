"""The heading of the reply in an answer, or as an answer of its own."""

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
