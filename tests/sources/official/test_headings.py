"""The descriptions at the head of official papers.

``heads_of_papers.jsonl`` contains the facts in the heads of 40 papers of 2011 to 2024, without
their subjects.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from kv2rdf.linking.citations.see_also import see_also_ids
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention, Paper
from kv2rdf.model.rules import FindingRule
from tests.every_case import every_case
from tests.papers import read_paper
from tests.sources.official.papers import ASKED, REPLIED, official, question

LINES = (Path(__file__).parent / "heads_of_papers.jsonl").read_text(encoding="utf-8").splitlines()
HEADS = [json.loads(line) for line in LINES]


def read_heads(asked: str, replied: str) -> Paper:
    return read_paper(official(question("1", "Gaat hij?"), asked=asked, replied=replied))


@pytest.mark.sampled(4)
@pytest.mark.parametrize("is_marked", [True, False])
@pytest.mark.parametrize("head", HEADS, ids=lambda head: head["id"])
def test_the_heads_of_real_papers_are_read(head: dict[str, Any], *, is_marked: bool) -> None:
    subject = "<kamervraagonderwerp>iets</kamervraagonderwerp>" if is_marked else "iets"
    paper = read_heads(head["asked"].replace(" iets ", f" {subject} "), head["replied"])
    assert paper.remarks == ()
    assert [[asker.name, asker.party] for asker in paper.askers] == head["askers"]
    assert [mention.printed for mention in paper.addressees] == head["addressees"]
    assert (str(paper.tabled), str(paper.kind)) == (head["tabled"], head["kind"])
    assert [[m.office, m.name, m.ministry] for m in paper.answerers] == head["answerers"]
    assert [mention.printed for mention in paper.on_behalf_of] == head["on_behalf_of"]
    assert str(paper.dated) == head["received"]
    ids = see_also_ids(paper.see_also, Chamber.TK, None) if paper.see_also else ()
    assert list(dict.fromkeys(ids)) == head["see_also"]


@pytest.mark.parametrize(
    ("replied", "answerers"),
    [
        ("Antwoord van Minister-President Rutte (ontvangen 1 oktober 2030).",
         [("Minister-President", "Rutte", None)]),
        ("Antwoord van Minister Mos (Land) en Staatssecretaris Van Zee (Zee (en kust)), mede namens"
         " de Minister van Bos (ontvangen 1 oktober 2030)",
         [("Minister", "Mos", "Land"), ("Staatssecretaris", "Van Zee", "Zee (en kust)")]),
    ],
)  # fmt: skip
def test_several_ministers_may_answer(
    replied: str, answerers: list[tuple[str, str, str | None]]
) -> None:
    paper = read_heads(ASKED, replied)
    assert [(m.office, m.name, m.ministry) for m in paper.answerers] == answerers
    assert paper.remarks == ()


def test_the_day_may_be_before_the_addressee() -> None:
    asked = (
        "Vragen van het lid Bos (50PLUS) op 29 april 2020 medegedeeld aan de Minister van Land"
        " inzake <kamervraagonderwerp>de sluis</kamervraagonderwerp>"
    )
    paper = read_heads(asked, REPLIED)
    assert paper.askers == (Mention(printed="Bos", name="Bos", party="50PLUS"),)
    assert [mention.printed for mention in paper.addressees] == ["de Minister van Land"]


@every_case(
    ("asked", "replied"),
    [
        ("Een brief over de sluis (ingezonden 3 september 2030).", REPLIED),
        (ASKED, "Antwoord van de Kroon (ontvangen 1 oktober 2030)."),
        (ASKED, "Antwoord van Minister Mos (Land)."),
        (ASKED, REPLIED + " En nog iets."),
    ],
)
def test_a_head_that_is_not_understood_is_kept_in_a_remark(asked: str, replied: str) -> None:
    paper = read_heads(asked, replied)
    (remark,) = paper.remarks
    assert remark.rule is FindingRule.HEADING_NOT_UNDERSTOOD
    assert remark.text is not None
    assert remark.text.startswith(("Een brief", "Antwoord van"))
