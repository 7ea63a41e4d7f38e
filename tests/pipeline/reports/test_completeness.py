"""The completeness: papers that exist, and those in a release, compared with its documents."""

import json
import lzma
import re
import shutil
from pathlib import Path

import pytest

from kv2rdf.model.completeness import Presence
from tests.conftest import build_quietly
from tests.counted_papers import counts_of_papers
from tests.kvr_document import document, items
from tests.real_documents import extract_sample
from tests.release_digest import digest
from tests.sources.odata.examples import FIELDS
from tests.sources.official.metadata_examples import (
    QUESTIONS,
    REPLY,
    metadata_list,
    owms_metadata,
)

LISTED = (
    "ah-tk-20042005-11",
    "ah-tk-20042005-0011",  # padded
    "ah-tk-20042005-11-h1",  # a reprint
    "ah-tk-20042005-12",
    "ah-ek-20042005-1",
    "kv-2040500110",
    "kv-2040500112",  # oral
    "kv-2040500113",  # interpellation
    "kv-2031Z00001",
    "kv-tk-2031Z00001-n1",
    "kv-tk-2031Z00002",
    "ah-1151601",
    "kv-tk-201707014",
)


def write_input(folder: Path) -> None:
    folder.mkdir()
    record = items(
        Vindplaats="Kamervragen met antwoord 2004-2005, nr. 11, Tweede Kamer",
        Vraagnr_bij_indiening="2040500110",
    )
    (folder / "KVR11.xml").write_text(document(record=record), encoding="utf-8")
    (folder / "zaken.json").write_text(
        json.dumps({**FIELDS, "Nummer": "2031Z00001"}), encoding="utf-8"
    )
    (folder / "lijst.txt").write_text("\n".join(LISTED), encoding="utf-8")


def rows(release: Path) -> dict[tuple[str, ...], list[int]]:
    report = json.loads((release / "report.json").read_text(encoding="utf-8"))
    return {
        (row["session"] or row["year"], row["chamber"], row["kind"]): [
            row["counts"][presence] for presence in Presence
        ]
        for row in report["completeness"]
    }


def test_a_paper_is_counted_once_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    write_input(tmp_path / "in")
    build_quietly(tmp_path / "release", tmp_path / "in")
    found = rows(tmp_path / "release")
    session = FIELDS["Vergaderjaar"]
    assert {key: numbers for key, numbers in found.items() if key[0] != session} == {
        # known, in a list, in the dataset, with a record, with metadata, with text
        ("2004-2005", "tweede-kamer", "stukken-met-vragen"): [1, 1, 1, 0, 0, 1],
        ("2004-2005", "tweede-kamer", "stukken-met-reactie"): [2, 2, 1, 0, 0, 1],
        ("2004-2005", "eerste-kamer", "stukken-met-reactie"): [1, 1, 0, 0, 0, 0],
        ("2004-2005", "tweede-kamer", "mondelinge-vragen"): [1, 1, 0, 0, 0, 0],
        ("2004-2005", "tweede-kamer", "interpellaties"): [1, 1, 0, 0, 0, 0],
        ("2031", "tweede-kamer", "stukken-met-vragen"): [1, 1, 0, 0, 0, 0],
        ("", "kamer-onbekend", "voorlopige-stukken"): [1, 1, 0, 0, 0, 0],
        ("", "tweede-kamer", "stukken-met-onregelmatig-nummer"): [1, 1, 0, 0, 0, 0],
    }
    assert found[session, "tweede-kamer", "stukken-met-vragen"] == [1, 1, 1, 1, 0, 0]


def test_a_printed_interpellation_is_counted_as_one(tmp_path: Path) -> None:
    record = items(Vraagnr_bij_indiening="2040500113")
    (tmp_path / "KVR11.xml").write_text(document(record=record), encoding="utf-8")
    (tmp_path / "lijst.txt").write_text("kv-2040500113", encoding="utf-8")
    build_quietly(tmp_path / "release", tmp_path)
    found = rows(tmp_path / "release")
    assert found["2004-2005", "tweede-kamer", "interpellaties"] == [1, 1, 1, 0, 0, 1]


