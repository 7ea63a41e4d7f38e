"""Each named query on the release of the seed: our store and rdflib return the same rows."""

import gzip
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from rdflib import Dataset

from kv2rdf.query.named_queries import all_queries, named_query
from kv2rdf.rdf.vocabulary import HOME, PREFIXES
from tests.conftest import ROOT, build_quietly
from tests.open_releases import answer_rows
from tests.query.counts_of_classes import COUNTS_OF_CLASSES

Row = tuple[str, ...]

CASE = "2022Z00634"
PAGES = "https://zoek.officielebekendmakingen.nl"
KV, AH = f"{HOME}/eli/nl/tk/kv/{CASE}", f"{HOME}/eli/nl/tk/ah/20212022/1881"
SHA256 = "ffcb1485d56a39d9b59e0132f80982bbc9a183481101fbac53d9ea0af95ab4fe"
SOURCE = (f"{CASE}.txt", SHA256)
TITLE = "Het bericht ‘Verdrievoudiging van …"
MATCH_RULE = "naam-en-fractie-op-de-dag"
REFERRING_TEXT = "Voor de beantwoording van deze vra…"
QUESTION_7 = "Kan het wetsvoorstel «doxing» ook …"
ANSWER_7 = "Het wetsvoorstel strafbaarstelling…"

_EXAMPLE = (ROOT / "output" / "example" / "kamervragen.nq").read_text(encoding="utf-8")
_STATEMENTS = Counter(quad.rsplit(" ", 2)[1] for quad in _EXAMPLE.splitlines())


def full_address(term: str) -> str:
    prefix, _, name = term.partition(":")
    return PREFIXES[prefix] + name


