"""An audit of a small release: clean as it was built, and each kind of damage found."""

import gzip
import json
import re
from functools import partial
from pathlib import Path

import pytest

from kv2rdf.audit import Audit, as_json, lines
from kv2rdf.audit.kvr.fields import PLACES
from kv2rdf.audit.results import FAULTS, Kind, Remark
from tests import kvr_document
from tests.audit.trial import DUMP, GOLDEN, Edit, audit, damaged
from tests.conftest import build_quietly

TEXT = re.compile(r'^(<\S+> <\S+#text> ")(.*)("@nl <\S+> \.\n)$')


def dropped(word: str) -> Edit:
    return lambda line: line.replace(word, "") if TEXT.match(line) else line


def without(words: str) -> Edit:
    return lambda line: "" if words in line and "#text>" in line else line


def dropped_part(line: str) -> str:
    return "" if "/vraag/2> " in line and "is_part_of" in line else line


def found(audit: Audit) -> dict[Kind, list[str]]:
    """Give the words of what was found, by kind."""
    return {kind: [r.words for r in remarks] for kind, remarks in audit.remarks.items() if remarks}


def test_the_golden_documents_are_whole_in_their_release(golden: Path) -> None:
    told = audit(golden, *GOLDEN)
    assert {kind: told.remarks[kind] for kind in FAULTS} == dict.fromkeys(FAULTS, ())
    assert not told.faulty
    assert len(told.account.audited) == told.account.inputs == len(GOLDEN) > 15
    prose = told.total(prose=True)
    assert prose.conserved > 2_000
    assert prose.lost == 0
    assert told.rules["tekst-terzijde"] == 293  # of prints set aside: "Neen.", and of a record


def test_the_ordinary_document_is_whole(small: Path) -> None:
    told = audit(small / "out", small / "in")
    assert found(told) == {}
    total = told.total(prose=True)
    assert total.characters == total.conserved


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (dropped("niet "), {Kind.LOSS: ["niet"]}),
        (dropped(" Daarom past mij geen oordeel."), {Kind.LOSS: ["Daarompastmijgeenoordeel."]}),
        (without("De Krant"), {Kind.LOSS: ["DeKrant,3februari2005"]}),
        (without('"Ja."'), {Kind.LOSS: ["Ja."]}),
        (without("aanvulling"), {Kind.LOSS: ["Dezevragendienenteraanvullingopeerdere."]}),
        (
            lambda line: line.replace("is vrij", "is zeer vrij"),
            {Kind.ADDITION: ["zeer"]},
        ),
        (
            lambda line: line.replace("Kent u het", "Kent u zulk"),
            {Kind.LOSS: ["het"], Kind.ADDITION: ["zulk"]},
        ),
    ],
)
def test_each_kind_of_damage_to_a_text_is_found(
    small: Path, tmp_path: Path, edit: Edit, expected: dict[Kind, list[str]]
) -> None:
    told = audit(damaged(small / "out", tmp_path, edit), small / "in")
    assert found(told) == expected
    assert told.faulty


def test_a_loss_is_told_with_its_place(small: Path, tmp_path: Path) -> None:
    told = audit(damaged(small / "out", tmp_path, dropped("niet ")), small / "in")
    where = "kvr/vragen/vraag[2], character 21"
    assert told.remarks[Kind.LOSS] == (Remark("KVR1.xml", where, "niet", "the text of a vraag"),)


@pytest.mark.parametrize(
    ("said", "otherwise", "missing"),
    [
        ('asInSource> "Van Voorbeeld"', 'asInSource> "Van Voor"', {"VanVoorbeeld"}),
        ('partyAsInSource> "ABC"', 'partyAsInSource> "DEF"', {"ABC"}),
        ('"2005-02-05"', '"2005-02-06"', {"2005-02-05", "2005-02-5"}),
        ('number> "2"', 'number> "3"', {"2"}),
    ],
)
def test_a_fact_that_is_said_otherwise_is_missing(
    small: Path, tmp_path: Path, said: str, otherwise: str, missing: set[str]
) -> None:
    edited = damaged(small / "out", tmp_path, lambda line: line.replace(said, otherwise))
    told = audit(edited, small / "in")
    assert {remark.words for remark in told.remarks[Kind.FACT_MISSING]} == missing
    assert told.remarks[Kind.LOSS] == ()


