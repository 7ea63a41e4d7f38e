"""Random arrays and OData pages with the white space, escapes and nesting that JSON allows."""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

_LETTERS = 'aZ09 {}[],:"\\/\n\t\u00e9\u20ac\U0001f600\u2028'
_NAMES = ("value", "value", "Value", "@odata.nextLink", "a", "")
_SCALARS = ("0", "-1.5e+07", "true", "false", "null", "1" * 40)


def random_page(chance: Random, elements: Sequence[str] = ()) -> str:
    """Return an array or a page. Some of its elements are taken from ``elements``."""
    if chance.random() < 0.3:
        page = _random_array(chance, elements)
    else:
        page = _joined(chance, "{", (_random_field(chance, elements) for _ in range(4)), "}")
    return chance.choice(("", "\ufeff")) + _space(chance) + page + _space(chance)


def random_pieces(chance: Random, content: bytes) -> Iterator[bytes]:
    """Yield bytes in pieces of random lengths, some of them of one byte."""
    most = chance.choice((1, 3, 20, len(content)))
    places = range(1, len(content))
    cuts = places if most == 1 else sorted(chance.sample(places, len(places) // most))
    yield from (content[start:end] for start, end in pairwise((0, *cuts, len(content))))


def _random_field(chance: Random, elements: Sequence[str]) -> str:
    name = chance.choice(_NAMES)
    escaped = "".join(
        f"\\u{ord(letter):04x}" if chance.random() < 0.1 else letter for letter in name
    )
    is_list = name == "value"
    value = _random_array(chance, elements) if is_list else _random_value(chance, 3)
    return f'"{escaped}"{_space(chance)}:{_space(chance)}{value}'


def _random_array(chance: Random, elements: Sequence[str]) -> str:
    count = chance.choice((0, 1, 5))
    values = (
        chance.choice(elements) if elements and chance.random() < 0.6 else _random_value(chance, 4)
        for _ in range(count)
    )
    return _joined(chance, "[", values, "]")


def _random_value(chance: Random, depth: int) -> str:
    kind = chance.randrange(4 if depth else 2)
    if kind == 0:
        return chance.choice(_SCALARS)
    if kind == 1:
        letters = "".join(chance.choices(_LETTERS, k=chance.randrange(9)))
        return json.dumps(letters, ensure_ascii=chance.random() < 0.5)
    count = chance.randrange(4)
    if kind == 2:
        return _joined(chance, "[", (_random_value(chance, depth - 1) for _ in range(count)), "]")
    fields = (
        f'"{at}"{_space(chance)}:{_space(chance)}{_random_value(chance, depth - 1)}'
        for at in range(count)
    )
    return _joined(chance, "{", fields, "}")


def _joined(chance: Random, opening: str, items: Iterator[str], closing: str) -> str:
    separated = f"{_space(chance)},{_space(chance)}".join(items)
    return f"{opening}{_space(chance)}{separated}{_space(chance)}{closing}"


def _space(chance: Random) -> str:
    return "".join(chance.choices(" \t\r\n", k=chance.choice((0, 0, 0, 2))))
