"""The audit finishes for all documents for which the build finishes. Its work grows with size."""

import os
import sys
from pathlib import Path

import pytest

from kv2rdf.audit import Audit, audit_release
from kv2rdf.audit.case_facts import CaseFacts
from kv2rdf.audit.compare_document import compare_document
from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.matching.spans import without_space
from kv2rdf.audit.matching.texts import GraphText
from kv2rdf.release.files import ReleaseFiles
from tests.conftest import build_quietly
from tests.function_calls import counted_calls
from tests.kvr_document import document

_ENCODINGS = ("utf-16", "utf-32", "utf-7", "shift_jis", "gb18030", "cp1252", "iso-8859-1")
_NESTED = f"<vraag nummer='1'>{'<b>' * 1000}x{'</b>' * 1000}</vraag>"
_HELD_BACK = {
    "nested.xml": document(questions=_NESTED).encode(),
    "parts.xml": document(questions="<vraag nummer='1'>Kent u het?</vraag>" * 10_000).encode(),
    "broken.xml": b"<kvr>",
}


def _audited(folder: Path, documents: dict[bytes, bytes]) -> Audit:
    (folder / "in").mkdir()
    for name, content in documents.items():
        with open(os.fsencode(folder / "in") + b"/" + name, "wb") as file:  # noqa: PTH123 - bytes
            file.write(content)
    build_quietly(folder / "out", folder / "in")
    files = ReleaseFiles(folder / "out")
    return audit_release(
        files.nquads, files.report, [folder / "in"], None, lambda _done, _all: None
    )


def test_the_audit_goes_on_after_documents_that_are_held_back(tmp_path: Path) -> None:
    hostile = {name.encode(): content for name, content in _HELD_BACK.items()}
    audit = _audited(tmp_path, hostile | {b"KVR1.xml": document().encode()})
    assert (audit.fates.held_back, len(audit.fates.audited)) == (3, 1)
    assert not audit.has_faults


@pytest.mark.long
def test_a_document_in_any_encoding_is_audited_or_held_back(tmp_path: Path) -> None:
    documents = {}
    for number, encoding in enumerate(_ENCODINGS, start=2000):
        xml = document().replace("UTF-8", encoding).replace("nr. 1262", f"nr. {number}")
        documents[f"{encoding}.xml".encode()] = xml.encode(encoding)
    audit = _audited(tmp_path, documents)
    assert audit.fates.inputs == len(_ENCODINGS)
    assert len(audit.fates.audited) + audit.fates.held_back == len(_ENCODINGS)
    assert audit.fates.audited
    assert not audit.has_faults


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="the file system refuses such names")
def test_the_name_of_a_file_need_not_be_utf_8(tmp_path: Path) -> None:
    audit = _audited(tmp_path, {b"KVR\xff\xfe.xml": document().encode()})
    assert len(audit.fates.audited) == 1
    assert not audit.has_faults


@pytest.mark.skipif(sys.platform != "linux", reason="the file system refuses such names")
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(document().encode(), id="read"),
        pytest.param(b"<kvr>", id="held back", marks=pytest.mark.long),
    ],
)
def test_copies_are_counted_as_in_the_release_if_their_names_become_equal(
    tmp_path: Path, content: bytes
) -> None:
    names = (
        b"NaN",
        b"NaN_",
        b"a_",
        b"a\x01",
        b"a\xff",
        b"a\\",
        *(b"x" * length for length in (60, 61, 90)),
    )
    other = document().replace("1262", "1263").encode()
    audit = _audited(tmp_path, {b"b.xml": other} | dict.fromkeys(names, content))
    assert audit.fates.inputs == 4
    assert not audit.has_faults


@pytest.mark.parametrize(
    "text", ["1" * 60 + "x", pytest.param("1," * 60 + "x", marks=pytest.mark.long)]
)
def test_digits_after_a_day_are_audited_at_once(text: str, tmp_path: Path) -> None:
    xml = document(reply_day=f"23 februari 2005) {text}")
    assert not _audited(tmp_path, {b"KVR1.xml": xml.encode()}).has_faults


def test_comparing_a_document_takes_time_in_proportion_to_its_parts() -> None:
    small, large = _calls_per_part(250), _calls_per_part(2_000)
    assert large <= 1.1 * small


def _calls_per_part(parts: int) -> float:
    """Return how many functions are called to compare a part, if half of the parts are lost."""
    texts = [f"Vraag {number:05} over de markt?" for number in range(parts)]
    printed = [
        FieldText("kvr/vragen/vraag", f"vraag[{number}]", Comparison.PROSE, text)
        for number, text in enumerate(texts)
    ]
    found = [GraphText(text, without_space(text), "") for text in texts[::2]]
    outcomes, calls = counted_calls(
        lambda: list(compare_document(printed, found, CaseFacts(frozenset())))
    )
    assert sum(bool(outcome.lost) for outcome in outcomes) == parts // 2
    return calls / parts
