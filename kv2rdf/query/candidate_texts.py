"""The texts that may contain certain words, also as parts of longer words."""

import re

from kv2rdf.query.found_texts import Rows
from kv2rdf.query.search_grammar import quoted_phrase
from kv2rdf.release.search_words import search_words

_ADDRESSES = "SELECT address FROM text WHERE text MATCH :query LIMIT :limit"
_TERMS = "SELECT term FROM word WHERE term LIKE :like LIMIT :limit"
_MAX_TERMS = 2_000
_MAX_TEXTS = 20_000
_WORD = re.compile(r"\w+")


def candidate_addresses(rows: Rows, words: str) -> tuple[str, ...] | None:
    """Return the addresses of all texts that may contain ``words``.

    ``rows`` returns the rows of an SQL query. Return None if there are too many of these texts, or
    if ``words`` contains no word.
    """
    plain = search_words(words)
    matches = list(_WORD.finditer(plain))
    if not matches:
        return None
    conditions = []
    for match in matches:
        before = "%" if match.start() == 0 else ""
        after = "%" if match.end() == len(plain) else ""
        terms = [
            term
            for (term,) in rows(
                _TERMS, {"like": f"{before}{match[0]}{after}", "limit": _MAX_TERMS + 1}
            )
        ]
        if len(terms) <= _MAX_TERMS:
            listed = " OR ".join(map(quoted_phrase, terms)) or quoted_phrase(match[0])
            conditions.append(f"({listed})")
    if not conditions:
        return None
    texts = rows(_ADDRESSES, {"query": " AND ".join(conditions), "limit": _MAX_TEXTS + 1})
    return tuple(sorted(address for (address,) in texts)) if len(texts) <= _MAX_TEXTS else None
