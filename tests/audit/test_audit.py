"""An audit of a small release: it has no faults as built, and all kinds of damage are found."""

import gzip
import json
import re
from functools import partial
from pathlib import Path

import pytest

from kv2rdf.audit import Audit, as_json, summary_lines
from kv2rdf.audit.kvr.fields import FIELDS
from kv2rdf.audit.results import FAULTS, AuditResult, ResultKind
from tests import kvr_document
from tests.audit.sample_audits import DUMP, GOLDEN_SOURCES, Edit, audit, damaged_copy
from tests.conftest import build_quietly

TEXT = re.compile(r'^(<\S+> <\S+#text> ")(.*)("@nl <\S+> \.\n)$')


def without_word(word: str) -> Edit:
    return lambda line: line.replace(word, "") if TEXT.match(line) else line


def without_text(words: str) -> Edit:
    return lambda line: "" if words in line and "#text>" in line else line


def without_part_link(line: str) -> str:
    return "" if "/vraag/2> " in line and "is_part_of" in line else line


def texts_by_kind(audit: Audit) -> dict[ResultKind, list[str]]:
    """Return the texts of the results, by kind."""
    return {
        kind: [result.text for result in results]
        for kind, results in audit.results.items()
        if results
    }


def test_a_release_of_the_golden_documents_has_no_faults(golden_release: Path) -> None:
    found = audit(golden_release, *GOLDEN_SOURCES)
    assert {kind: found.results[kind] for kind in FAULTS} == dict.fromkeys(FAULTS, ())
    assert not found.has_faults
    documents = [path for folder in GOLDEN_SOURCES for path in folder.rglob("*.*")]
    expected = [path for path in documents if path.suffix != ".ttl"]
    assert len(found.fates.audited) == len(expected) > 15
    assert len(expected) + found.fates.not_read == found.fates.inputs
    prose = found.total(prose=True)
    assert prose.preserved > 2_000
    assert prose.lost == 0
    # of versions set aside ("Neen."), of records and of metadata
    assert found.in_findings["tekst-terzijde"] == 527


def test_an_ordinary_document_has_no_results(small: Path) -> None:
    found = audit(small / "out", small / "in")
    assert texts_by_kind(found) == {}
    total = found.total(prose=True)
    assert total.characters == total.preserved


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (without_word("niet "), {ResultKind.LOSS: ["niet"]}),
        (
            without_word(" Daarom past mij geen oordeel."),
            {ResultKind.LOSS: ["Daarompastmijgeenoordeel."]},
        ),
        (without_text("De Krant"), {ResultKind.LOSS: ["DeKrant,3februari2005"]}),
        (without_text('"Ja."'), {ResultKind.LOSS: ["Ja."]}),
        (
            without_text("aanvulling"),
            {ResultKind.LOSS: ["Dezevragendienenteraanvullingopeerdere."]},
        ),
        (
            lambda line: line.replace("is vrij", "is zeer vrij"),
            {ResultKind.ADDITION: ["zeer"]},
        ),
        (
            lambda line: line.replace("Kent u het", "Kent u zulk"),
            {ResultKind.LOSS: ["het"], ResultKind.ADDITION: ["zulk"]},
        ),
    ],
)
def test_each_kind_of_damage_to_a_text_is_found(
    small: Path, tmp_path: Path, edit: Edit, expected: dict[ResultKind, list[str]]
) -> None:
    found = audit(damaged_copy(small / "out", tmp_path, edit), small / "in")
    assert texts_by_kind(found) == expected
    assert found.has_faults


def test_a_loss_is_reported_with_its_location(small: Path, tmp_path: Path) -> None:
    found = audit(damaged_copy(small / "out", tmp_path, without_word("niet ")), small / "in")
    where = "kvr/vragen/vraag[2], character 21"
    assert found.results[ResultKind.LOSS] == (
        AuditResult("KVR1.xml", where, "niet", "the text of a vraag"),
    )


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("value", "other", "missing"),
    [
        ('asInSource> "Van Voorbeeld"', 'asInSource> "Van Voor"', {"VanVoorbeeld"}),
        ('partyAsInSource> "ABC"', 'partyAsInSource> "DEF"', {"ABC"}),
        ('"2005-02-05"', '"2005-02-06"', {"2005-02-05", "2005-02-5"}),
        ('number> "2"', 'number> "3"', {"2"}),
    ],
)
def test_a_fact_with_another_value_is_missing(
    small: Path, tmp_path: Path, value: str, other: str, missing: set[str]
) -> None:
    edited = damaged_copy(small / "out", tmp_path, lambda line: line.replace(value, other))
    found = audit(edited, small / "in")
    assert {r.text for r in found.results[ResultKind.MISSING_FACT]} == missing
    assert found.results[ResultKind.LOSS] == ()


