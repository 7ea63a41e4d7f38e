"""The audit of official papers in XML, which it reads independently."""

import json
from functools import partial
from pathlib import Path

import pytest

from kv2rdf.audit.kvr.text import FieldText, UnknownField
from kv2rdf.audit.official.text import official_root, official_texts
from kv2rdf.audit.results import ResultKind
from tests.audit.official.audited_papers import audited, faults
from tests.audit.sample_audits import audit, damaged_copy
from tests.conftest import ROOT, build_quietly
from tests.every_case import every_case
from tests.requirements import REQUIRED
from tests.sources.official.old_papers import old_answer, old_official, old_question
from tests.sources.official.papers import ASKED, NOTIFIED, answer, note, official, question

_ASKED = "Vragen van het lid Bos (D66) aan de Minister van Land over de sluis"
_HEADS = ROOT / "tests" / "sources" / "official" / "heads_of_papers.jsonl"


def read(xml: str) -> list[FieldText | UnknownField]:
    root = official_root(xml.encode())
    assert root is not None
    return list(official_texts(root))


def texts(xml: str) -> list[tuple[str, str]]:
    """Return the texts of a paper, each with the last word of its field."""
    return [
        (text.field.removeprefix("official/"), " ".join(text.text.split()))
        for text in read(xml)
        if isinstance(text, FieldText)
    ]


def test_a_paper_has_the_texts_of_its_parts_and_the_facts_of_its_head() -> None:
    loose = "<tussenkop>De sluis</tussenkop>"
    table = "<table><tgroup><tfoot><row><entry>c</entry></row></tfoot><tbody><row><entry>b</entry>"
    items = "<li><al>Ja</al><li.nr>a.</li.nr></li>"
    xml = official(
        loose,
        question("1 en 2", f"Gaat{note('3', 'Krant.', 'Blad.')} hij?"),
        answer("", f"<lijst>{items}</lijst>{table}</row></tbody></tgroup></table>"),
        "<kamervraagopmerking><al>Mededeling</al><al>Later.</al></kamervraagopmerking>",
        "<vraag><nr>Vraag 3</nr></vraag>",
        "<plaatje><illustratie naam='a.png'/></plaatje>",
        identifier="https://example.org/ah-tk-20302031-17/metadata.xml",
    )
    assert texts(xml) == [
        ("identifier", "ah-tk-20302031-17"),
        ("kamervraagnummer", "17"),
        ("vragen", _ASKED),
        ("ingezonden", f"2030-09-03 {_ASKED} (ingezonden 3 september 2030)."),
        ("ingezonden", "2030-09-03 2030-09-03"),
        ("indiener", "Bos"),
        ("partij", "D66"),
        ("reactie", "Antwoord van Minister Mos (Land) (ontvangen 1 oktober 2030)."),
        ("antwoordgever", "Mos"),
        ("ontvangen", "2030-10-01 2030-10-01"),
        ("ontvangen", "2030-10-01 2030-10-01"),
        ("vraag/nr", "1 en 2"),
        ("vraag", "De sluis Gaat hij?"),
        ("noot/nr", "3"),
        ("noot", "Krant. Blad."),
        ("los", "De sluis"),
        ("antwoord", "a. Ja b c"),
        ("nr", "Vraag 3"),
        ("opmerking", "Later."),
        ("los", "Later."),
        ("illustratie", "a.png"),
    ]


@every_case(
    ("xml", "unknown"),
    [
        (official().replace("</metadata>", "los</metadata>"), UnknownField("metadata", "los")),
        (official("los"), UnknownField("kamervragen", "los")),
        (official().replace("</kamervragen>", "</kamervragen>los"),
         UnknownField("officiele-publicatie", "los")),
        (official().replace("kamernummer", "regel"),
         UnknownField("kamervragen/kamervraagkop[1]/tekstregel", "2")),
    ],
)  # fmt: skip
def test_text_where_there_should_be_none_is_unknown(xml: str, unknown: UnknownField) -> None:
    assert [text for text in read(xml) if isinstance(text, UnknownField)] == [unknown]


@every_case(
    "content",
    [
        b"",
        b"<officiele-publicatie>",
        b"<x>officiele-publicatie</x>",
        b"<!DOCTYPE officiele-publicatie [<!ENTITY a 'b'>]><officiele-publicatie/>",
        b"<?xml version='1.0' encoding='nonsense'?><officiele-publicatie/>",
    ],
)
def test_another_document_is_not_an_official_paper(content: bytes) -> None:
    assert official_root(content) is None


