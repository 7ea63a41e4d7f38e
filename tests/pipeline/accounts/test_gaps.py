"""What came in is accounted for to the last document, and what is missing is told."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.model.counts import WHOLES, Counted
from kv2rdf.model.kinds import SourceKind
from kv2rdf.pipeline.accounts.gaps import gaps
from kv2rdf.pipeline.passes.case_counts import year_of
from kv2rdf.pipeline.passes.spool import Entry, Fate
from kv2rdf.release.quarantine import Held
from tests.conftest import CORPUS, ROOT, build_quietly
from tests.kvr_document import document, items, notice, questions_only

SEED = ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/KVR*.xml"))
COMPLEMENTS = (
    (Counted.DOCUMENTS, (Counted.PUBLISHED, Counted.HELD_BACK, Counted.NOT_READ)),
    (Counted.ANSWERS, (Counted.LINKED, Counted.UNLINKED)),
    (Counted.NOTICES, (Counted.FOLLOWED, Counted.NOT_FOLLOWED)),
    (Counted.REFERENCES, (Counted.FOUND, Counted.KNOWN_BY_REFERENCE)),
)
NR = "Kamervragen met antwoord 2004-2005, nr. {}, Tweede Kamer"
ROWS = """
PREFIX kv: <https://w3id.org/kamervragen/def#>
PREFIX qb: <http://purl.org/linked-data/cube#>
SELECT ?year ?kind ?counted ?number {
  GRAPH <https://w3id.org/kamervragen/graph/meta> {
    ?row qb:dataSet <https://w3id.org/kamervragen/statistiek/hiaten> ; kv:year ?year ;
      kv:sourceKind ?kind ; kv:counted ?counted ; kv:count ?number } }
"""
THINGS = """
PREFIX kv: <https://w3id.org/kamervragen/def#>
PREFIX c: <https://w3id.org/kamervragen/id/begrip/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX eli-dl: <http://data.europa.eu/eli/eli-draft-legislation-ontology#>
SELECT (COUNT(DISTINCT ?x) AS ?n) { %s }
"""
BY_COUNTING = {
    Counted.CASES: "?x a kv:Dossier",
    Counted.CASES_UNDATED: "?x a kv:QuestionDocument FILTER NOT EXISTS { ?x eli:date_document ?d }",
    Counted.QUESTIONS: "?x a kv:Question",
    Counted.ANSWER_PAPERS: "?x a kv:AnswerDocument",
    Counted.PAPERS_UNDATED: "?x a kv:AnswerDocument FILTER NOT EXISTS { ?x eli:date_document ?d }",
    Counted.TEXT_LOST: "?f kv:rule c:antwoordtekst-ontbreekt ; kv:concerns ?x",
    Counted.ANSWERS: "?x a kv:Answer",
    Counted.LINKED: "?x a kv:Answer ; eli-dl:answers_to ?q . ?q a kv:Question",
    Counted.NOTICES: "?x a kv:Notice",
    Counted.NOTICES_UNDATED: "?x a kv:Notice FILTER NOT EXISTS { ?x eli:date_document ?d }",
    Counted.NOTES: "?x a kv:Footnote",
    Counted.NOTES_WITHOUT_TEXT: "?x a kv:Footnote FILTER NOT EXISTS { ?x kv:text ?t }",
}


def asked(release: Path, query: str) -> list[tuple[str, ...]]:
    store = ox.Store.read_only(str(release / "store"))
    found = store.query(query, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(str(row[v].value) for v in found.variables) for row in found]


def rows_of(release: Path) -> list[tuple[str, str, str, int]]:
    """Give the rows of the table in the graph."""
    return [
        (year, kind.rpartition("/")[2], counted.rpartition("/")[2], int(number))
        for year, kind, counted, number in asked(release, ROWS)
    ]


def all_hold(release: Path) -> Counter[str]:
    """Hold the table against the data beside it, the report, and itself; give its sums."""
    rows = rows_of(release)
    total: Counter[str] = Counter()
    for _, _, counted, number in rows:
        total[counted] += number
    for counted, things in BY_COUNTING.items():
        assert [(str(total[counted]),)] == asked(release, THINGS % things), counted
    by_group: dict[tuple[str, str], Counter[str]] = {}
    for year, kind, counted, number in rows:
        by_group.setdefault((year, kind), Counter())[counted] = number
    for numbers in by_group.values():
        assert set(numbers) == set(Counted)
        for whole, parts in COMPLEMENTS:
            assert numbers[whole] == sum(numbers[part] for part in parts), whole
        assert all(numbers[part] <= numbers[whole] for part, whole in WHOLES.items())
    told = json.loads((release / "report.json").read_text(encoding="utf-8"))
    in_report = {(row["year"], row["kind"]): row["counts"] for row in told["gaps"]}
    assert in_report == by_group
    assert sum(row["number"] for row in told["unpublished"]) == (
        total[Counted.HELD_BACK] + total[Counted.NOT_READ]
    )
    return total


def about(release: Path, kind: SourceKind, year: str) -> dict[str, int]:
    """Give what there is of a year and kind, but for what there is none of."""
    return {c: n for y, k, c, n in rows_of(release) if (y, k) == (year, kind) and n}


def place(number: int, **others: str | None) -> str:
    """Give the record of a paper with a number of its own and no case."""
    return items(Vindplaats=NR.format(number), Vraagnr_bij_indiening="0", **others)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of good, bad and other documents, of all kinds."""
    folder = tmp_path_factory.mktemp("mixed")
    see = (
        "23 februari 2005), zie ook Aanhangsel Handelingen nrs. 1263 en 900, vergaderjaar 2004–2005"
    )
    early = SEED.read_text("utf-8").replace("Ingediend 18 januari", "Ingediend 18 maart")
    early = early.replace("2022Z00634", "2022Z00700").replace("-1881", "-700")
    written = {
        "a.xml": document(record=place(1262), answered=see),
        "b.xml": document(record=place(1263), answers="", last_line="Antwoord"),
        "c.xml": notice("Mededeling van minister Voorbeeld. Uitstel").replace(
            "nr. 1262", "nr. 1264"
        ),
        "d.xml": document(
            record=place(1265, Datum_indiening="2005-02-06"),
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
            answered="",
            question_notes='<noot nummer="1"/>',
        ),
        "early.txt": early,
        "broken.xml": "<kvr>",
        "other.xml": "<html-of-another-kind/>",
        "odd.xml": document(record=place(1266) + '<item attribuut="Odd">?</item>'),
        "unplaced.xml": document(record=place(1).replace("Kamervragen met", "Kamer met")),
    }
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7")
    out = folder.parent / f"{folder.name}-release"
    outcome = build_quietly(out, folder, SEED)
    assert outcome.found == 13
    return out