def test_a_paper_has_metadata_if_they_are_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_input(folder)
    only_reply = {"identifier": "ah-1300001", "aanhangselNummer": "79", "vraagnummer": "2031Z00032"}
    files = {
        "kv.xml": owms_metadata(QUESTIONS),
        "ah.xml": metadata_list(REPLY),
        "ah_owms.xml": owms_metadata(REPLY),
        "draft.xml": metadata_list(REPLY, **only_reply),
        "zaken.jsonl": json.dumps({**FIELDS, "Nummer": "2031Z00031"}),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "zaken.json").unlink()
    (folder / "lijst.txt").write_text("\n".join((*LISTED, "ah-tk-20302031-78")), encoding="utf-8")
    build_quietly(tmp_path / "release", folder)
    found = rows(tmp_path / "release")
    # known, in a list, in the dataset, with a record, with metadata, with text
    assert found["2030-2031", "tweede-kamer", "stukken-met-vragen"] == [1, 0, 1, 1, 1, 0]
    assert found["2030-2031", "tweede-kamer", "stukken-met-reactie"] == [2, 1, 2, 0, 2, 0]
    assert found["2031", "tweede-kamer", "stukken-met-vragen"] == [3, 2, 1, 0, 0, 0]
    assert found == counts_of_papers(folder)


@pytest.mark.corpus
@pytest.mark.long
def test_the_counts_of_real_papers_are_those_of_another_program(
    corpus: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    extract_sample(corpus / "kvr-xml.tar.xz", folder, per_kind=20)
    for path in list(folder.iterdir()):
        text = path.read_text(encoding="utf-8")
        number = re.search(r'"Vraagnr_bij_indiening">\s*2\d{8}0\s*<', text)
        if not path.name.startswith("KVR") or number is None:
            path.unlink()
    for path in (corpus / "official").glob("*.metadata*.xml"):
        shutil.copy(path, folder)
    lines = lzma.decompress((corpus / "zaken" / "zaken.jsonl.xz").read_bytes()).splitlines()
    (folder / "zaken.jsonl").write_bytes(b"\n".join(lines[::300]))
    (real_list,) = (corpus / "identifiers").glob("*.txt.xz")
    identifiers = lzma.decompress(real_list.read_bytes()).decode("ascii").split()
    (folder / "lijst.txt").write_text("\n".join(identifiers[1::9]), encoding="ascii")
    build_quietly(tmp_path / "release", folder)
    found = rows(tmp_path / "release")
    assert found == counts_of_papers(folder)
    totals = [sum(column) for column in zip(*found.values(), strict=True)]
    assert totals[0] > totals[1] > 15_000
    assert totals[3:5] == [len(lines[::300]), 5]
    assert totals[5] > 20


@pytest.mark.long
def test_a_changed_list_or_record_changes_the_counts_as_a_full_build_does(tmp_path: Path) -> None:
    folder, release = tmp_path / "in", tmp_path / "release"
    write_input(folder)
    build_quietly(release, folder)
    before = rows(release)
    (folder / "lijst.txt").write_text("\n".join(LISTED[3:]), encoding="utf-8")
    assert build_quietly(release, folder).full_build_reason is None
    replies = ("2004-2005", "tweede-kamer", "stukken-met-reactie")
    assert (before[replies][:3], rows(release)[replies][:3]) == ([2, 2, 1], [2, 1, 1])
    (folder / "zaken.json").unlink()
    assert build_quietly(release, folder).full_build_reason is None
    assert rows(release)["2031", "tweede-kamer", "stukken-met-vragen"][:3] == [2, 2, 0]
    build_quietly(tmp_path / "full", folder)
    assert digest(release) == digest(tmp_path / "full")
