"""A description of an error in the syntax of a query, and its position."""

import difflib
import re
from collections.abc import Mapping

from kv2rdf.query.query_algebra import UnreadableQueryError, query_algebra
from kv2rdf.query.query_words import token_places, tokens

_KEYWORDS = frozenset(
    re.findall(
        r"\w+",
        """
        A ABS ADD ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT
        CONTAINS COUNT DATATYPE DAY DEFAULT DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE
        FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN IRI ISBLANK ISIRI
        ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH
        NAMED NOT NOW OFFSET OPTIONAL ORDER PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM
        SAMPLE SECONDS SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER
        STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TRUE TZ
        UCASE UNDEF UNION URI UUID VALUES WHERE YEAR
        """,
    )
)
_FORMS = "SELECT, CONSTRUCT, DESCRIBE or ASK"
_PREFIX = re.compile(r"Unknown namespace prefix : (\S*)")
_QUOTE = re.compile("[\"']")
_PAIRS = {"}": "{", ")": "(", "]": "["}
_MAX_EXCERPT = 30


def syntax_problem(query: str, prefixes: Mapping[str, str]) -> str | None:
    """Return a description of the error in a query, and its position.

    Return None if no error can be located.

    The description points out an unknown prefix, a word that is similar to a SPARQL keyword, a
    quotation mark that is not closed, or an unpaired bracket. If there is none of these, the
    position is the one at which rdflib could not continue.
    """
    try:
        query_algebra(query, prefixes)
    except UnreadableQueryError as error:
        if found := _PREFIX.match(error.message):
            return _unknown_prefix(query, found[1], prefixes)
        if error.place is None:
            return None
        return _problem(query, error)
    return None


def _problem(query: str, error: UnreadableQueryError) -> str:
    place = min(error.place or 0, len(query))
    if misspelt := _misspelt_word(query):
        return misspelt
    if unpaired := _unclosed_quote(query) or _unpaired_bracket(query):
        return unpaired
    rest = query[place:].strip()
    if not rest:
        return f"{_position(query, place)}: the query ends before it is complete"
    excerpt = rest.split("\n", 1)[0]
    shown = excerpt if len(excerpt) <= _MAX_EXCERPT else excerpt[:_MAX_EXCERPT].rstrip() + "…"
    expected = f"; a query begins with {_FORMS}" if "|" in error.message else ""
    if re.match(r"(?i)(count|sum|min|max|avg|sample|group_concat)\b", rest):
        expected = "; an expression in SELECT is written (COUNT(?x) AS ?name)"
    return f"{_position(query, place)}: cannot read {shown!r}{expected}"


def _position(query: str, place: int) -> str:
    line = query.count("\n", 0, place) + 1
    return f"line {line}, column {place - query.rfind(chr(10), 0, place)}"


def _misspelt_word(query: str) -> str | None:
    """Return a sentence about the first word that is similar to a keyword, or None.

    Words that are keywords of SPARQL themselves are skipped.
    """
    for token in tokens(query):
        if token.kind != "word" or token.text.upper() in _KEYWORDS or token.text[0].isdigit():
            continue
        if similar := difflib.get_close_matches(token.text.upper(), sorted(_KEYWORDS), 1, 0.75):
            where = _position(query, token.place)
            return f"{where}: there is no word {token.text} in SPARQL; did you mean {similar[0]}?"
    return None


def _unclosed_quote(query: str) -> str | None:
    """Return a sentence about the first quotation mark that is not closed, or None."""
    end = 0
    for start, next_end in (*token_places(query), (len(query), len(query))):
        if mark := _QUOTE.search(query, end, start):
            return f"{_position(query, mark.start())}: this {mark[0]} is not closed"
        end = next_end
    return None


def _unpaired_bracket(query: str) -> str | None:
    """Return a sentence about an unpaired bracket, or None if all brackets are paired."""
    opened: list[tuple[str, int]] = []
    for token in tokens(query):
        if token.kind != "bracket":
            continue
        if token.text in _PAIRS.values():
            opened.append((token.text, token.place))
        elif opened and opened[-1][0] == _PAIRS[token.text]:
            opened.pop()
        elif opened:
            break
        else:
            return f"{_position(query, token.place)}: {token.text} without {_PAIRS[token.text]}"
    if not opened:
        return None
    bracket, place = opened[-1]
    return f"{_position(query, place)}: this {bracket} is not closed"


def _unknown_prefix(query: str, prefix: str, prefixes: Mapping[str, str]) -> str:
    place = next((t.place for t in tokens(query) if t.text.startswith(f"{prefix}:")), 0)
    similar = difflib.get_close_matches(prefix, sorted(prefixes), n=1)
    hint = f"did you mean {similar[0]}:?" if similar else "declare it with PREFIX"
    return f"{_position(query, place)}: the prefix {prefix}: is not known; {hint}"
