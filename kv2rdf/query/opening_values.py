"""Values that occur in the release, for the parameters of named queries.

The page of a named query shows these values when it is first opened. The defaults in the files of
the queries are examples from the release that is built from seeds/kamervragen. In a release that
does not contain them, the results would be empty.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from kv2rdf.query.named_queries import NamedQuery, Parameter, quoted_value
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of

_NEW_CASES, _EXAMPLES = 1_000, 50
"""How many of the newest cases are examined, and from how many of them values are taken.

Values are taken only from cases that were answered.
"""
_ANSWERED = "SELECT ?case WHERE { VALUES ?case { $cases } ?case kv:state c:beantwoord }"
_WORD = re.compile(r"\w+")
_FILES = Path(__file__).parent / "examples"
"""Two queries for each parameter for an entity.

``NAME-occurs`` has a result if the default, $default, occurs in the release. ``NAME-example`` finds
a value that occurs in the release, if possible in one of the newest cases, $cases.
"""


def opening_values(query: NamedQuery, release: Release) -> Mapping[str, str]:
    """Return a value for each parameter of a query.

    The value of a parameter is its default, with one exception. If the parameter is for an entity
    or for words in a text, and its default does not occur in the release, a value that does occur
    is returned instead, if possible from one of the newest cases. Raises ReleaseError if the
    release cannot be read.
    """
    return {
        parameter.name: _opening_value(release, parameter) or parameter.default
        for parameter in query.parameters
    }


def _opening_value(release: Release, parameter: Parameter) -> str | None:
    """Return a value that replaces the default, or None if the default is used.

    The value occurs in the release.
    """
    if not parameter.default:
        return None
    if parameter.name == "words":
        candidates = release.candidates(parameter.default)
        return None if candidates is None or candidates else _longest_word(release)
    occurs = _FILES / f"{parameter.name}-occurs.rq"
    if not occurs.exists():
        return None
    query = occurs.read_text(encoding="utf-8").replace("$default", quoted_value(parameter.default))
    return None if rows_of(release.query(query)) else _first_value(release, parameter.name)


def _longest_word(release: Release) -> str | None:
    """Return the longest word in a question of one of the newest cases, or None."""
    return max(_WORD.findall(_first_value(release, "words") or ""), key=len, default=None)


def _first_value(release: Release, name: str) -> str | None:
    """Return an example for the parameter ``name`` from the newest answered cases, or None."""
    new = [found.address for found in release.found_cases(first=_NEW_CASES).cases]
    listed = " ".join(f"<{address}>" for address in new)
    answered = {case for (case,) in rows_of(release.query(_ANSWERED.replace("$cases", listed)))}
    cases = " ".join([f"<{address}>" for address in new if address in answered][:_EXAMPLES])
    query = (_FILES / f"{name}-example.rq").read_text(encoding="utf-8").replace("$cases", cases)
    return next((value for (value,) in rows_of(release.query(query))), None)
