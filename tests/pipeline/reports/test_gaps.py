"""Every input document is accounted for, and what is missing is counted."""

import json
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.model.counts import WHOLE_OF, CountKind
from kv2rdf.model.kinds import SourceKind
from kv2rdf.pipeline.passes.spool import Fate, SpoolEntry
from kv2rdf.pipeline.reports.gaps import count_gaps
from kv2rdf.release.quarantine import HeldDocument
from tests.conftest import ROOT, build_quietly
from tests.kvr_document import document, items, notice, questions_only
from tests.real_documents import KINDS, PER_KIND

SEED = ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/KVR*.xml"))
COMPLEMENTS = (
    (CountKind.DOCUMENTS, (CountKind.PUBLISHED, CountKind.HELD_BACK, CountKind.NOT_READ)),
    (CountKind.ANSWERS, (CountKind.ANSWERS_LINKED, CountKind.ANSWERS_UNLINKED)),
    (CountKind.NOTICES, (CountKind.NOTICES_FOLLOWED, CountKind.NOTICES_NOT_FOLLOWED)),
    (CountKind.REFERENCES, (CountKind.REFERENCES_PUBLISHED_HERE, CountKind.REFERENCES_ELSEWHERE)),
)
NR = "Kamervragen met antwoord 2004-2005, nr. {}, Tweede Kamer"
GAP_ROWS = """
PREFIX kv: <https://w3id.org/kamervragen/def#>
PREFIX qb: <http://purl.org/linked-data/cube#>
SELECT ?year ?kind ?counted ?number {
  GRAPH <https://w3id.org/kamervragen/graph/meta> {
    ?row qb:dataSet <https://w3id.org/kamervragen/statistiek/hiaten> ; kv:year ?year ;
      kv:sourceKind ?kind ; kv:counted ?counted ; kv:count ?number } }
"""
COUNT_THINGS = """
PREFIX kv: <https://w3id.org/kamervragen/def#>
PREFIX c: <https://w3id.org/kamervragen/id/begrip/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX eli-dl: <http://data.europa.eu/eli/eli-draft-legislation-ontology#>
SELECT (COUNT(DISTINCT ?x) AS ?n) { %s }
"""
UNDATED = "FILTER NOT EXISTS { ?x eli:date_document ?d }"
WITHOUT_QUESTIONS = "FILTER NOT EXISTS { ?q a kv:Question ; eli:is_part_of ?x }"
PATTERNS = {
    CountKind.CASES: "?x a kv:Dossier",
    CountKind.CASES_UNDATED: f"?x a kv:QuestionDocument {UNDATED}",
    CountKind.CASES_WITHOUT_QUESTIONS: f"?x a kv:QuestionDocument {WITHOUT_QUESTIONS}",
    CountKind.CASES_WITHOUT_ASKER: "?f kv:rule c:indiener-ontbreekt ; kv:concerns ?x",
    CountKind.CASES_WITHOUT_ADDRESSEE: "?f kv:rule c:geadresseerde-ontbreekt ; kv:concerns ?x",
    CountKind.QUESTIONS: "?x a kv:Question",
    CountKind.ANSWER_PAPERS: "?x a kv:AnswerDocument",
    CountKind.PAPERS_UNDATED: f"?x a kv:AnswerDocument {UNDATED}",
    CountKind.PAPERS_WITHOUT_TEXT: (
        "?f kv:rule c:antwoordtekst-ontbreekt ; kv:concerns ?x . ?x a kv:AnswerDocument"
    ),
    CountKind.PAPERS_WITHOUT_ANSWERER: "?f kv:rule c:antwoordgever-ontbreekt ; kv:concerns ?x",
    CountKind.ANSWERS: "?x a kv:Answer",
    CountKind.ANSWERS_LINKED: "?x a kv:Answer ; eli-dl:answers_to ?q . ?q a kv:Question",
    CountKind.NOTICES: "?x a kv:Notice",
    CountKind.NOTICES_UNDATED: f"?x a kv:Notice {UNDATED}",
    CountKind.NOTES: "?x a kv:Footnote",
    CountKind.NOTES_WITHOUT_TEXT: "?x a kv:Footnote FILTER NOT EXISTS { ?x kv:text ?t }",
}


