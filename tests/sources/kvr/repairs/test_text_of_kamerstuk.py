"""A document whose pages are those of a Kamerstuk: its text is set aside, its facts are kept."""

import pytest

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import Paper
from tests.every_case import every_case
from tests.kvr_document import document, items
from tests.kvr_scan import remark_texts
from tests.papers import read_paper

PAGE = '<header kamer="2"/><footer vetnummer="2040509430"/>'
TITLE = "Vragen van het lid Van Voorbeeld (ABC) over het weer. (Ingezonden 5 februari 2005)"
ADDRESSEE = "tal vragen voor te leggen aan de minister van Marktzaken"


KAMERSTUK = "Tweede Kamer, vergaderjaar 2004-2005, 27 659, nr. 54"


def read(
    footer: str, series: str = "", title: str = f"{TITLE}; Mededeling", **printed: str
) -> Paper:
    """Read a document whose page has this footer and this name of a series in its header.

    ``printed`` contains other fields of the document.
    """
    page = f'<header kamer="2" typehandeling="{series}"/><footer lopendefooter="{footer}"/>'
    record = items(Bibliografische_omschrijving=title)
    addressees = f"<vraagt-aan>{ADDRESSEE}</vraagt-aan>"
    content = document(record=record, addressees=addressees, **printed)
    return read_paper(content.replace(PAGE, page))


@every_case(
    "paper", ["27 659, nr. 54", "21 800 IX B, nr. 161b", "29 200 XVI, nr. 279", "19 637, nr. 1168"]
)
def test_the_text_of_a_kamerstuk_is_kept_in_a_finding(paper: str) -> None:
    found = read(f"Tweede Kamer, vergaderjaar 2004–2005, {paper}")
    assert (found.questions, found.answers, found.addressees) == ((), (), ())
    assert [
        (remark.location, remark.part, remark.text)
        for remark in found.remarks
        if remark.rule == "tekst-van-ander-stuk"
    ] == [
        ("vragen", PartKind.QUESTION, "1 Kent u het bericht? 2 Zo ja, en dan?"),
        ("antwoorddata", PartKind.ANSWER, "Voorbeeld minister Marktzaken"),
        ("antwoorden", PartKind.ANSWER, "1 Ja. 2 Niets."),
    ]
    assert remark_texts(found, "tekst-in-geadresseerde") == [ADDRESSEE]
    assert [asker.name for asker in found.askers] == ["Van Voorbeeld"]
    assert (found.answerers, found.on_behalf_of, found.see_also) == ((), (), ())
    assert (str(found.tabled), str(found.dated)) == ("2005-02-05", "2005-02-23")


def test_every_other_text_of_a_kamerstuk_is_kept_too() -> None:
    note = '<noot nummer="2" weblink="https://example.org/brief">De brief.</noot>'
    found = read(
        KAMERSTUK,
        subject="De begroting",
        questions='<vraag nummer="1">Hoe <voetnoot nummer="3"/>dan?</vraag>',
        question_notes=note,
        explanation="<toelichting>Zie hierna.</toelichting>",
        reply_day="23 februari 2005), zie ook Aanhangsel Handelingen nr. 328",
        answerers="<antwoorder/><mede-antwoorder>minister van Zaken</mede-antwoorder>",
        answers="",
        last_line="Het slot.",
    )
    assert remark_texts(found, "tekst-van-ander-stuk") == [
        "De begroting",
        "1 Hoe dan? 2 De brief. https://example.org/brief",
        "Zie hierna.",
        "minister van Zaken zie ook Aanhangsel Handelingen nr. 328",
        "Het slot.",
    ]
    assert (found.answerers, found.on_behalf_of, found.see_also) == ((), (), ())


def test_findings_without_text_on_removed_parts_are_removed() -> None:
    note = '<noot nummer="2"/>'
    questions = '<vraag nummer="1">Hoe?</vraag><vraag nummer="7"/>'
    printed = read("", questions=questions, question_notes=note)
    removed = {"leeg-onderdeel", "nootteken-zonder-plaats"}
    assert {remark.rule for remark in printed.remarks} >= removed
    found = read(KAMERSTUK, questions=questions, question_notes=note)
    assert not {remark.rule for remark in found.remarks} & removed


def test_no_finding_is_made_for_a_kamerstuk_without_text() -> None:
    found = read(KAMERSTUK, questions="", answers="", answerers="<antwoorder/>")
    assert remark_texts(found, "tekst-van-ander-stuk") == []


@pytest.mark.parametrize(
    ("end", "kind"), [("; Mededeling", PaperKind.NOTICE), ("; Antwoord", PaperKind.ANSWER)]
)
def test_the_title_states_whether_the_missing_reply_is_a_notice(end: str, kind: PaperKind) -> None:
    found = read("Tweede Kamer, vergaderjaar 2004-2005, 27 659, nr. 54", title=TITLE + end)
    assert found.kind is kind


@pytest.mark.parametrize(
    ("footer", "series"),
    [
        ("Tweede Kamer, vergaderjaar 2004–2005, Aanhangsel", ""),
        ("Tweede Kamer, vergaderjaar 2004–2005, 27 659, nr. 54", "Aanhangsel van de Handelingen"),
        ("", ""),
    ],
)
def test_the_text_is_published_unless_header_and_footer_agree(footer: str, series: str) -> None:
    found = read(footer, series)
    assert len(found.questions) == len(found.answers) == 2
    assert remark_texts(found, "tekst-van-ander-stuk") == []
