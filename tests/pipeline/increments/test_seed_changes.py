"""After a change of a row in seeds/, only the cases that depend on it are rebuilt."""

import csv
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kv2rdf.pipeline.settings import BuildResult
from kv2rdf.rdf.vocabulary.namespaces import HOME
from kv2rdf.reference import shipped_folders
from tests.conftest import ROOT, build_quietly
from tests.kvr_document import document, items
from tests.release_digest import digest

SEED = ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"
GOLDEN = (
    ROOT / "tests" / "golden" / "a-day-far-from-its-session" / "KVR90153.xml",
    ROOT / "tests" / "golden" / "a-day-that-the-title-has" / "KVR90158.xml",
)
CASES = 4
PRINTED = "Kamervragen met antwoord 2004-2005, nr. 1262, Tweede Kamer"
PAPER = document(
    record=items(Vindplaats=PRINTED, Vraagnr_bij_indiening=None),
    question_notes='<noot nummer="1">De Duinpost, 3 februari 2005</noot>',
)

Row = Mapping[str, str]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of four cases, its input documents, and a copy of seeds/."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "in").mkdir()
    shutil.copy(SEED, folder / "in")
    for path in GOLDEN:
        shutil.copy(path, folder / "in")
    (folder / "in" / "paper.xml").write_text(PAPER, encoding="utf-8")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    build_quietly(folder / "release", folder / "in")
    return folder


