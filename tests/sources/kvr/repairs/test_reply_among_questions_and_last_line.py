"""The heading of a reply among the questions if it ends in the last printed line."""

from tests.every_case import every_case
from tests.kvr_scan import labelled_texts, read_mixed_scan, reply_heading

WHO = "van minister Kade (Marktzaken). (Ontvangen 23 april 1985)"
HEADING = f"Antwoord Antwoord {WHO}"


@every_case(
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
    paper = read_mixed_scan(("1", "Wat?"), ("2", text), line=line)
    assert labelled_texts(paper) == ([("1", "Wat?"), ("2", "Hoe?")], answers)
    assert reply_heading(paper) == heading
    assert [answerer.name for answerer in paper.answerers] == ["Kade"]
    (ordinal,) = (r.ordinal for r in paper.remarks if r.rule == "laatste-regel-in-type")
    assert ordinal == (len(answers) or None)


def test_a_number_alone_after_the_heading_is_not_an_answer() -> None:
    paper = read_mixed_scan(("1", f"Hoe? {HEADING}"), line="1")
    assert labelled_texts(paper) == ([("1", "Hoe? 1")], [])


def test_the_last_line_of_a_notice_may_end_its_heading() -> None:
    heading = "Mededeling van minister Kade (Zaken). (Ontvangen 23"
    paper = read_mixed_scan(("1", f"Hoe? {heading}"), line="april 1985) Later.")
    assert paper.notice is not None
    assert paper.notice.text == f"{heading} april 1985) Later."
    assert paper.remarks[-1].part is None
