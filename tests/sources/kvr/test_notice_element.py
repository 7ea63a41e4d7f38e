"""The notice of a KVR document, and the copy of it after the explanation."""

import pytest

from kv2rdf.model.paper import Paper
from tests.kvr_document import notice
from tests.papers import read_paper

NOTICE = "Mededeling van minister Voorbeeld (Marktzaken). (Ontvangen 23 februari 2005) Ik zal later"
EXPLANATION = "Deze vragen vullen andere aan."


def read_with_explanation(explanation: str) -> Paper:
    """Read a paper with a notice and this explanation."""
    written = notice(NOTICE).replace(
        "<antwoorden", f"<toelichting>{explanation}</toelichting><antwoorden"
    )
    return read_paper(written)


@pytest.mark.parametrize(
    ("explanation", "kept"),
    [
        (f"{EXPLANATION} Mededeling {NOTICE}", EXPLANATION),
        (f"{EXPLANATION} {NOTICE}", EXPLANATION),
        (f"{EXPLANATION} {NOTICE.replace(' ', '  ').replace('.', ' .')} antwoorden", EXPLANATION),
        (f"{EXPLANATION} {NOTICE[:40]}", EXPLANATION),
        (f"{EXPLANATION} Mededeling van minister B staat hier; {NOTICE}",
         f"{EXPLANATION} Mededeling van minister B staat hier;"),
        (NOTICE, None),
    ],
)  # fmt: skip
def test_a_copy_of_the_notice_is_removed_from_the_explanation(
    explanation: str, kept: str | None
) -> None:
    paper = read_with_explanation(explanation)
    assert (paper.explanation.text if paper.explanation else None) == kept
    assert "kopie-in-toelichting" in {remark.rule for remark in paper.remarks}
    assert paper.notice is not None
    assert paper.notice.text == f"{NOTICE} zenden."


@pytest.mark.parametrize(
    "explanation",
    [
        EXPLANATION,
        f"{EXPLANATION} Mededeling van minister A (B). Ik zal nooit",
        "Mededeling van minister A.",
    ],
)
def test_an_explanation_without_a_copy_is_kept(explanation: str) -> None:
    paper = read_with_explanation(explanation)
    assert paper.explanation is not None
    assert paper.explanation.text == explanation
    assert "kopie-in-toelichting" not in {remark.rule for remark in paper.remarks}
