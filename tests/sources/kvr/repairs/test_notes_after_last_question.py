"""Notes whose texts are after the last question."""

from tests.every_case import every_case
from tests.kvr_document import document
from tests.papers import read_paper


def mark(number: int) -> str:
    return f'<voetnoot nummer="{number}"/>'


@every_case(
    ("last", "ends", "notes"),
    [
        (f"Waarom niet? {mark(1)}Trouw, 3 mei jl.", "Waarom niet?", ["Trouw, 3 mei jl.", None]),
        (f"Zie boven. {mark(1)}zie Trouw. {mark(2)}idem.", "Zie boven.", ["zie Trouw.", "idem."]),
        (f"Waarom {mark(1)}niet?", "Waarom niet?", [None, None]),
        (f"Waarom niet, {mark(1)}Trouw of Parool?", "Waarom niet, Trouw of Parool?", [None, None]),
        (f"Neen? {mark(1)}En nu?", "Neen? En nu?", [None, None]),
        (f"Neen? {mark(1)}en nu.", "Neen? en nu.", [None, None]),
        (f"Neen? {mark(2)}Trouw. {mark(1)}Parool.", "Neen? Trouw.", ["Parool.", None]),
        (f"Neen? {mark(3)}Trouw, 3 mei jl.", "Neen? Trouw, 3 mei jl.", [None, None, None]),
        (f"Neen? {mark(1)}Tr", "Neen?", ["Tr", None]),
        (f"Neen? {mark(1)}T", "Neen? T", [None, None]),
        (f"Neen? {mark(1)}T{'r' * 300}", "Neen?", [f"T{'r' * 300}", None]),
        (f"Neen? {mark(1)}T{'r' * 301}", f"Neen? T{'r' * 301}", [None, None]),
        (f"Neen? {mark(1)}Trouw. {mark(1)}Parool.", "Neen? Trouw.", ["Parool.", None]),
        (f"Neen? {mark(1)}Toelichting Het gaat", "Neen? Toelichting Het gaat", [None, None]),
    ],
)
def test_the_end_of_the_last_question_is_the_text_of_its_notes(
    last: str, ends: str, notes: list[str | None]
) -> None:
    questions = (
        f'<vraag nummer="1">Is {mark(1)}en {mark(2)}waar?</vraag><vraag nummer="2">{last}</vraag>'
    )
    paper = read_paper(document(questions=questions))
    assert paper.questions[-1].text.text == ends
    assert [note.text for note in paper.question_notes] == notes
    ordinals = [r.ordinal for r in paper.remarks if r.rule == "noot-achter-vraag"]
    assert ordinals == ([2] if any(notes) else [])
