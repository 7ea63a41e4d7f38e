"""The search language, and its translation into queries of the text index.

A search consists of words, phrases in quotes, and operators in capitals::

    search = group { "OR" group }
    group  = item { [ "AND" ] item }
    item   = [ "NOT" ] ( near | "(" search ")" )
    near   = phrase [ "NEAR" [ "/" distance ] phrase ]
    phrase = ( word | quote words quote ) [ "*" ]

All items of a group must be in one text, except those after NOT, which must not be in it. NEAR
requires two phrases in any order with at most ``distance`` words between them, or at most 10 if no
distance is given. A ``*`` matches any ending of the word before it. A word with punctuation, such
as "procureur-generaal", is a phrase of its parts.
"""

from kv2rdf.query.search_tokens import SearchToken, search_error, search_tokens
from kv2rdf.release.search_words import is_unusual, search_words

_MAX_DEPTH = 20
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), " ")


def index_query(search: str) -> str:
    """Return the SQLite FTS5 query for a search.

    Raises QueryError if the search does not follow the grammar. The message describes the problem
    and shows its position.
    """
    return _Parser(search).whole_query()


def quoted_phrase(phrase: str) -> str:
    """Return a phrase in quotes, in which FTS5 interprets nothing except a final ``*``."""
    star = "*" if phrase.endswith("*") else ""
    escaped = phrase.removesuffix("*").replace('"', '""').replace("\0", " ")
    return f'"{escaped.translate(_SURROGATES)}"{star}'


class _Parser:
    """A recursive-descent parser of a search."""

    def __init__(self, search: str) -> None:
        self._search = search
        self._tokens = tuple(search_tokens(search))
        self._place = 0
        self._depth = 0

    def whole_query(self) -> str:
        query = self._any_of()
        if self._next.kind == ")":
            raise self._error("this bracket has no opening bracket", self._next)
        return query

    def _any_of(self) -> str:
        groups = [self._all_of()]
        while self._has_taken("OR"):
            groups.append(self._all_of())
        return f"({' OR '.join(groups)})" if len(groups) > 1 else groups[0]

    def _all_of(self) -> str:
        first = self._next
        wanted: list[str] = []
        unwanted: list[str] = []
        while True:
            items = unwanted if self._has_taken("NOT") else wanted
            items.append(self._item())
            if not self._has_taken("AND") and self._next.kind in {"", "OR", ")"}:
                break
        if not wanted:
            raise self._error("a word that must be in the text is needed besides NOT", first)
        query = f"({' AND '.join(wanted)})" if len(wanted) > 1 else wanted[0]
        return f"({query} NOT ({' OR '.join(unwanted)}))" if unwanted else query

    def _item(self) -> str:
        opening = self._next
        if self._has_taken("("):
            return self._in_brackets(opening)
        first, near = self._phrase(), self._next
        if not self._has_taken("NEAR"):
            return _phrase_query(first)
        second = self._phrase()
        if self._next.kind == "NEAR":
            raise self._error("NEAR needs two words or phrases, not three", self._next)
        phrases = " ".join(quoted_phrase(_indexed_words(phrase)) for phrase in (first, second))
        return f"NEAR({phrases}, {near.distance})"

    def _in_brackets(self, opening: SearchToken) -> str:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise self._error(f"more than {_MAX_DEPTH} brackets are open", opening)
        query = self._any_of()
        if not self._has_taken(")"):
            raise self._error("the ) for this bracket is missing", opening)
        self._depth -= 1
        if self._next.kind == "NEAR":
            raise self._error("NEAR needs words or phrases, not brackets", self._next)
        return query

    def _phrase(self) -> str:
        token = self._next
        if not self._has_taken("phrase"):
            before = self._tokens[self._place - 1].kind if self._place else ""
            after = f" after {before}" if before else ""
            raise self._error(f"a word or a phrase is missing{after}", token)
        return token.text

    @property
    def _next(self) -> SearchToken:
        return self._tokens[self._place]

    def _has_taken(self, kind: str) -> bool:
        """Skip the next token if it is of the given kind, and return whether it was skipped."""
        is_next = self._next.kind == kind
        self._place += is_next
        return is_next

    def _error(self, problem: str, token: SearchToken) -> Exception:
        return search_error(problem, self._search, token.start)


def _phrase_query(phrase: str) -> str:
    """Return the query for a phrase.

    The query matches the indexed words of the phrase. If the phrase contains unusual characters,
    the query also matches the phrase as typed. Only a match of the phrase as typed shows where in
    the text such a phrase occurs.
    """
    words = quoted_phrase(_indexed_words(phrase))
    return f"({words} OR {quoted_phrase(phrase)})" if is_unusual(phrase) else words


def _indexed_words(phrase: str) -> str:
    star = "*" if phrase.endswith("*") else ""
    return search_words(phrase).strip() + star
