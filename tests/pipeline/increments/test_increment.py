"""A build that reuses the previous release writes the same bytes as a full build."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kv2rdf.pipeline.settings import BuildResult
from kv2rdf.release import verify
from kv2rdf.release.dumps import dump
from kv2rdf.release.files import ReleaseFiles
from tests.conftest import ROOT, build_quietly
from tests.kvr_document import document, items
from tests.open_releases import found as texts_found
from tests.release_digest import digest
from tests.seed_pages import page_numbered

SEED = ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/KVR*.xml"))

Change = Callable[[Path], object]


def page_with_line_ends(number: int) -> str:
    """Return the page of the seed, with another question number.

    Question 3 contains characters that end a line in Unicode, but not in N-Quads.
    """
    return page_numbered(number).replace("sociale media", "so\u2028ciale\u0085media", 1)


def paper_numbered(number: int, after_date: str = "") -> str:
    """Return a paper with a number in the Aanhangsel, and words after the date of its reply."""
    vindplaats = f"Kamervragen met antwoord 2004-2005, nr. {number}, Tweede Kamer"
    record = items(Vindplaats=vindplaats, Vraagnr_bij_indiening=None)
    return document(record=record, reply_day=f"23 februari 2005),{after_date}")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release, and next to it the folder of its input documents."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "in").mkdir()
    for path in GOLDEN[:12]:
        shutil.copy(path, folder / "in")
    for number in range(1, 9):
        (folder / "in" / f"2022Z{number:05}.txt").write_text(
            page_with_line_ends(number), encoding="utf-8"
        )
    (folder / "in" / "broken.xml").write_text("<kvr>")
    (folder / "in" / "refers.xml").write_text(
        paper_numbered(1262, " Zie ook Aanhangsel Handelingen nr. 900")
    )
    build_quietly(folder / "release", folder / "in")
    return folder


@pytest.fixture
def again(tmp_path: Path, first: Path) -> Path:
    """A copy of the release and its input documents, to be changed."""
    shutil.copytree(first, tmp_path / "again", symlinks=True)
    return tmp_path / "again"


def rebuild(folder: Path) -> BuildResult:
    """Build again, both incrementally and in full, and assert that the results are equal."""
    result = build_quietly(folder / "release", folder / "in")
    compare_with_full_build(folder)
    return result


def compare_with_full_build(folder: Path) -> None:
    """Assert that a release equals a full build of the same documents."""
    (folder / "full").unlink(missing_ok=True)
    shutil.rmtree(folder / "full.d", ignore_errors=True)
    build_quietly(folder / "full", folder / "in")
    patched, full = ((folder / name).resolve() for name in ("release", "full"))
    assert digest(patched) == digest(full)
    assert list(verify.release_problems(ReleaseFiles(patched))) == []
    quads = [set(ox.Store.read_only(str(release / "store"))) for release in (patched, full)]
    assert quads[0] == quads[1]
    words = ("gemeenten", "vragen", "zonnebloem", "minister", "ontvangen")
    for word in words:
        found = [
            {text.address for text in texts_found(release, word, first=10_000)}
            for release in (patched, full)
        ]
        assert found[0] == found[1]


def text_changed(folder: Path) -> None:
    """Change one word of one question."""
    (folder / "2022Z00003.txt").write_text(
        page_with_line_ends(3).replace("gemeenten", "zonnebloem"), "utf-8"
    )


def document_added(folder: Path) -> None:
    """Add a case in a key range that had none, newer than all others."""
    (folder / "2023Z90000.txt").write_text(
        page_with_line_ends(5)
        .replace("2022Z00005", "2023Z90000")
        .replace("-5", "-9")
        .replace("2022", "2023"),
        encoding="utf-8",
    )


def document_removed(folder: Path) -> None:
    """Remove a document."""
    (folder / "2022Z00008.txt").unlink()


def cases_merged(folder: Path) -> None:
    """Add a page with the number of an existing page, so that the two papers become one case."""
    (folder / "other.txt").write_text(
        page_with_line_ends(4).replace("CDA", "VVD"), encoding="utf-8"
    )


def referenced_paper_added(folder: Path) -> None:
    """Add a paper to which another refers: a count of a case changes without a rebuild."""
    (folder / "referenced.xml").write_text(paper_numbered(900), encoding="utf-8")


def document_broken(folder: Path) -> None:
    """Break a published document, so that it is held back."""
    (folder / "2022Z00002.txt").write_text("<kvr>", encoding="utf-8")


def document_repaired(folder: Path) -> None:
    """Repair a document that was held back, so that it is published."""
    (folder / "broken.xml").write_bytes(GOLDEN[13].read_bytes())


def shape_violated(folder: Path) -> None:
    """Make a published case violate a shape."""
    early = page_with_line_ends(6).replace("Ingediend 18 januari 2022", "Ingediend 18 maart 2022")
    (folder / "2022Z00006.txt").write_text(early, encoding="utf-8")


CHANGES: tuple[Change, ...] = (
    text_changed,
    document_added,
    document_removed,
    cases_merged,
    referenced_paper_added,
    document_broken,
    document_repaired,
    shape_violated,
)


@pytest.mark.long
def test_a_release_patched_with_many_changes_equals_a_full_build(again: Path) -> None:
    """Long tests make the changes one by one, and one after the other."""
    for change in CHANGES:
        change(again / "in")
    result = rebuild(again)
    assert result.full_build_reason is None
    assert result.documents_read == len(CHANGES) - 1  # one document is removed
    assert result.clusters_built == len(CHANGES) - 2  # one of them is held back
    compare_ledgers(again)


@pytest.mark.long
@pytest.mark.parametrize("change", CHANGES)
def test_a_patched_release_equals_a_full_build(again: Path, change: Change) -> None:
    change(again / "in")
    result = rebuild(again)
    assert result.full_build_reason is None
    assert result.documents_read <= 1
    assert result.clusters_built <= 1
    assert result.clusters > 10


@pytest.mark.long
def test_patches_of_patched_releases_equal_full_builds(again: Path) -> None:
    """The ledger of a patched release is that of a full build."""
    for number, change in enumerate(CHANGES):
        change(again / "in")
        result = build_quietly(again / "release", again / "in")
        assert result.full_build_reason is None
        assert result.documents_read <= 1
        assert result.clusters_built <= 1
        assert result.clusters > 10
        if number % 6 == 1 or number == len(CHANGES) - 1:  # Another test compares each change.
            compare_with_full_build(again)
    compare_ledgers(again)


def compare_ledgers(folder: Path) -> None:
    """Assert that the ledger of a release equals that of a full build."""
    ledgers = [
        json.loads((folder / name / "state" / "ledger.json").read_text())
        for name in ("release", "full")
    ]
    clusters = [ledger.pop("clusters") for ledger in ledgers]
    assert clusters[0] == clusters[1]
    assert ledgers[0] == ledgers[1]


def test_without_a_change_nothing_is_read_or_built(first: Path, again: Path) -> None:
    result = build_quietly(again / "release", again / "in")
    assert (result.documents_read, result.clusters_built) == (0, 0)
    patched, full = ((folder / "release").resolve() for folder in (again, first))
    assert patched.name != full.name
    assert digest(patched) == digest(full)
    run = json.loads((again / "release" / "run.json").read_text())
    assert (run["documents read"], run["clusters built"]) == (0, 0)


def test_the_file_of_an_unchanged_case_is_not_written_again(again: Path) -> None:
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


@pytest.mark.long
def test_another_base_causes_a_full_build(again: Path) -> None:
    result = build_quietly(again / "release", again / "in", base="https://example.org/kv")
    assert result.full_build_reason == "the base of addresses changed"
    first, *_ = dump.dump_lines(ReleaseFiles(again / "release").nquads)
    assert "<https://example.org/kv/" in first
