"""An address identifies the same entity, in whatever order the sources of a case are added."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pytest

from kv2rdf.model.paper import Paper
from kv2rdf.rdf.vocabulary import KV, RDF
from tests.addresses.orders_of_sources import Build, Outcome, build, compare
from tests.kvr_document import document, items, notice, questions_only
from tests.openkamer_page import block, page
from tests.papers import read_papers

_MARK = '<voetnoot nummer="1"/>'
_QUESTIONS = (
    f'<vraag nummer="1">Kent u het bericht?</vraag><vraag nummer="2">En dan {_MARK}?</vraag>'
    '<vraag nummer="3">En daarna?</vraag>'
)
_JOINT = (
    f'<antwoord nummer="1">Ja {_MARK}.</antwoord>'
    '<antwoord nummer="2 en 3">Niets, zie het antwoord op vraag 1.</antwoord>'
)
_SINGLE = (
    '<antwoord nummer="1">Ja.</antwoord><antwoord nummer="2">Niets, zie vraag 1.</antwoord>'
    '<antwoord nummer="">Een zonder nummer.</antwoord><antwoord nummer="3">Ook.</antwoord>'
)


def _note(text: str) -> str:
    return f'<noot nummer="1">{text}</noot>'


def _kvr_documents(question_number: str | None) -> dict[str, str]:
    """Return an answer and its reprint.

    If the questions have a number, also return a further answer, a notice, and the questions alone.
    """

    def kvr(number: str, last_line: str, day: str, reply_day: str, **fields: str) -> str:
        record = items(
            Vindplaats=f"Kamervragen met antwoord 2020-2021, nr. {number}, Tweede Kamer",
            Vraagnr_bij_indiening=question_number,
            Datum_indiening="2021-03-03",
            Datum_reaktie=day,
        )
        return document(
            record=record,
            last_line=last_line,
            tabled="2021-03-3",
            reply_day=reply_day,
            **({"questions": _QUESTIONS} | fields),
        )

    def dated(text: str) -> str:
        for old, new in (
            ("2004-2005, nr. 1262", "2020-2021, nr. 1100"),
            ("2004-2005", "2020-2021"),
            ("2040509430", question_number or ""),
            ("2005-02-05", "2021-03-03"),
            ("2005-02-23", "2021-03-08"),
            ("2005-02-5", "2021-03-3"),
        ):
            text = text.replace(old, new)
        return text

    documents = {
        "KVR1.xml": kvr(
            "1234",
            "Antwoord",
            "2021-03-13",
            "13 maart 2021)",
            question_notes=_note("De Krant, 1 maart 2021"),
            answers=_JOINT,
            answer_notes=_note("Kamerstuk 29 000, nr. 7."),
            explanation="<toelichting>Een toelichting.</toelichting>",
            askers='<vrager partij="D\'67" oorsprong="parlement">Van Proef</vrager>'
            '<vrager partij="ABC" oorsprong="parlement">Voorbeeld</vrager>',
        ),
        "KVR2.xml": kvr(
            "1234H",
            "Antwoord",
            "2021-03-13",
            "13 maart 2021)",
            questions=_QUESTIONS.replace("bericht?", f"bericht {_MARK}?"),
            question_notes=_note("De Courant, 2 maart 2021"),
            answers=_SINGLE,
        ),
    }
    if question_number is None:
        return documents
    delay = "Dit kan niet binnen de termijn. Ik zal u de antwoorden"
    other = _QUESTIONS.replace("En daarna?", "En daarna dan?")
    return documents | {
        "KVR3.xml": kvr(
            "1300",
            "Nader antwoord",
            "2021-04-01",
            "1 april 2021)",
            answers='<antwoord nummer="2">Toch iets.</antwoord>',
        ),
        "KVR4.xml": dated(notice(delay, day="2021-03-08")),
        "V202109430.xml": dated(questions_only(questions=other)),
    }


_PAGE = page(
    block(1, "Kent u het bericht?1", "Ja.2"),
    block(2, "En dan?", "Niets."),
    block(3, "En daarna?", "Niets, zie het antwoord op vraag 1.3"),
)
CASES = {
    "in KVR XML": _kvr_documents("2202109430"),
    "with pages": {
        "2021Z00001.txt": _PAGE,
        "copy.txt": _PAGE.replace("En dan?", "En dan?1").replace("bericht?1", "bericht?"),
        **_kvr_documents(None),
    },
}
"""The sources of a case. One of them numbers answers jointly, and each has its own notes."""


@cache
def papers(case: str, name: str) -> tuple[Paper, ...]:
    """Return the papers of a source."""
    return read_papers(CASES[case][name], name)


@cache
def build_of(case: str, names: frozenset[str]) -> Build:
    """Return the build of some of the sources of a case."""
    return build(paper for name in sorted(names) for paper in papers(case, name))


def orders(case: str) -> Iterator[tuple[Build, Build]]:
    """Yield the build of every set of sources, and that with one more source."""
    sources = CASES[case]
    for size in range(1, len(sources)):
        for first in map(frozenset, combinations(sources, size)):
            for more in sorted(sources.keys() - first):
                yield build_of(case, first), build_of(case, first | {more})


@pytest.mark.parametrize("case", CASES)
def test_no_address_identifies_another_thing_when_a_source_is_added(case: str) -> None:
    outcome = Outcome()
    for first, second in orders(case):
        compare(first, second, outcome)
    assert outcome.faults == []
    assert set(outcome.counts) == {"kept", "aliased", "vanished, unstable"}


@pytest.mark.parametrize("case", CASES)
def test_all_sources_are_of_one_case(case: str) -> None:
    facts = build_of(case, frozenset(CASES[case])).facts
    assert sum(KV.Dossier in about.get(RDF.type, ()) for about in facts.values()) == 1
