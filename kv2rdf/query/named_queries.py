"""The named queries: SPARQL files for common questions, with descriptions and parameters.

A file begins with comments: ``# title:``, ``# nl:``, ``# en:`` and ``# group:`` and, for each
parameter, a line ``# param NAME: what it is (DEFAULT)`` and a line ``# nl NAME: wat het is``.
``$NAME`` in the query is replaced by the value, as a quoted string. The value of the parameter
``first`` replaces the number in the LIMIT instead. In a line ``# pattern NAME: EXPRESSION is
MEANING``, a regular expression defines the valid values of NAME, and MEANING describes them.

A line ``# only ?THING with $NAME`` may be replaced by a list of the texts that can contain the
value of NAME, as found in the text index. The query then tries only these texts as ?THING. This
makes the query faster and does not change its results.

A query with the parameter ``first`` has one sub-SELECT with ORDER BY and LIMIT. This sub-SELECT
selects only the keys for sorting, so that other values are looked up only for the first rows. A
line ``# first ?THING`` outside the sub-SELECT may be replaced by a list of the values of ?THING in
the first rows. This makes the query faster and does not change its results.

The recipes of docs/cookbook.md have the same form. They have no parameters.
"""

import difflib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from kv2rdf.errors import QueryError

_QUERIES = Path(__file__).parent / "queries"
_RECIPES = Path(__file__).parent / "cookbook"
_HEAD = re.compile(r"^# (title|nl|en|group): (.+)$", re.MULTILINE)
_DESCRIPTION = re.compile(r"^ *# (?:title|nl|en|group|param|pattern|only)\b.*\n", re.MULTILINE)
_DUTCH = re.compile(r"^# nl (\w+): (.+)$", re.MULTILINE)
_PARAMETER = re.compile(r"^# param (\w+): (.+) \(([^()]*)\)$", re.MULTILINE)
_PATTERN = re.compile(r"^# pattern (\w+): (\S+) is (.+)$", re.MULTILINE)
_ONLY = re.compile(r"^ *# only \?(\w+) with \$(\w+)$", re.MULTILINE)
_LIMIT = re.compile(r"^( *LIMIT )\d+$", re.MULTILINE)
_WHOLE_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_VALUE = re.compile(r"\$(\w+)")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})

QUERY_GROUPS: Final = ("people", "topics", "time", "texts", "sources", "data")
"""The groups of queries, in the order in which a page lists them."""