def test_a_name_that_no_document_prints_is_added(small: Path, tmp_path: Path) -> None:
    edited = damaged_copy(small / "out", tmp_path, lambda line: line.replace('"ABC"', '"DEF"'))
    assert texts_by_kind(audit(edited, small / "in"))[ResultKind.ADDED_FACT] == [
        "DEF",  # of the name form
        "DEF",  # of the participation
        "DEF",  # of the case
    ]


def _replaced(text: str, other: str, line: str) -> str:
    return other if line == text else line


def golden_texts(golden_release: Path) -> dict[str, str]:
    """Return the line of each text in the golden release, with the same line a word shorter."""
    with gzip.open(golden_release / DUMP, "rt", encoding="utf-8", newline="\n") as file:
        texts = [line for line in file if TEXT.match(line) and "/graph/findings/" not in line]
    assert len(texts) > 60
    return {text: TEXT.sub(lambda m: m[1] + m[2].rpartition(" ")[0] + m[3], text) for text in texts}


@pytest.mark.parametrize("remainder", [0, pytest.param(1, marks=pytest.mark.long)])
def test_as_many_last_words_as_are_lost_are_found(
    golden_release: Path, tmp_path: Path, remainder: int
) -> None:
    cut = dict(list(golden_texts(golden_release).items())[remainder::2])
    edited = damaged_copy(golden_release, tmp_path, lambda line: cut.get(line, line))
    assert len(audit(edited, *GOLDEN_SOURCES).results[ResultKind.LOSS]) >= len(cut)


@pytest.mark.long
def test_a_lost_last_word_is_found_in_each_of_many_golden_texts(
    golden_release: Path, tmp_path: Path
) -> None:
    for text, cut in list(golden_texts(golden_release).items())[::24]:
        edited = damaged_copy(golden_release, tmp_path, partial(_replaced, text, cut))
        assert audit(edited, *GOLDEN_SOURCES).results[ResultKind.LOSS], text


def test_a_dropped_copy_is_reported(tmp_path: Path) -> None:
    text = "Mededeling van minister Voorbeeld. Ik kan de vragen niet tijdig beantwoorden en zal"
    xml = kvr_document.notice(text, last_line="zenden.")
    copied = xml.replace(
        'mededelingdatum="2005-02-23"',
        'mededelingdatum="2005-02-23) Ik kan de vragen niet tijdig beantwoorden, en zal"',
    )
    (tmp_path / "KVR1.xml").write_text(copied, encoding="utf-8")
    build_quietly(tmp_path / "out", tmp_path / "KVR1.xml")
    found = audit(tmp_path / "out", tmp_path / "KVR1.xml")
    assert [(r.location, r.reason) for r in found.results[ResultKind.DROPPED_COPY]] == [
        ("kvr/mededeling/@mededelingdatum", "a copy of kvr/mededeling")
    ]
    assert not found.has_faults
    assert found.total(prose=True).copies == len("Ikkandevragenniettijdigbeantwoorden,enzal")


def test_a_text_that_has_no_source_is_added(small: Path, tmp_path: Path) -> None:
    edited = damaged_copy(small / "out", tmp_path, without_part_link)
    found = audit(edited, small / "in")
    (added,) = found.results[ResultKind.ADDITION]
    assert (added.location, added.text[:14]) == ("text without a source", "Deeltudemening")
    assert found.results[ResultKind.LOSS][0].text.startswith("Deeltudemening")


def test_a_field_that_is_not_in_the_table_is_a_fault(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(FIELDS, "kvr/toelichting")
    found = audit(small / "out", small / "in")
    assert [(r.location, r.text) for r in found.results[ResultKind.UNKNOWN_FIELD]] == [
        ("kvr/toelichting", "Deze vragen dienen ter aanvulling op eerdere.")
    ]
    assert found.has_faults


def test_an_audit_is_written_as_json_and_as_a_summary(small: Path, tmp_path: Path) -> None:
    found = audit(damaged_copy(small / "out", tmp_path, without_word("niet ")), small / "in")
    written = json.loads(as_json(found))
    assert written["losses"][0]["text"] == "niet"
    assert written["documents"]["audited"] == 1
    assert written["prose"]["lost"] == 4
    ignored = {"kvr/meta/header/@titel", "finding zaak-volgens-titel"}
    assert ignored <= set(written["not_compared"])
    assert as_json(audit(tmp_path, small / "in")) == as_json(found)
    assert "losses: 1 (4 characters)" in list(summary_lines(found))
