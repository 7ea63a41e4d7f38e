"""The lists in the shapes that name every concept of a scheme, made from ontology/concepts.ttl.

The comment above such a list names the scheme and, after ``except``, the concepts that are left
out. ``make generated`` writes the lists.
"""

import re
import textwrap

from rdflib import SKOS, Graph, URIRef

from tests.ontology_terms import ROOT

_CONCEPTS = "https://w3id.org/kamervragen/id/begrip/"
_LIST = re.compile(
    r"(?P<comment>    # Generated: all of c:(?P<scheme>[\w-]+)"
    r"(?: except c:(?P<except>[\w-]+))?\.\n)"
    r"    sh:in \([^)]*\) ;\n"
)


def updated_concept_lists(text: str) -> str:
    """Return the text of a file of shapes with these lists replaced."""
    concepts = Graph().parse(ROOT / "ontology" / "concepts.ttl")

    def updated(found: re.Match[str]) -> str:
        members = concepts.subjects(SKOS.inScheme, URIRef(_CONCEPTS + found["scheme"]))
        names = {str(member).removeprefix(_CONCEPTS) for member in members} - {found["except"]}
        if not names:
            raise ValueError(f"there are no concepts in c:{found['scheme']}")
        return found["comment"] + _list(sorted(names))

    return _LIST.sub(updated, text)


def _list(names: list[str]) -> str:
    text = " ".join(f"c:{name}" for name in names)
    lines = textwrap.wrap(text, 90, break_on_hyphens=False, break_long_words=False)
    if len(lines) == 1:
        return f"    sh:in ( {text} ) ;\n"
    return "    sh:in (\n" + textwrap.indent("\n".join(lines), " " * 8) + "\n    ) ;\n"
