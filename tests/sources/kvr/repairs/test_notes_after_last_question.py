"""Notes whose texts stand behind the last question."""

import pytest

from tests.kvr_document import document
from tests.papers import one


def mark(number: int) -> str:
    return f'<voetnoot nummer="{number}"/>'


@pytest.mark.parametrize(
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
        (f"Neen? {mark(1)}Toelichting Het gaat", "Neen? Toelichting Het gaat", [None, None]),
    ],
)
def test_the_end_of_the_last_question_is_the_text_of_its_notes(
    last: str, ends: str, notes: list[str | None]
) -> None:
    asked = (
        f'<vraag nummer="1">Is {mark(1)}en {mark(2)}waar?</vraag><vraag nummer="2">{last}</vraag>'
    )
    read = one(document(questions=asked))
    assert read.questions[-1].text.text == ends
    assert [note.text for note in read.question_notes] == notes
    told = [r.ordinal for r in read.remarks if r.rule == "noot-achter-vraag"]
    assert told == ([2] if any(notes) else [])