def test_every_document_of_a_mixed_input_is_accounted_for_once(mixed: Path) -> None:
    total = all_hold(mixed)
    assert total[Counted.DOCUMENTS] == 13
    assert (total[Counted.HELD_BACK], total[Counted.NOT_READ]) == (4, 2)


def test_what_was_read_is_counted_by_its_own_kind_and_year(mixed: Path) -> None:
    assert about(mixed, SourceKind.OPENKAMER, "2022")[Counted.DOCUMENTS] == 2
    assert about(mixed, SourceKind.OPENKAMER, "2022")[Counted.HELD_BACK] == 1
    assert about(mixed, SourceKind.KVR_SCAN, "1990")[Counted.NOTES_WITHOUT_TEXT] == 1
    assert about(mixed, SourceKind.KVR, "2004") == {Counted.DOCUMENTS: 1, Counted.HELD_BACK: 1}
    assert about(mixed, SourceKind.UNKNOWN, "") == {
        Counted.DOCUMENTS: 4,
        Counted.HELD_BACK: 2,
        Counted.NOT_READ: 2,
    }


def test_a_reference_is_to_a_paper_here_or_to_one_elsewhere(mixed: Path) -> None:
    born_digital = about(mixed, SourceKind.KVR, "2005")
    assert born_digital[Counted.REFERENCES] == 2
    assert born_digital[Counted.FOUND] == born_digital[Counted.KNOWN_BY_REFERENCE] == 1


def test_gaps_of_answers_days_and_notices_are_told(mixed: Path) -> None:
    born_digital = about(mixed, SourceKind.KVR, "2005")
    assert born_digital[Counted.TEXT_LOST] == 1
    assert born_digital[Counted.UNLINKED] == 1
    assert born_digital[Counted.CASES_UNDATED] == 1
    assert born_digital[Counted.NOT_FOLLOWED] == 1


def test_reasons_are_told_by_year_and_kind(mixed: Path) -> None:
    told = json.loads((mixed / "report.json").read_text(encoding="utf-8"))["unpublished"]
    assert {(r["year"], r["kind"], r["fate"]) for r in told} == {
        ("", "bronsoort-onbekend", Counted.HELD_BACK),
        ("", "bronsoort-onbekend", Counted.NOT_READ),
        ("2004", "kvr-xml", Counted.HELD_BACK),
        ("2022", "openkamer-tekst", Counted.HELD_BACK),
    }
    assert ("a PDF", 1) in {(r["reason"], r["number"]) for r in told}


def test_the_golden_documents_are_what_counting_finds(tmp_path: Path) -> None:
    build_quietly(tmp_path / "release", *GOLDEN, SEED)
    all_hold(tmp_path / "release")


@pytest.mark.parametrize(
    ("days", "session", "year"),
    [
        ((None, date(2005, 2, 23), date(2006, 1, 1)), "2003-2004", 2005),
        ((None,), "2003-2004", 2003),
        ((), None, None),
    ],
)
def test_a_year_is_that_of_the_first_day_known_or_else_of_the_session(
    days: tuple[date | None, ...], session: str | None, year: int | None
) -> None:
    assert year_of(days, session) == year


@pytest.mark.parametrize(
    ("fate", "held", "told"),
    [
        (Fate.READ, (), "neither published, held back nor left unread"),
        (Fate.NOT_READ, ("lost.xml",), "documenten-teruggehouden and documenten-niet-gelezen"),
    ],
)
def test_a_release_that_loses_a_document_or_has_it_twice_is_none(
    fate: Fate, held: tuple[str, ...], told: str
) -> None:
    entry = Entry(id="lost.xml", sha256="0", fate=fate)
    with pytest.raises(ReleaseError, match=f"the account is not whole: lost.xml is {told}"):
        gaps([entry], [Held(id=id_, place="", reason="") for id_ in held], ())


def test_a_release_that_has_what_did_not_come_in_is_none() -> None:
    with pytest.raises(ReleaseError, match=r"not whole: old\.xml did not come in"):
        gaps([], [Held(id="old.xml", place="", reason="")], ())


@pytest.mark.corpus
@pytest.mark.long
def test_the_gaps_are_what_counting_finds_in_2000_real_documents(tmp_path: Path) -> None:
    build_quietly(tmp_path / "release", CORPUS / "kvr-xml.tar.xz", limit=2000)
    assert all_hold(tmp_path / "release")[Counted.DOCUMENTS] == 2000
