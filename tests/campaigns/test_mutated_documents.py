"""A small round of the campaign on mutated documents, and its mutants."""

from random import Random

import pytest

from tests.campaigns import mutated_documents
from tests.campaigns.document_mutators import NUMBER_OF_MUTATORS, mutant
from tests.kvr_document import document


@pytest.mark.long
@pytest.mark.corpus
def test_a_small_round_of_the_campaign_finds_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert mutated_documents.main(["60", "15"]) == 0
    assert "'tracebacks'" not in capsys.readouterr().out


def test_a_seed_draws_the_same_mutants_again() -> None:
    xml, other = document().encode(), document(questions="<vraag>Zo?</vraag>").encode()
    drawn, again = ([mutant(xml, other, Random(n)) for n in range(40)] for _ in range(2))
    assert drawn == again
    assert len(set(drawn)) > NUMBER_OF_MUTATORS // 2
