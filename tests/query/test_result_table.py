"""Tables that fit the terminal but contain whole addresses, and are whole without a terminal."""

import json

import pytest

from kv2rdf.query.result_table import _width, table
from kv2rdf.query.sparql import ResultRows
from tests.every_case import every_case

ADDRESS = "https://w3id.org/kamervragen/eli/nl/tk/ah/20212022/1881/antwoord/5"
TEXT = "een lange tekst van een antwoord die niet in een smalle tabel past"


def rows(*cells: tuple[str, str]) -> ResultRows:
    """Rows of two columns. A cell that begins with https is an address."""
    bindings = [
        {
            name: {"type": "uri" if cell.startswith("https") else "literal", "value": cell}
            for name, cell in zip(("thing", "text"), row, strict=True)
        }
        for row in cells
    ]
    return ResultRows(
        ("thing", "text"), cells, json.dumps({"results": {"bindings": bindings}}).encode()
    )


@pytest.mark.parametrize("room", [None, len(TEXT), len(TEXT) + 1])
def test_a_text_for_which_there_is_room_is_whole(room: int | None) -> None:
    width = None if room is None else len("thing  ") + room
    assert table(rows(("a", TEXT)), width).splitlines()[2] == f"a      {TEXT}"


@pytest.mark.parametrize("room", [len(TEXT) - 1, 30])
def test_a_text_is_cut_to_the_width_of_the_terminal(room: int) -> None:
    line = table(rows(("a", TEXT)), len("thing  ") + room).splitlines()[2]
    assert line == f"a      {TEXT[: room - 1]}…"


@every_case("width", [None, 120, 80, 40, 1])
def test_an_address_is_never_cut(width: int | None) -> None:
    lines = table(rows((ADDRESS, TEXT), (ADDRESS, "kort")), width).splitlines()
    assert [line.split()[0] for line in lines[2:4]] == [ADDRESS, ADDRESS]


def test_a_column_keeps_twelve_characters() -> None:
    line = table(rows((ADDRESS, TEXT)), 20).splitlines()[2]
    assert line == f"{ADDRESS}  {TEXT[:11]}…"


def test_terms_are_shown_with_their_prefixes() -> None:
    home = "https://w3id.org/kamervragen"
    shown = table(rows((f"{home}/def#Question", "1"), (f"{home}/id/begrip/antwoord", "2")), None)
    assert [line.split()[0] for line in shown.splitlines()[2:4]] == ["kv:Question", "c:antwoord"]


def test_a_text_that_looks_like_an_address_is_a_text() -> None:
    cells = (("x", "http://www.w3.org/2002/07/owl#sameAs"),)
    assert "owl:sameAs" not in table(rows(*cells), None)


@pytest.mark.parametrize(
    "cell", ["水" * 31, "e\u0301" * 61, "Yeşilgöz " * 9, "a" * 61], ids=["wide", "accent", "s", "a"]
)
def test_the_columns_of_wide_characters_and_accents_are_counted(cell: str) -> None:
    line = table(rows(("n", cell)), 40).splitlines()[2]
    assert 38 <= _width(line) <= 40
    assert line.endswith("…")
