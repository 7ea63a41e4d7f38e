"""Details of a case for a page: papers, persons who acted for others, citations, findings."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kv2rdf.query.case_view.case_graph import CaseGraph
from kv2rdf.query.case_view.case_view import CaseView, case_view
from kv2rdf.query.open_release import Release
from kv2rdf.rdf.vocabulary import HOME, PREFIXES

SEED = "2022Z00634"
ANSWER = f"{HOME}/eli/nl/tk/ah/20212022/1881"


@pytest.fixture(scope="module")
def release(golden_release: Path) -> Iterator[Release]:
    with Release(golden_release) as opened:
        yield opened


@pytest.fixture(scope="module")
def seed(release: Release) -> CaseView:
    return release.case_view(SEED, "en")


def test_an_asker_has_the_words_of_the_paper_and_the_group_of_that_day(seed: CaseView) -> None:
    asker = seed.people_in("indiener")[0]
    assert (asker.printed_name, asker.printed_party) == ("Hilde Palland", "CDA")
    assert asker.form == f"{HOME}/id/naamvorm/Hilde_Palland~~CDA~~tk"
    assert asker.party
    assert asker.party.label == "CDA, House of Representatives"
    assert (asker.office, asker.ministry) == (None, None)


def test_an_answerer_has_an_office_and_a_ministry(seed: CaseView) -> None:
    answerer = seed.people_in("antwoordgever")[0]
    assert answerer.printed_office == "minister binnenlandse zaken en koninkrijksrelaties"
    assert answerer.office
    assert answerer.office.address == f"{HOME}/id/ambt/minister-min-bzk"
    assert answerer.ministry
    assert answerer.ministry.label == "Binnenlandse Zaken en Koninkrijksrelaties"


def test_the_papers_of_the_seed(seed: CaseView) -> None:
    assert [(paper.kind, paper.day) for paper in seed.documents] == [
        ("schriftelijke-vragen", date(2022, 1, 18)),
        ("mededeling", date(2022, 2, 8)),
        ("antwoord", date(2022, 2, 25)),
    ]
    reply = seed.documents[-1]
    assert reply.pages == ("https://zoek.officielebekendmakingen.nl/ah-tk-20212022-1881.html",)
    assert [(source.name, source.kind) for source in reply.sources] == [
        ("2022Z00634.txt", "openkamer-tekst")
    ]


def test_a_citation_is_at_its_words_and_names_the_cited_answer(seed: CaseView) -> None:
    part = next(part for part in seed.parts if part.citations)
    (citation,) = part.citations
    assert part.text[citation.offset :].startswith(citation.words)
    assert citation.parts == part.referred_parts == (f"{ANSWER}/antwoord/2",)


def test_an_answer_says_which_questions_it_answers(release: Release) -> None:
    joint = [p for p in release.case_view("2030412340").parts if len(p.answers_to) > 1]
    assert joint
    assert all("/vraag/" in address for part in joint for address in part.answers_to)


def test_a_case_has_only_the_findings_about_its_own_papers() -> None:
    lines = [f"@prefix {name}: <{start}> ." for name, start in PREFIXES.items()]
    for case in ("1", "2"):
        lines += [
            f"<{HOME}/zaak/{case}> a kv:Dossier .",
            f"<{HOME}/kv/{case}> eli:work_type c:x ; kv:concernsDossier <{HOME}/zaak/{case}> .",
            f"<{HOME}/kv/{case}/noot/1#leeg> a kv:Finding ; kv:rule c:leeg ; kv:place 'noot 1' ;"
            f" kv:concerns <{HOME}/kv/{case}/noot/1> .",
        ]
    lines.append(f"<{HOME}/kv/12#leeg> a kv:Finding ; kv:rule c:leeg .")
    graph = CaseGraph.parse("\n".join(lines).encode())
    (finding,) = case_view(graph, f"{HOME}/zaak/1", "nl").findings
    assert (finding.rule, finding.place) == ("leeg", "noot 1")
    assert finding.about == (f"{HOME}/kv/1/noot/1",)
