"""The insertion of fixed words into templates when they are compiled."""

from collections.abc import Iterator

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import escape

from kv2rdf.reference.page_words import PageWords

_TOKENS = (
    ("variable_begin", None),
    ("name", "t"),
    ("lparen", None),
    ("string", None),
    ("rparen", None),
    ("variable_end", None),
)
"""The tokens of fixed words in a template, such as ``{{ t("cite") }}``."""


def filled_templates(templates: Environment, words: PageWords) -> Environment:
    """Return templates with the fixed words of one language inserted.

    This makes pages faster, because these words are not looked up for each page. Compiling a
    template raises KeyError if its words are not in the table of messages.
    """

    class FixedWords(Extension):
        def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
            return _filled(list(stream), words)

    return templates.overlay(extensions=[FixedWords])


def _filled(tokens: list[Token], words: PageWords) -> Iterator[Token]:
    place = 0
    while place < len(tokens):
        found = tokens[place : place + len(_TOKENS)]
        if _are_fixed_words(found):
            yield Token(found[0].lineno, "data", str(escape(words.text(found[3].value))))
            place += len(found)
        else:
            yield tokens[place]
            place += 1


def _are_fixed_words(tokens: list[Token]) -> bool:
    return len(tokens) == len(_TOKENS) and all(
        token.type == type_ and value in (None, token.value)
        for token, (type_, value) in zip(tokens, _TOKENS, strict=True)
    )