def query_rows(release: Path, query: str) -> list[tuple[str, ...]]:
    """Return the rows that a query finds in a release."""
    store = ox.Store.read_only(str(release / "store"))
    solutions = store.query(query, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)
    return [tuple(str(row[v].value) for v in solutions.variables) for row in solutions]


def gap_rows(release: Path) -> list[tuple[str, str, str, int]]:
    """Return the rows of the table of gaps in the graph."""
    return [
        (year, kind.rpartition("/")[2], counted.rpartition("/")[2], int(number))
        for year, kind, counted, number in query_rows(release, GAP_ROWS)
    ]


def check_gaps(release: Path) -> Counter[str]:
    """Return the sums of the table, after checking it against the data and the report."""
    rows = gap_rows(release)
    total: Counter[str] = Counter()
    for _, _, count_kind, number in rows:
        total[count_kind] += number
    for count_kind, pattern in PATTERNS.items():
        assert [(str(total[count_kind]),)] == query_rows(release, COUNT_THINGS % pattern), (
            count_kind
        )
    by_group: dict[tuple[str, str], Counter[str]] = {}
    for year, kind, count_kind, number in rows:
        by_group.setdefault((year, kind), Counter())[count_kind] = number
    for numbers in by_group.values():
        assert set(numbers) == set(CountKind)
        for whole, parts in COMPLEMENTS:
            assert numbers[whole] == sum(numbers[part] for part in parts), whole
        assert all(numbers[part] <= numbers[whole] for part, whole in WHOLE_OF.items())
    report = json.loads((release / "report.json").read_text(encoding="utf-8"))
    in_report = {(row["year"], row["kind"]): row["counts"] for row in report["gaps"]}
    assert in_report == by_group
    assert sum(row["number"] for row in report["unpublished"]) == (
        total[CountKind.HELD_BACK] + total[CountKind.NOT_READ]
    )
    return total


def counts_of(release: Path, kind: SourceKind, year: str) -> dict[str, int]:
    """Return the counts of a kind of source in a year, without zeros."""
    return {c: n for y, k, c, n in gap_rows(release) if (y, k) == (year, kind) and n}


