"""The comparison of one document with the texts and facts of the graph."""

import pytest

from kv2rdf.audit.case_facts import CaseFacts
from kv2rdf.audit.compare_document import IN_FINDING_LOCATION, TextOutcome, compare_document
from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.matching.spans import Span, without_space
from kv2rdf.audit.matching.texts import GraphText, Match

NOTICE = FieldText(
    "kvr/mededeling", "kvr/mededeling", Comparison.PROSE,
    "Mededeling van minister Voorbeeld. Ik kan de vragen niet tijdig beantwoorden.",
)  # fmt: skip
EXPLANATION = FieldText(
    "kvr/toelichting", "kvr/toelichting", Comparison.PROSE,
    f"Ter aanvulling op eerdere vragen. {NOTICE.text}",
)  # fmt: skip
VRAGER = "kvr/meta/vraagdata/vrager"


def outcomes(
    field_texts: list[FieldText], *texts: str, facts: frozenset[tuple[str, str]] = frozenset()
) -> dict[str, TextOutcome]:
    """Return the outcomes of a comparison with these texts and facts, by location."""
    graph_texts = [GraphText(f"thing {n}", without_space(t), "") for n, t in enumerate(texts)]
    compared = compare_document(field_texts, graph_texts, CaseFacts(facts))
    return {outcome.field_text.location: outcome for outcome in compared}


def test_a_notice_repeated_in_the_explanation_may_be_dropped() -> None:
    found = outcomes([NOTICE, EXPLANATION], NOTICE.text, "Ter aanvulling op eerdere vragen.")
    outcome = found["kvr/toelichting"]
    assert outcome.lost == ()
    assert outcome.copied == len(without_space(NOTICE.text))
    assert outcome.copy_of == "kvr/mededeling"


def test_a_notice_repeated_in_the_explanation_is_reported_if_it_is_kept() -> None:
    found = outcomes([NOTICE, EXPLANATION], NOTICE.text, EXPLANATION.text)
    assert found["kvr/toelichting"].repeats == "kvr/mededeling"
    assert found["kvr/mededeling"].repeats is None


def test_a_missing_answer_is_lost_even_if_another_has_the_same_words() -> None:
    text = "De motie is uitgevoerd."
    answers = [
        FieldText("kvr/antwoorden/antwoord", f"antwoord[{n}]", Comparison.PROSE, text)
        for n in (1, 2)
    ]
    found = outcomes(answers, text)
    assert sorted(len(outcome.lost) for outcome in found.values()) == [0, 1]


@pytest.mark.parametrize(
    ("fact", "lost"),
    [
        (("asInSource", "VanVoorbeeld"), ()),
        (("title", "VragenvanhetlidVanVoorbeeld"), (Span(0, "VanVoorbeeld"),)),
        (("asInSource", "Voorbeeld"), (Span(0, "VanVoorbeeld"),)),
    ],
)
def test_a_name_must_be_in_the_property_for_names(
    fact: tuple[str, str], lost: tuple[Span, ...]
) -> None:
    name = FieldText(VRAGER, VRAGER, Comparison.FACT, "Van Voorbeeld")
    assert outcomes([name], facts=frozenset({fact}))[VRAGER].lost == lost


def test_a_date_and_a_number_may_be_kept_in_a_finding() -> None:
    date = FieldText("date", "date", Comparison.DATE, "2005-02-05 5 februari 2005")
    number = FieldText("number", "number", Comparison.NUMBER, "3")
    facts = CaseFacts(frozenset({("place", "vragen:vraag3"), ("activity_date", "2005-02-06")}))
    finding = GraphText("finding", "2005-02-06|5februari2005", "dagen-spreken-elkaar-tegen")
    assert [outcome.matches for outcome in compare_document([date, number], [finding], facts)] == [
        (Match(13, "dagen-spreken-elkaar-tegen"),),
        (Match(1, IN_FINDING_LOCATION),),
    ]


@pytest.mark.parametrize("other", ["13", "03"])
def test_a_number_is_not_the_end_of_another_number(other: str) -> None:
    number = FieldText("number", "number", Comparison.NUMBER, "3")
    facts = frozenset({("place", f"vragen:vraag{other}")})
    assert outcomes([number], facts=facts)["number"].lost == (Span(0, "3"),)


def test_a_name_with_its_encoding_repaired_may_be_kept_in_a_finding() -> None:
    name = FieldText(VRAGER, VRAGER, Comparison.FACT, "Omtzigt Ã‡Ã¶rÃ¼z")
    for listed, found in (("OmtzigtÇörüz", 1), ("OmtzigtCoruz", 0)):
        finding = GraphText("finding", listed, "indiener-uit-titel")
        (outcome,) = compare_document([name], [finding], CaseFacts(frozenset()))
        assert len(outcome.matches) == found


def test_the_texts_of_other_versions_are_searched_only_for_what_is_not_found_elsewhere() -> None:
    own, other = (GraphText(key, without_space(NOTICE.text), "") for key in ("own", "other"))
    found = list(compare_document([NOTICE], [own], CaseFacts(frozenset()), [other]))
    assert [outcome.lost for outcome in found] == [()]
    assert (list(own.unprinted()), list(other.unprinted())) == ([], [other.text])
    (outcome,) = compare_document([NOTICE], [], CaseFacts(frozenset()), [other])
    assert (outcome.lost, list(other.unprinted())) == ((), [])
