"""Numbers of parts that the edition has in the text, and figures that it has for numbers."""

import pytest

from kv2rdf.audit.additions import added
from kv2rdf.audit.matching.matcher import Pool
from kv2rdf.audit.matching.spans import Line, Text, bare, uncovered

YEAR = "De brief is van 29 maart 2001. In die brief staat het."


def told(line: Line, *texts: Text) -> tuple[list[str], list[str]]:
    """Give what is lost and what is added, where a printed text is alone."""
    return all_told([line], *texts)


def all_told(lines: list[Line], *texts: Text) -> tuple[list[str], list[str]]:
    Pool(texts).match(lines)
    lost = [gone.words for line in lines for gone in line.lost()]
    return lost, [words for text in texts for words in uncovered(text)]


def printed(words: str, number: str = "") -> Line:
    return Line(bare(words), bare(number))


def part(words: str, number: str = "", finding: str = "") -> Text:
    return Text("thing", bare(words), finding, bare(number))


@pytest.mark.parametrize(
    ("number", "text", "whole", "lost"),
    [
        ("1", "t/m 5 Ja.", "1 t/m 5", []),
        ("1", "en 2. Neen, dat is mij niet bekend.", "1 en 2.", []),
        ("1", "t/m 5 Ja.", "1 t/m 4", ["t/m5"]),
        ("1", "t/m 5 Ja.", "1", ["t/m5"]),
        ("1", "t/m 5 Ja.", "2 t/m 5", ["t/m5"]),
        ("", "t/m 5 Ja.", "1 t/m 5", ["t/m5"]),
        ("1", "2 Ja.", "12", ["2"]),
    ],
)
def test_a_number_that_goes_on_in_the_text(
    number: str, text: str, whole: str, lost: list[str]
) -> None:
    behind = "Ja." if text.endswith("Ja.") else "Neen, dat is mij niet bekend."
    assert told(printed(text, number), part(behind, whole)) == (lost, [])


def test_a_number_that_goes_on_in_a_text_to_which_more_was_added() -> None:
    lines = [printed("en 3 Daarover is overleg gevoerd met de sector.", "2"), printed("gevonden.")]
    joined = "Daarover is overleg gevoerd met de sector. gevonden."
    assert all_told(lines, part(joined, "2 en 3")) == ([], [])


@pytest.mark.parametrize(
    ("whole", "lost"), [("1,2 en 3", []), ("1 en 3", ["1,2en3"]), ("2 en 3", ["1,"])]
)
def test_the_number_of_an_answer_behind_a_heading(whole: str, lost: list[str]) -> None:
    heading = "Antwoord van minister Voorbeeld (Marktzaken)."
    question, answer = "Bent u daartoe bereid?", "Hoewel dit zo is, past mij geen oordeel."
    line = printed(f"{question} {heading} 1,2 en 3 {answer}", "4")
    texts = part(question, "4"), part(heading, finding="antwoord-tussen-de-vragen")
    assert told(line, *texts, part(answer, whole)) == (lost, [])


def test_the_figures_before_a_number_are_no_part_of_it() -> None:
    line = printed("Dat kost € 21 en 2 Ja.")
    assert told(line, part("Dat kost €"), part("Ja.", "1 en 2")) == (["21en2"], [])


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (YEAR, []),
        (YEAR.replace("2001", "2002"), ["2002"]),
        ("De brief is 2001 van 29 maart. In die brief staat het.", ["2001"]),
        (YEAR.replace("2001", "2001 2001"), ["2001"]),
    ],
)
def test_a_figure_that_stood_as_a_number_is_in_its_place(text: str, added: list[str]) -> None:
    lines = [printed("De brief is van 29 maart", "2"), printed(". In die brief staat het.", "2001")]
    assert all_told(lines, part(text, "2")) == ([], added)


@pytest.mark.parametrize(
    ("number", "finding", "added"),
    [
        ("", "", []),
        ("46", "", ["46"]),
        ("", "opschrift-als-onderdeel", []),
        ("", "tekst-van-ander-stuk", []),
    ],
)
def test_a_number_opens_a_text_only_where_no_part_has_one(
    number: str, finding: str, added: list[str]
) -> None:
    heading = "Vragen van het lid Van Voorbeeld (ABC) over de markt."
    text = part(f"46 {heading}", number, finding)
    assert told(printed(heading, "46"), text) == ([], added)


@pytest.mark.parametrize(("whole", "lost"), [("1 en 3", []), ("1", ["1en3"]), ("5 1 en 3", [])])
def test_a_joint_number_may_stand_behind_the_figures_of_a_day(whole: str, lost: list[str]) -> None:
    day = "Antwoord van minister Voorbeeld (Marktzaken). (Ontvangen 29 mei 198"
    answer = "De markt wordt gehouden op het plein."
    printed_here = printed(f"{day}5 1 en 3 {answer}")
    kept = day if whole.startswith("5") else f"{day}5"
    found = part(kept, finding="antwoord-tussen-de-vragen")
    assert told(printed_here, found, part(answer, whole)) == (lost, [])


def test_another_number_than_that_of_the_element_is_added() -> None:
    heading = "Vragen van het lid Van Voorbeeld (ABC) over de markt."
    text = part(f"47 {heading}", finding="opschrift-als-onderdeel")
    assert told(printed(heading, "46"), text) == ([], ["47"])


@pytest.mark.parametrize(
    ("words", "left"),
    [("1983", []), ("19831985", []), ("1985", []), ("19851983", ["19851983"]), ("1984", ["1984"])],
)
def test_the_number_of_a_part_without_text_may_be_a_figure(words: str, left: list[str]) -> None:
    text = Text(thing="a", words=f"van{words}", finding="")
    text.covered[:3] = b"\1\1\1"
    assert [more.words for more in added(text, ["van"], ["1983", "1985"])] == left
