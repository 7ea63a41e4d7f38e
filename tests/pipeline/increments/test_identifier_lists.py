"""Lists of identifiers in the input: links to official pages, and increments."""

import gzip
import json
from pathlib import Path

import pytest

from kv2rdf.audit.results import ResultKind
from kv2rdf.errors import InputError
from tests.audit.sample_audits import audit, damaged_copy
from tests.conftest import build_quietly
from tests.kvr_document import document, items
from tests.release_digest import digest
from tests.seed_pages import page_numbered

PAGE = "https://zoek.officielebekendmakingen.nl/"
CASES = 3
OTHERS = ("kv-tk-2022Z90000", "ah-tk-20042005-1", "kst-1", "kv-tk-2004Z00001a")


def numbers(number: int) -> tuple[str, str]:
    """Return the identifiers of the question paper and the answer of a case."""
    return f"kv-{2040500000 + number}", f"ah-tk-20042005-{number}"


def write_input(folder: Path) -> None:
    folder.mkdir()
    for number in range(10, 10 + CASES):
        record = items(
            Vindplaats=f"Kamervragen met antwoord 2004-2005, nr. {number}, Tweede Kamer",
            Vraagnr_bij_indiening=str(2040500000 + number),
            Bibliografische_omschrijving=f"Vragen over zaak {number}; Antwoord",
        )
        (folder / f"KVR{number}.xml").write_text(
            document(record=record, questions=f"<vraag nummer='1'>Is dit {number}?</vraag>"),
            encoding="utf-8",
        )
    (folder / "seed.txt").write_text(page_numbered(1), encoding="utf-8")


def write_list(folder: Path, *identifiers: str, name: str = "lijst.txt") -> None:
    (folder / name).write_text("\r\n".join(identifiers), encoding="utf-8")


def pages(release: Path) -> dict[str, list[str]]:
    """Return the kinds of graph that link to each official page."""
    found: dict[str, list[str]] = {}
    with gzip.open(release / "kamervragen.nq.gz", "rt", encoding="utf-8") as file:
        for line in file:
            if "#is_exemplified_by>" in line and PAGE in line:
                page = line.partition(PAGE)[2].partition(".html>")[0]
                is_derived = "/graph/derived/" in line
                found.setdefault(page, []).append("derived" if is_derived else "printed")
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_input(tmp_path / "in")
    return tmp_path


def rebuild(folder: Path) -> int:
    """Build as an increment, and return how many clusters were built."""
    result = build_quietly(folder / "release", folder / "in")
    assert result.full_build_reason is None
    return result.clusters_built


def check_against_a_full_build(folder: Path, name: str) -> None:
    build_quietly(folder / name, folder / "in")
    assert digest(folder / "release") == digest(folder / name)


@pytest.mark.long
def test_a_paper_in_the_list_has_its_page_and_no_other_paper_has(folder: Path) -> None:
    build_quietly(folder / "without", folder / "in")
    printed = pages(folder / "without")
    assert list(printed.values()) == [["printed"], ["printed"]]
    question, answer = numbers(11)
    listed = (question, answer, numbers(12)[1], *printed, *OTHERS[:2], OTHERS[3])
    write_list(folder / "in", *listed)
    result = build_quietly(folder / "with", folder / "in")
    linked = (question, answer, numbers(12)[1])
    assert pages(folder / "with") == printed | {identifier: ["derived"] for identifier in linked}
    assert (result.documents_found, result.documents_published) == (CASES + 2, CASES + 2)
    assert not audit(folder / "with", folder / "in").has_faults
    report = json.loads((folder / "with" / "report.json").read_text(encoding="utf-8"))
    assert report["lists"] == [
        {
            "document": "lijst.txt",
            "identifiers": len(listed),
            "malformed": 1,
            "examples": [OTHERS[3]],
        }
    ]


@pytest.mark.long
def test_a_change_of_the_list_rebuilds_only_the_cases_that_it_names(folder: Path) -> None:
    build_quietly(folder / "release", folder / "in")
    write_list(folder / "in", numbers(11)[0], OTHERS[0])
    assert rebuild(folder) == 1
    write_list(folder / "in", OTHERS[0], numbers(11)[0], OTHERS[1])
    assert rebuild(folder) == 0
    check_against_a_full_build(folder, "full-1")


@pytest.mark.long
def test_a_second_list_and_a_removed_one_rebuild_only_the_cases_that_they_name(
    folder: Path,
) -> None:
    write_list(folder / "in", OTHERS[0], numbers(11)[0], OTHERS[1])
    build_quietly(folder / "release", folder / "in")
    write_list(folder / "in", numbers(12)[1], numbers(11)[0])
    assert rebuild(folder) == 1
    write_list(folder / "in", numbers(12)[1], name="tweede.txt")
    assert rebuild(folder) == 0
    write_list(folder / "in", numbers(11)[0])
    assert rebuild(folder) == 0
    assert set(pages(folder / "release")) >= {numbers(11)[0], numbers(12)[1]}
    check_against_a_full_build(folder, "full-2")
    (folder / "in" / "tweede.txt").unlink()
    assert rebuild(folder) == 1
    (folder / "in" / "lijst.txt").unlink()
    assert rebuild(folder) == 1
    assert len(pages(folder / "release")) == 2


def test_the_audit_finds_a_page_of_no_list_and_a_paper_without_its_page(folder: Path) -> None:
    question, answer = numbers(11)
    write_list(folder / "in", question, answer)
    build_quietly(folder / "release", folder / "in")
    other = damaged_copy(
        folder / "release", folder / "other", lambda line: line.replace(f"{PAGE}kv-", f"{PAGE}xx-")
    )
    (added,) = audit(other, folder / "in").results[ResultKind.ADDED_FACT]
    assert added.text == f"{PAGE}{question.replace('kv-', 'xx-')}.html"
    none = damaged_copy(
        folder / "release",
        folder / "none",
        lambda line: "" if f"/ah/20042005/{answer[-2:]}/nld/html" in line else line,
    )
    (lost,) = audit(none, folder / "in").results[ResultKind.LOSS]
    assert lost.text == answer


def test_a_list_with_a_line_of_xml_is_held_back_and_links_nothing(folder: Path) -> None:
    write_list(folder / "in", *numbers(11), "<kvr/>")
    result = build_quietly(folder / "release", folder / "in")
    (held,) = result.held_back
    assert (held.id, held.location) == ("lijst.txt", "line 3")
    assert len(pages(folder / "release")) == 2


def test_a_list_alone_is_nothing_to_publish(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    write_list(tmp_path / "in", *numbers(11))
    with pytest.raises(InputError, match=r"lijst\.txt: is a list of identifiers"):
        build_quietly(tmp_path / "release", tmp_path / "in")
