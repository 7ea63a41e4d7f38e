"""The papers that are made from openkamer pages."""

from datetime import date

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.rules import FindingRule
from kv2rdf.reference.shipped_folders import folder
from tests.every_case import every_case
from tests.openkamer_page import FOOT, KEYS, block, marks, page
from tests.papers import read_papers

LONG = f"{'x' * 61}\n"
SEED = (folder("seeds") / "kamervragen" / "2022Z00634.txt").read_text(encoding="utf-8")


def test_the_seed_has_a_question_paper_with_everything_that_is_printed() -> None:
    questions, _, _ = read_papers(SEED, "2022Z00634.txt")
    assert questions.kind is PaperKind.QUESTIONS
    assert questions.cases == (("2022Z00634",),)
    assert questions.publication == "kv-tk-2022Z00634"
    assert questions.page_url == "https://zoek.officielebekendmakingen.nl/kv-tk-2022Z00634.html"
    assert questions.tabled == questions.dated == date(2022, 1, 18)
    assert questions.short_title == questions.title
    assert [(m.name, m.party) for m in questions.askers] == [
        ("Hilde Palland", "CDA"),
        ("Inge van Dijk", "CDA"),
    ]
    assert [m.office for m in questions.addressees] == [
        "minister binnenlandse zaken en koninkrijksrelaties",
        "minister justitie en veiligheid",
    ]
    assert [part.label for part in questions.questions] == list("1234567")
    assert questions.questions[0].text.text.endswith("gemeenteraadsleden»?")
    assert marks(questions) == [("1", len(questions.questions[0].text.text))]
    assert [(note.number, note.text) for note in questions.question_notes] == [("1", None)]
    assert questions.topic_lines == (
        "bestuur gemeenten openbare orde en veiligheid organisatie en beleid",
    )


def test_the_seed_has_an_answer_paper_with_all_paragraphs_and_marks() -> None:
    _, answer, _ = read_papers(SEED, "2022Z00634.txt")
    assert answer.kind is PaperKind.ANSWER
    assert answer.annex_number is not None
    assert (answer.annex_number.session, answer.annex_number.number) == ("20212022", "1881")
    assert answer.session_year == "2021-2022"
    assert answer.dated == date(2022, 2, 25)
    assert answer.title is not None
    assert answer.title.startswith("Antwoord op vragen van de leden Inge van Dijk en Palland")
    assert [(m.name, m.party) for m in answer.answerers] == [
        ("Hanke Bruins Slot", "CDA"),
        ("Dilan Yeşilgöz-Zegerius", "VVD"),
    ]
    assert [part.numbers for part in answer.answers] == [(n,) for n in "1234567"]
    assert [len(part.text.paragraphs) for part in answer.answers] == [1, 1, 1, 1, 4, 5, 2]
    for part in answer.answers:
        for mark in part.text.marks:
            assert mark.offset is not None
            word = {"2": "Veiligheid", "3": "onderzoek", "4": "ontvangen"}[mark.number]
            assert part.text.text[: mark.offset].endswith(word)
    assert [number for number, _ in marks(answer)] == ["2", "3", "4"]
    assert [remark.rule for remark in answer.remarks] == ["antwoordgever-volgens-openkamer"]


def test_the_seed_has_a_notice() -> None:
    *_, notice = read_papers(SEED, "2022Z00634.txt")
    assert (notice.kind, notice.dated) == (PaperKind.NOTICE, date(2022, 2, 8))
    assert notice.notice is not None
    assert notice.notice.text.startswith("Hierbij deel ik u mede dat de aan mij en")
    assert notice.notice.text.endswith("ontvangt de antwoorden zo spoedig mogelijk.")
    assert "18 januari 2022" in notice.notice.text.replace("\u00a0", " ")
    assert (notice.questions, notice.answers, notice.remarks, notice.page_url) == ((), (), (), None)


