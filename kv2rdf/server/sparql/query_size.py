"""Limits on the size of a query, which are checked before the SPARQL engine parses it.

The time that the engine needs to plan a query grows with the fourth power of the number of triple
patterns. The engine parses nested brackets by recursion, so very deep nesting crashes its process.
"""

from dataclasses import dataclass

from kv2rdf.errors import QueryError
from kv2rdf.query.query_words import Token, tokens

MOST_BYTES = 100_000
_MOST_DEPTH = 200
_MOST_PATTERNS = 100
_OPENING = "{(["
_LIST, _ROWS = "list", "rows"
"""Names for the round bracket of a list (an RDF collection) and the curly bracket of VALUES."""
_PATTERNS_OF_ITEM = 2
_TERMS = frozenset({"address", "name", "variable", "text"})


@dataclass(frozen=True, slots=True)
class QuerySize:
    """The depth of nested brackets in a query, and the number of its triple patterns.

    The number of patterns may be too high by one for each bracket. Each step of a property path is
    counted as a pattern, because it is planned in the same way. Each item of a list in round
    brackets is counted as two patterns: its value, and the rest of the list.
    """

    depth: int
    patterns: int


def query_size(query: str) -> QuerySize:
    """Return the size of a query. Brackets in strings, addresses and comments are not counted."""
    open_brackets: list[str] = []
    depth = patterns = 0
    previous: Token | None = None
    is_after_values = False
    is_start = False  # whether the next term begins a pattern
    for token in tokens(query):
        inner = open_brackets[-1] if open_brackets else ""
        if token.kind == "bracket":
            if token.text in _OPENING:
                patterns += _PATTERNS_OF_ITEM * (inner == _LIST)
                if token.text == "{" and is_after_values:
                    open_brackets.append(_ROWS)
                    is_after_values = False
                else:
                    open_brackets.append(_LIST if _is_list(token, inner, previous) else token.text)
                depth = max(depth, len(open_brackets))
            elif open_brackets:
                open_brackets.pop()
            is_start = token.text in "{[})"
        elif token.text == "/":
            patterns += 1
        elif inner == _LIST:
            patterns += _PATTERNS_OF_ITEM * _is_term(token)
        elif token.text.upper() == "VALUES":
            is_after_values, is_start = True, False
        elif inner in ("", "("):
            pass
        elif token.kind == "mark":
            is_start = True
        else:
            patterns += is_start and _is_term(token)
            is_start = False
        previous = token
    return QuerySize(depth, patterns)


def check_query_size(query: str) -> None:
    """Raise QueryError if a query is too long or too deeply nested, or has too many patterns."""
    if (size := len(query.encode())) > MOST_BYTES:
        raise QueryError(f"the query has {size:,} bytes; at most {MOST_BYTES:,} are allowed")
    size_of_parts = query_size(query)
    if size_of_parts.depth > _MOST_DEPTH:
        raise QueryError(
            f"the brackets of the query nest {size_of_parts.depth:,} deep;"
            f" at most {_MOST_DEPTH} are allowed"
        )
    if size_of_parts.patterns > _MOST_PATTERNS:
        raise QueryError(
            f"the query has {size_of_parts.patterns:,} triple patterns and steps of paths;"
            f" at most {_MOST_PATTERNS} are allowed"
        )


def _is_list(bracket: Token, inner: str, previous: Token | None) -> bool:
    """Whether a bracket inside the bracket ``inner`` may begin a list.

    A bracket after a word, such as FILTER or the name of a function, does not begin a list. A
    bracket of a property path is not distinguished from that of a list.
    """
    is_after_word = previous is not None and previous.kind == "word" and not _is_term(previous)
    return bracket.text == "(" and inner in ("{", "[", _LIST) and not is_after_word


def _is_term(token: Token) -> bool:
    return token.kind in _TERMS or token.text == "a" or token.text[0].isdigit()