@pytest.fixture
def again(tmp_path: Path, first: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the release, its documents and its seeds, to be changed."""
    shutil.copytree(first, tmp_path / "again", symlinks=True)
    folder = shipped_folders.folder
    seeds = tmp_path / "again" / "seeds"
    monkeypatch.setattr(
        shipped_folders, "folder", lambda name: seeds if name == "seeds" else folder(name)
    )
    return tmp_path / "again"


def rebuild(folder: Path, same_as: Path | None = None) -> BuildResult:
    """Build incrementally, and assert that a full build writes the same files.

    ``same_as`` is a release from an earlier full build of the same input.
    """
    result = build_quietly(folder / "release", folder / "in")
    if same_as is None:
        same_as = folder / "full"
        same_as.unlink(missing_ok=True)
        build_quietly(same_as, folder / "in")
    assert digest((folder / "release").resolve()) == digest(same_as.resolve())
    assert result.full_build_reason is None
    return result


def table(folder: Path, name: str) -> tuple[Path, list[str], list[dict[str, str]]]:
    """Return the path, the columns and the rows of a table in seeds/."""
    inside = folder / "seeds" / "authority" / f"{name}.csv"
    path = inside if inside.is_file() else folder / "seeds" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return path, list(reader.fieldnames or ()), list(reader)


def write(folder: Path, name: str, rows: list[dict[str, str]]) -> None:
    path, columns, _ = table(folder, name)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def changes(folder: Path, first: Path, name: str, row: Row, change: Row) -> Iterator[BuildResult]:
    """Add a row to a table, change it, and remove it.

    Yield the result of a build after each step.
    """
    _, columns, rows = table(folder, name)
    blank = dict.fromkeys(columns, "") | {"source": "a test"}
    for added in (blank | dict(row), blank | dict(row) | dict(change)):
        write(folder, name, [*rows, added])
        yield rebuild(folder)
    write(folder, name, rows)
    yield rebuild(folder, first / "release")


ADDED = [
    # The name of an asker in the seed, and a name that nobody has.
    ("persons", {"key": "x", "full_name": "Inge van Dijk"}, {"full_name": "N. N."}, (1, 1, 0)),
    ("memberships", {"key": "x", "person_key": "dijk-i-1975", "party_key": "vvd",
                     "kind": "party"},
     {"start": "2020-01-01", "start_precision": "day"}, (1, 1, 1)),
    ("speakers", {"name_printed": "A. Baken", "party_key": "cda", "chamber": "tk",
                  "first": "2020-01-01", "last": "2020-01-02"},
     {"last": "2020-01-03"}, (0, 0, 0)),
    ("seats", {"chamber": "tk", "first_sitting": "1950-01-01", "party_key": "cda", "seats": "1"},
     {"seats": "2"}, (0, 0, 0)),
    ("tenures", {"person_key": "bruins-slot-hgj-1977", "office_key": "minister-min-jenv",
                 "start": "2030-01-01", "start_precision": "day"},
     {"end": "2031-01-01", "end_precision": "day"}, (1, 1, 1)),
    ("parties", {"key": "x", "abbreviation": "Krant", "name": "De Krant"},
     {"abbreviation": "ABC"}, (0, 1, 1)),
    ("ministries", {"key": "x", "name": "X"}, {"name": "Y"}, (0, 0, 0)),
    ("cabinets", {"key": "x", "label_nl": "Kabinet-X", "label_en": "X", "short_name": "X",
                  "start": "2030-01-01", "start_precision": "day"},
     {"end": "2031-01-01", "end_precision": "day"}, (0, 0, 0)),
    ("offices", {"key": "x", "kind": "minister", "label_nl": "minister van Heide",
                 "label_en": "minister of Heath", "ministry_key": "bzk"},
     {"label_nl": "minister van Marktzaken"}, (0, 2, 2)),
    ("topics", {"key": "x", "label": "Bestuur Gemeenten"}, {"label": "Heide"}, (1, 1, 0)),
    ("headings", {"heading": "Heide", "theme_key": "landbouw"}, {"heading": "Hei"}, (0, 0, 0)),
    ("media", {"key": "x", "label": "De Duinpost", "parent_key": "krant"},
     {"label": "De Heidebode"}, (1, 1, 0)),
    ("terms", {"chamber": "tk", "days": "21", "from": "1900-01-01", "until": "1900-12-31",
               "article": "1"}, {"article": "2"}, (0, 0, 0)),
    ("terms", {"chamber": "ek", "days": "21", "from": "2022-01-01", "article": "1"},
     {"article": "2"}, (0, 0, 0)),
    ("moved", {"old": "https://example.org/a", "new": "https://example.org/b",
               "date": "2026-11-29", "reason": "a test"},
     {"new": "https://example.org/c"}, (0, 0, 0)),
    ("moved", {"old": "https://example.org/a", "new": f"{HOME}/id/persoon/dijk-i-1975",
               "date": "2026-11-29", "reason": "a test"},
     {"old": "https://example.org/b"}, (1, 1, 1)),
    ("lookups", {"kind": "vindplaats", "printed": PRINTED, "reason": "a test",
                 "meant": PRINTED.replace("1262", "1263")},
     {"meant": PRINTED.replace("1262", "1264")}, (1, 1, 1)),
]  # fmt: skip
CHANGED = [
    ("persons", {"key": "dijk-i-1975"}, {"full_name": "Ingrid van Dijk"}, 1),
    ("persons", {"key": "dijk-i-1975"}, {"wikidata_qid": "Q42"}, 1),
    (
        "memberships",
        {"person_key": "dijk-i-1975"},
        {"end": "2023-01-01", "end_precision": "day"},
        1,
    ),
    ("tenures", {"person_key": "bruins-slot-hgj-1977"}, {"end": "2022-02-01"}, 1),
    ("parties", {"key": "cda"}, {"name": "Christendemocraten"}, 1),
    ("ministries", {"key": "bzk"}, {"name": "Binnenlandse Zaken"}, 1),
    ("offices", {"key": "minister-min-bzk"}, {"label_nl": "minister van BZK"}, 1),
    ("topics", {"key": "bestuur-gemeenten"}, {"label": "Dorpen"}, 1),
    ("topics", {"key": "verkeer-water"}, {"label": "Wateren"}, 0),
    ("media", {"key": "krant"}, {"label": "Dagbladen"}, 0),
    ("terms", {"until": "1994-11-24"}, {"article": "121a"}, 0),
    ("terms", {"until": ""}, {"days": "22"}, 1),
]


@pytest.mark.parametrize("kept", ["persons", pytest.param("lookups", marks=pytest.mark.long)])
def test_a_row_that_is_added_rebuilds_its_case(again: Path, kept: str) -> None:
    """A long test also changes and removes the row, and does so with every table."""
    ((name, row, counts),) = (row[:2] + row[3:] for row in ADDED if row[0] == kept)
    _, columns, rows = table(again, name)
    write(again, name, [*rows, dict.fromkeys(columns, "") | {"source": "a test"} | dict(row)])
    assert rebuild(again).clusters_built == counts[0]


@pytest.mark.long
@pytest.mark.parametrize(("name", "row", "change", "counts"), ADDED)
def test_a_row_that_is_added_changed_and_removed(
    again: Path, first: Path, name: str, row: Row, change: Row, counts: tuple[int, ...]
) -> None:
    results = list(changes(again, first, name, row, change))
    assert tuple(result.clusters_built for result in results) == counts
    assert {result.clusters for result in results} == {CASES}
    reads = counts if name == "lookups" else (0, 0, 0)
    assert tuple(result.documents_read for result in results) == reads


@pytest.mark.long
@pytest.mark.parametrize(("name", "key", "change", "count"), CHANGED)
def test_a_row_that_is_changed(again: Path, name: str, key: Row, change: Row, count: int) -> None:
    _, _, rows = table(again, name)
    edited = [row | dict(change) if key.items() <= row.items() else row for row in rows]
    assert edited != rows
    write(again, name, edited)
    assert rebuild(again).clusters_built == count


def test_every_table_is_tested() -> None:
    seeds = ROOT / "seeds"
    tables = {path.stem for path in (*seeds.glob("*.csv"), *seeds.glob("authority/*.csv"))}
    assert {name for name, *_ in ADDED} == tables - {"SOURCES"}
