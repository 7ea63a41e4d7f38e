"""The lists of classes and properties in shapes/graphs.ttl, from ``ks:allowedIn`` in the ontology.

``make generated`` writes them.
"""

import re
import textwrap
from collections.abc import Iterable

from tests.ontology_terms import OntologyTerm, borrowed_terms, our_terms

_RULE = re.compile(
    r"^(?P<head>ks:(?P<kind>\w+) a ks:GraphRule ;\n    rdfs:label .+ ;\n)(?:    .+\n)+",
    re.MULTILINE,
)


def updated_rules(text: str) -> str:
    """Return the text of the file with the lists of each kind of graph replaced."""
    return _RULE.sub(lambda rule: rule["head"] + _lists(rule["kind"]), text)


def _lists(kind: str) -> str:
    terms = [term for term in (*our_terms(), *borrowed_terms()) if kind in term.allowed_in]
    describes = _list("ks:describes", (term for term in terms if term.is_class))
    holds = _list("ks:holds", (term for term in terms if not term.is_class))
    return f"{describes} ;\n{holds} .\n"


def _list(predicate: str, terms: Iterable[OntologyTerm]) -> str:
    text = f"{predicate} {', '.join(term.short for term in terms)}"
    lines = textwrap.wrap(text, 90, break_on_hyphens=False, break_long_words=False)
    return textwrap.indent("\n    ".join(lines), "    ")
