"""One document against the texts and facts of the graph."""

import pytest

from kv2rdf.audit.compare_document import Outcome, compared
from kv2rdf.audit.kvr.fields import Sort
from kv2rdf.audit.kvr.text import Piece
from kv2rdf.audit.matching.spans import Found, Lost, Text, bare
from kv2rdf.audit.release_graph import Facts

NOTICE = Piece(
    "kvr/mededeling", "kvr/mededeling", Sort.PROSE,
    "Mededeling van minister Voorbeeld. Ik kan de vragen niet tijdig beantwoorden.",
)  # fmt: skip
EXPLAINED = Piece(
    "kvr/toelichting", "kvr/toelichting", Sort.PROSE,
    f"Ter aanvulling op eerdere vragen. {NOTICE.text}",
)  # fmt: skip
VRAGER = "kvr/meta/vraagdata/vrager"


def outcomes(
    pieces: list[Piece], *texts: str, facts: frozenset[tuple[str, str]] = frozenset()
) -> dict[str, Outcome]:
    held = [Text(f"thing {n}", bare(text), "") for n, text in enumerate(texts)]
    return {outcome.piece.where: outcome for outcome in compared(pieces, held, Facts(facts))}


def test_a_notice_repeated_in_the_explanation_is_a_copy_where_it_was_dropped() -> None:
    told = outcomes([NOTICE, EXPLAINED], NOTICE.text, "Ter aanvulling op eerdere vragen.")
    explained = told["kvr/toelichting"]
    assert explained.lost == ()
    assert (explained.copied, explained.copy_of) == (len(bare(NOTICE.text)), "kvr/mededeling")


def test_a_notice_repeated_in_the_explanation_is_named_where_it_was_kept() -> None:
    told = outcomes([NOTICE, EXPLAINED], NOTICE.text, EXPLAINED.text)
    assert told["kvr/toelichting"].repeats == "kvr/mededeling"
    assert told["kvr/mededeling"].repeats is None


def test_an_answer_that_is_gone_is_lost_though_another_has_the_same_words() -> None:
    answers = [
        Piece("kvr/antwoorden/antwoord", f"antwoord[{n}]", Sort.PROSE, "De motie is uitgevoerd.")
        for n in (1, 2)
    ]
    told = outcomes(answers, "De motie is uitgevoerd.")
    assert sorted(len(outcome.lost) for outcome in told.values()) == [0, 1]


@pytest.mark.parametrize(
    ("fact", "lost"),
    [
        (("asInSource", "VanVoorbeeld"), ()),
        (("title", "VragenvanhetlidVanVoorbeeld"), (Lost(0, "VanVoorbeeld"),)),
        (("asInSource", "Voorbeeld"), (Lost(0, "VanVoorbeeld"),)),
    ],
)
def test_a_name_must_stand_in_the_property_for_names(
    fact: tuple[str, str], lost: tuple[Lost, ...]
) -> None:
    name = Piece(VRAGER, VRAGER, Sort.FACT, "Van Voorbeeld")
    assert outcomes([name], facts=frozenset({fact}))[VRAGER].lost == lost


def test_a_day_and_a_number_may_be_kept_in_a_finding() -> None:
    day = Piece("day", "day", Sort.DAY, "2005-02-05 5 februari 2005")
    number = Piece("number", "number", Sort.NUMBER, "3")
    facts = Facts(frozenset({("place", "vragen:vraag3"), ("activity_date", "2005-02-06")}))
    held = [Text("finding", "2005-02-06|5februari2005", "dagen-spreken-elkaar-tegen")]
    assert [outcome.found for outcome in compared([day, number], held, facts)] == [
        (Found(13, "dagen-spreken-elkaar-tegen"),),
        (Found(1, "place"),),
    ]
    thirteen = Facts(frozenset({("place", "vragen:vraag13")}))
    (outcome,) = compared([number], held, thirteen)
    assert outcome.lost == (Lost(0, "3"),)


def test_a_name_of_mended_letters_is_kept_in_a_finding() -> None:
    name = Piece(VRAGER, VRAGER, Sort.FACT, "Omtzigt Ã‡Ã¶rÃ¼z")
    for listed, found in (("OmtzigtÇörüz", 1), ("OmtzigtCoruz", 0)):
        held = [Text("finding", listed, "indiener-uit-titel")]
        (outcome,) = compared([name], held, Facts(frozenset()))
        assert len(outcome.found) == found