EXPECTED: dict[str, list[Row]] = {
    "answered-late": [
        (CASE, TITLE, "2022-01-18", "2022-02-08", "2022-02-25", "38", "true", ministry)
        for ministry in ("Binnenlandse Zaken en Koninkrijksr…", "Justitie en Veiligheid")
    ],
    "answers-that-only-refer": [(CASE, "4", REFERRING_TEXT, "2")],
    "cases-of-cabinet": [("2022-01-18", CASE, TITLE)],
    "cases-by-wikidata": [("2022-01-18", CASE, TITLE, "Hilde Palland", "CDA")],
    "counts": [(full_address(term), str(count)) for term, count in COUNTS_OF_CLASSES.items()],
    "current-address": [(f"{KV}/vraag/5",)],
    "days-to-answer-per-ministry": [],
    "findings": [
        ("noot-zonder-tekst", CASE, f"{AH}/noot/2-{CASE}", "noot 2", "", f"{CASE}.txt"),
        ("noot-zonder-tekst", CASE, f"{AH}/noot/3-{CASE}", "noot 3", "", f"{CASE}.txt"),
        ("noot-zonder-tekst", CASE, f"{AH}/noot/4-{CASE}", "noot 4", "", f"{CASE}.txt"),
        ("noot-zonder-tekst", CASE, f"{KV}/noot/1-{CASE}", "noot 1", "", f"{CASE}.txt"),
    ],
    "findings-per-rule": [
        ("noot-zonder-tekst", "4"),
        ("antwoordgever-volgens-openkamer", "1"),
    ],
    "graphs": [
        (CASE, kind, graph, str(_STATEMENTS[f"<{graph}>"]))
        for kind, graph in (
            ("PrintedGraph", f"{HOME}/graph/{CASE}"),
            ("DerivedGraph", f"{HOME}/graph/derived/{CASE}"),
            ("FindingsGraph", f"{HOME}/graph/findings/{CASE}"),
        )
    ],
    "completeness": [
        ("", "2022", "tweede-kamer", "stukken-met-reactie", "1", "0", "1", "0", "0", "1"),
        ("2021-2022", "", "tweede-kamer", "stukken-met-reactie", "1", "0", "1", "0", "0", "1"),
        ("2021-2022", "", "tweede-kamer", "stukken-met-vragen", "1", "0", "1", "0", "0", "1"),
    ],
    "gaps": [("2022", "openkamer-tekst", "noten-zonder-tekst", "4", "4")],
    "media-cited": [],
    "media-per-year": [],
    "medium-per-party-and-year": [],
    "most-cases-in-a-session": [
        ("2021-2022", "Inge van Dijk", "1"),
        ("2021-2022", "Hilde Palland", "1"),
    ],
    "notes-without-text": [(CASE, AH, "2"), (CASE, AH, "3"), (CASE, AH, "4"), (CASE, KV, "1")],
    "notices": [
        (
            "2022-02-08",
            CASE,
            "uitstel",
            "Voor de beantwoording van de vrage…",
            "Hierbij deel ik u mede dat de aan …",
        )
    ],
    "papers-cited": [],
    "questions-and-answers": [
        (CASE, number, question, number, "2022-02-25", reply, f"{AH}/antwoord/{number}")
        for number, question, reply in (
            ("1", "Heeft u kennisgenomen van het beri…", "Ja."),
            ("2", "Hoe beoordeelt u de uitkomst van h…", "Geweld en bedreigingen kunnen grot…"),
            ("3", "Heeft u inzicht in de ontwikkeling…", "Ik vind het belangrijk om periodie…"),
            ("4", "Hoe beoordeelt u de uitkomst van h…", REFERRING_TEXT),
            ("5", "Bent u bereid om in overleg met de…", "Ik werk nauw samen met de Nederlan…"),
            ("6", "Welke maatregelen neemt u om intim…", "De maatregelen die ik samen met de…"),
            ("7", QUESTION_7, ANSWER_7),
        )
    ],
    "questions-cited": [],
    "questions-per-party-and-year": [("2022", "CDA", "true", "1", "7")],
    "sources-quoted": [
        (CASE, "1", "", "vraag", "1", "109"),
        (CASE, "2", "", "antwoord", "3", "271"),
        (CASE, "3", "", "antwoord", "5", "746"),
        (CASE, "4", "", "antwoord", "7", "556"),
    ],
    "still-open": [],
    "text-contains": [(CASE, "vraag", "7", QUESTION_7), (CASE, "antwoord", "7", ANSWER_7)],
    "topics-together": [
        ("Bestuur | Gemeenten", "Openbare orde en veiligheid | Orga…", "1")
    ],
    "unanswered-questions": [],
    "unresolved-names": [],
    "where-it-came-from": [
        (CASE, "schriftelijke-vragen", "2022-01-18", KV, *SOURCE, ""),
        (CASE, "schriftelijke-vragen", "2022-01-18", KV, "", "", f"{PAGES}/kv-tk-{CASE}.html"),
        (CASE, "mededeling", "2022-02-08", f"{KV}/uitstel/2022-02-08", *SOURCE, ""),
        (CASE, "antwoord", "2022-02-25", AH, *SOURCE, ""),
        (CASE, "antwoord", "2022-02-25", AH, "", "", f"{PAGES}/ah-tk-20212022-1881.html"),
    ],
    "who-asked-what": [
        ("2022-01-18", CASE, TITLE, "Hilde Palland", "CDA", MATCH_RULE),
    ],
}  # fmt: skip

NAMES = pytest.mark.parametrize("name", EXPECTED)


