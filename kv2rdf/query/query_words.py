"""The keywords of a SPARQL query, which show what the query asks for before it is run."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
      \#[^\n\r]*                                             # a comment
    | <[^<>"{}|^`\\\x00-\x20]*>                              # an address
    | \"{3}(?:[^\\]|\\.)*?\"{3} | '{3}(?:[^\\]|\\.)*?'{3}    # texts
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | [?$]\w+ | @[\w-]+                                      # a variable, a language
    | [\w.-]*:[\w.:%\\-]*                                    # an address with a prefix
    | (?P<word>\w+)
    """,
    re.VERBOSE | re.DOTALL,
)
_DATASET = re.compile(r"\bFROM\b", re.IGNORECASE)
_PROLOGUE = {"PREFIX", "BASE", "VERSION"}
_UPDATES = {
    "INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH",
}  # fmt: skip


def has_dataset(query: str) -> bool:
    """Whether a query selects graphs with FROM or FROM NAMED."""
    return _DATASET.search(query) is not None and "FROM" in _words(query)


def has_service(query: str) -> bool:
    """Whether a query sends a part of itself to another SPARQL service (``SERVICE``)."""
    return "SERVICE" in _words(query)


def is_update(query: str) -> bool:
    """Whether a query would change the store."""
    return next((word for word in _words(query) if word not in _PROLOGUE), "") in _UPDATES


def _words(query: str) -> Iterator[str]:
    """Yield the words in capitals, without those in strings, addresses, names and comments."""
    for match in _TOKEN.finditer(query):
        if match["word"]:
            yield match["word"].upper()
