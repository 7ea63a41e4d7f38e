"""The conversion of errors of the SPARQL engine to messages for users."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.query.query_words import has_service, is_update

_SYNTAX_ERROR = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)")
_CHARACTERS = re.compile(r"\[[^\]]*\]")
_SENTENCE = re.compile(r"(?:^|, )([A-Z]\w+(?: \w+)+)(?=,|$)")
_NOT_VALID = "the query is not valid up to here; is a variable bound twice?"
_IN_OTHER_WORDS = {
    "The SELECT contains a variable that is unbound":
        "a variable in SELECT is neither in GROUP BY nor in an aggregate such as (MIN(?x) AS ?y)",
    "Duplicated variable name in SELECT": "a variable is twice in SELECT",
    "The SELECT overrides an existing variable using an expression":
        "the name after AS is already a variable of the query",
    "IRI parsing failed": "an address before here is not valid: it needs http:// or a prefix",
}  # fmt: skip
"""The messages of the store, mapped to the messages that are shown instead."""


@contextmanager
def explained_engine_errors(query: str, prefixes: Mapping[str, str]) -> Iterator[None]:
    """Return a context in which errors of the engine become QueryError or ReleaseError.

    A QueryError states why the query cannot be run. A ReleaseError is raised if the store cannot be
    read. ``prefixes`` contains the predefined prefixes.
    """
    try:
        yield
    except (SyntaxError, ValueError) as error:
        if is_update(query):
            raise QueryError("the query cannot be run: it would change the release") from error
        from kv2rdf.query.syntax_problem import syntax_problem  # noqa: PLC0415 - loads rdflib

        problem = syntax_problem(query, prefixes) or _problem(error)
        raise QueryError(f"the query cannot be run: {problem}") from error
    except RecursionError as error:
        raise QueryError("the result is nested too deeply") from error
    except (OSError, RuntimeError) as error:
        if has_service(query):
            raise QueryError(f"the query cannot be run: its SERVICE failed: {error}") from error
        raise ReleaseError(f"the store cannot be read: {error}") from error


def _problem(error: Exception) -> str:
    """Return a short message for an error that the store reports in a query.

    The store's list of all tokens that could follow is left out.
    """
    text = " ".join(str(error).split())
    if not (found := _SYNTAX_ERROR.fullmatch(text)):
        return text
    sentence = next(iter(_SENTENCE.findall(_CHARACTERS.sub("", found[3]))), _NOT_VALID)
    return f"line {found[1]}, column {found[2]}: {_IN_OTHER_WORDS.get(sentence, sentence)}"
