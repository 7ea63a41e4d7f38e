"""Lists of identifiers: what is read, and what is refused."""

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import SourceKind
from kv2rdf.sources.formats import recognise
from tests.every_case import every_case
from tests.papers import input_document, real_seeds

LINES = ("ah-tk-20212022-1881", "kv-2040509430", "kv-tk-2022Z00634-n1")


def identifiers(content: str | bytes) -> tuple[str, ...] | None:
    document = input_document("lijst.txt", content)
    return recognise(document).identifiers(real_seeds().lookups)


@every_case("end", ["\n", "\r\n", "\r"])
@every_case("mark", ["", "\ufeff"])
def test_a_list_may_have_any_line_end_and_a_byte_order_mark(end: str, mark: str) -> None:
    assert identifiers(mark + end.join(LINES)) == LINES
    assert identifiers(mark + end + end.join(LINES) + end) == LINES


def test_blank_lines_and_repeated_identifiers_are_allowed() -> None:
    assert identifiers("\n \t\n" + "\n\n".join((*LINES, *LINES)) + "\n \n") == LINES


def test_malformed_identifiers_are_kept_as_printed() -> None:
    odd = ("kv-2008z01234", "ah-tk-20092010-AH2134", "ah-tk-20202021-0001", "kv-20305H")
    assert identifiers("\n".join(odd)) == odd


@every_case(
    "line",
    [
        "<kvr><meta/></kvr>",
        "kst-29800-VI-12",
        "ah-tk-20212022-1881 kv-2040509430",
        "ah-tk-20212022-1881\x0b",
        "ah-tk-20212022-1881\u00a0",
        "\x0c",
        "\u2003",
        "ah-tk-20212022-1881,kv-2040509430",
        "https://zoek.officielebekendmakingen.nl/ah-tk-20212022-1881.html",
        "ah-",
        "kv-é",
        "kv-" + "1" * 100,
        "kv-1\x00",
    ],
)
def test_a_list_with_another_line_is_held_back(line: str) -> None:
    with pytest.raises(ReadError) as error:
        identifiers("\r\n".join((*LINES, "", line)))
    assert error.value.location == "line 5"
    assert error.value.problem.startswith("is not an identifier of a paper: ")


def test_a_list_in_another_encoding_is_held_back() -> None:
    with pytest.raises(ReadError, match="is not UTF-8"):
        identifiers(b"ah-tk-20212022-1881\nkv-\xe9\n")


@every_case(
    "content", ["nummer\nah-tk-20212022-1881\n", "ah-tk\t1", "1881\n", "Ah-tk-20212022-1881\n"]
)
def test_a_text_that_does_not_begin_with_an_identifier_is_not_a_list(content: str) -> None:
    assert recognise(input_document("a", content)).format.name == "other file"


def test_a_list_of_200_000_lines_is_read_and_has_no_papers() -> None:
    lines = tuple(f"kv-{number}" for number in range(2_000_000_000, 2_000_200_000))
    publication = recognise(input_document("lijst.txt", "\n".join(lines)))
    assert publication.identifiers({}) == lines
    assert publication.papers({}) == ()
    assert publication.kind_and_session({}) == (SourceKind.IDENTIFIER_LIST, None)
