"""The tables of docs/glossary.md that are generated: our terms and all our concepts.

``make generated`` writes them.
"""

from collections.abc import Iterable, Iterator

from tests.ontology_terms import OntologyTerm, concepts, our_terms

BEGIN, END = "<!-- made from the ontology -->\n", "<!-- until here -->\n"
_HEAD = "| Dutch | English | term | meaning |\n|---|---|---|---|\n"
_WORDS_OF_PARLIAMENT = {"Kinds of paper", "Roles", "Activities", "States"}
"""The sections of concepts.ttl that come first. The others are about our own data."""


def updated_glossary(text: str) -> str:
    """Return the text of the page with its generated part replaced."""
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + "".join(_tables()) + "\n" + END + rest.partition(END)[2]


def _tables() -> Iterator[str]:
    yield "\n## Our classes and properties\n\n"
    yield from _table(our_terms())
    yield "\n## Kinds of paper, roles, activities and states\n\n"
    yield from _table(concept for concept in concepts() if concept.section in _WORDS_OF_PARLIAMENT)
    yield "\n## Concepts about the data itself\n\n"
    yield from _table(
        concept for concept in concepts() if concept.section not in _WORDS_OF_PARLIAMENT
    )


def _table(terms: Iterable[OntologyTerm]) -> Iterator[str]:
    yield _HEAD
    for term in sorted(terms, key=lambda term: (term.dutch.casefold(), term.name)):
        yield f"| {term.dutch} | {term.english} | `{term.short}` | {term.meaning} |\n"