def test_a_name_that_nobody_prints_is_added(small: Path, tmp_path: Path) -> None:
    edited = damaged(small / "out", tmp_path, lambda line: line.replace('"ABC"', '"DEF"'))
    assert found(audit(edited, small / "in"))[Kind.FACT_ADDED] == ["DEF"]


def _instead(text: str, other: str, line: str) -> str:
    return other if line == text else line


def test_no_text_of_the_golden_release_can_lose_its_last_word_unseen(
    golden: Path, tmp_path: Path
) -> None:
    with gzip.open(golden / DUMP, "rt", encoding="utf-8", newline="\n") as file:
        texts = [line for line in file if TEXT.match(line) and "/graph/derived/" not in line]
    assert len(texts) > 60
    for text in texts[::3]:
        cut = TEXT.sub(lambda m: m[1] + m[2].rpartition(" ")[0] + m[3], text)
        edited = damaged(golden, tmp_path, partial(_instead, text, cut))
        assert audit(edited, *GOLDEN).remarks[Kind.LOSS], text


def test_a_copy_that_was_dropped_is_named(tmp_path: Path) -> None:
    text = "Mededeling van minister Voorbeeld. Ik kan de vragen niet tijdig beantwoorden en zal"
    xml = kvr_document.notice(text, last_line="zenden.")
    copied = xml.replace(
        'mededelingdatum="2005-02-23"',
        'mededelingdatum="2005-02-23) Ik kan de vragen niet tijdig beantwoorden, en zal"',
    )
    (tmp_path / "KVR1.xml").write_text(copied, encoding="utf-8")
    build_quietly(tmp_path / "out", tmp_path / "KVR1.xml")
    told = audit(tmp_path / "out", tmp_path / "KVR1.xml")
    assert [(r.where, r.why) for r in told.remarks[Kind.COPY]] == [
        ("kvr/mededeling/@mededelingdatum", "a copy of kvr/mededeling")
    ]
    assert not told.faulty
    assert told.total(prose=True).copies == len("Ikkandevragenniettijdigbeantwoorden,enzal")


def test_a_text_that_has_no_source_is_added(small: Path, tmp_path: Path) -> None:
    edited = damaged(small / "out", tmp_path, dropped_part)
    told = audit(edited, small / "in")
    (added,) = told.remarks[Kind.ADDITION]
    assert (added.where, added.words[:14]) == ("text without a source", "Deeltudemening")
    assert told.remarks[Kind.LOSS][0].words.startswith("Deeltudemening")


def test_a_place_that_the_table_does_not_have_is_a_fault(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(PLACES, "kvr/toelichting")
    told = audit(small / "out", small / "in")
    assert [(r.where, r.words) for r in told.remarks[Kind.UNKNOWN]] == [
        ("kvr/toelichting", "Deze vragen dienen ter aanvulling op eerdere.")
    ]
    assert told.faulty


def test_an_audit_is_told_in_full_and_in_lines(small: Path, tmp_path: Path) -> None:
    told = audit(damaged(small / "out", tmp_path, dropped("niet ")), small / "in")
    written = json.loads(as_json(told))
    assert written["losses"][0]["words"] == "niet"
    assert written["documents"]["audited"] == 1
    assert written["prose"]["lost"] == 4
    aside = {"kvr/meta/header/@titel", "finding zaak-volgens-titel"}
    assert aside <= set(written["not_compared"])
    assert as_json(audit(tmp_path, small / "in")) == as_json(told)
    assert "losses: 1 (4 characters)" in list(lines(told))
