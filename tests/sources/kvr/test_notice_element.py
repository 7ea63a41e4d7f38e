"""The notice of a KVR document, and the copy of it after the explanation."""

import pytest

from kv2rdf.model.paper import Mention, Paper
from tests.every_case import every_case
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


@every_case(
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


HEADING = "Mededeling van minister Voorbeeld (Marktzaken)"
DAY = "(Ontvangen 23 februari 2005)"


@every_case(
    ("words", "office"),
    [
        (", mede namens de minister van Landzaken.", "de minister van Landzaken"),
        (" mede namens de ministers van A, B en voor C.", "de ministers van A, B en voor C"),
        (", mede namens de heer Bij, minister van Zee.", "de heer Bij, minister van Zee"),
        (", mede namens de minister-president (Zaken).", "de minister-president (Zaken)"),
        (", mede namens de minister van Landzaken).", "de minister van Landzaken"),
    ],
)
def test_a_notice_is_also_on_behalf_of_those_in_its_heading(words: str, office: str) -> None:
    paper = read_paper(notice(f"{HEADING}{words} {DAY} Ik zal later"))
    assert [mention.name for mention in paper.answerers] == ["Voorbeeld"]
    assert paper.on_behalf_of == (Mention(printed=office, office=office),)
    found = [remark for remark in paper.remarks if remark.rule == "antwoordgever-uit-opschrift"]
    assert [remark.location for remark in found] == ["mededeling"]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADING}. {DAY} Ik zal, mede namens de minister van Landzaken (A), later",
        f"{HEADING}, namens de minister van Landzaken. {DAY} Ik zal later",
        "Mede namens de minister van Landzaken zal ik (zie de brief) later",
    ],
)
def test_a_notice_is_on_behalf_of_nobody_that_its_heading_does_not_name(text: str) -> None:
    paper = read_paper(notice(text))
    assert paper.on_behalf_of == ()
    assert "antwoordgever-uit-opschrift" not in {remark.rule for remark in paper.remarks}
