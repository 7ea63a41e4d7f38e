"""The generated files that are committed are current."""

import pytest

from tests.generated_files import GENERATED
from tests.ontology_terms import ROOT


@pytest.mark.parametrize("name", GENERATED)
def test_a_generated_file_is_current(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert GENERATED[name](text) == text, "run `make generated`, and check what changed"
