"""Text of the previous or next paper in a scan: found by its heading, and set aside."""

from datetime import date

import pytest

from kv2rdf.model.kinds import PartKind
from tests.kvr_scan import answer_texts, question_texts, read_scan, remark_texts

OWN = "127 Vragen van het lid Bij (ABC) over honing. (Ingezonden 3 april 1985)"
NEXT = "128 Vragen van de leden Raat en Was (beiden DEF) over was. (Ingezonden 4 april 1985)."
ZERO = '<voetnoot nummer="0"/>'


def test_the_next_paper_among_the_questions_is_set_aside_with_the_last_line() -> None:
    paper = read_scan(
        [("1", "Hoe?"), ("2", f"En? {NEXT} Of?"), ("1", f"Waar? {ZERO}")], line="Tot slot."
    )
    assert question_texts(paper) == [(("1",), "Hoe?", 1), (("2",), "En?", 1)]
    assert remark_texts(paper, "tekst-van-ander-stuk") == [f"{NEXT} Of? 1 Waar? 0 Tot slot."]
    assert remark_texts(paper, "laatste-regel-in-type") == []
    assert remark_texts(paper, "cijfer-als-nootteken") == []


def test_the_heading_of_the_next_paper_after_a_note_is_not_its_own() -> None:
    note = "' Aanhangsel Handelingen, nr. 12."
    paper = read_scan([("1", f"{note} {NEXT.removesuffix('.')}"), ("1", "Waar?")])
    assert question_texts(paper) == [(("1",), note, 1)]
    assert remark_texts(paper, "opschrift-als-onderdeel") == []
    assert remark_texts(paper, "tekst-van-ander-stuk") == [f"{NEXT.removesuffix('.')} 1 Waar?"]


def test_the_next_paper_among_the_answers_is_set_aside() -> None:
    paper = read_scan([("1", f"Hoe? {ZERO}")], [("1", "Zo."), ("2", NEXT), ("1", f"Waar? {ZERO}")])
    assert answer_texts(paper) == [(("1",), "Zo.", 1)]
    (remark,) = (r for r in paper.remarks if r.rule == "tekst-van-ander-stuk")
    assert (remark.part, remark.text) == (PartKind.ANSWER, f"{NEXT} 1 Waar? 0")
    assert len(remark_texts(paper, "cijfer-als-nootteken")) == 1


def test_the_previous_paper_is_set_aside_with_its_subject_and_its_day() -> None:
    paper = read_scan(
        [("1", f"Toen {ZERO}"), ("2", f"Daar? {OWN}"), ("1", f"Hoe {ZERO}"), ("2", "En?")],
        subject="oude honing.",
        tabled="1 april 1985)",
    )
    assert question_texts(paper) == [(("1",), "Hoe 0", 1), (("2",), "En?", 1)]
    assert remark_texts(paper, "tekst-van-ander-stuk") == ["1 Toen 0 2 Daar?"]
    assert remark_texts(paper, "opschrift-als-onderdeel") == [OWN]
    assert remark_texts(paper, "dagen-spreken-elkaar-tegen") == []
    assert (paper.short_title, paper.tabled) == (None, date(1985, 4, 3))
    ordinals = [r.ordinal for r in paper.remarks if r.rule == "cijfer-als-nootteken"]
    assert ordinals == [1]


def test_a_heading_with_a_number_may_end_without_a_day() -> None:
    own = OWN.partition(" (Ingezonden")[0]
    subject = f"oude honing. (lngezon- den 1 april 1985) Toen? {own}"
    paper = read_scan([("1", "Hoe?")], subject=subject, tabled="")
    assert question_texts(paper) == [(("1",), "Hoe?", 1)]
    assert remark_texts(paper, "tekst-van-ander-stuk") == ["Toen?"]
    assert remark_texts(paper, "tekst-in-onderwerp") == []
    assert paper.tabled == date(1985, 4, 3)


def test_a_heading_of_its_own_at_the_beginning_leaves_nothing_before_it() -> None:
    paper = read_scan([("0", f"{OWN} Hoe?"), ("2", "En?")])
    assert question_texts(paper) == [(("1",), "Hoe?", 1), (("2",), "En?", 1)]
    assert remark_texts(paper, "tekst-van-ander-stuk") == []