def test_a_list_is_cut_at_the_commas_outside_brackets() -> None:
    questions, answer = read_papers(page(block(1, "Hoe?", "Zo.")))
    assert [(m.name, m.party) for m in questions.askers] == [
        ("Ada Voorbeeld", "ABC"),
        ("Ben van Proef", "D'67"),
    ]
    assert [(m.name, m.office, m.party) for m in answer.answerers] == [
        ("Cor Bewind", "minister zaken, handel en rest", "XYZ"),
        ("Dea Bestuur", "minister rest", None),
    ]


def test_a_reference_that_openkamer_added_makes_a_joint_answer() -> None:
    added = "Zie antwoord vraag 1."
    blocks = (block(1, "Hoe?", "Zo."), block(2, "En?", added), block(3, "Dan?", "Daarom."))
    _, answer = read_papers(page(*blocks, block(4, "Nu?", added)))
    assert [(p.label, p.numbers, p.text.text) for p in answer.answers] == [
        (None, ("1", "2", "4"), "Zo."),
        ("3", ("3",), "Daarom."),
    ]
    assert [r.rule for r in answer.remarks].count(FindingRule.JOINT_ANSWER) == 2


def test_a_reference_in_a_longer_answer_is_kept() -> None:
    own = "Zie antwoord vraag 1. Verder niets."
    _, answer = read_papers(page(block(1, "Hoe?", "Zo."), block(2, "En?", own)))
    assert answer.answers[1].text.text == own


def test_a_page_without_answers_yields_only_a_question_paper() -> None:
    keys = (
        "Ingediend 3 maart 2021\nIndiener Ada Voorbeeld (ABC)\nBeantwoord door Dea B (minister)\n"
    )
    foot = "\n".join(FOOT.split("\n")[:2])
    (paper,) = read_papers(page(block(1, "Hoe?"), block(2, "En?"), keys=keys, foot=foot))
    assert [part.text.text for part in paper.questions] == ["Hoe?", "En?"]
    assert paper.page_url is None


def test_an_answer_without_text_yields_an_answer_paper() -> None:
    _, answer = read_papers(page(block(1, "Hoe?")))
    assert (answer.answers, answer.dated) == ((), date(2021, 3, 13))


def test_an_answer_without_its_title_is_read() -> None:
    _, answer = read_papers(page(block(1, "Hoe?", "Zo."), foot="\n".join(FOOT.split("\n")[:3])))
    assert answer.title is None


def test_a_number_of_days_that_is_wrong_is_reported() -> None:
    _, answer = read_papers(
        page(block(1, "Hoe?", "Zo."), keys=KEYS.replace("10 dagen", "11 dagen"))
    )
    assert answer.dated == date(2021, 3, 13)
    texts = {remark.rule: remark.text for remark in answer.remarks}
    assert texts[FindingRule.NUMBER_OF_DAYS_IS_WRONG] == "13 maart 2021 (na 11 dagen)"


@pytest.mark.parametrize("days", ["1", "12345"])
def test_a_number_of_days_has_one_to_five_figures(days: str) -> None:
    keys = KEYS.replace("10 dagen", f"{days} dagen")
    _, answer = read_papers(page(block(1, "Hoe?", "Zo."), keys=keys))
    assert FindingRule.NUMBER_OF_DAYS_IS_WRONG in [remark.rule for remark in answer.remarks]


