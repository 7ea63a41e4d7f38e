"""Texts in pieces. Marks, links and joined words are in the right places, and no letter is lost."""

from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.query.case_view.parts import CitationView, PartView
from kv2rdf.server.pages.text_pieces import TextPiece, text_paragraphs


def part(
    text: str,
    joined: str | None = None,
    marks: tuple[tuple[int, str], ...] = (),
    citations: tuple[CitationView, ...] = (),
) -> PartView:
    return PartView(
        address="p", kind="Answer", document="d", number="1", text=text,
        joined_text=joined, markup=None, marks=marks, mark_numbers=("?",) * len(marks),
        notes=(), citations=citations,
        answers_to=(), refers_to=(), referred_parts=(),
    )  # fmt: skip


def pieces(shown: PartView) -> tuple[tuple[TextPiece, ...], ...]:
    return text_paragraphs(shown, lambda note: (note, f"#{note}"), lambda _: "#cited")


def test_a_mark_and_a_citation_split_the_text() -> None:
    cited = CitationView(offset=4, words="antwoord 2", parts=("x",))
    shown = part("Zie antwoord 2.\nJa.", marks=((15, "1"), (16, "2")), citations=(cited,))
    assert pieces(shown) == (
        (
            TextPiece("Zie "),
            TextPiece("antwoord 2", href="#cited"),
            TextPiece("."),
            TextPiece("1", note="#1"),
        ),
        (TextPiece("2", note="#2"), TextPiece("Ja.")),
    )


def test_a_broken_word_is_shown_joined_with_its_mark() -> None:
    shown = part("De motiverings- plicht geldt.", "De motiveringsplicht geldt.", ((22, "1"),))
    assert pieces(shown) == (
        (
            TextPiece("De "),
            TextPiece("motiveringsplicht", printed="motiverings- plicht"),
            TextPiece("1", note="#1"),
            TextPiece(" geldt."),
        ),
    )


def test_a_joined_form_that_is_another_text_is_not_used() -> None:
    shown = part("Ja.", "Nee.")
    assert pieces(shown) == ((TextPiece("Ja."),),)


@given(st.text("ab \n", max_size=30), st.lists(st.integers(0, 30), max_size=4))
def test_no_letter_and_no_mark_is_lost(text: str, offsets: list[int]) -> None:
    marks = tuple((offset, "N") for offset in sorted(offsets) if offset <= len(text))
    shown = pieces(part(text, marks=marks))
    flat = [piece for line in shown for piece in line]
    assert "".join(p.text for p in flat if p.note is None) == text.replace("\n", "")
    assert sum(p.note is not None for p in flat) == len(marks)


@given(st.text("ab- ", max_size=25), st.lists(st.integers(0, 24), max_size=4))
def test_a_mended_text_is_its_joined_form(text: str, dropped: list[int]) -> None:
    joined = "".join(letter for place, letter in enumerate(text) if place not in dropped)
    shown = pieces(part(text, joined or None))
    assert "".join(p.text for line in shown for p in line) == (joined or text)
