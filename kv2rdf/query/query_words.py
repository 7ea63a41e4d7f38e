"""The tokens of a SPARQL query, found without running the query."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kv2rdf.rdf.terms import Iri

_TOKEN = re.compile(
    r"""
      \#[^\n\r]*                                             # a comment
    | (?P<address><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<text>\"{3}(?:[^\\]|\\.)*?\"{3} | '{3}(?:[^\\]|\\.)*?'{3})
    | (?P<open_text>(?:\"{3}|'{3}).*)                        # a string that is not closed
    | (?P<short_text>"(?:[^"\\\n\r]|\\.)*+" | '(?:[^'\\\n\r]|\\.)*+')
    | (?P<open_short_text>"(?:[^"\\\n\r]|\\.)*+ | '(?:[^'\\\n\r]|\\.)*+)
    | (?P<variable>[?$]\w+) | @[\w-]+ | \d*\.\d+             # … a language, a number
    | (?P<name>[\w.-]{0,99}:(?:[\w:%-]|\\.|\.(?=[\w:%-]))*)  # an address with a prefix
    | (?P<word>\w+)
    | (?P<bracket>[{}()\[\]])
    | (?P<mark>[.;,/])
    """,
    re.VERBOSE | re.DOTALL,
)
"""The pattern of a token. The time for matching a query is linear in the length of the query.

For this reason, a string that is not closed also counts as a token, and prefixes have a maximum
length.
"""

_CASE_NUMBER = re.compile(r"\d{4}Z\d{5}|[23]\d{9}|(?:kv|ah)-[te]k-[\dZ-]+")
_KINDS = {"short_text": "text"}
_OPEN = {"open_text", "open_short_text"}
_DATASET = re.compile(r"\bFROM\b", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(.)")
_PROLOGUE = {"PREFIX", "BASE", "VERSION"}
_UPDATES = {
    "INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a query, such as an address, a word or a punctuation mark.

    ``kind`` is "address", "text" (a string), "variable", "name" (a prefixed name), "word",
    "bracket" or "mark" (a punctuation mark). ``place`` is the number of characters before the
    token.
    """

    kind: str
    text: str
    place: int


@dataclass(frozen=True, slots=True)
class UsedName:
    """An address in a query. ``written`` is the address as written, such as ``kv:text``."""

    written: str
    address: Iri


def is_case_number(text: str) -> bool:
    """Whether a text has the form of the number of a case or paper."""
    return _CASE_NUMBER.fullmatch(text) is not None


def has_dataset(query: str) -> bool:
    """Whether a query selects graphs with FROM or FROM NAMED."""
    return _DATASET.search(query) is not None and "FROM" in words(query)


def has_service(query: str) -> bool:
    """Whether a query calls another SPARQL service (``SERVICE``)."""
    return "SERVICE" in words(query)


def is_sorted(query: str) -> bool:
    """Whether the outer query has an ORDER BY clause. The clauses of sub-SELECTs are ignored."""
    return "ORDER" in _outer_words(query)


def has_limit(query: str) -> bool:
    """Whether the outer query has a LIMIT clause. The clauses of sub-SELECTs are ignored."""
    return "LIMIT" in _outer_words(query)


def is_update(query: str) -> bool:
    """Whether a query would change the store."""
    return query_form(query) in _UPDATES


def query_form(query: str) -> str:
    """Return the form of a query, such as SELECT, or "" if it has none."""
    return next((word for word in words(query) if word not in _PROLOGUE), "")


def tokens(query: str) -> Iterator[Token]:
    """Yield the tokens of a query in order. Comments, white space and language tags are skipped."""
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup
        if kind and kind not in _OPEN:
            yield Token(_KINDS.get(kind, kind), match[0], match.start())


def token_places(query: str) -> tuple[tuple[int, int], ...]:
    """Return the start and end offsets of each token, comment and language tag, in order."""
    matches = _TOKEN.finditer(query)
    return tuple(match.span() for match in matches if match.lastgroup not in _OPEN)


def words(query: str) -> Iterator[str]:
    """Yield each word of a query, converted to upper case.

    Strings, addresses, names and comments are skipped.
    """
    return (token.text.upper() for token in tokens(query) if token.kind == "word")


def _outer_words(query: str) -> Iterator[str]:
    """Yield each word outside braces, in upper case."""
    depth = 0
    for token in tokens(query):
        if token.text in {"{", "}"}:
            depth += 1 if token.text == "{" else -1
        elif token.kind == "word" and depth == 0:
            yield token.text.upper()


def texts(query: str) -> tuple[str, ...]:
    """Return the strings in a query without their quotes, in order."""
    quoted = (token.text for token in tokens(query) if token.kind == "text")
    return tuple(text[3:-3] if text[:3] in {'"""', "'''"} else text[1:-1] for text in quoted)


def used_names(query: str, prefixes: Mapping[str, str]) -> tuple[UsedName, ...]:
    """Return the addresses and prefixed names in a query, in order and without duplicates.

    ``prefixes`` contains the predefined prefixes. Names with unknown prefixes are left out, as are
    the addresses of the prefixes themselves.
    """
    known, found = dict(prefixes), {}
    declared, previous = None, ""
    for token in tokens(query):
        if token.kind == "name" and previous == "PREFIX":
            declared = token.text.removesuffix(":")
        elif token.kind == "address" and declared is not None:
            known[declared], declared = token.text[1:-1], None
        elif token.kind == "address" and previous != "BASE":
            found[token.text] = UsedName(token.text, Iri(token.text[1:-1]))
        elif token.kind == "name":
            prefix, _, rest = token.text.partition(":")
            if prefix in known:
                local = _ESCAPE.sub(r"\1", rest)
                found[token.text] = UsedName(token.text, Iri(known[prefix] + local))
        previous = token.text.upper()
    return tuple(found.values())