def record(number: int, **others: str | None) -> str:
    """Return the record of a paper that has a number in the Aanhangsel and no question number."""
    return items(Vindplaats=NR.format(number), Vraagnr_bij_indiening="0", **others)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of readable, broken and other documents, of all kinds of source."""
    folder = tmp_path_factory.mktemp("mixed")
    see = (
        "23 februari 2005), zie ook Aanhangsel Handelingen nrs. 1263 en 900, vergaderjaar 2004–2005"
    )
    early = SEED.read_text("utf-8").replace("Ingediend 18 januari", "Ingediend 18 maart")
    early = early.replace("2022Z00634", "2022Z00700").replace("-1881", "-700")
    written = {
        "a.xml": document(record=record(1262), reply_day=see),
        "b.xml": document(record=record(1263), answers="", last_line="Antwoord"),
        "c.xml": notice("Mededeling van minister Voorbeeld. Uitstel").replace(
            "nr. 1262", "nr. 1264"
        ),
        "d.xml": document(
            record=record(1265, Datum_indiening="2005-02-06"),
            answers='<antwoord nummer="z">Ja.</antwoord><antwoord nummer="2">Neen.</antwoord>',
        ),
        "v.xml": questions_only(),
        "sg.xml": document(
            record=items(
                Vindplaats="Aanhangsel Tweede Kamer 1989-1990 nummer 492",
                Vraagnr_bij_indiening=None,
                Datum_indiening="1990-02-05",
                Datum_reaktie="1990-02-23",
            ),
            tabled="",
            reply_day="",
            question_notes='<noot nummer="1"/>',
        ),
        "early.txt": early,
        "broken.xml": "<kvr>",
        "other.xml": "<html-of-another-kind/>",
        "odd.xml": document(record=record(1266) + '<item attribuut="Odd">?</item>'),
        "unplaced.xml": document(record=record(1).replace("Kamervragen met", "Kamer met")),
    }
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7")
    out = folder.parent / f"{folder.name}-release"
    result = build_quietly(out, folder, SEED)
    assert result.documents_found == 13
    return out


@pytest.mark.long
def test_every_document_of_a_mixed_input_is_accounted_for_once(mixed: Path) -> None:
    total = check_gaps(mixed)
    assert total[CountKind.DOCUMENTS] == 13
    assert (total[CountKind.HELD_BACK], total[CountKind.NOT_READ]) == (4, 2)


def test_documents_are_counted_under_their_own_kind_and_year(mixed: Path) -> None:
    assert counts_of(mixed, SourceKind.OPENKAMER, "2022")[CountKind.DOCUMENTS] == 2
    assert counts_of(mixed, SourceKind.OPENKAMER, "2022")[CountKind.HELD_BACK] == 1
    assert counts_of(mixed, SourceKind.KVR_SCAN, "1990")[CountKind.NOTES_WITHOUT_TEXT] == 1
    assert counts_of(mixed, SourceKind.KVR, "2004") == {
        CountKind.DOCUMENTS: 1,
        CountKind.HELD_BACK: 1,
    }
    assert counts_of(mixed, SourceKind.UNKNOWN, "") == {
        CountKind.DOCUMENTS: 4,
        CountKind.HELD_BACK: 2,
        CountKind.NOT_READ: 2,
    }


def test_references_to_papers_here_and_elsewhere_are_counted(mixed: Path) -> None:
    born_digital = counts_of(mixed, SourceKind.KVR, "2005")
    assert born_digital[CountKind.REFERENCES] == 2
    assert (
        born_digital[CountKind.REFERENCES_PUBLISHED_HERE]
        == born_digital[CountKind.REFERENCES_ELSEWHERE]
        == 1
    )


def test_missing_texts_links_dates_and_answers_are_counted(mixed: Path) -> None:
    born_digital = counts_of(mixed, SourceKind.KVR, "2005")
    assert born_digital[CountKind.PAPERS_WITHOUT_TEXT] == 1
    assert born_digital[CountKind.ANSWERS_UNLINKED] == 1
    assert born_digital[CountKind.CASES_UNDATED] == 1
    assert born_digital[CountKind.NOTICES_NOT_FOLLOWED] == 1


def test_reasons_are_counted_by_year_and_kind(mixed: Path) -> None:
    unpublished = json.loads((mixed / "report.json").read_text(encoding="utf-8"))["unpublished"]
    assert {(r["year"], r["kind"], r["fate"]) for r in unpublished} == {
        ("", "bronsoort-onbekend", CountKind.HELD_BACK),
        ("", "bronsoort-onbekend", CountKind.NOT_READ),
        ("2004", "kvr-xml", CountKind.HELD_BACK),
        ("2022", "openkamer-tekst", CountKind.HELD_BACK),
    }
    assert ("a PDF", 1) in {(r["reason"], r["number"]) for r in unpublished}


def test_the_gaps_of_the_golden_documents_equal_the_counts(golden_release: Path) -> None:
    check_gaps(golden_release)


@pytest.mark.parametrize(
    ("fate", "held", "fates"),
    [
        (Fate.READ, (), "neither published, held back nor left unread"),
        (Fate.NOT_READ, ("lost.xml",), "held back and not read"),
    ],
)
def test_a_document_without_a_fate_or_with_two_is_an_error(
    fate: Fate, held: tuple[str, ...], fates: str
) -> None:
    entry = SpoolEntry(id="lost.xml", sha256="0", fate=fate)
    with pytest.raises(ReleaseError, match=f"the report does not add up: lost.xml is {fates}"):
        count_gaps([entry], [HeldDocument(id=id_, location="", reason="") for id_ in held], ())


def test_a_document_that_is_not_in_the_input_is_an_error() -> None:
    with pytest.raises(ReleaseError, match=r"does not add up: old\.xml is not in the input"):
        count_gaps([], [HeldDocument(id="old.xml", location="", reason="")], ())


@pytest.mark.corpus
@pytest.mark.long
def test_the_gaps_of_real_documents_equal_the_counts(sample: Path, real_release: Path) -> None:
    documents = len(list(sample.iterdir()))
    assert documents == len(KINDS) * PER_KIND
    assert check_gaps(real_release)[CountKind.DOCUMENTS] == documents