def test_characters_may_be_named_if_the_document_type_is_external() -> None:
    xml = official(question("1", "caf&eacute;")).replace(
        "<officiele", '<!DOCTYPE a SYSTEM "a.dtd"><officiele', 1
    )
    assert ("vraag", "café") in texts(xml)


def test_the_heads_of_real_papers_are_found_in_the_graph(tmp_path: Path) -> None:
    lines = _HEADS.read_text(encoding="utf-8").splitlines()
    heads = [json.loads(line) for line in lines[:: 1 if "long" in REQUIRED else 8]]
    papers = [
        official(
            question("1", f"Gaat hij {number}?"),
            number=str(number),
            asked=head["asked"],
            replied=head["replied"],
        )
        for number, head in enumerate(heads, start=1)
    ]
    found = audited(tmp_path, *papers)
    assert len(found.fates.audited) == len(heads)
    assert faults(found, ResultKind.MISSING_FACT) == []
    people = [text for paper in papers for text in texts(paper) if text[0] == "indiener"]
    assert people == [("indiener", name) for head in heads for name, _party in head["askers"]]


def test_every_text_that_is_cut_off_in_the_graph_is_reported(tmp_path: Path) -> None:
    golden = ROOT / "tests" / "golden" / "an-official-paper"
    build_quietly(tmp_path / "out", golden)
    sources = (golden / "ah-tk-20302031-31.xml",)
    for words, location in (
        ("de brug", "kamervragen/antwoord[2]"),
        ("Krant, ", "kamervragen/vraag[1]/noot[1]"),
        ("nr. 30", "kamervragen/kamervraagomschrijving[2]"),
    ):
        edited = damaged_copy(tmp_path / "out", tmp_path / "cut", partial(_cut, words))
        (loss,) = audit(edited, *sources).results[ResultKind.LOSS]
        assert (loss.location.partition(",")[0], loss.text) == (location, words.replace(" ", ""))


def _cut(words: str, line: str) -> str:
    is_text = "/def#text>" in line or "/def#seeAlsoAsInSource>" in line
    return line.replace(words, "") if is_text else line


@pytest.mark.long
def test_a_reply_of_the_old_form_without_a_description_is_audited(tmp_path: Path) -> None:
    paper = old_official(old_question("1", "a"), old_answer("1", "Ja."), reply_omschr="")
    assert faults(audited(tmp_path, paper), *ResultKind) == []


def test_the_title_of_a_notice_with_a_footnote_is_text(tmp_path: Path) -> None:
    title = f"<al>Mededeling{note('1', 'Krant.')}</al>"
    remark = f"<kamervraagopmerking>{title}<al>Later.</al></kamervraagopmerking>"
    paper = official(question("1", "a"), remark, replied=NOTIFIED)
    assert faults(audited(tmp_path, paper), *ResultKind) == []


@pytest.mark.long
def test_the_text_of_a_notice_is_audited(tmp_path: Path) -> None:
    remark = f"<kamervraagopmerking><al>Later{note('2', 'Krant.')}.</al></kamervraagopmerking>"
    paper = official(question("1", "Gaat hij?"), remark, replied=NOTIFIED)
    assert faults(audited(tmp_path, paper)) == []


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("<titel>Blad</titel><li><li.nr>–</li.nr><al>punt</al></li>", "Blad – punt"),
        pytest.param(
            "<li><titel>Blad</titel><li.nr>–</li.nr><al>punt</al></li>",
            "– Blad punt",
            marks=pytest.mark.long,
        ),
        pytest.param(
            "<li><li.nr>–</li.nr><al>punt</al><titel>Blad</titel></li>",
            "– punt Blad",
            marks=pytest.mark.long,
        ),
    ],
)
def test_a_title_in_an_item_of_a_list_is_printed_after_the_mark(
    items: str, expected: str, tmp_path: Path
) -> None:
    paper = official(question("1", "a"), answer("1", f"<lijst>{items}</lijst>"))
    assert ("antwoord", expected) in texts(paper)
    assert faults(audited(tmp_path, paper)) == []


@pytest.mark.parametrize(
    "day",
    [
        "3 september 2030.",
        pytest.param(", 3 september 2030", marks=pytest.mark.long),
        pytest.param("3 september 0030", marks=pytest.mark.long),
    ],
)
def test_what_is_not_only_a_day_of_tabling_is_part_of_the_title(day: str, tmp_path: Path) -> None:
    asked = ASKED.replace(">3 september 2030<", f">{day}<")
    paper = official(question("1", "a"), answer("1", "Ja."), asked=asked)
    assert ("vragen", f"{_ASKED} (ingezonden {day}).") in texts(paper)
    assert faults(audited(tmp_path, paper)) == []