def test_a_paper_whose_heading_is_among_answers_begins_there() -> None:
    reply = "Antwoord Antwoord van minister Groen (Landzaken). (Ontvangen 23 april 1985)"
    paper = read_scan(
        [("1", f"Toen {ZERO}")],
        [("1", f"Ja. {OWN}"), ("1", f'Hoe <voetnoot nummer="1"/>{ZERO}'), ("2", f"En? {reply}"),
         ("1", "Zo.")],
        subject="oude honing.",
        question_notes='<noot nummer="1">Oude noot</noot>',
        answer_notes='<noot nummer="1">Noot</noot>',
        reply_day="20 april 1985)",
    )  # fmt: skip
    assert question_texts(paper) == [(("1",), "Hoe 0", 1), (("2",), "En?", 1)]
    assert answer_texts(paper) == [(("1",), "Zo.", 1)]
    assert remark_texts(paper, "tekst-van-ander-stuk") == ["1 Toen 0 1 Ja. Oude noot"]
    assert remark_texts(paper, "dagen-spreken-elkaar-tegen") == []
    assert [answerer.name for answerer in paper.answerers] == ["Groen"]
    assert [note.text for note in paper.question_notes] == ["Noot"]
    assert (paper.dated, paper.short_title) == (date(1985, 4, 23), None)
    ordinals = [(r.part, r.ordinal) for r in paper.remarks if r.rule == "cijfer-als-nootteken"]
    assert ordinals == [(PartKind.QUESTION, 1)]


@pytest.mark.parametrize("tabled", ["3 april 1985)", "Uoktober 1993)"])
def test_an_unreadable_day_of_the_paper_before_is_kept(tabled: str) -> None:
    reply = "Antwoord Antwoord van minister Groen (Landzaken). (Ontvangen 23 april 1985)"
    answered = [("1", f"Ja. {OWN} {ZERO} Hoe?"), ("2", f"En? {reply}"), ("1", "Zo.")]
    paper = read_scan([("1", "Toen")], answered, tabled=tabled, reply_day="IS april 1985)")
    days = {"IS april 1985)", *([] if tabled.startswith("3") else [tabled])}
    assert set(remark_texts(paper, "dag-onleesbaar")) == days


@pytest.mark.parametrize("number", ["126", "129", "1"])
def test_a_paper_that_is_not_a_neighbour_is_only_mentioned(number: str) -> None:
    text = f"Kent u {number} Vragen van het lid Bij (ABC) over honing. (Ingezonden 3 april 1985)"
    paper = read_scan([("1", "Hoe?"), ("2", text)])
    assert question_texts(paper)[1:] == [(("2",), text, 1)]
    assert paper.remarks == ()


def test_after_a_reply_a_heading_without_a_number_is_that_of_a_neighbour() -> None:
    own = "Vragen van het lid Van Voorbeeld (ABC) aan de minister van Marktzaken over het weer"
    reply = "Antwoord Antwoord van minister Groen (Landzaken). (Ontvangen 23 april 1985)"
    other = "Vraag van het lid Korf (GHI) over korven. (Ingezonden 5 april 1985)"
    paper = read_scan([("1", f"Hoe? {reply}"), ("1", f"Zo. {other} Was?")])
    assert (question_texts(paper), answer_texts(paper)) == (
        [(("1",), "Hoe?", 1)],
        [(("1",), "Zo.", 1)],
    )
    assert remark_texts(paper, "tekst-van-ander-stuk") == [f"{other} Was?"]
    own = f"{own} op de markt. (Ingezonden 3 april 1985)"
    paper = read_scan([("1", f"Toen? {reply}"), ("1", f"Ja. {own} Hoe?")])
    assert question_texts(paper) == [((), "Hoe?", 1)]
    assert remark_texts(paper, "tekst-van-ander-stuk") == [f"1 Toen? {reply} 1 Ja."]