@pytest.fixture(scope="session")
def other_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release with cases that the seed lacks: an open case, a joint answer and a lost answer."""
    cases = ("openkamer-question-still-open", "openkamer-joint-answer", "answer-text-lost")
    golden = [ROOT / "tests" / "golden" / case for case in cases]
    documents = [path for case in golden for path in case.iterdir() if path.suffix != ".ttl"]
    out = tmp_path_factory.mktemp("other") / "release"
    build_quietly(out, *documents)
    return out


@pytest.fixture(scope="session")
def dataset(seed_release: Path) -> Dataset:
    """The release of the seed, read by rdflib."""
    quads = gzip.decompress((seed_release / "kamervragen.nq.gz").read_bytes())
    dataset = Dataset(default_union=True)
    dataset.parse(data=quads.decode(), format="nquads")
    return dataset


def rows_of(release: Path, name: str, **values: str) -> list[Row]:
    return answer_rows(release, named_query(name).filled_text(values))


def shortened(rows: Sequence[Row]) -> list[Row]:
    """Return rows with long text cut after 34 characters.

    Addresses, which have no spaces, are kept.
    """
    return [tuple(c if len(c) < 36 or " " not in c else c[:34] + "…" for c in r) for r in rows]


def test_every_query_has_expected_rows() -> None:
    assert sorted(EXPECTED) == [query.name for query in all_queries()]


@pytest.mark.sampled(2)
@NAMES
def test_a_query_returns_its_rows_in_order(seed_release: Path, name: str) -> None:
    rows = shortened(rows_of(seed_release, name))
    if name == "counts":
        *rows, (what, triples) = rows
        assert what == full_address("void:triples")
        with gzip.open(seed_release / "kamervragen.nq.gz", "rt", encoding="utf-8") as quads:
            assert int(triples) == len(list(quads))
        left_out = (full_address("void:Dataset"), full_address("owl:"))
        rows = [row for row in rows if not row[0].startswith(left_out)]
    assert rows == EXPECTED[name]


@pytest.mark.sampled(6)
@NAMES
@pytest.mark.filterwarnings(
    "ignore::DeprecationWarning:rdflib"
)  # The warning is about rdflib's own code.
def test_another_engine_returns_the_same_rows(
    seed_release: Path, dataset: Dataset, name: str
) -> None:
    result = dataset.query(named_query(name).filled_text({}))
    rows = [tuple(str(row.get(v, "")) for v in result.vars or ()) for row in result.bindings]
    assert Counter(rows) == Counter(rows_of(seed_release, name))


def test_a_case_is_found_by_any_of_its_identifiers(seed_release: Path) -> None:
    by_number = rows_of(seed_release, "questions-and-answers", case="ah-tk-20212022-1881")
    assert shortened(by_number) == EXPECTED["questions-and-answers"]


def test_an_empty_rule_finds_the_findings_of_all_rules(seed_release: Path) -> None:
    rows = shortened(rows_of(seed_release, "findings", rule=""))
    other = ("antwoordgever-volgens-openkamer", CASE, AH, "Beantwoord door", "", f"{CASE}.txt")
    assert rows == [other, *EXPECTED["findings"]]


def test_words_limit_the_notes_of_a_case(seed_release: Path) -> None:
    assert rows_of(seed_release, "sources-quoted", words="Trouw") == []


def test_names_that_belong_to_nobody_are_counted(other_release: Path) -> None:
    rows = rows_of(other_release, "unresolved-names")
    assert rows[0] == ("Ada Voorbeeld", "ABC", "2", "0")
    assert [int(row[2]) for row in rows] == [2, 1, 1]
    values = named_query("unresolved-names").filled_text({"first": "1"})
    assert answer_rows(other_release, values) == rows[:1]


def test_a_joint_answer_is_repeated_for_each_question_it_answers(other_release: Path) -> None:
    rows = rows_of(other_release, "questions-and-answers", case="2021Z90002")
    replies = [(row[1], row[-1].rpartition("/")[2]) for row in rows]
    assert replies == [("1", "1-3"), ("2", "2"), ("3", "1-3")]


def test_a_question_whose_answer_is_lost_is_listed_without_one(other_release: Path) -> None:
    lost = "ah-tk-19951996-720"
    assert rows_of(other_release, "questions-and-answers", case=lost) == [
        (lost, "1", "Houdt de dijk het?", "", "", "", ""),
        (lost, "2", "Zo neen, wat dan?", "", "", "", ""),
    ]
    assert [row[:2] for row in rows_of(other_release, "unanswered-questions")] == [
        (lost, "1"),
        (lost, "2"),
    ]


def test_an_open_case_is_listed_with_the_day_its_answer_is_due(other_release: Path) -> None:
    assert rows_of(other_release, "still-open") == [
        ("2021-03-03", "2021Z90001", "Regen op de markt", "2021-03-24", "openstaand", "", "")
    ]
