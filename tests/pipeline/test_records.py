"""A build from records: each record in a file is a document of the release."""

import json
from pathlib import Path

import pytest

from kv2rdf.errors import InputError
from kv2rdf.pipeline.case_graphs import graphs
from kv2rdf.pipeline.papers import papers
from kv2rdf.pipeline.settings import BuildResult
from kv2rdf.release import verify
from kv2rdf.release.dumps import dump
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.sources import formats
from tests.conftest import build_quietly
from tests.record_format import RECORD, record
from tests.release_digest import digest

NUMBERS = [f"2022Z{number:05}" for number in range(1, 8)]


@pytest.fixture(autouse=True)
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The invented format has a row in the table of formats."""
    monkeypatch.setattr(formats, "FORMATS", (RECORD, *formats.FORMATS))


def write_lines(path: Path, *lines: bytes) -> Path:
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return path


def build_and_report(
    folder: Path, source: Path
) -> tuple[BuildResult, dict[str, list[tuple[str, ...]]]]:
    """Build a release; return the result, and the documents in the report that are not in it."""
    result = build_quietly(folder / "release", source)
    assert list(verify.release_problems(ReleaseFiles(folder / "release"))) == []
    report = json.loads((folder / "release" / "report.json").read_text(encoding="utf-8"))
    keys = ("document", "place", "reason")
    return result, {
        fate: [tuple(row.get(key, "") for key in keys) for row in report[fate]]
        for fate in ("held_back", "not_read")
    }


def sources_in(folder: Path) -> set[str]:
    """Return the last part of the address of each source in a release."""
    lines = dump.dump_lines(folder / "release" / "kamervragen.nq.gz")
    subjects = {line.partition(">")[0] for line in lines}
    return {subject.rpartition("/")[2] for subject in subjects if "/bron/" in subject}


def test_each_record_is_published_held_back_or_not_read(tmp_path: Path) -> None:
    broken, other = record("2022Z00009")[:-3], b'{"other": 1}'
    lines = [*map(record, NUMBERS), broken, other, record(NUMBERS[0])]
    path = write_lines(tmp_path / "zaken.jsonl", *lines)
    result, unpublished = build_and_report(tmp_path, path)
    assert (result.documents_found, result.documents_published) == (9, 7)
    assert sources_in(tmp_path) == {f"zaken.jsonl-{number}" for number in NUMBERS}
    ((document, location, reason),) = unpublished["held_back"]
    assert (document, location) == ("zaken.jsonl-8", "JSON")
    assert reason.startswith("broken: ")
    ((document, _, reason),) = unpublished["not_read"]
    assert (document, reason) == ("zaken.jsonl-9", "JSON that is no record we know")
    assert (tmp_path / "release" / "quarantine" / "zaken.jsonl-8.json").is_file()


@pytest.mark.long
def test_only_changed_records_are_read_again(tmp_path: Path) -> None:
    lines = [record(number) for number in NUMBERS]
    path = write_lines(tmp_path / "zaken.jsonl", *lines)
    first, _ = build_and_report(tmp_path, path)
    assert first.documents_read == len(NUMBERS)
    lines[2] = record(NUMBERS[2], "Sneeuwt het?")
    write_lines(path, *reversed(lines[1:]), record("2022Z00099"))
    again, _ = build_and_report(tmp_path, path)
    assert (again.documents_found, again.documents_read) == (7, 2)
    assert again.full_build_reason is None
    (tmp_path / "other").mkdir()
    build_and_report(tmp_path / "other", path)
    assert digest(tmp_path / "release") == digest(tmp_path / "other" / "release")


def test_the_papers_and_the_graphs_of_cases_are_made_of_records_too(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "zaken.jsonl", *map(record, NUMBERS))
    assert set(graphs([path])) == set(NUMBERS)
    ids = [paper.source.id for paper in papers([path])]
    assert ids == [f"zaken.jsonl-{number}" for number in NUMBERS]


def test_without_a_format_of_records_the_file_is_one_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "FORMATS", formats.FORMATS[1:])
    path = write_lines(tmp_path / "zaken.jsonl", *map(record, NUMBERS))
    message = r"nothing to publish: zaken\.jsonl: JSON that is no record we know$"
    with pytest.raises(InputError, match=message):
        build_quietly(tmp_path / "release", path)