CandidateSearch: TypeAlias = Callable[[str], Sequence[str] | None]
"""A function that takes words and returns the addresses of all texts that may contain them.

It returns None if there are too many of these texts, or if there is no word.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a named query, whose value a user may set.

    ``meaning`` describes the parameter in English, and ``nl`` describes it in Dutch.
    """

    name: str
    meaning: str
    nl: str
    default: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A named query. ``nl`` and ``en`` are the question that it answers, in Dutch and in English.

    ``group`` is one of ``QUERY_GROUPS``.
    """

    name: str
    title: str
    nl: str
    en: str
    group: str
    parameters: tuple[Parameter, ...]
    text: str

    def filled_text(
        self, values: Mapping[str, str], candidates: CandidateSearch | None = None
    ) -> str:
        """Return the query with the values filled in and quoted.

        If a parameter is not in ``values``, its default is used. If ``candidates`` is given, each
        line ``# only ?THING with $NAME`` is replaced by a list of the texts that ``candidates``
        returns for the value of NAME, unless ``candidates`` returns None. Raises QueryError if a
        parameter is unknown, if ``first`` is not a positive whole number, or if a value does not
        match the pattern of its parameter.
        """
        values = self._with_defaults(values)
        text = self.text
        if "first" in values:
            text = _LIMIT.sub(lambda match: match[1] + values["first"], text)
        if candidates is not None:
            text = _ONLY.sub(lambda match: _restriction(match, candidates(values[match[2]])), text)
        return _VALUE.sub(lambda match: quoted_value(values[match[1]]), text)

    def plain_text(self, values: Mapping[str, str], language: str) -> str:
        """Return the query with the values filled in, in a form for readers.

        Its comments begin with the question in ``language`` ("nl" or "en"). The lines that describe
        the query and its parameters are left out. Raises QueryError as ``filled_text`` does.
        """
        body = _DESCRIPTION.sub("", self.filled_text(values))
        return f"# {self.nl if language == 'nl' else self.en}\n{body}"

    def limit(self, values: Mapping[str, str]) -> int | None:
        """Return the limit of the query with ``values``, or None if it has no limit.

        The limit is the maximum number of results. Raises QueryError as ``filled_text`` does.
        """
        first = self._with_defaults(values).get("first")
        return int(first) if first is not None else None

    def _with_defaults(self, values: Mapping[str, str]) -> dict[str, str]:
        defaults = {parameter.name: parameter.default for parameter in self.parameters}
        if unknown := sorted(set(values) - set(defaults)):
            known = ", ".join(defaults) or "none"
            raise QueryError(f"{self.name} has no parameter {unknown[0]}; its parameters: {known}")
        filled = defaults | dict(values)
        if not _WHOLE_NUMBER.fullmatch(filled.get("first", "1")):
            raise QueryError(
                f"{self.name}: first must be a whole number from 1, not {filled['first']!r}"
            )
        for name, expression, meaning in _PATTERN.findall(self.text):
            if not re.fullmatch(expression, filled[name]):
                raise QueryError(f"{self.name}: {name} must be {meaning}, not {filled[name]!r}")
        return filled


def all_queries() -> tuple[NamedQuery, ...]:
    """Return all named queries, sorted by name."""
    return _read_queries(_QUERIES)


def all_recipes() -> tuple[NamedQuery, ...]:
    """Return the recipes of the cookbook, sorted by name.

    Their names differ from those of named queries.
    """
    return _read_queries(_RECIPES)


def named_query(name: str) -> NamedQuery:
    """Return the query with this name. Raises QueryError if there is no such query."""
    queries = all_queries()
    for query in queries:
        if query.name == name:
            return query
    nearest = difflib.get_close_matches(name, [query.name for query in queries], n=3, cutoff=0.8)
    hint = f"did you mean {' or '.join(nearest)}?" if nearest else "see kv2rdf queries"
    raise QueryError(f"there is no query named {name}; {hint}")


def query_list(queries: Iterable[NamedQuery]) -> str:
    """Return the name, question and parameters of each query, as text for the terminal."""
    lines = []
    for query in queries:
        lines.append(f"{query.name}\n    {query.en}\n    {query.nl}")
        lines += [f"    --set {p.name}=… {p.meaning} ({p.default})" for p in query.parameters]
    return "\n".join(lines)


def query_list_as_json(queries: Iterable[NamedQuery]) -> str:
    """Return all fields of each query, including its parameters, as a JSON array."""
    return json.dumps([asdict(query) for query in queries], ensure_ascii=False, indent=2)


@cache
def _read_queries(folder: Path) -> tuple[NamedQuery, ...]:
    texts = {path.stem: path.read_text("utf-8") for path in folder.glob("*.rq")}
    return tuple(_read(name, texts[name]) for name in sorted(texts))


def _read(name: str, text: str) -> NamedQuery:
    head = dict(_HEAD.findall(text))
    dutch = dict(_DUTCH.findall(text))
    return NamedQuery(
        name=name,
        title=head["title"],
        nl=head["nl"],
        en=head["en"],
        group=head["group"],
        parameters=tuple(
            Parameter(name=n, meaning=meaning, nl=dutch[n], default=default)
            for n, meaning, default in _PARAMETER.findall(text)
        ),
        text=text,
    )


def _restriction(line: re.Match[str], addresses: Sequence[str] | None) -> str:
    if addresses is None:
        return line[0]
    if not addresses:
        return f"  VALUES ?{line[1]} {{ }}"
    return f"  VALUES ?{line[1]} {{ {' '.join(f'<{address}>' for address in addresses)} }}"


def quoted_value(value: str) -> str:
    """Return a value as a SPARQL string literal."""
    return f'"{value.translate(_ESCAPES)}"'
