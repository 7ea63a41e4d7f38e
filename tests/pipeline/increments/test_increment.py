"""A build upon a release takes from it what has not changed; the bytes are a full build's."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kv2rdf.pipeline import Outcome
from kv2rdf.query.text_search import search
from kv2rdf.reference import folders
from kv2rdf.release import verify
from kv2rdf.release.dumps import dump
from tests.conftest import ROOT, build_quietly
from tests.kvr_document import document, items
from tests.pipeline.test_build import digest

SEED = ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/KVR*.xml"))

Change = Callable[[Path], object]


def page(number: int) -> str:
    """The seed under another number."""
    text = SEED.read_text(encoding="utf-8")
    return text.replace("2022Z00634", f"2022Z{number:05}").replace("-1881", f"-{number}")


def numbered(number: int, behind: str = "") -> str:
    """A paper with a number in the Aanhangsel, and words behind the day of its reply."""
    place = f"Kamervragen met antwoord 2004-2005, nr. {number}, Tweede Kamer"
    record = items(Vindplaats=place, Vraagnr_bij_indiening=None)
    return document(record=record, answered=f"23 februari 2005),{behind}")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release, and beside it the folder of the documents it was made of."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "in").mkdir()
    for path in GOLDEN[:12]:
        shutil.copy(path, folder / "in")
    for number in range(1, 9):
        (folder / "in" / f"2022Z{number:05}.txt").write_text(page(number), encoding="utf-8")
    (folder / "in" / "broken.xml").write_text("<kvr>")
    (folder / "in" / "refers.xml").write_text(
        numbered(1262, " Zie ook Aanhangsel Handelingen nr. 900")
    )
    build_quietly(folder / "release", folder / "in")
    return folder


@pytest.fixture
def again(tmp_path: Path, first: Path) -> Path:
    """The same, to be changed."""
    shutil.copytree(first, tmp_path / "again", symlinks=True)
    return tmp_path / "again"


def built_upon(folder: Path) -> Outcome:
    """Build upon the release before, and from nothing; the two must be the same."""
    outcome = build_quietly(folder / "release", folder / "in")
    (folder / "full").unlink(missing_ok=True)
    shutil.rmtree(folder / "full.d", ignore_errors=True)
    build_quietly(folder / "full", folder / "in")
    upon, full = ((folder / name).resolve() for name in ("release", "full"))
    assert digest(upon) == digest(full)
    assert list(verify.problems(upon)) == []
    quads = [set(ox.Store.read_only(str(place / "store"))) for place in (upon, full)]
    assert quads[0] == quads[1]
    words = ("gemeenten", "vragen", "zonnebloem", "minister", "ontvangen")
    for word in words:
        found = [{hit.address for hit in search(at, [word], 10_000)} for at in (upon, full)]
        assert found[0] == found[1]
    return outcome


def text_changed(folder: Path) -> None:
    """One word of one question."""
    (folder / "2022Z00003.txt").write_text(page(3).replace("gemeenten", "zonnebloem"), "utf-8")


def document_added(folder: Path) -> None:
    """A case that was not there, in a key range that was not there, newer than all others."""
    (folder / "2023Z90000.txt").write_text(
        page(5).replace("2022Z00005", "2023Z90000").replace("-5", "-9").replace("2022", "2023"),
        encoding="utf-8",
    )


def document_gone(folder: Path) -> None:
    """One less."""
    (folder / "2022Z00008.txt").unlink()


def case_joined(folder: Path) -> None:
    """Two cases become one: a second page with the number of the first."""
    (folder / "other.txt").write_text(page(4).replace("CDA", "VVD"), encoding="utf-8")


def paper_came_that_another_names(folder: Path) -> None:
    """What was known by a reference only is here: a count of a case that is not made again."""
    (folder / "named.xml").write_text(numbered(900), encoding="utf-8")


def document_broken(folder: Path) -> None:
    """What was published is held back."""
    (folder / "2022Z00002.txt").write_text("<kvr>", encoding="utf-8")


def document_mended(folder: Path) -> None:
    """What was held back is published."""
    (folder / "broken.xml").write_bytes(GOLDEN[13].read_bytes())


def shape_broken(folder: Path) -> None:
    """What was published breaks a shape."""
    early = page(6).replace("Ingediend 18 januari 2022", "Ingediend 18 maart 2022")
    (folder / "2022Z00006.txt").write_text(early, encoding="utf-8")


CHANGES: tuple[Change, ...] = (
    text_changed,
    document_added,
    document_gone,
    case_joined,
    paper_came_that_another_names,
    document_broken,
    document_mended,
    shape_broken,
)


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_the_release_is_a_full_builds(again: Path, change: Change) -> None:
    change(again / "in")
    outcome = built_upon(again)
    assert outcome.anew is None
    assert outcome.read <= 1
    assert outcome.made <= 1
    assert outcome.clusters > 10


def test_one_change_after_another(again: Path) -> None:
    """An increment leaves for the next what a full build would."""
    for change in CHANGES:
        change(again / "in")
        outcome = built_upon(again)
        assert outcome.made <= 1
    ledgers = [
        json.loads((again / name / "state" / "ledger.json").read_text())
        for name in ("release", "full")
    ]
    clusters = [ledger.pop("clusters") for ledger in ledgers]
    assert clusters[0] == clusters[1]
    assert ledgers[0] == ledgers[1]


def test_nothing_has_changed_and_nothing_is_made(again: Path) -> None:
    outcome = built_upon(again)
    assert (outcome.read, outcome.made) == (0, 0)
    run = json.loads((again / "release" / "run.json").read_text())
    assert (run["documents read"], run["clusters made"]) == (0, 0)


def test_a_file_that_stays_is_not_written_again(again: Path) -> None:
    text_changed(again / "in")
    before = (again / "release").resolve()
    build_quietly(again / "release", again / "in")
    after = (again / "release").resolve()
    assert before != after
    same = [
        path.relative_to(after).as_posix()
        for path in after.rglob("*.ttl")
        if (before / path.relative_to(after)).exists()
        and path.samefile(before / path.relative_to(after))
    ]
    assert "dossiers/2022/2022Z00001.ttl" in same
    assert "dossiers/2022/2022Z00003.ttl" not in same


def test_with_other_seeds_all_is_made_anew_and_it_says_so(
    again: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(ROOT / "seeds", seeds)
    terms = (seeds / "terms.csv").read_text(encoding="utf-8")
    (seeds / "terms.csv").write_text(terms + "\n", encoding="utf-8")
    folder = folders.folder
    monkeypatch.setattr(folders, "folder", lambda name: seeds if name == "seeds" else folder(name))
    outcome = build_quietly(again / "release", again / "in")
    assert outcome.anew == "seeds/ changed"
    assert outcome.read == outcome.found
    assert outcome.made == outcome.clusters


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda r: (r / "state" / "ledger.json").write_text("{"), "cannot be built upon"),
        (lambda r: (r / "manifest-sha256.txt").unlink(), "cannot be built upon"),
        (lambda r: (r / dump.TURTLE).write_bytes(b""), "kamervragen.ttl.gz of the release before"),
        (lambda r: shutil.rmtree(r / "store"), "has no store"),
        (lambda r: next(r.glob("dossiers/2022/*.ttl")).unlink(), "has no dossiers/2022/"),
        (lambda r: (r / "textindex.sqlite").unlink(), "has no textindex.sqlite"),
        (lambda r: (r / "state" / "spool.sqlite").unlink(), "has no state/spool.sqlite"),
    ],
)
def test_a_damaged_release_is_not_built_upon(
    again: Path, damage: Callable[[Path], object], told: str
) -> None:
    damage((again / "release").resolve())
    outcome = build_quietly(again / "release", again / "in")
    assert outcome.anew is not None
    assert told in outcome.anew
    assert list(verify.problems(again / "release")) == []


def test_another_base_is_another_release(again: Path) -> None:
    outcome = build_quietly(again / "release", again / "in", base="https://example.org/kv")
    assert outcome.anew == "the base of addresses changed"
    first, *_ = dump.lines_of(again / "release" / dump.NQUADS)
    assert "<https://example.org/kv/" in first
