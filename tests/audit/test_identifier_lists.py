"""Lists of identifiers. The audit recognises those that the build reads, and no others."""

import pytest

from kv2rdf.audit.identifier_lists import listed_identifiers
from kv2rdf.errors import ReadError
from kv2rdf.sources.formats import recognise
from tests.every_case import every_case
from tests.papers import input_document

LIST = "ah-tk-20212022-1881\nkv-2040509430"
LONGEST = "kv-" + "1" * 97


def read(content: str) -> list[str] | None:
    """Return the identifiers that the build reads, or None if it does not read the document."""
    try:
        found = recognise(input_document("lijst.txt", content)).identifiers({})
    except ReadError:
        return None
    return None if found is None else list(found)


@every_case(
    "content",
    [
        LIST,
        f"\ufeff\r\n{LIST}\r\n",
        "\n" * 600 + LIST,
        LIST.replace("\n", "  \t\r"),
        f" \t{LIST} ",
        f"{LIST}\n \t \n",
        f"{LONGEST}\n{LIST}",
        f"{LIST}\n{LONGEST} ",
    ],
)
def test_a_list_is_a_list_for_the_build_and_for_the_audit(content: str) -> None:
    found = read(content)
    assert found is not None
    assert set(LIST.split()) <= set(found)
    assert listed_identifiers(content.encode()) == found


@every_case(
    "content",
    [
        " \n",
        LIST.replace("\n", " "),
        LIST.replace("\n", "\x0b"),
        LIST.replace("\n", "\x0c\n"),
        LIST.replace("\n", "\u00a0\n"),
        LIST.replace("\n", "\u2028"),
        f"{LIST}\n\x0c",
        f"{LIST}\n\u00a0",
        f"\x0b\n{LIST}",
        f"{LIST}\nkv-",
        f"{LIST}\nkv--1",
        f"{LIST}\nkv-1-",
        f"kv-1-\n{LIST}",
        f"{LONGEST}1\n{LIST}",
        f"{LIST}\n{LONGEST}1",
        f"{LIST}\nnummer",
        f"\ufeff\ufeff{LIST}",
        LIST.upper(),
    ],
)
def test_what_the_build_does_not_read_as_a_list_is_not_a_list_for_the_audit(content: str) -> None:
    assert read(content) is None
    assert listed_identifiers(content.encode()) is None


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("kv" + "-1" * 200_000 + "!", None),
        (" \n" * 200_000 + "x", None),
        ("kv-1" + " " * 400_000, ["kv-1"]),
    ],
)
def test_a_long_first_line_is_read_in_a_short_time(content: str, found: list[str] | None) -> None:
    assert read(content) == listed_identifiers(content.encode()) == found
