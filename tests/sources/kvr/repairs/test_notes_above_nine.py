"""Notes 10 and above, which are in the text of note 9 in the edition."""

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.text import Note, Passage
from kv2rdf.sources.kvr.paper_in_progress import KvrPart
from kv2rdf.sources.kvr.repairs.notes_above_nine import separate_notes_above_nine
from tests.every_case import every_case
from tests.papers import passage

EIGHT = tuple(Note(number=str(number), text="Een bron") for number in range(1, 9))


def part(text: Passage) -> KvrPart:
    return KvrPart(label="1", numbers=("1",), text=text)


@every_case(
    ("text", "texts"),
    [
        ("Krant, 3 mei 2004. 10 Kamerstuk 26 303, nr. 55",
         ["Krant, 3 mei 2004.", "Kamerstuk 26 303, nr. 55"]),
        ("Krant. 10 2e Nota. 11 zie: www.example.org. 12 www.example.org/2 2005 13 «Toen»",
         ["Krant.", "2e Nota.", "zie: www.example.org.", "www.example.org/2 2005", "«Toen»"]),
        ("Krant. 10 12e Nota", ["Krant.", "12e Nota"]),
        ("Krant. 10 123e Nota", ["Krant. 10 123e Nota"]),
        ("Krant. 10 e Nota", ["Krant. 10 e Nota"]),
        ("Krant. 10 Krant 2005 11 Weekblad", ["Krant.", "Krant 2005", "Weekblad"]),
        ("Krant. 11 Weekblad", ["Krant. 11 Weekblad"]),
        ("Brief van 10 april. Meer", ["Brief van 10 april. Meer"]),
        ("Kamerstuk, nr. 10 Bijlage", ["Kamerstuk, nr. 10 Bijlage"]),
        ("Krant. 10 december 2004", ["Krant. 10 december 2004"]),
        ("Krant. 10", ["Krant. 10"]),
        ("De 10 Geboden", ["De 10 Geboden"]),
    ],
)  # fmt: skip
def test_a_note_begins_where_its_number_is_alone(text: str, texts: list[str]) -> None:
    notes, _, remarks = separate_notes_above_nine(
        (*EIGHT, Note(number="9", text=text)), [], PartKind.QUESTION
    )
    assert [note.text for note in notes[8:]] == texts
    assert [note.number for note in notes[8:]] == [str(9 + nth) for nth in range(len(texts))]
    assert bool(remarks) is (len(texts) > 1)


@every_case(
    "notes",
    [
        (),
        (Note(number="8", text="Krant. 10 Weekblad"),),
        (Note(number="9"),),
        (Note(number="9", text="Krant. 10 Weekblad"), Note(number="1", text="Boek")),
    ],
)
def test_other_notes_are_not_split(notes: tuple[Note, ...]) -> None:
    assert separate_notes_above_nine(notes, [], PartKind.ANSWER) == (notes, [], [])


@every_case(
    ("text", "after", "offset"),
    [
        ("Wel? En dan? 10 Zo ja?", "Wel? En dan? Zo ja?", 12),
        ("Wel? En dan? 10", "Wel? En dan?", 12),
        ("Wel? Tien euro 10 , of niet?", "Wel? Tien euro, of niet?", 14),
        ("Wel? Een «stuk», 10 ja?", "Wel? Een «stuk», ja?", 16),
        ("Wel? Bij de NMa 10 .", "Wel? Bij de NMa.", 15),
        ("Wel? 10 Zo ja?", "Wel? Zo ja?", 4),
        ("Wel? In de motie 10 staat iets.", None, None),
        ("Wel? Wat? 10 Ja? 10 Nee?", None, None),
        ("Wat? 10 Wel? Niet.", None, None),
    ],
)
def test_a_figure_is_a_mark_if_it_can_be_nothing_else(
    text: str, after: str | None, offset: int | None
) -> None:
    at_nine = text.index("Wel?") + 4
    notes = (*EIGHT, Note(number="9", text="Krant. 10 Weekblad"))
    questions = [part(passage(text, ("9", at_nine)))]
    _, (marked,), (_, remark) = separate_notes_above_nine(notes, questions, PartKind.QUESTION)
    if after is None:
        assert remark.rule == "nootteken-zonder-plaats"
        assert marked == questions[0]
    else:
        assert (remark.rule, remark.about, remark.text) == ("nootteken-als-cijfer", marked.id, "10")
        assert marked.text == passage(after, ("9", at_nine), ("10", offset or 0))


def test_no_mark_is_certain_if_the_mark_of_note_9_is_lost() -> None:
    notes = (*EIGHT, Note(number="9", text="Krant. 10 Weekblad"))
    _, _, remarks = separate_notes_above_nine(
        notes, [part(passage("Wel? 10 Ja?"))], PartKind.QUESTION
    )
    assert [remark.rule for remark in remarks][1:] == ["nootteken-zonder-plaats"]
