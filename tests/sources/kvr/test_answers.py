"""The notice of a KVR document, and the copy of it behind the explanation."""

import pytest

from kv2rdf.model.paper import Paper
from tests.kvr_document import notice
from tests.papers import one

TOLD = "Mededeling van minister Voorbeeld (Marktzaken). (Ontvangen 23 februari 2005) Ik zal later"
ASKED = "Deze vragen vullen andere aan."


def explained(explanation: str) -> Paper:
    """Give a paper with a notice, and this explanation."""
    written = notice(TOLD).replace(
        "<antwoorden", f"<toelichting>{explanation}</toelichting><antwoorden"
    )
    return one(written)


@pytest.mark.parametrize(
    ("explanation", "left"),
    [
        (f"{ASKED} Mededeling {TOLD}", ASKED),
        (f"{ASKED} {TOLD}", ASKED),
        (f"{ASKED} {TOLD.replace(' ', '  ').replace('.', ' .')} antwoorden", ASKED),
        (f"{ASKED} {TOLD[:40]}", ASKED),
        (f"{ASKED} Mededeling van minister B staat hier; {TOLD}",
         f"{ASKED} Mededeling van minister B staat hier;"),
        (TOLD, None),
    ],
)  # fmt: skip
def test_a_copy_of_the_notice_is_left_out_of_the_explanation(
    explanation: str, left: str | None
) -> None:
    paper = explained(explanation)
    assert (paper.explanation.text if paper.explanation else None) == left
    assert "kopie-in-toelichting" in {remark.rule for remark in paper.remarks}
    assert paper.notice is not None
    assert paper.notice.text == f"{TOLD} zenden."


@pytest.mark.parametrize(
    "explanation",
    [ASKED, f"{ASKED} Mededeling van minister A (B). Ik zal nooit", "Mededeling van minister A."],
)
def test_an_explanation_without_a_copy_stands(explanation: str) -> None:
    paper = explained(explanation)
    assert paper.explanation is not None
    assert paper.explanation.text == explanation
    assert "kopie-in-toelichting" not in {remark.rule for remark in paper.remarks}
