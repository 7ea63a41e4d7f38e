"""The files that are generated from other files of the project, and committed.

``make generated`` writes them. The constants of the vocabulary are written first, by
``tests.vocabulary_code``, because the modules that this one imports use them.
"""

from collections.abc import Callable, Mapping
from typing import Final

from kv2rdf.reference.jsonld_context import context, context_json, shipped_ontology
from tests.architecture_page import updated_architecture
from tests.cli_page import help_page
from tests.concept_lists import updated_concept_lists
from tests.glossary_page import updated_glossary
from tests.graph_rules_file import updated_rules
from tests.house.picture import house_svg
from tests.ontology_terms import ROOT
from tests.ontology_versions import updated_versions
from tests.properties_page import properties_page
from tests.query_hints import hints_json
from tests.tables_page import updated_page
from tests.vocabulary_code import borrowed_code, our_code

GENERATED: Final[Mapping[str, Callable[[str], str]]] = {
    "kv2rdf/rdf/vocabulary/ours.py": lambda _: our_code(),
    "kv2rdf/rdf/vocabulary/borrowed_terms.py": lambda _: borrowed_code(),
    "shapes/graphs.ttl": updated_rules,
    "shapes/activity.ttl": updated_concept_lists,
    "shapes/document.ttl": updated_concept_lists,
    "shapes/dossier.ttl": updated_concept_lists,
    "shapes/finding.ttl": updated_concept_lists,
    "shapes/register.ttl": updated_concept_lists,
    "shapes/statistics.ttl": updated_concept_lists,
    "tests/ontology_versions.txt": updated_versions,
    "kv2rdf/query/hints.json": lambda _: hints_json(),
    "ontology/context.jsonld": lambda _: context_json(context(shipped_ontology())),
    "docs/glossary.md": updated_glossary,
    "docs/properties.md": lambda _: properties_page(),
    "docs/tables.md": updated_page,
    "docs/architecture.md": updated_architecture,
    "docs/architecture.svg": lambda _: house_svg(),
    "docs/cli.md": lambda _: help_page(),
}
"""Maps each file to a function that takes its present text and returns the correct text."""


def write_generated_files() -> None:
    """Rewrite every generated file."""
    for name, current_text in GENERATED.items():
        path = ROOT / name
        path.write_text(current_text(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write_generated_files()
