"""The named queries: questions that users ask, each a file with its words and its parameters.

A file opens with comments: ``# title:``, ``# nl:``, ``# en:`` and, for each value a user may set,
``# param NAME: what it is (DEFAULT)``. ``$NAME`` in the query stands for the value, as a string;
the parameter ``first`` is the number of its LIMIT, of what it has too many to be read at once.
Where a line says ``# only ?THING with $NAME``, a text index may say which things that can be: the
query is right without, and fast with it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import TypeAlias

from kv2rdf.errors import QueryError

_HEAD = re.compile(r"^# (title|nl|en): (.+)$", re.MULTILINE)
_PARAMETER = re.compile(r"^# param (\w+): (.+) \(([^()]*)\)$", re.MULTILINE)
_ONLY = re.compile(r"^ *# only \?(\w+) with \$(\w+)$", re.MULTILINE)
_LIMIT = re.compile(r"^( *LIMIT )\d+$", re.MULTILINE)
_WHOLE_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_VALUE = re.compile(r"\$(\w+)")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


Index: TypeAlias = Callable[[str], Sequence[str] | None]
"""Gives the addresses of all texts that may have some words, None where it cannot say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a user may set."""

    name: str
    meaning: str
    default: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A query, with its question in words."""

    name: str
    title: str
    nl: str
    en: str
    parameters: tuple[Parameter, ...]
    text: str

    def filled(self, values: Mapping[str, str], index: Index | None = None) -> str:
        """Give the query with its values filled in, quoted, and narrowed where an index helps.

        Raises QueryError on an unknown parameter, and on a ``first`` that is no number.
        """
        given = self._given(values)
        text = self.text
        if "first" in given:
            text = _LIMIT.sub(lambda found: found[1] + given["first"], text)
        if index is not None:
            text = _ONLY.sub(lambda found: _narrowed(found, index(given[found[2]])), text)
        return _VALUE.sub(lambda found: _quoted(given[found[1]]), text)

    def most(self, values: Mapping[str, str]) -> int | None:
        """Give how many things the query is about at most; None: all there are."""
        first = self._given(values).get("first")
        return int(first) if first is not None else None

    def _given(self, values: Mapping[str, str]) -> dict[str, str]:
        known = {parameter.name: parameter.default for parameter in self.parameters}
        if unknown := sorted(set(values) - set(known)):
            has = f"it has {', '.join(known)}" if known else "it has none"
            raise QueryError(f"{self.name}: has no parameter {unknown[0]}: {has}")
        given = known | dict(values)
        if not _WHOLE_NUMBER.fullmatch(given.get("first", "1")):
            raise QueryError(f"{self.name}: first is to be a whole number, not {given['first']!r}")
        return given


def queries() -> tuple[NamedQuery, ...]:
    """Give all named queries, by name."""
    files = resources.files("kv2rdf.query.queries").iterdir()
    named = {f.name[:-3]: f.read_text("utf-8") for f in files if f.name.endswith(".rq")}
    return tuple(_read(name, named[name]) for name in sorted(named))


def named(name: str) -> NamedQuery:
    """Give the query of this name. Raises QueryError where there is none."""
    all_ = queries()
    for query in all_:
        if query.name == name:
            return query
    raise QueryError(f"there is no query {name}: {', '.join(query.name for query in all_)}")


def _read(name: str, text: str) -> NamedQuery:
    head = dict(_HEAD.findall(text))
    return NamedQuery(
        name=name,
        title=head["title"],
        nl=head["nl"],
        en=head["en"],
        parameters=tuple(
            Parameter(name=n, meaning=meaning, default=default)
            for n, meaning, default in _PARAMETER.findall(text)
        ),
        text=text,
    )


def _narrowed(line: re.Match[str], addresses: Sequence[str] | None) -> str:
    if addresses is None:
        return line[0]
    return f"  VALUES ?{line[1]} {{ {' '.join(f'<{address}>' for address in addresses)} }}"


def _quoted(value: str) -> str:
    return f'"{value.translate(_ESCAPES)}"'
