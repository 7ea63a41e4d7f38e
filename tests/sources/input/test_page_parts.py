"""The parts of pages and arrays, found in chunks of any size."""

import codecs
import json
import tracemalloc
from collections.abc import Iterator
from random import Random

import pytest

from kv2rdf.sources.input.page_parts import CutPageError, PageError, is_one_value, page_parts
from tests.every_case import every_case
from tests.random_pages import random_page, random_pieces

PAGE = (
    '\ufeff{"@odata.context": "x", "value": [ {"a": "\\"]é"} , 1,"b"], "v\\u0061lue":[[]], "n": 1}'
)
ELEMENTS = ['{"a": "\\"]é"}', "1", '"b"', "[]"]


def elements(*chunks: bytes) -> list[str]:
    return [part.content.decode() for part in page_parts(chunks) if part.is_element]


def by_json(page: str) -> Iterator[str]:
    """Yield the elements as the standard library finds them in the whole page."""
    text = page.removeprefix("\ufeff").strip(" \t\r\n")
    arrays = (
        [text] if text[0] == "[" else [value for name, value in _items(text) if name == "value"]
    )
    for array in arrays:
        yield from (element for _, element in _items(array))


def _items(text: str) -> Iterator[tuple[str, str]]:
    """Yield the items of an array or an object, each with its name if it has one."""
    decoder, at = json.JSONDecoder(), 1
    while (at := _next(text, at, ",")) < len(text) - 1:
        name = ""
        if text[0] == "{":
            name, at = decoder.raw_decode(text, at)
            at = _next(text, at, ":")
        start = at
        _, at = decoder.raw_decode(text, at)
        yield name, text[start:at]


def _next(text: str, at: int, separator: str) -> int:
    return len(text) - len(text[at:].lstrip(" \t\r\n" + separator))


def test_elements_are_found_in_chunks_of_any_size() -> None:
    content = PAGE.encode()
    for size in range(1, len(content) + 1):
        chunks = (content[at : at + size] for at in range(0, len(content), size))
        assert elements(*chunks) == ELEMENTS, size


def test_random_pages_are_split_as_by_the_json_module() -> None:
    chance = Random(1701)
    found = 0
    for _ in range(500):
        page = random_page(chance)
        expected = list(by_json(page))
        assert elements(*random_pieces(chance, page.encode())) == expected, page
        found += len(expected)
    assert found > 1_000


def test_every_beginning_of_a_page_is_cut() -> None:
    content = PAGE.encode()
    for end in range(len(codecs.BOM_UTF8), len(content)):
        with pytest.raises(CutPageError, match=f"^byte {end}: the file ends too early$"):
            list(page_parts((content[:end],)))


@every_case(
    ("content", "offset"),
    [
        (b"x", 0),
        (b'"value"', 0),
        (b"[1] 2", 4),
        (b"[1 2]", 3),
        (b"[1,]", 3),
        (b"[,1]", 1),
        (b"[1}", 2),
        (b"[?]", 1),
        (b'["a\nb"]', 3),
        (b'["a\\\nb"]', 3),
        (b'[{"a": ?}]', 7),
        (b'{"value"}', 8),
        (b'{"value": 1}', 10),
        (b'{"value": []; }', 12),
        (b'{"value": [],}', 13),
        (b"{value: []}", 1),
        (b'{"value": []]', 12),
    ],
)
@every_case("size", [1, 100])
def test_an_error_has_the_place_at_which_it_is_found(
    content: bytes, offset: int, size: int
) -> None:
    chunks = (content[at : at + size] for at in range(0, len(content), size))
    with pytest.raises(PageError, match=f"^byte {offset}: ") as raised:
        list(page_parts(chunks))
    assert not isinstance(raised.value, CutPageError)


@pytest.mark.parametrize(
    ("content", "expected"),
    [(b'{"a": [1]} ', True), (b"12", True), (b"[[}]", True), (b"[1] 2", False), (b"[", False)],
)
def test_only_the_structure_of_one_value_is_looked_at(content: bytes, *, expected: bool) -> None:
    assert is_one_value(content) == expected


@pytest.mark.parametrize("element", [b'"%b"' % (b"x" * 900_000), b"[%b1]" % (b'"x",' * 200_000)])
def test_a_page_needs_the_memory_of_one_element_and_one_chunk(element: bytes) -> None:
    chunks = (
        b"[",
        *(piece for _ in range(9) for piece in (element[:7_000], element[7_000:], b",")),
    )
    sizes: list[int] = []
    tracemalloc.start()
    with pytest.raises(CutPageError):
        sizes.extend(len(part.content) for part in page_parts(chunks))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sizes == [len(element)] * 9
    assert peak < 3 * len(element)


@every_case("size", [1, 7, 1_000])
@every_case("depth", [32, 33])
@every_case("opening", [b"[", b'{"a":', b'["a", '])
def test_the_nesting_of_an_element_is_limited(opening: bytes, depth: int, size: int) -> None:
    closing = b"}" if opening.startswith(b"{") else b"]"
    element = opening * (depth - 1) + b"[]" + closing * (depth - 1)
    page = b"[%b, %b]" % (element, element)
    chunks = [page[at : at + size] for at in range(0, len(page), size)]
    if depth == 32:
        assert elements(*chunks) == [element.decode()] * 2
    else:
        offset = 1 + len(opening) * 32
        with pytest.raises(
            PageError, match=f"^byte {offset}: has more than 32 levels of nested lists"
        ):
            elements(*chunks)
