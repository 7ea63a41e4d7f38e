"""The removal of the keyword SERVICE, with which a query could send requests to other servers.

Searching for the keyword with our own tokenizer is not sufficient, because the engine may tokenize
a query differently. For example, in ``FILTER(1<2)SERVICE#>``, a tokenizer may find an address where
the engine finds a comparison and the keyword SERVICE. For this reason, the sequence of letters
SERVICE is never passed to the engine. In strings and addresses, where SPARQL allows escapes, the
first letter is escaped. Comments are removed. If the letters occur anywhere else, the query is
refused.
"""

import re

from kv2rdf.errors import QueryError
from kv2rdf.query.query_words import tokens

_LETTERS = re.compile("service", re.IGNORECASE)
_COMMENT = re.compile(r"#[^\n\r]*")
_WITH_ESCAPES = frozenset({"address", "text"})


def query_without_service(query: str) -> str:
    """Return an equivalent query that does not contain the sequence of letters SERVICE anywhere.

    Raises QueryError if the letters are in a keyword, a variable or a prefixed name.
    """
    if not _LETTERS.search(query):
        return query
    parts, end = [], 0
    for token in tokens(query):
        parts.append(_COMMENT.sub(" ", query[end : token.place]))
        end = token.place + len(token.text)
        escaped = token.kind in _WITH_ESCAPES
        parts.append(_LETTERS.sub(_with_escape, token.text) if escaped else token.text)
    parts.append(_COMMENT.sub(" ", query[end:]))
    safe = "".join(parts)
    if _LETTERS.search(safe):
        raise QueryError(
            "SERVICE is not allowed: this server queries no other servers. No variable and no name"
            " with a prefix may contain this word either; an address in <…> may"
        )
    return safe


def _with_escape(letters: re.Match[str]) -> str:
    return f"\\u{ord(letters[0][0]):04X}{letters[0][1:]}"
