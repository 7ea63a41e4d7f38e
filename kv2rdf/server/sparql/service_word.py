"""The word SERVICE, with which a query would send a part of itself to another server.

It is not enough to look for the word with a tokenizer of our own: the engine may read a query
differently. For example, ``FILTER(1<2)SERVICE#>`` has an address for a tokenizer, but the engine
finds a comparison and the word SERVICE. So the engine gets no text with these letters at all. In
strings and addresses, where SPARQL has escapes, the first letter is written as an escape. Comments
are left out. Anywhere else, the query is refused.
"""

import re

from kv2rdf.errors import QueryError
from kv2rdf.query.query_words import tokens

_LETTERS = re.compile("service", re.IGNORECASE)
_COMMENT = re.compile(r"#[^\n\r]*")
_WITH_ESCAPES = frozenset({"address", "text"})


def query_without_service(query: str) -> str:
    """Return a query that means the same, in which the letters of SERVICE are nowhere.

    Raises QueryError if the query has them in a word, a variable or a name with a prefix.
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
            "SERVICE is not allowed: this server asks no other servers. No variable and no name"
            " with a prefix may contain this word either; an address in <…> may"
        )
    return safe


def _with_escape(letters: re.Match[str]) -> str:
    return f"\\u{ord(letters[0][0]):04X}{letters[0][1:]}"
