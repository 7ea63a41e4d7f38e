"""A document whose pages are those of a Kamerstuk: its text is set aside, its facts are kept."""

import pytest

from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Paper
from tests.kvr_document import document, items
from tests.kvr_scan import remark_texts
from tests.papers import read_paper

PAGE = '<header kamer="2"/><footer vetnummer="2040509430"/>'
TITLE = "Vragen van het lid Van Voorbeeld (ABC) over het weer. (Ingezonden 5 februari 2005)"
ADDRESSEE = "tal vragen voor te leggen aan de minister van Marktzaken"


def read(footer: str, series: str = "", title: str = f"{TITLE}; Mededeling") -> Paper:
    """Read a document whose page has this footer and this name of a series in its header."""
    page = f'<header kamer="2" typehandeling="{series}"/><footer lopendefooter="{footer}"/>'
    record = items(Bibliografische_omschrijving=title)
    content = document(record=record, addressees=f"<vraagt-aan>{ADDRESSEE}</vraagt-aan>")
    return read_paper(content.replace(PAGE, page))


@pytest.mark.parametrize(
    "paper", ["27 659, nr. 54", "21 800 IX B, nr. 161b", "29 200 XVI, nr. 279", "19 637, nr. 1168"]
)
def test_the_text_of_a_kamerstuk_is_kept_in_a_finding(paper: str) -> None:
    found = read(f"Tweede Kamer, vergaderjaar 2004–2005, {paper}")
    assert (found.questions, found.answers, found.addressees) == ((), (), ())
    (text,) = remark_texts(found, "tekst-van-ander-stuk")
    assert text == "1 Kent u het bericht? 2 Zo ja, en dan? 1 Ja. 2 Niets."
    assert remark_texts(found, "tekst-in-geadresseerde") == [ADDRESSEE]
    assert [asker.name for asker in found.askers] == ["Van Voorbeeld"]
    assert str(found.tabled) == "2005-02-05"


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
