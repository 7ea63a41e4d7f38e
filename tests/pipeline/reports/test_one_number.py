"""The numbers that a release contains in several places, which are the same everywhere."""

import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kv2rdf.model.counts import CountKind
from kv2rdf.rdf import nquads
from kv2rdf.rdf.vocabulary import KV, QB, VOID
from kv2rdf.release.files import ReleaseFiles
from tests.every_case import every_case
from tests.tables.conftest import golden_tables  # noqa: F401 - a fixture


class Numbers:
    """The numbers that each file of a release contains."""

    def __init__(self, release: Path, tables: Path) -> None:
        """Read the files."""
        files = ReleaseFiles(release)
        self.report: dict[str, Any] = json.loads(files.report.read_text(encoding="utf-8"))
        self.readme = files.readme.read_text(encoding="utf-8")
        self.page = files.english_report_page.read_text(encoding="utf-8")
        self.catalogue = files.catalogue.read_text(encoding="utf-8")
        self.cases_files = len(list(files.dossiers.rglob("*.ttl")))
        self.tables = tables
        with gzip.open(files.nquads, "rt", encoding="utf-8", newline="\n") as dump:
            self.lines = list(dump)
        self.triples = [nquads.quad_terms(line)[:3] for line in self.lines]
        self.values = {(s, p): o for s, p, o in self.triples}
        self.partitions: dict[str, list[str]] = defaultdict(list)
        for s, p, o in self.triples:
            if p == f"<{VOID.class_}>":
                self.partitions[o].append(s)

    def in_report(self, name: str) -> set[int]:
        """Return the numbers of the report: in total, and summed over the years."""
        by_year = "linked_answers" if name.startswith("answers linked") else name
        years = sum(row[by_year] for row in self.report["years"].values())
        return {self.report["dossiers"][name], years}

    def in_readme(self, name: str) -> int:
        """Return the number after a word in the README."""
        (number,) = re.findall(rf"\b{name}: ([\d,]+)", self.readme)
        return int(number.replace(",", ""))

    def on_page(self, name: str) -> int:
        """Return the number on a card of the page."""
        (number,) = re.findall(rf"<b>([\d,]+)</b> {name}</li>", self.page)
        return int(number.replace(",", ""))

    def gaps(self, kind: CountKind) -> set[int]:
        """Return the numbers in the tables of gaps: of the report, of the graph, and as CSV."""
        report = sum(row["counts"][kind] for row in self.report["gaps"])
        concept = f"<{KV.Dossier.removesuffix('def#Dossier')}id/begrip/{kind}>"
        rows = [s for s, p, o in self.triples if p == f"<{KV.counted}>" and o == concept]
        graph = sum(self.number(row, KV.count) for row in rows if "/hiaten/" in row)
        table = sum(int(row["count"]) for row in self.rows("gaps") if row["counted"] == kind)
        return {report, graph, table}

    def number(self, subject: str, property_: str) -> int:
        """Return the number that is the value of a property of a subject, or 0."""
        value = self.values.get((subject, f"<{property_}>"))
        return int(nquads.literal_text(value)) if value else 0

    def entities(self, class_: str) -> int:
        """Return the number of instances of a class according to VoID."""
        (partition,) = self.partitions[f"<{class_}>"]
        return self.number(partition, VOID.entities)

    def rows(self, table: str) -> list[dict[str, str]]:
        """Return the rows of a table."""
        with (self.tables / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def numbers(golden_release: Path, golden_tables: Path) -> Numbers:  # noqa: F811 - the fixture
    """The numbers of the golden cases."""
    return Numbers(golden_release, golden_tables)


THINGS: dict[str, tuple[CountKind, str, Callable[[Numbers], int]]] = {
    "cases": (CountKind.CASES, KV.Dossier, lambda n: len(n.rows("cases"))),
    "questions": (CountKind.QUESTIONS, KV.Question, lambda n: len(n.rows("questions"))),
    "answers": (CountKind.ANSWERS, KV.Answer, lambda n: len(n.rows("answers"))),
    "notices": (
        CountKind.NOTICES,
        KV.Notice,
        lambda n: sum(row["class"].endswith("Notice") for row in n.rows("documents")),
    ),
}


@every_case("name", THINGS)
def test_the_things_of_a_release_are_counted_alike_everywhere(name: str, numbers: Numbers) -> None:
    kind, class_, table = THINGS[name]
    found = {*numbers.in_report(name), *numbers.gaps(kind)}
    found |= {numbers.on_page(name), numbers.entities(class_), table(numbers)}
    found.add(numbers.in_readme(name))
    assert len(found) == 1
    assert found != {0}


def test_linked_answers_and_footnotes_are_counted_alike(numbers: Numbers) -> None:
    name = "answers linked to their question"
    linked = {*numbers.in_report(name), *numbers.gaps(CountKind.ANSWERS_LINKED)}
    linked.add(len({row["answer"] for row in numbers.rows("answers_questions")}))
    assert linked | {numbers.on_page(name)} == {numbers.report["dossiers"][name]}
    notes = {*numbers.gaps(CountKind.NOTES), numbers.entities(KV.Footnote)}
    assert notes == {len(numbers.rows("notes"))}
    papers = {*numbers.gaps(CountKind.ANSWER_PAPERS), numbers.entities(KV.AnswerDocument)}
    assert len(papers) == 1


def test_findings_are_counted_alike(numbers: Numbers) -> None:
    by_rule = Counter(row["rule"] for row in numbers.rows("findings"))
    assert numbers.report["findings"] == dict(by_rule)
    assert numbers.entities(KV.Finding) == sum(by_rule.values())


def test_cases_by_year_are_counted_alike(numbers: Numbers) -> None:
    table = {
        row["year"] or "unknown": (int(row["cases"]), int(row["questions"]))
        for row in numbers.rows("cases_per_year")
    }
    report = {year: (r["cases"], r["questions"]) for year, r in numbers.report["years"].items()}
    assert table == report
    assert numbers.cases_files == sum(cases for cases, _ in table.values())


def test_statements_are_the_lines_of_the_dump_everywhere(numbers: Numbers) -> None:
    """VoID counts its own graph too, and so do the partitions by property."""
    statements = numbers.report["statements"]
    (dataset,) = {s for s, p, _ in numbers.triples if p == f"<{VOID.propertyPartition}>"}
    (in_catalogue,) = re.findall(r"void:triples (\d+)", numbers.catalogue)
    found = {len(numbers.lines), statements["all"], numbers.on_page("statements")}
    found.add(numbers.in_readme("statements"))
    found |= {int(in_catalogue), numbers.number(dataset, VOID.triples)}
    partitions = [o for _, p, o in numbers.triples if p == f"<{VOID.propertyPartition}>"]
    found.add(sum(numbers.number(partition, VOID.triples) for partition in partitions))
    found.add(sum(count for graph, count in statements.items() if graph != "all"))
    assert len(found) == 1


def test_the_partitions_by_class_count_every_graph(numbers: Numbers) -> None:
    types = Counter(o for _, p, o in numbers.triples if p.endswith("#type>"))
    assert {class_: numbers.entities(class_[1:-1]) for class_ in types} == types
    assert numbers.entities(QB.Observation) > len(numbers.rows("cases_per_year"))
