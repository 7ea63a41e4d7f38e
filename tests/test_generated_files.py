"""The generated files that are committed are up to date."""

import pytest

from tests.concept_lists import updated_concept_lists
from tests.every_case import every_case
from tests.generated_files import GENERATED
from tests.ontology_terms import ROOT


@every_case("name", GENERATED)
def test_a_generated_file_is_current(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert GENERATED[name](text) == text, "run `make generated`, and check what changed"


def test_a_list_names_every_concept_of_its_scheme() -> None:
    head = "    # Generated: all of c:lidmaatschappen except c:ambtsdrager.\n"
    full = head + "    sh:in ( c:lid-van-de-fractie c:lid-van-de-kamer c:lid-van-de-partij ) ;\n"
    assert updated_concept_lists(head + "    sh:in ( c:x\n ) ;\n") == full
    with pytest.raises(ValueError, match="no concepts in c:nergens"):
        updated_concept_lists("    # Generated: all of c:nergens.\n    sh:in ( c:x ) ;\n")
