"""A KVR document just within each limit is read, and one just outside is held back."""

from collections.abc import Callable

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model import limits
from kv2rdf.model.limits import Limit
from kv2rdf.sources.kvr.size import check_size
from kv2rdf.sources.markup.xml_node import Node
from tests import kvr_document
from tests.every_case import every_case
from tests.papers import read_paper

_SHAPES: tuple[tuple[Limit, Callable[[int], str], str], ...] = (
    (limits.DEPTH, lambda count: "<b>" * (count - 1) + "</b>" * (count - 1), ""),
    (limits.ELEMENTS, lambda count: "<b/>" * (count - 1), "/kvr"),
    (
        limits.ATTRIBUTES,
        lambda count: "<b " + " ".join(f"a{n}=''" for n in range(count)) + "/>",
        "/kvr/b",
    ),
    (
        limits.CHARACTERS,
        lambda count: (
            f"<a>{'x' * 300_000}</a>" * (count // 300_000) + f"<a>{'x' * (count % 300_000)}</a>"
        ),
        "/kvr",
    ),
    (limits.TEXT, lambda count: f"<toelichting>{'x' * count}</toelichting>", "/kvr/toelichting"),
    (limits.TEXT, lambda count: f"<b a='{'x' * count}'/>", "/kvr/b: @a"),
    (limits.NUMBER, lambda count: f"<b nummer='{'x' * count}'/>", "/kvr/b: @nummer"),
    (limits.NAME, lambda count: f"<vrager>{'x' * count}</vrager>", "/kvr/vrager"),
    (limits.PARTS, lambda count: "<vraag/>" * count, "/kvr: vraag"),
    (limits.PARTS, lambda count: "<antwoord/>" * count, "/kvr: antwoord"),
    (limits.MARKS, lambda count: "<noot/>" * count, "/kvr: noot"),
    (limits.MARKS, lambda count: "<voetnoot/>" * count, "/kvr: voetnoot"),
    (limits.NAMES, lambda count: "<vrager/>" * count, "/kvr: vrager"),
    (limits.NAMES, lambda count: "<item/>" * count, "/kvr: item"),
)


@every_case(("limit", "shape", "place"), _SHAPES)
def test_a_document_within_a_limit_is_read_and_one_outside_is_held_back(
    limit: Limit, shape: Callable[[int], str], place: str
) -> None:
    def document(count: int) -> Node:
        return Node.parse("KVR1.xml", f"<kvr>{shape(count)}</kvr>".encode())

    check_size(document(limit.most))
    with pytest.raises(ReadError) as raised:
        check_size(document(limit.most + 1))
    assert raised.value.problem.endswith(f"has more than {limit.most:,} {limit.what}")
    assert f"{raised.value.location}: {raised.value.problem}".startswith(place)


def test_numbers_are_counted_in_labels() -> None:
    label = "<antwoord nummer='1 t/m 100'>Ja.</antwoord>"
    paper = read_paper(kvr_document.document(answers=label * 200))
    assert sum(len(part.numbers) for part in paper.answers) == limits.NUMBERS.most
    one_more = f"{label * 200}<antwoord nummer='101'>Nee.</antwoord>"
    with pytest.raises(ReadError, match=r"/antwoord\[201\]: has more than 20,000 numbers"):
        read_paper(kvr_document.document(answers=one_more))