@pytest.mark.parametrize(("letters", "is_own"), [(59, False), (60, True)])
def test_a_heading_without_a_number_is_its_own_if_60_letters_are_those_of_the_title(
    *, letters: int, is_own: bool
) -> None:
    title = "Vragen van het lid Van Voorbeeld (ABC) aan de minister van Marktzaken over het weer"
    ends = [end for end in range(len(title)) if sum(map(str.isalnum, title[:end])) == letters]
    heading = f"{title[: ends[0]]}q (Ingezonden 3 april 1985)"
    reply = "Antwoord Antwoord van minister Groen (Landzaken). (Ontvangen 23 april 1985)"
    paper = read_scan([("1", f"Toen? {reply}"), ("1", f"Ja. {heading} Hoe?")])
    assert [text for _, text, _ in question_texts(paper)] == ["Hoe?" if is_own else "Toen?"]


@pytest.mark.parametrize(
    "heading",
    [
        "128 Vragen van Raat (DEF) over was. (Ingezonden 4 april 1985)",
        "128 Vragen aan het lid Raat (DEF) over was. (Inge- zonden 4 april 1985)",
        "128 Vraag van het lid Raat (DEF) over was. (lngezon- den 4 april 1985)",
    ],
)
def test_the_heading_of_the_next_paper_may_be_misprinted(heading: str) -> None:
    paper = read_scan([("1", f"Hoe? {heading}"), ("1", "Was?")])
    assert question_texts(paper) == [(("1",), "Hoe?", 1)]
    assert remark_texts(paper, "tekst-van-ander-stuk") == [f"{heading} 1 Was?"]


def test_the_answers_after_the_next_paper_belong_to_it() -> None:
    reply = "Antwoord Antwoord van minister Groen (Landzaken). (Ontvangen 23 april 1985)"
    paper = read_scan(
        [("1", f"Hoe? {reply}"), ("1", f"Zo. {NEXT}"), ("1", "Was?")],
        [("1", f"Ja {ZERO}")],
        answer_notes='<noot nummer="1">Noot</noot>',
    )
    assert question_texts(paper) == [(("1",), "Hoe?", 1)]
    assert answer_texts(paper) == [(("1",), "Zo.", 1)]
    assert remark_texts(paper, "tekst-van-ander-stuk") == [f"{NEXT} 1 Was?", "1 Ja 0 Noot"]
    assert remark_texts(paper, "cijfer-als-nootteken") == []
    assert [answerer.name for answerer in paper.answerers] == ["Groen"]
    assert paper.answer_notes == ()


@pytest.mark.parametrize(
    ("recorded", "dated", "quoted"),
    [(None, date(1985, 4, 23), ["1985-04-20"]), ("1985-04-20", date(1985, 4, 20), [])],
)
def test_the_date_of_the_reply_of_the_paper_before_is_used_only_if_the_record_has_it(
    recorded: str | None, dated: date, quoted: list[str]
) -> None:
    reply = "Antwoord Antwoord van minister Groen (Landzaken). (Ontvangen 23 april 1985)"
    paper = read_scan(
        [("1", "Toen")],
        [("1", f"Ja. {OWN} Hoe?"), ("2", f"En? {reply}"), ("1", "Zo.")],
        reply_day="20 april 1985)",
        recorded_reply=recorded,
    )
    assert answer_texts(paper) == [(("1",), "Zo.", 1)]
    assert paper.dated == dated
    texts = remark_texts(paper, "tekst-van-ander-stuk")
    assert [text for text in texts if text and text.startswith("1985")] == quoted


@pytest.mark.parametrize(
    ("recorded", "dated", "quoted"),
    [(None, date(1985, 4, 23), ["1985-04-27"]), ("1985-04-27", date(1985, 4, 27), [])],
)
def test_the_date_of_the_reply_of_the_next_paper_is_used_only_if_the_record_has_it(
    recorded: str | None, dated: date, quoted: list[str]
) -> None:
    reply = "Antwoord Antwoord van minister Groen (Landzaken). (Ontvangen 23 april 1985)"
    paper = read_scan(
        [("1", f"Hoe? {reply}"), ("1", f"Zo. {NEXT}"), ("1", "Was?")],
        [("1", "Ja")],
        reply_day="27 april 1985)",
        recorded_reply=recorded,
    )
    assert answer_texts(paper) == [(("1",), "Zo.", 1)]
    assert paper.dated == dated
    texts = remark_texts(paper, "tekst-van-ander-stuk")
    assert [text for text in texts if text and text.startswith("1985")] == quoted
