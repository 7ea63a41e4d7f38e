"""The similarity of papers about one case: their date, title, questions and askers."""

from datetime import date

import pytest
from msgspec.structs import replace

from kv2rdf.linking.cases.similarity import (
    has_common_asker,
    is_alike,
    question_keys,
    question_opening,
    question_openings,
    title_key,
    title_without_day,
)
from kv2rdf.model.kinds import Chamber, PaperKind, SourceKind
from kv2rdf.model.paper import Mention, Paper
from tests.every_case import every_case
from tests.papers import paper, part


def test_a_title_is_compared_without_its_outcome() -> None:
    notice = paper("a", PaperKind.NOTICE)
    titles = (
        "Vragen over het weer. (Ingezonden 5 februari 2005); Mededeling",
        "vragen over hét weer",
    )
    first, second = (title_key(replace(notice, title=title)) for title in titles)
    assert first != second  # An accent counts as a letter.
    again = replace(notice, title="Vragen over het weer. (Ingezonden 5 februari 2005); Antwoord")
    assert title_key(again) == first
    assert title_key(replace(notice, tabled=None)) is None
    assert title_key(replace(again, tabled=date(2005, 2, 6))) != first
    assert title_key(replace(again, chamber=Chamber.EK)) != first
    for kind in set(SourceKind) - {
        SourceKind.UNKNOWN,
        SourceKind.IDENTIFIER_LIST,
    }:  # openkamer uses its own titles.
        edition = kind.value.startswith("kvr-xml")
        assert (title_key(paper("b", PaperKind.NOTICE, source=kind)) is not None) == edition


@every_case(
    "title",
    [
        "Vragen over het weer. (Ingezonden 5 februari 2005); Antwoord",
        "Vragen over het weer. (ingezonden 5 februari 2005); Antwoord",
        "Vragen over het weer. (Ingzonden 5 februari 2005); Mededeling",
        "Vragen over het weer. (lngezon-den 5 februari 2005)",
        "Vragen over het weer. (Ingezongen 5 februari 2005)",
        "Vragen over het weer. (Uitgezonden 5 februari 2005); Antwoord",
        "Vragen over het weer. ",
    ],
)
def test_the_day_after_a_title_is_recognised_in_any_spelling(title: str) -> None:
    assert title_without_day(title) == "Vragen over het weer. "


@pytest.mark.parametrize("word", ["(gezonden", "(Igezonden", "(Overgezonden"])
def test_only_two_or_three_letters_before_gezonden_open_the_day_after_a_title(word: str) -> None:
    title = f"Vragen over het weer. {word} 5 februari 2005)"
    assert title_without_day(title) == title


@pytest.mark.parametrize(("misread", "alike"), [(1, True), (5, True), (6, False)])
def test_questions_are_alike_if_more_than_nine_tenths_of_their_letters_agree(
    *, misread: int, alike: bool
) -> None:
    opening = "kentuhetberichtoverderegenopdemarktvanhoogwoudenzojawatdoetu"
    assert len(opening) == 60
    assert is_alike(opening, opening[:-misread] + "#" * misread) == alike


@pytest.mark.parametrize(("letters", "openings"), [(20, ()), (21, ("a" * 21,))])
def test_a_question_of_20_letters_is_too_short_to_recognise(
    letters: int, openings: tuple[str, ...]
) -> None:
    asks = paper("a", PaperKind.NOTICE, questions=(part("a" * letters, "1"),))
    assert question_openings(asks) == openings


@pytest.mark.parametrize(("blanks", "last"), [(180, "z"), (181, "a")])
def test_the_opening_of_a_question_is_in_its_first_240_characters(blanks: int, last: str) -> None:
    assert question_opening(part("a" * 59 + " " * blanks + "z"))[-1] == last


def test_a_question_is_recognised_by_its_day_and_its_opening() -> None:
    asks = "Kent u het bericht over de regen op de markt van Hoogwoud, en zo ja, wat doet u? "
    notice = paper(
        "a", PaperKind.NOTICE, cases=(), questions=(part(asks, "1"), part("Zo neen?", "2"))
    )
    assert question_openings(notice) == (
        "kentuhetberichtoverderegenopdemarktvanhoogwoudenzojawatdoetu"[:60],
    )
    (key,) = question_keys(notice)
    misread = replace(notice, questions=(part(f"{asks.upper()}- Dat weet u.", "3"),))
    assert question_keys(misread) == (key,)
    others = (
        replace(notice, tabled=date(2005, 2, 6)),
        replace(notice, chamber=Chamber.EK),
        replace(notice, questions=(part("Is de dijk van Hoogwoud bestand tegen een storm?", "1"),)),
    )
    assert all(key not in question_keys(other) for other in others)
    assert question_keys(replace(notice, tabled=None)) == ()
    page = paper("b", PaperKind.NOTICE, cases=(), source=SourceKind.OPENKAMER)
    assert question_keys(replace(page, questions=notice.questions)) == ()


def asked_by(*names: str) -> Paper:
    askers = tuple(Mention(printed=name, name=name) for name in names)
    return replace(paper("a", PaperKind.NOTICE), askers=askers)


def test_a_common_asker_is_found_where_names_ran_together() -> None:
    assert has_common_asker(asked_by("Van Rijn", "Veenstra"), asked_by("Van Rijn", "Feenstra"))
    assert has_common_asker(asked_by("De GraafScheltema-de Nie(beiden D66)"), asked_by("De Graaf"))
    assert not has_common_asker(asked_by("Poppe"), asked_by("Kant"))
    assert not has_common_asker(asked_by(), asked_by("Kant"))