@every_case(
    ("text", "error"),
    [
        (
            page(block(1, "Hoe?"), keys=KEYS + "Kleur blauw\n"),
            "line 11: unknown key line 'Kleur blauw'",
        ),
        (
            page(block(1, "Hoe?"), keys=KEYS + "Ingediend 3 maart 2021\n"),
            "line 11: unknown key line",
        ),
        (
            page(block(1, "Hoe?"), keys=KEYS.replace("Ingediend ", "Bron vraag ", 1)),
            "unknown key line",
        ),
        (
            page(block(1, "Hoe?"), keys=KEYS.replace("Ingediend 3 maart 2021\n", "")),
            "no line «Ingediend»",
        ),
        (
            page(block(1, "Hoe?"), keys=KEYS.replace("3 maart", "31 juni")),
            "Ingediend: no date in '31 juni 2021'",
        ),
        (
            page(block(1, "Hoe?"), keys=KEYS.replace("Indieners", "Onderwerpen")),
            "no line «Indieners»",
        ),
        (
            page(block(1, "Hoe?"), keys=KEYS.replace(" (ABC)", "")),
            "Indieners: cannot place 'Ada Voorbeeld'",
        ),
        (
            page(block(1, "Hoe?"), keys=KEYS.replace("minister rest)", "minister")),
            "Beantwoord door: cannot place",
        ),
        (page(block(1, "Hoe?", "Zo."), keys=KEYS.replace("(na 10 dagen)", "")), "answers without"),
        (page(block(1, "Hoe?") + "Los.\n"), "line 15: cannot place 'Los.'"),
        (page(block(1, "Hoe?", "Zo.", "\n  Los.")), "cannot place 'Los.'"),
        (page(" • Vraag 1\n\n\n"), "line 11: expected one line of question text"),
        (page(" • Vraag 1\n  Hoe?\n  En?\n\n"), "line 11: expected one line of question text"),
        (page(" • Vraag 3a\n  Hoe?\n\n"), "line 11: cannot place ' • Vraag 3a'"),
        (page(block(1, "Hoe?", "Zie antwoord vraag 2.")), "line 11: cannot place"),
        (page(" • Mededeling - 31 juni 2021\n\n  Later.\n"), "line 11: no date in '31 juni 2021'"),
        (page(" • Mededeling - 3 juni 2021\n\n\n"), "line 11: a notice without text"),
        (
            page(block(1, "Hoe?"), foot=f"{FOOT}\nNog iets: niets"),
            "unknown foot line 'Nog iets: niets'",
        ),
        (page(block(1, "Hoe?"), foot="Volledige titel: Iets"), "cannot place|unknown"),
        ("Kamervraag 2021Z00001\nHet weer\n", "line 3: expected a title"),
        ("Kamervraag 2021Z00001\n\nHet weer", "line 3: expected a title"),
        ("Kamervraag 2021Z00001\n\nHet weer\n", "no line «Ingediend»"),
        ("Kamervraag 2021Z0001\n\nHet weer\n", "line 1: expected «Kamervraag» and a Z-number"),
        ("Kamervraag 202Z00001\n\nHet weer\n", "line 1: expected «Kamervraag» and a Z-number"),
        (page(block(1, "Hoe?"), foot=FOOT.replace("ah-tk-2020", "ah-tk-020")), "answers without"),
        (page(block(1, "Hoe?"), keys=KEYS.replace("10 dagen", "123456 dagen")), "answers without"),
        (page(block(1, "Hoe?"), keys=KEYS.replace("10 dagen", " dagen")), "answers without"),
        (page(block(1, "Hoe?") + LONG), f"cannot place '{LONG[:60]}'"),
        (page(block(1, "Hoe?"), keys=KEYS + LONG), f"unknown key line '{LONG[:60]}'"),
        (page(block(1, "Hoe?"), foot=f"{FOOT}\n{LONG}"), f"unknown foot line '{LONG[:60]}'"),
    ],
)
def test_a_page_with_an_unknown_line_is_held_back(text: str, error: str) -> None:
    with pytest.raises(ReadError, match=error):
        read_papers(text)


def test_an_address_that_is_not_used_has_a_remark() -> None:
    keys = KEYS.replace("ah-tk-20202021-1234.html", "ah-tk-20202021-1234")
    questions, answer = read_papers(page(block(1, "Weet u het?", "Ja."), keys=keys))
    assert questions.page_url == "https://example.org/kv-tk-2021Z00001.html"
    assert answer.page_url is None
    (remark,) = (r for r in answer.remarks if r.rule is FindingRule.UNUSABLE_ADDRESS)
    assert (remark.location, remark.text) == (
        "Bron antwoord", "https://example.org/ah-tk-20202021-1234",
    )  # fmt: skip
