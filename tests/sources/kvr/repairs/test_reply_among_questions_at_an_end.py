"""The heading of a reply that ends in the last line of the print, or opens an answer."""

import pytest

from kv2rdf.model.paper import Paper
from tests.kvr_document import document
from tests.kvr_scan import NOBODY, labelled, mixed, told_heading
from tests.papers import one

WHO = "van minister Kade (Marktzaken). (Ontvangen 23 april 1985)"
HEADING = f"Antwoord Antwoord {WHO}"


@pytest.mark.parametrize(
    ("text", "line", "heading", "answers"),
    [
        ("Hoe? Antwoord van minister Kade (Markt-", "zaken). (Ontvangen 23 april 1985)",
         "Antwoord van minister Kade (Markt-zaken). (Ontvangen 23 april 1985)", []),
        ("Hoe? Antwoord van minister Kade (Zaken). (Ontvangen 23", "april 1985) Zo is het.",
         "Antwoord van minister Kade (Zaken). (Ontvangen 23 april 1985)", [(None, "Zo is het.")]),
        ("Hoe? Antwoord van minister Kade (Zaken).", "(Ontvangen",
         "Antwoord van minister Kade (Zaken). (Ontvangen", []),
        (f"Hoe? {HEADING}", "Ja.", HEADING, [(None, "Ja.")]),
    ],
)  # fmt: skip
def test_a_heading_may_end_in_the_last_line(
    text: str, line: str, heading: str, answers: list[tuple[str | None, str]]
) -> None:
    paper = mixed(("1", "Wat?"), ("2", text), line=line)
    assert labelled(paper) == ([("1", "Wat?"), ("2", "Hoe?")], answers)
    assert told_heading(paper) == heading
    assert [answerer.name for answerer in paper.answerers] == ["Kade"]
    (ordinal,) = (r.ordinal for r in paper.remarks if r.rule == "laatste-regel-in-type")
    assert ordinal == (len(answers) or None)


def test_a_number_alone_behind_the_heading_is_no_answer() -> None:
    paper = mixed(("1", f"Hoe? {HEADING}"), line="1")
    assert labelled(paper) == ([("1", "Hoe? 1")], [])


def test_the_last_line_of_a_notice_may_end_its_heading() -> None:
    heading = "Mededeling van minister Kade (Zaken). (Ontvangen 23"
    paper = mixed(("1", f"Hoe? {heading}"), line="april 1985) Later.")
    assert paper.notice is not None
    assert paper.notice.text == f"{heading} april 1985) Later."
    assert paper.remarks[-1].part is None


def answered(*replied: tuple[str, str], behind_day: str = "") -> Paper:
    """Give a paper whose answers stand in their place, with a heading among them."""
    return one(
        document(
            answered=f"23 februari 2005) {behind_day}",
            answers="".join(f'<antwoord nummer="{n}">{text}</antwoord>' for n, text in replied),
            answerers=NOBODY,
        )
    )


def test_a_heading_that_opens_an_answer_is_no_part_of_it() -> None:
    paper = answered(("1", f"{HEADING} Ja."), ("2", "Neen."))
    assert labelled(paper)[1] == [("1", "Ja."), ("2", "Neen.")]
    (remark,) = paper.remarks
    assert (remark.rule, remark.text) == ("opschrift-als-onderdeel", HEADING)
    assert [answerer.name for answerer in paper.answerers] == ["Kade"]


def test_a_heading_alone_is_no_answer() -> None:
    zero = '<voetnoot nummer="0"/>'
    paper = answered(("1", f"Ja {zero}"), ("3", HEADING), ("2", f"Neen {zero}"))
    assert labelled(paper)[1] == [("1", "Ja 0"), ("2", "Neen 0")]
    told_of = {(remark.rule, remark.ordinal, remark.text) for remark in paper.remarks}
    assert told_of == {
        ("cijfer-als-nootteken", 1, None),
        ("cijfer-als-nootteken", 2, None),
        ("opschrift-als-onderdeel", None, f"3 {HEADING}"),
    }


def test_a_heading_behind_the_day_is_no_preamble() -> None:
    heading = f"{HEADING}, zie ook Aanhangsel Handelingen nr. 3, vergaderjaar 2004-2005."
    paper = answered(("1", "Ja."), ("2", "Neen."), behind_day=heading)
    assert labelled(paper)[1] == [("1", "Ja."), ("2", "Neen.")]
    assert [(r.rule, r.ordinal) for r in paper.remarks] == [
        ("aanhef-in-antwoorddatum", None),
        ("opschrift-als-onderdeel", None),
    ]
